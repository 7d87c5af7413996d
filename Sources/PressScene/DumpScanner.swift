/// Reads the words, numbers and strings of one line of a dump.
struct DumpScanner {
  /// The line is no line of a dump.
  struct Unexpected: Error {}

  private var bytes: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) { bytes = line }

  private static let space = UInt8(ascii: " ")

  var isAtEnd: Bool { bytes.isEmpty }

  func end() throws(Unexpected) {
    guard isAtEnd else { throw Unexpected() }
  }

  func starts(with text: StaticString) -> Bool {
    bytes.starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Goes past `word` and the space behind it, if it stands here.
  mutating func skip(_ word: StaticString) -> Bool {
    guard starts(with: word) else { return false }
    let rest = bytes.dropFirst(word.utf8CodeUnitCount)
    guard rest.isEmpty || rest.first == Self.space else { return false }
    bytes = rest.dropFirst()
    return true
  }

  /// Goes past `prefix`, whatever follows it.
  mutating func skip(prefix: StaticString) -> Bool {
    guard starts(with: prefix) else { return false }
    bytes = bytes.dropFirst(prefix.utf8CodeUnitCount)
    return true
  }

  mutating func need(_ word: StaticString) throws(Unexpected) {
    guard skip(word) else { throw Unexpected() }
  }

  /// Up to the next space, which is skipped.
  mutating func word() -> String {
    let word = bytes.prefix { $0 != Self.space }
    bytes = bytes.dropFirst(word.count + 1)
    return String(decoding: word, as: UTF8.self)
  }

  mutating func rest() -> String {
    defer { bytes = [] }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func integer() throws(Unexpected) -> Int {
    guard let value = Int(word()) else { throw Unexpected() }
    return value
  }

  /// A number as `decimal` prints it; read the way the scene's grid rounds, so that it comes back as the same `Double`.
  mutating func number() throws(Unexpected) -> Double {
    let isNegative = skip(prefix: "-")
    var (digits, scale, seen, isFraction) = (0.0, 1.0, 0, false)
    loop: while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Double(byte - UInt8(ascii: "0"))
        if isFraction { scale *= 10 }
        seen += 1
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      default: break loop
      }
      bytes = bytes.dropFirst()
    }
    guard seen > 0, seen < 16 else { throw Unexpected() }
    if bytes.first == Self.space { bytes = bytes.dropFirst() }
    return (isNegative ? -digits : digits) / scale
  }

  mutating func points() throws(Unexpected) -> Points { Points(try number()) }

  mutating func point() throws(Unexpected) -> Point { try Point(x: points(), y: points()) }

  mutating func rect() throws(Unexpected) -> Rect {
    try Rect(x: points(), y: points(), width: points(), height: points())
  }

  mutating func transform() throws(Unexpected) -> Transform {
    try Transform(a: number(), b: number(), c: number(), d: number(), tx: points(), ty: points())
  }

  /// A string as `quoted` writes it, and the space behind it.
  mutating func quoted() throws(Unexpected) -> String {
    guard skip(prefix: "\"") else { throw Unexpected() }
    var text: [UInt8] = []
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        if bytes.first == Self.space { bytes = bytes.dropFirst() }
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += String(try escape()).utf8
      default: text.append(byte)
      }
    }
    throw Unexpected()
  }

  private mutating func escape() throws(Unexpected) -> Unicode.Scalar {
    switch bytes.popFirst() {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "u"):
      guard skip(prefix: "{") else { throw Unexpected() }
      let digits = bytes.prefix { $0 != UInt8(ascii: "}") }
      bytes = bytes.dropFirst(digits.count + 1)
      guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value)
      else { throw Unexpected() }
      return scalar
    default: throw Unexpected()
    }
  }
}
