import Foundation
import PressDiagnostics
import Testing

@testable import PressSyntax

/// A text and what formatting makes of it.
private struct Formatted {
  let before: Parsed
  let after: Parsed

  init(_ bytes: [UInt8]) {
    before = Parsed(bytes)
    after = Parsed(before.tree.formatted(from: before.source))
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var text: String { String(decoding: after.source.bytes, as: UTF8.self) }

  /// What formatting has broken of its promises, which hold for any input.
  var brokenPromises: [String] {
    var broken: [String] = []
    let again = after.tree.formatted(from: after.source)
    if again != after.source.bytes { broken.append("formatted again: \(String(decoding: again, as: UTF8.self))") }
    if before.diagnostics.isEmpty {
      if !after.diagnostics.isEmpty { broken.append("has errors: \(after.ids)") }
    } else if after.source.bytes != before.source.bytes, !after.diagnostics.isEmpty {
      broken.append("broken and yet changed")
    }
    if after.tokens != before.tokens { broken.append("other tokens") }
    if after.comments != before.comments { broken.append("other comments: \(after.comments)") }
    return broken
  }

  /// What the looks of a formatted text lack.
  var flaws: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var flaws: [String] = []
    for (number, line) in lines.enumerated() {
      if line.last?.isWhitespace ?? false || line.last == ";" {
        flaws.append("line \(number + 1) ends with “\(line.suffix(1))”")
      }
      if line.contains("\t") || line.contains("\r") { flaws.append("line \(number + 1) has a tab or a return") }
      if line.prefix(while: { $0 == " " }).count % 2 == 1 { flaws.append("line \(number + 1) has an odd indent") }
      let next = number + 1 < lines.count ? lines[number + 1] : "x"
      if line.isEmpty, next.isEmpty, number + 1 < lines.count { flaws.append("two blank lines at \(number + 1)") }
      if line.isEmpty, next.drop(while: { $0 == " " }).first == "}" { flaws.append("a blank line before a brace") }
      if line.last == "{", !line.contains("//"), next.isEmpty { flaws.append("a blank line behind a brace") }
    }
    if !text.isEmpty, !text.hasSuffix("\n") || text.hasSuffix("\n\n") { flaws.append("the end is not one line feed") }
    return flaws
  }
}

extension Parsed {
  /// All tokens as written, with a mark where a statement begins; semicolons between statements say no more than those marks.
  fileprivate var tokens: [String] {
    var list: [String] = []
    func add(_ token: Token) { if token.kind != .semicolon { list.append(token.text(in: source)) } }
    func add(_ block: BlockSyntax) {
      if let brace = block.leftBrace { add(brace) }
      for statement in block.statements {
        list.append("statement")
        if case .element(let element) = statement {
          add(element.name)
          for argument in element.arguments { argument.forEachToken(add) }
          if let block = element.block { add(block) }
        } else {
          statement.forEachToken(add)
        }
      }
      if let brace = block.rightBrace { add(brace) }
    }
    add(tree.root)
    return list
  }

  /// All comments, without the white space at their ends.
  fileprivate var comments: [String] {
    var list: [String] = []
    tree.forEachToken { token in
      for line in source.text(token.trivia).split(whereSeparator: { $0.isNewline }) {
        guard let start = line.firstRange(of: "//")?.lowerBound else { continue }
        list.append(line[start...].trimmingCharacters(in: .whitespaces))
      }
    }
    return list
  }
}

/// Every layout that the repository holds, by name.
private let sheets: [(name: String, bytes: [UInt8])] = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  var found: [(String, [UInt8])] = []
  for folder in ["layouts", "golden"] {
    let place = root.appending(path: folder).resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "layout" {
      let data = try? Data(contentsOf: file)
      found.append((file.path.replacing(place.path, with: folder), Array(data ?? Data())))
    }
  }
  let page = (try? String(contentsOf: root.appending(path: "docs/layout-language.md"), encoding: .utf8)) ?? ""
  for (index, block) in page.components(separatedBy: "```layout\n").dropFirst().enumerated() {
    found.append(("docs, block \(index + 1)", Array((block.components(separatedBy: "```").first ?? "").utf8)))
  }
  return found.sorted { $0.0 < $1.0 }
}()

