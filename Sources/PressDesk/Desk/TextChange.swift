/// Lines that became others.
struct TextChange: Equatable {
  /// Of bytes of the old text, whole lines.
  var range: Range<Int>
  /// By how many bytes the text grew.
  var growth: Int

  /// Of more lines than this only the whole range between the first and the last difference is told.
  private static let limit = 20_000

  /// In the order of the text.
  static func changes(from old: [UInt8], to new: [UInt8]) -> [TextChange] {
    let (before, after) = (lines(old), lines(new))
    guard max(before.count, after.count) <= limit else { return [whole(before, after)] }
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var changes: [TextChange] = []
    var (line, other, offset) = (0, 0, 0)
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

  private static func whole(_ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]) -> TextChange {
    let head = zip(before, after).prefix { $0 == $1 }.count
    let most = min(before.count, after.count) - head
    let tail = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    func bytes(_ lines: [ArraySlice<UInt8>]) -> Int {
      lines[head..<(lines.count - min(tail, most))].reduce(0) { $0 + $1.count }
    }
    let start = before[..<head].reduce(0) { $0 + $1.count }
    return TextChange(range: start..<start + bytes(before), growth: bytes(after) - bytes(before))
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
