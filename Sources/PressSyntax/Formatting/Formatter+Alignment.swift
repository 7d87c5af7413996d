// Declarations of fields and fonts are tables: their columns stand below one another.

extension Formatter {
  /// Finds the padding for all runs of declarations among the lines of a block.
  mutating func align(_ lines: [[FormatStatement]], depth: Int, name: [UInt8]?) {
    let isData = name == Array("data".utf8)
    var run: [FormatStatement] = []
    for line in lines {
      guard let row = line.first, line.count == 1, isRow(row, isData: isData), fits(line, depth: depth) else {
        align(run, depth: depth)
        run = []
        continue
      }
      if hasBlankLine(before: row) {
        align(run, depth: depth)
        run = []
      }
      run.append(row)
    }
    align(run, depth: depth)
  }

  private func isRow(_ statement: FormatStatement, isData: Bool) -> Bool {
    statement.isElement && (isData || statement.name(in: outline) == Array("font".utf8))
  }

  private func hasBlankLine(before statement: FormatStatement) -> Bool {
    let trivia = outline.tokens[statement.head.lowerBound].trivia
    return trivia.hasBlankLine || trivia.comments.contains { $0.hasBlankLine }
  }

  private mutating func align(_ run: [FormatStatement], depth: Int) {
    guard run.count > 1 else { return }
    // What ends its line makes no column wider.
    var widths = Array(repeating: 0, count: run.map(\.cells.count).max() ?? 0)
    for row in run {
      for (column, cell) in row.cells.enumerated() where column + 1 < row.cells.count || row.block != nil {
        widths[column] = max(widths[column], outline.width(cell))
      }
    }
    var starts = [0]
    for width in widths { starts.append(starts[starts.count - 1] + (width == 0 ? 0 : width + 1)) }
    var found: [Int: Int] = [:]
    for row in run {
      var end = 0
      let parts = row.cells + (row.block.map { [$0.tokens] } ?? [])
      for (column, part) in parts.enumerated() {
        let isBlock = column == row.cells.count
        let start = isBlock ? starts[widths.count] : starts[column]
        if column > 0 { found[part.lowerBound] = start - end - 1 }
        end = start + outline.width(part)
      }
      // A table that is wider than a line is none.
      guard depth * Self.indent + end <= Self.widest else { return }
    }
    padding.merge(found) { _, new in new }
  }
}