@Suite("formatting") struct FormatterTests {
  private func format(_ text: String) -> String {
    let formatted = Formatted(text)
    #expect(formatted.before.diagnostics == [])
    #expect(formatted.brokenPromises == [])
    #expect(formatted.flaws == [])
    return formatted.text
  }

  @Test("every layout of the repository keeps its tokens and comments, and formatting it again changes nothing")
  func repository() {
    #expect(sheets.count > 20)
    for (name, bytes) in sheets {
      let formatted = Formatted(bytes)
      #expect(formatted.brokenPromises == [], "\(name)")
      if formatted.before.diagnostics.isEmpty { #expect(formatted.flaws == [], "\(name)") }
    }
  }

  @Test("the layouts that are shipped are formatted")
  func shipped() {
    let layouts = sheets.filter { $0.name.hasPrefix("layouts/") }
    #expect(!layouts.isEmpty)
    for (name, bytes) in layouts { #expect(Formatted(bytes).after.source.bytes == bytes, "\(name)") }
  }

  @Test("indents, gaps between terms, colons and commas are set right, and semicolons go from ends of lines")
  func spacing() {
    let text = """
      certificate   "A"{
      page A4   landscape;
          text "一"{font :song 16pt ;fit:shrink( 12pt,10pt ) ,wrap (2);at: 1mm\t2mm;}
        area 10mm x 20mm ;;
      }
      """
    #expect(
      format(text) == """
        certificate "A" {
          page A4 landscape
          text "一" { font: song 16pt; fit: shrink(12pt, 10pt), wrap(2); at: 1mm 2mm }
          area 10mm x 20mm
        }

        """)
  }

  @Test("lines stay where the author broke them; blank lines are one at most, and none at the edges of a block")
  func lines() {
    let text = """


      column {

        at: 1mm 2mm; width: 3mm;



        pitch: 4mm

      }
      row {
      }
      row { text "a" {
        width: 1mm } }


      """
    #expect(
      format(text) == """
        column {
          at: 1mm 2mm; width: 3mm

          pitch: 4mm
        }
        row {}
        row {
          text "a" {
            width: 1mm
          }
        }

        """)
  }

