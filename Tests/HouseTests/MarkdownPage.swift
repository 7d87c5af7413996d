import Foundation

/// A page of Markdown, as far as tests look at it.
struct MarkdownPage {
  struct Table {
    /// Of the section that it stands in.
    var heading: String
    var header: [String]
    /// As written: code in backticks.
    var rows: [[String]]
  }

  /// Between two lines of three backticks.
  struct Block {
    /// What stands behind the backticks: `layout`.
    var kind: String
    var text: String
    /// Of its first line, counted from 1.
    var line: Int
  }

  /// `![…](path)`
  struct Picture {
    /// What a person is told who cannot see it.
    var alternative: String
    var path: String
    var line: Int
    /// The block above it, if there is one.
    var block: Block?
  }

  private(set) var tables: [Table] = []
  private(set) var blocks: [Block] = []
  /// All lines that stand in no block.
  private(set) var prose: [(line: Int, text: String)] = []
  private(set) var headings: [String] = []
  private(set) var pictures: [Picture] = []

  init(_ text: String) {
    var heading = ""
    var inTable = false
    var block: Block?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if let ended = block {
          blocks.append(ended)
          block = nil
        } else {
          block = Block(kind: String(line.dropFirst(3)), text: "", line: index + 2)
        }
        continue
      }
      if block != nil {
        block?.text += line + "\n"
        continue
      }
      prose.append((index + 1, line))
      if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" || $0 == " " })
        headings.append(line)
      }
      for match in line.matches(of: /!\[([^\]]*)\]\(([^)]*)\)/) {
        pictures.append(
          Picture(alternative: String(match.1), path: String(match.2), line: index + 1, block: blocks.last))
      }
      guard line.hasPrefix("|") else {
        inTable = false
        continue
      }
      let cells = MarkdownPage.cells(line)
      if !inTable {
        tables.append(Table(heading: heading, header: cells, rows: []))
        inTable = true
      } else if !cells.allSatisfy({ $0.allSatisfy { $0 == "-" } }) {
        tables[tables.count - 1].rows.append(cells)
      }
    }
  }

  /// Tables whose first column has that name.
  func tables(_ name: String) -> [Table] { tables.filter { $0.header[0] == name } }

  private static func cells(_ line: String) -> [String] {
    line.dropFirst().dropLast().components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

extension MarkdownPage.Table {
  /// The cells of each row by the names of their columns.
  var records: [[String: String]] {
    rows.map { Dictionary(zip(header, $0)) { first, _ in first } }
  }
}

extension String {
  /// What stands in backticks.
  var code: [String] { matches(of: /`([^`]+)`/).map { String($0.1) } }
  /// Without backticks.
  var plain: String { replacing("`", with: "") }
}
