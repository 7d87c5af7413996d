/// Lines that became others.
struct TextChange: Equatable {
  /// Of bytes of the old text, whole lines.
  var range: Range<Int>
  /// By how many bytes the text grew.
  var growth: Int

  /// Finding the fewest lines that differ takes as long as the product of how many may: beyond this only the whole range is told.
  private static let limit = 1_000_000

  /// In the order of the text.
  static func changes(from old: [UInt8], to new: [UInt8]) -> [TextChange] {
    let (before, after) = (lines(old), lines(new))
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = min(
      zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count, min(before.count, after.count) - head)
    let start = before[..<head].reduce(0) { $0 + $1.count }
    let (gone, come) = (before[head..<before.count - tail], after[head..<after.count - tail])
    guard gone.count * come.count <= limit else {
      let size = gone.reduce(0) { $0 + $1.count }
      return [TextChange(range: start..<start + size, growth: come.reduce(0) { $0 + $1.count } - size)]
    }
    return changes(from: Array(gone), to: Array(come), at: start)
  }

  private static func changes(
    from before: [ArraySlice<UInt8>], to after: [ArraySlice<UInt8>], at start: Int
  ) -> [TextChange] {
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var changes: [TextChange] = []
    var (line, other, offset) = (0, 0, start)
    while line < before.count || other < after.count {
      let start = offset
      var growth = 0
      while removed.contains(line) {
        offset += before[line].count
        growth -= before[line].count
        line += 1
      }
      while inserted.contains(other) {
        growth += after[other].count
        other += 1
      }
      if offset > start || growth != 0 {
        changes.append(TextChange(range: start..<offset, growth: growth))
      } else {
        offset += before[line].count
        line += 1
        other += 1
      }
    }
    return changes
  }

  /// With their line breaks.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(text[start...index])
      start = index + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }
}