  @Test("a list goes on where its commas carried it")
  func continuation() {
    #expect(
      format("data { a text \"甲\" { one-of: \"男\",\n\"女\", // c\n \"x\"; max: 3 } }") == """
        data {
          a text "甲" {
            one-of: "男",
              "女",  // c
              "x"
            max: 3
          }
        }

        """)
    #expect(format("a: b(1,\n2\n), c(3 // d\n)") == "a: b(1,\n  2), c(3  // d\n  )\n")
  }

  @Test("comments stay on their line or above what they stood above")
  func comments() {
    let text = """
      // first
      row { // behind a brace

              // above a\u{3000}
        // above a, too

        a: 1mm;// behind a
        b: 2mm // behind b
        ; // behind the semicolon

        // last
      }// behind the end
      \t// at the end
      """
    #expect(
      format(text) == """
        // first
        row {  // behind a brace
          // above a
          // above a, too

          a: 1mm  // behind a
          b: 2mm  // behind b
          // behind the semicolon

          // last
        }  // behind the end
        // at the end

        """)
  }

  @Test("a block on one line is opened where the line has more than 120 cells, and a Chinese character has two")
  func opened() {
    func line(_ count: Int) -> String {
      "text \"\(String(repeating: "字", count: count))\" { font: song 16pt; at: 1mm 2mm }"
    }
    let head = "text \"\" { font: song 16pt; at: 1mm 2mm }".count
    let most = (120 - head) / 2
    #expect(head % 2 == 0)
    #expect(format(line(most)) == line(most) + "\n")
    let text = String(repeating: "字", count: most + 1)
    #expect(format(line(most + 1)) == "text \"\(text)\" {\n  font: song 16pt; at: 1mm 2mm\n}\n")
    // Nothing can be opened there.
    let long = "a: \"\(String(repeating: "字", count: 80))\""
    #expect(format(long + "; b: 1mm") == long + "\nb: 1mm\n")
  }

  @Test("an opened block has its elements one below the other, and what fits on a line stays on it")
  func openedElements() {
    let label = "text \"\(String(repeating: "字", count: 20))\" { style: label }"
    #expect(
      format("row { id: fields; gap: 1mm; \(label) \(label); \(label) }") == """
        row {
          id: fields; gap: 1mm
          \(label)
          \(label)
          \(label)
        }

        """)
    let short = "text \"字\" { style: label }"
    #expect(format("row { \(short)     \(short) }") == "row { \(short) \(short) }\n")
  }

  @Test("fields and fonts stand in columns by the width of their characters; nothing else does")
  func columns() {
    let text = """
      font song "CertPress Song"
      font hei "CertPress Hei"

      font x "y"
      data {
        id_number text "证件号码" { print: mask(6, 4) }
        // a note does not part the table
        name text "姓名"   { max: 50 }
        born      date "出生年月（公历，必填，长标签）"
        a text  "A"  { optional }  // c

        b text    "B"
        cc url; d date
        e text {
          max: 3
        }
      }
      style a    { width: 1mm }
      style bbbb { width: 1mm }
      """
    #expect(
      format(text) == """
        font song "CertPress Song"
        font hei  "CertPress Hei"

        font x "y"
        data {
          id_number text "证件号码" { print: mask(6, 4) }
          // a note does not part the table
          name      text "姓名"     { max: 50 }
          born      date "出生年月（公历，必填，长标签）"
          a         text "A"        { optional }  // c

          b text "B"
          cc url; d date
          e text {
            max: 3
          }
        }
        style a { width: 1mm }
        style bbbb { width: 1mm }

        """)
  }

  @Test("a table that would be too wide for a line has no columns")
  func wideTable() {
    let label = String(repeating: "字", count: 40)
    let text =
      "data {\n  a text \"\(label)\" { max: 3 }\n  b text \"c\" { one-of: \"1234567890\", \"1234567890\" }\n}\n"
    #expect(format(text) == text)
  }

  @Test("a byte order mark, wide spaces and another system's line ends go; texts stay as they are")
  func bytes() {
    #expect(
      format("\u{FEFF}a: \"x  \u{3000}y\"\r\n\r\n\r\nb:　\"{z}\\n;\"\r\n")
        == "a: \"x  \u{3000}y\"\n\nb: \"{z}\\n;\"\n")
    #expect(format("") == "")
    #expect(format(" \r\n\n") == "")
    #expect(format(" // only\n\n") == "// only\n")
  }

  @Test(
    "a file with a syntax error comes back as it is",
    arguments: [
      "row {  a: 1", "row {  a: 1 } }", "a:   \"x", "text   “一”", "row   /* c */ { }", "a  b\n{ }", "a:\n  3",
      "# c\n  a: 1",
      "a  (", "a: b(1", "a:  28mmx39mm ,", "\u{200B}  a: 1", ";  a: 1",
    ])
  func errors(text: String) {
    let formatted = Formatted(text)
    #expect(!formatted.before.diagnostics.isEmpty)
    #expect(formatted.text == text)
  }

  static let insertions = [
    " ", "  ", "\t", "\n", "\n\n\n", "\r\n", "// c\n", " // c ;{ \n", "\n//c\n\n", "　", ";", "; ;", ";\n", "\n;",
    " ; // d\n",
  ].map { Array($0.utf8) }

  @Test("white space, comments and semicolons between any tokens do no harm", arguments: 0..<8)
  func mutations(batch: Int) {
    var dice = Dice(state: UInt64(batch) &+ 4_711)
    var sound = 0
    for round in 0..<25 {
      guard let sheet = sheets.randomElement(using: &dice) else { continue }
      let source = Parsed(sheet.bytes)
      var bytes: [UInt8] = []
      let rate = Int.random(in: 2..<60, using: &dice)
      source.tree.forEachToken { token in
        // Half of the time the trivia itself goes, too, where tokens do not need it.
        let drops = Int.random(in: 0..<rate, using: &dice) == 0
        bytes += drops ? [] : sheet.bytes[token.trivia]
        if Int.random(in: 0..<rate, using: &dice) == 0 {
          bytes += Self.insertions.randomElement(using: &dice) ?? []
        }
        bytes += sheet.bytes[token.range]
      }
      let formatted = Formatted(bytes)
      #expect(
        formatted.brokenPromises == [], "batch \(batch), round \(round): \(String(decoding: bytes, as: UTF8.self))")
      guard formatted.before.diagnostics.isEmpty else { continue }
      sound += 1
      #expect(formatted.flaws == [], "batch \(batch), round \(round): \(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(sound > 0)
  }

  /// Pieces that go together without an error more often than not.
  static let pieces = [
    "a: 1mm", "at: 1mm 2mm", "fit: shrink(12pt),\n wrap(2)", "f: g(1,\n\n 2\n)", "text \"字字字字字字字字\" { b: 2 }", "row {",
    "row { ",
    "data {", "font s \"T\"", "font abc \"U\" {", "x text \"甲\"", "yy date \"乙\" { max: 3 }", "}", "}", " }", "; ", ";",
    ";;", "\n",
    "\n", "\n\n\n", " // c\n", "\n// d\n", "  ", "{}", "style \"字字字字字字字字字字字字字字字字字字字字字字字字字字字字\"",
  ]

  @Test("eighteen hundred sheets put together at random, a third of them sound", arguments: 0..<6)
  func random(batch: Int) {
    var dice = Dice(state: UInt64(batch) &+ 99)
    var sound = 0
    for number in 0..<300 {
      var text = ""
      var depth = 0
      for _ in 0..<Int.random(in: 0..<24, using: &dice) {
        let piece = Self.pieces.randomElement(using: &dice) ?? ""
        if piece.contains("}") && !piece.contains("{") {
          if depth == 0 { continue }
          depth -= 1
        } else if piece.hasSuffix("{") || piece.hasSuffix("{ ") {
          depth += 1
        }
        // A property and an element without a block end with their line or a semicolon.
        let needsEnd = text.last.map { $0.isLetter || $0.isNumber || "\")".contains($0) } ?? false
        let begins = piece.first.map { $0.isLetter } ?? false
        if needsEnd, begins { text += Bool.random(using: &dice) ? ";" : "\n" }
        text += piece
      }
      text += String(repeating: "}", count: depth)
      let formatted = Formatted(text)
      #expect(formatted.brokenPromises == [], "batch \(batch), sheet \(number): \(text)")
      guard formatted.before.diagnostics.isEmpty else { continue }
      sound += 1
      #expect(formatted.flaws == [], "batch \(batch), sheet \(number): \(text)")
    }
    #expect(sound > 80, "\(sound) of them")
  }

  @Test("soups of tokens and bytes of any kind are answered", arguments: 0..<4)
  func soup(batch: Int) {
    var dice = Dice(state: UInt64(batch) &+ 31)
    for number in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<30, using: &dice) {
        bytes += RoundTripTests.soup.randomElement(using: &dice) ?? []
      }
      let formatted = Formatted(bytes)
      let again = formatted.after.tree.formatted(from: formatted.after.source)
      #expect(
        again == formatted.after.source.bytes,
        "batch \(batch), soup \(number): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("depth and length do no harm")
  func extremes() {
    let deep = String(repeating: "row{", count: 190) + String(repeating: "}", count: 190)
    #expect(Formatted(deep).brokenPromises == [])
    #expect(Formatted(deep).text.hasPrefix("row {\n  row {\n"))
    let wide = String(repeating: "text \"a\"{b:1;c:2}", count: 2_000)
    #expect(Formatted(wide).text.hasPrefix("text \"a\" { b: 1; c: 2 }\ntext \"a\" {"))
    #expect(Formatted(String(repeating: "{", count: 3_000)).brokenPromises == [])
  }
}
