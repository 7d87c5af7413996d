/// Numbers of documents and issues, which no line parts: 鄂职改办〔2022〕43号, 第12期.
struct DocumentNumbers {
  /// Places before which no line begins.
  private(set) var held: Set<Int> = []
  private let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    for place in scalars.indices {
      switch scalars[place].value {
      case 0x3014, 0xFF3B, 0x5B: holdYear(at: place)  // 〔 ［ [
      case 0x7B2C: holdOrdinal(at: place)  // 第
      case 0x53F7: if place > 0, Self.isDigit(scalars[place - 1]) { held.insert(place) }  // 号
      default: break
      }
    }
  }

  /// The year in its brackets, what stands before them, and the number behind.
  private mutating func holdYear(at open: Int) {
    let close = end(of: Self.isDigit, from: open + 1)
    guard close > open + 1, close < scalars.count, Self.closing(scalars[open]) == scalars[close] else { return }
    var last = close
    let number = scalars.indices.contains(close + 1) && scalars[close + 1] == "第" ? close + 2 : close + 1
    let end = end(of: Self.isDigit, from: number)
    if end > number { last = end < scalars.count && scalars[end] == "号" ? end : end - 1 }
    let hasWordBefore = open > 0 && !scalars[open - 1].properties.isWhitespace
    hold((hasWordBefore ? open : open + 1)...last)
  }

  private mutating func holdOrdinal(at place: Int) {
    let end = end(of: { Self.isDigit($0) || Self.isHanNumeral($0) }, from: place + 1)
    guard end > place + 1, end < scalars.count, scalars[end] == "号" || scalars[end] == "期" else { return }
    hold(place + 1...end)
  }

  private mutating func hold(_ places: ClosedRange<Int>) { held.formUnion(places) }

  private func end(of isPart: (Unicode.Scalar) -> Bool, from start: Int) -> Int {
    var end = start
    while end < scalars.count, isPart(scalars[end]) { end += 1 }
    return end
  }

  private static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar {
    switch open {
    case "〔": "〕"
    case "［": "］"
    default: "]"
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  private static func isHanNumeral(_ scalar: Unicode.Scalar) -> Bool {
    "〇零一二三四五六七八九十百千".unicodeScalars.contains(scalar)
  }
}
