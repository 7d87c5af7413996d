import PressDiagnostics
import PressJSON

/// Takes messages out of a stream of bytes: each has a header that says how long it is (LSP 3.17, Base Protocol).
struct MessageReader: Sendable {
  enum Failure: Error, Equatable {
    /// A header without a length: where the next message begins cannot be known.
    case noLength
    case tooLong
  }

  /// More than the largest layout takes.
  static let limit = 64 << 20
  private static let headerLimit = 4096

  private var buffer: [UInt8] = []
  private var position = 0

  mutating func take(_ bytes: [UInt8]) {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    buffer += bytes
  }

  /// The next whole message; nil if it has not all come in.
  mutating func next() throws(Failure) -> [UInt8]? {
    guard let end = headerEnd() else {
      if buffer.count - position > Self.headerLimit { throw .noLength }
      return nil
    }
    guard let length = length(position..<end.header) else { throw .noLength }
    guard length <= Self.limit else { throw .tooLong }
    guard buffer.count - end.body >= length else { return nil }
    let message = Array(buffer[end.body..<end.body + length])
    position = end.body + length
    return message
  }

  /// Where the header's lines end and the message begins: at an empty line, of whichever kind.
  private func headerEnd() -> (header: Int, body: Int)? {
    var index = position
    while index < buffer.count {
      guard buffer[index] == UInt8(ascii: "\n") else {
        index += 1
        continue
      }
      var next = index + 1
      if next < buffer.count, buffer[next] == UInt8(ascii: "\r") { next += 1 }
      if next < buffer.count, buffer[next] == UInt8(ascii: "\n") { return (index, next + 1) }
      index += 1
    }
    return nil
  }

  private func length(_ header: Range<Int>) -> Int? {
    for line in String(decoding: buffer[header], as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      return Int(parts[1].filter { !$0.isWhitespace }).flatMap { $0 >= 0 ? $0 : nil }
    }
    return nil
  }
}
