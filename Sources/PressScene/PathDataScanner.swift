/// The tokens of path data.
struct PathDataScanner {
  private let scalars: [Unicode.Scalar]
  private(set) var offset = 0
  /// The last command's letter, for errors.
  private(set) var command: Unicode.Scalar?

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var isAtEnd: Bool { offset == scalars.count }
  private var next: Unicode.Scalar? { isAtEnd ? nil : scalars[offset] }

  func error(_ expected: PathDataError.Expected, at place: Int? = nil) -> PathDataError {
    PathDataError(offset: place ?? offset, expected: expected, command: command.map(Character.init))
  }

  mutating func skipSpace() {
    while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" { offset += 1 }
  }

  /// Space with at most one comma in it.
  /// - Returns: whether there was a comma, after which something has to come.
  @discardableResult
  mutating func skipSeparator() -> Bool {
    skipSpace()
    guard next == "," else { return false }
    offset += 1
    skipSpace()
    return true
  }

  /// A command's letter, if one is next.
  mutating func letter() -> Unicode.Scalar? {
    guard let scalar = next, "MmZzLlHhVvCcSsQqTtAa".unicodeScalars.contains(scalar) else { return nil }
    offset += 1
    command = scalar
    return scalar
  }

  var startsNumber: Bool {
    guard let scalar = next else { return false }
    return scalar.isDigit || scalar == "+" || scalar == "-" || scalar == "."
  }

  /// As long as the grammar allows: `1.2.3` is 1.2 and .3, `1e` is 1 and something unexpected.
  mutating func number() throws(PathDataError) -> Double {
    let start = offset
    if next == "+" || next == "-" { offset += 1 }
    var digits = skipDigits()
    if next == "." {
      offset += 1
      digits += skipDigits()
    }
    guard digits > 0 else { throw error(.number, at: start) }
    if next == "e" || next == "E" {
      let mantissa = offset
      offset += 1
      if next == "+" || next == "-" { offset += 1 }
      if skipDigits() == 0 { offset = mantissa }
    }
    let text = String(String.UnicodeScalarView(scalars[start..<offset]))
    guard let value = Double(text), abs(value) <= PathData.numberLimit else { throw error(.smallerNumber, at: start) }
    return value
  }

  mutating func flag() throws(PathDataError) -> Bool {
    guard let scalar = next, scalar == "0" || scalar == "1" else { throw error(.flag) }
    offset += 1
    return scalar == "1"
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while next?.isDigit == true { offset += 1 }
    return offset - start
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
