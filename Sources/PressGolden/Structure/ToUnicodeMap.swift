/// The characters that a PDF font's ToUnicode map leads to (ISO 32000-1, 9.10.3).
struct ToUnicodeMap {
  /// In the order of their code points.
  let characters: [String]

  /// - Parameter stream: decoded. What is no map has no characters.
  init(_ stream: [UInt8]) {
    var characters: Set<String> = []
    // Everything of interest stands between `begin…` and `end…`: <code> <text> or <first> <last> <text> or <first> <last> [<text> …].
    var section: Section?
    var operands: [[UInt8]] = []
    var list: [[UInt8]]?
    for token in Self.tokens(stream) {
      switch token {
      case .word("beginbfchar"): (section, operands) = (.characters, [])
      case .word("beginbfrange"): (section, operands) = (.ranges, [])
      case .word: section = nil
      case .open: list = []
      case .close:
        for text in list ?? [] { characters.insert(Self.text(text)) }
        (list, operands) = (nil, [])
      case .string(let bytes):
        guard let section else { continue }
        if list != nil {
          list?.append(bytes)
          continue
        }
        operands.append(bytes)
        if section == .characters, operands.count == 2 {
          characters.insert(Self.text(operands[1]))
          operands = []
        } else if section == .ranges, operands.count == 3 {
          let (first, last) = (Self.number(operands[0]), Self.number(operands[1]))
          for offset in 0...max(0, min(last - first, 65_535)) {
            characters.insert(Self.text(operands[2], plus: offset))
          }
          operands = []
        }
      }
    }
    self.characters = characters.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  private enum Section { case characters, ranges }

  private enum Token: Equatable {
    case word(String)
    case string([UInt8])
    case open
    case close
  }

  private static func tokens(_ stream: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var rest = stream[...]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "<") where rest.dropFirst().first != UInt8(ascii: "<"):
        let digits = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }
        tokens.append(.string(bytes(hex: digits)))
        rest = rest.dropFirst(digits.count + 2)
      case UInt8(ascii: "["):
        tokens.append(.open)
        rest = rest.dropFirst()
      case UInt8(ascii: "]"):
        tokens.append(.close)
        rest = rest.dropFirst()
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        let word = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "[") }
        tokens.append(.word(String(decoding: word, as: UTF8.self)))
        rest = rest.dropFirst(word.count)
      default: rest = rest.dropFirst()
      }
    }
    return tokens
  }

  private static func bytes(hex digits: ArraySlice<UInt8>) -> [UInt8] {
    let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue.map(UInt8.init) }
    return stride(from: 0, to: values.count, by: 2).map {
      values[$0] << 4 | ($0 + 1 < values.count ? values[$0 + 1] : 0)
    }
  }

  private static func number(_ bytes: [UInt8]) -> Int { bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } }

  /// UTF-16, big-endian; the last unit of a range's text counts on.
  private static func text(_ bytes: [UInt8], plus offset: Int = 0) -> String {
    var units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    if let last = units.popLast() { units.append(last &+ UInt16(truncatingIfNeeded: offset)) }
    return String(decoding: units, as: UTF16.self)
  }
}
