/// One pass over the bytes of a JSON text. The buffer must outlive the parser.
struct JSONParser {
  let bytes: UnsafeRawBufferPointer
  let end: Int
  var position: Int
  /// Faults that do not stop the reading.
  var errors: [JSONError] = []
  private var depth = 0

  init(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func document() throws(JSONError) -> JSONValue {
    try skipByteOrderMark()
    skipSpace()
    guard position < end else { throw JSONError(.empty, at: end..<end) }
    let value = try value()
    skipSpace()
    guard position == end else { throw unexpected(.endOfText) }
    return value
  }

  private mutating func skipByteOrderMark() throws(JSONError) {
    let head = bytes[position..<min(position + 4, end)]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    // The other marks, and ASCII as it looks in UTF-16 and UTF-32 without one (RFC 4627, 3).
    switch head.map({ $0 == 0 }) {
    case [false, true, false, true], [true, false, true, false], [false, true], [true, false],
      [false, true, true, true], [true, true, true, false]:
      throw JSONError(.notUTF8, at: position..<position + 1)
    default:
      guard head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) else { return }
      throw JSONError(.notUTF8, at: position..<position + 2)
    }
  }

  @inline(__always)
  mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  mutating func value() throws(JSONError) -> JSONValue {
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "\""): return JSONValue(.string(try string()), range: start..<position)
    case UInt8(ascii: "{"): return JSONValue(.object(try members()), range: start..<position)
    case UInt8(ascii: "["): return JSONValue(.array(try elements()), range: start..<position)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONValue(.number(try number()), range: start..<position)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return JSONValue(try word(), range: start..<position)
    default: throw unexpected(.value)
    }
  }

  private mutating func elements() throws(JSONError) -> [JSONValue] {
    let opened = try open()
    defer { depth -= 1 }
    var elements: [JSONValue] = []
    guard try !closes(.array, opened) else { return elements }
    while true {
      elements.append(try value())
      guard let comma = try comma(or: .array, opened) else { return elements }
      if bytes[position] == UInt8(ascii: "]") { throw JSONError(.trailingComma, at: comma..<comma + 1) }
    }
  }

  private mutating func members() throws(JSONError) -> [JSONMember] {
    let opened = try open()
    defer { depth -= 1 }
    var members: [JSONMember] = []
    guard try !closes(.object, opened) else { return members }
    while true {
      guard bytes[position] == UInt8(ascii: "\"") else { throw unexpected(.key) }
      let start = position
      let key = try string()
      let keyRange = start..<position
      try skipSpace(inside: .object, opened)
      guard bytes[position] == UInt8(ascii: ":") else { throw unexpected(.colon) }
      position += 1
      try skipSpace(inside: .object, opened)
      members.append(JSONMember(key: key, keyRange: keyRange, value: try value()))
      guard let comma = try comma(or: .object, opened) else { break }
      if bytes[position] == UInt8(ascii: "}") { throw JSONError(.trailingComma, at: comma..<comma + 1) }
    }
    try reportDuplicates(in: members)
    return members
  }

  /// Steps over a bracket; returns its place.
  private mutating func open() throws(JSONError) -> Range<Int> {
    let opened = position..<position + 1
    guard depth < JSONReader.depthLimit else { throw JSONError(.tooDeep(limit: JSONReader.depthLimit), at: opened) }
    depth += 1
    position += 1
    return opened
  }

  /// Whether the container ends where it has just begun.
  private mutating func closes(_ container: JSONError.Container, _ opened: Range<Int>) throws(JSONError) -> Bool {
    try skipSpace(inside: container, opened)
    guard bytes[position] == container.closer else { return false }
    position += 1
    return true
  }

  /// Steps over a comma and the space behind it, returning the comma's place, or over the container's end, returning nil.
  private mutating func comma(
    or container: JSONError.Container, _ opened: Range<Int>
  ) throws(JSONError) -> Int? {
    try skipSpace(inside: container, opened)
    let place = position
    switch bytes[place] {
    case container.closer:
      position += 1
      return nil
    case UInt8(ascii: ","):
      position += 1
      try skipSpace(inside: container, opened)
      return place
    default: throw unexpected(.commaOrEnd(of: container))
    }
  }

  /// Skips white space up to a byte that is there.
  private mutating func skipSpace(
    inside container: JSONError.Container, _ opened: Range<Int>
  ) throws(JSONError) {
    skipSpace()
    guard position < end else { throw JSONError(.unclosed(container, opened: opened), at: end..<end) }
  }

  private mutating func reportDuplicates(in members: [JSONMember]) throws(JSONError) {
    // A handful of keys is compared fastest in pairs; a table keeps an object of a hundred thousand from being quadratic.
    if members.count <= 12 {
      for (index, member) in members.enumerated() {
        guard let first = members[..<index].first(where: { $0.key == member.key }) else { continue }
        try report(.duplicateKey(member.key, first: first.keyRange), at: member.keyRange)
      }
      return
    }
    var seen: [String: Range<Int>] = [:]
    seen.reserveCapacity(members.count)
    for member in members {
      if let first = seen[member.key] {
        try report(.duplicateKey(member.key, first: first), at: member.keyRange)
      } else {
        seen[member.key] = member.keyRange
      }
    }
  }

  /// Notes a fault and lets the reading go on, unless there are too many.
  mutating func report(_ problem: JSONError.Problem, at range: Range<Int>) throws(JSONError) {
    let error = JSONError(problem, at: range)
    if errors.count + 1 >= JSONReader.errorLimit { throw error }
    errors.append(error)
  }

  /// The fault of a character at `position` that does not belong there.
  func unexpected(_ expected: JSONError.Expectation) -> JSONError {
    let length: Int
    do throws(JSONError) { length = try scalarLength(at: position) } catch { return error }
    let range = position..<position + length
    let scalar = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    return JSONError(.unexpected(scalar, expected: expected), at: range)
  }
}

extension JSONError.Container {
  fileprivate var closer: UInt8 { self == .object ? UInt8(ascii: "}") : UInt8(ascii: "]") }
}
