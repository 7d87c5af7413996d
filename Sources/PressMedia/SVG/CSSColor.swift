import PressScene

/// Colours as CSS writes them, without those that are translucent.
enum CSSColor {
  /// A name, `#rgb`, `#rrggbb`, `rgb(0, 128, 255)` or `rgb(0%, 50%, 100%)`.
  static func read(_ text: String, of property: String) throws(SVGFault.Problem) -> Color {
    let word = text.trimmed.lowercased()
    let triple = try rgb(word)
    guard let color = triple ?? hex(word) ?? named(word) else { throw .value(text.trimmed.quoted, of: property) }
    return color
  }

  private static func hex(_ word: String) -> Color? {
    guard word.first == "#" else { return nil }
    let digits = word.utf8.dropFirst().compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == word.utf8.count - 1 else { return nil }
    let pairs: [Int]
    switch digits.count {
    case 3: pairs = digits.map { $0 * 17 }
    case 6: pairs = stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    default: return nil
    }
    return Color(red: UInt8(pairs[0]), green: UInt8(pairs[1]), blue: UInt8(pairs[2]))
  }

  /// Values beyond the range count as its end (CSS Color 3, 4.2.1).
  private static func rgb(_ word: String) throws(SVGFault.Problem) -> Color? {
    var scanner = SVGScanner(word)
    guard scanner.take("rgb(") else { return nil }
    var channels: [UInt8] = []
    var percentages = 0
    scanner.skipSpace()
    while channels.count < 3 {
      guard let number = try scanner.number() else { return nil }
      let isPercentage = scanner.take("%")
      percentages += isPercentage ? 1 : 0
      let value = isPercentage ? number * 255 / 100 : number
      channels.append(UInt8(min(255, max(0, value)).rounded()))
      if channels.count < 3 { scanner.skipSeparator() } else { scanner.skipSpace() }
    }
    guard percentages == 0 || percentages == 3, scanner.take(")"), scanner.next == nil else { return nil }
    return Color(red: channels[0], green: channels[1], blue: channels[2])
  }

  private static func named(_ word: String) -> Color? {
    names[word].map {
      Color(
        red: UInt8(truncatingIfNeeded: $0 >> 16), green: UInt8(truncatingIfNeeded: $0 >> 8),
        blue: UInt8(truncatingIfNeeded: $0))
    }
  }
}
