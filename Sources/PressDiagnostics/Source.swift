/// One text that diagnostics can point into: a layout file or a record.
public struct Source: Sendable {
  /// The name a person knows it by, as given (usually the path).
  public let name: String
  /// The bytes as read; spans count in these.
  public let bytes: [UInt8]
  /// Whether it holds a person's data: printers then show places in it, but none of its text unless asked to.
  public let isPersonal: Bool
  /// Offset of the first byte of each line, ascending; the first is 0.
  private let lineStarts: [Int]

  public init(name: String, bytes: [UInt8], isPersonal: Bool = false) {
    self.name = name
    self.bytes = bytes
    self.isPersonal = isPersonal
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// How many lines there are; a text that ends with a line break has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// The 1-based line that holds the byte at `offset`; offsets past the end belong to the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a 1-based line, without its line break.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a byte range; invalid UTF-8 is shown as U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The 1-based column of `offset`, counted in Unicode scalars of its line; a tab is one, a byte order mark none.
  ///
  /// Scalars, since editors and languages agree on them for all but the rarest text, and since grapheme clusters change
  /// with each version of Unicode. An offset within a character has that character's column.
  public func column(at offset: Int) -> Int {
    let start = contentRange(ofLine: line(at: offset)).lowerBound
    return text(start..<self.start(ofCharacterAt: offset)).unicodeScalars.count + 1
  }

  /// The offset where the character begins that holds the byte at `offset`, on its line and behind a byte order mark.
  func start(ofCharacterAt offset: Int) -> Int {
    let start = contentRange(ofLine: line(at: offset)).lowerBound
    var end = max(start, min(offset, bytes.count))
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// The 1-based line and column of `offset`, as ``line(at:)`` and ``column(at:)`` count them.
  public func place(at offset: Int) -> (line: Int, column: Int) { (line(at: offset), column(at: offset)) }

  /// The bytes of a 1-based line, without its line break and without the byte order mark of the first.
  func contentRange(ofLine line: Int) -> Range<Int> {
    let range = range(ofLine: line)
    guard line == 1, bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) else { return range }
    return range.lowerBound + 3..<range.upperBound
  }
}

// Not the bytes: they may be a person's data, and are long in any case.
extension Source: CustomStringConvertible, CustomReflectable {
  public var description: String { "\(name) (\(bytes.count) bytes)" }

  public var customMirror: Mirror { Mirror(self, children: ["name": name, "bytes": bytes.count]) }
}

/// Names one source in a ``SourceSet``.
public struct SourceID: Hashable, Sendable {
  public let index: Int
  public init(index: Int) { self.index = index }
}

/// A range of bytes in one source.
public struct Span: Hashable, Sendable {
  public var source: SourceID
  /// UTF-8 offsets, 0-based.
  public var range: Range<Int>

  public init(_ source: SourceID, _ range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// The smallest span that covers both; both must be of one source.
  public func joined(with other: Span) -> Span {
    Span(source, min(range.lowerBound, other.range.lowerBound)..<max(range.upperBound, other.range.upperBound))
  }
}

/// The sources of one piece of work, so that a ``Span`` finds its text.
public struct SourceSet: Sendable {
  public private(set) var all: [Source] = []

  public init() {}

  public mutating func add(_ source: Source) -> SourceID {
    all.append(source)
    return SourceID(index: all.count - 1)
  }

  public subscript(_ id: SourceID) -> Source { all[id.index] }

  public func text(_ span: Span) -> String { self[span.source].text(span.range) }
}
