/// Reads the few kinds of PDF syntax that cairo 1.16 writes around its streams.
struct PDFScanner {
  private let bytes: [UInt8]
  private(set) var position: Int
  /// Entries of dictionaries that say again what an entry before them says.
  private(set) var repeated: [Range<Int>] = []

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  struct Entry {
    var key: ArraySlice<UInt8>
    /// As written.
    var value: ArraySlice<UInt8>
  }

  /// The next byte; 0 at the end.
  var next: UInt8 { bytes.indices.contains(position) ? bytes[position] : 0 }

  func expect(_ fact: Bool, _ what: @autoclosure () -> String) throws(PaintError) {
    guard fact else { throw PaintError(.unexpectedPDF("expected \(what()) at byte \(position)")) }
  }

  /// Comments count as space.
  ///
  /// - Returns: where the next token starts.
  @discardableResult
  mutating func skipSpace() -> Int {
    while true {
      switch next {
      case UInt8(ascii: " "), UInt8(ascii: "\n"): position += 1
      case UInt8(ascii: "%"): while position < bytes.count, next != UInt8(ascii: "\n") { position += 1 }
      default: return position
      }
    }
  }

  mutating func skip(_ word: StaticString) throws(PaintError) {
    skipSpace()
    for index in 0..<word.utf8CodeUnitCount {
      try expect(next == word.utf8Start[index], "'\(word)'")
      position += 1
    }
  }

  /// An integer from 0.
  mutating func number() throws(PaintError) -> Int {
    let start = skipSpace()
    var value = 0
    while isDigit, position - start < 15 {
      value = value * 10 + Int(next - UInt8(ascii: "0"))
      position += 1
    }
    try expect(position > start, "a number")
    return value
  }

  /// `<< /Key value … >>`
  mutating func dictionary() throws(PaintError) -> [Entry] {
    try skip("<<")
    var entries: [Entry] = []
    var places: [ArraySlice<UInt8>: Int] = [:]
    while skipSpace() < bytes.count, next != UInt8(ascii: ">") {
      let start = position
      try expect(next == UInt8(ascii: "/"), "a key")
      skipWord()
      let key = bytes[start + 1..<position]
      let value = bytes[skipSpace()..<(try skipValue())]
      if let place = places[key] {
        try expect(entries[place].value == value, "one value for a key")
        repeated.append(start..<position)
      } else {
        places[key] = entries.count
        entries.append(Entry(key: key, value: value))
      }
    }
    try skip(">>")
    return entries
  }

  private var isDigit: Bool { next >= UInt8(ascii: "0") && next <= UInt8(ascii: "9") }

  /// - Returns: where the value ends.
  private mutating func skipValue() throws(PaintError) -> Int {
    switch next {
    case UInt8(ascii: "("): try skipString()
    case UInt8(ascii: "["): try skipArray()
    case UInt8(ascii: "<"):
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "<") {
        _ = try dictionary()
      } else {
        while next != UInt8(ascii: ">") {
          try expect(position < bytes.count, "the end of a string")
          position += 1
        }
        position += 1
      }
    default:
      let isNumber = isDigit
      skipWord()
      if isNumber { try skipReference() }
    }
    return position
  }

  /// The rest of `12 0 R`, if there is one.
  private mutating func skipReference() throws(PaintError) {
    let end = position
    skipSpace()
    guard isDigit else {
      position = end
      return
    }
    _ = try number()
    try skip("R")
  }

  private mutating func skipArray() throws(PaintError) {
    position += 1
    while skipSpace() < bytes.count, next != UInt8(ascii: "]") {
      if next == UInt8(ascii: "(") || next == UInt8(ascii: "[") || next == UInt8(ascii: "<") {
        _ = try skipValue()
      } else {
        skipWord()
      }
    }
    try skip("]")
  }

  /// A string in parentheses, which may nest.
  private mutating func skipString() throws(PaintError) {
    var depth = 0
    repeat {
      try expect(position < bytes.count, "the end of a string")
      switch next {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\"): position += 1
      default: break
      }
      position += 1
    } while depth > 0
  }

  /// A name, a number or a keyword: at least one byte.
  private mutating func skipWord() {
    repeat { position += 1 } while next > UInt8(ascii: " ") && !Self.delimiters.contains(next)
  }

  private static let delimiters = Set("()<>[]/".utf8)
}
