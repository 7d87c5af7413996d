import PressScene

/// A marker and what belongs to it (ITU-T T.81, B.1.1).
struct JPEGSegment {
  var marker: JPEGMarker
  /// Marker, length and content; after SOS also the entropy-coded data.
  var range: Range<Int>
}

/// The second byte of a marker.
struct JPEGMarker: RawRepresentable, Equatable {
  var rawValue: UInt8

  static let endOfImage = JPEGMarker(rawValue: 0xD9)
  static let startOfScan = JPEGMarker(rawValue: 0xDA)
  static let numberOfLines = JPEGMarker(rawValue: 0xDC)
  static let hierarchical = JPEGMarker(rawValue: 0xDE)
  static let app0 = JPEGMarker(rawValue: 0xE0)
  static let app1 = JPEGMarker(rawValue: 0xE1)
  static let adobe = JPEGMarker(rawValue: 0xEE)
  static let jpegLS = JPEGMarker(rawValue: 0xF7)
  static let comment = JPEGMarker(rawValue: 0xFE)

  /// SOFn, and what stands in its place in a hierarchical file or JPEG-LS; DHT, JPG and DAC lie in between.
  var isFrame: Bool {
    (0xC0...0xCF).contains(rawValue) && ![0xC4, 0xC8, 0xCC].contains(rawValue) || self == .hierarchical
      || self == .jpegLS
  }

  /// Application data and comments. DNL goes with them: it repeats the height, which is in the frame header already.
  var isPrivate: Bool { (0xE0...0xEF).contains(rawValue) || self == .comment || self == .numberOfLines }

  /// SOI, RSTn, TEM and what is no marker at all (00 stuffs a byte FF): none of them has a length.
  var standsAlone: Bool { (0xD0...0xD8).contains(rawValue) || rawValue <= 0x01 }
}

/// Finds one segment after the other.
struct SegmentReader {
  let bytes: [UInt8]
  private var position = 2

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next segment, nil at EOI.
  mutating func next() throws(MediaError) -> JPEGSegment? {
    let start = position
    // Any number of bytes FF may stand before a marker; the last one is its own.
    while position < bytes.count, bytes[position] == 0xFF { position += 1 }
    guard position < bytes.count else { throw .truncated(.jpeg) }
    let marker = JPEGMarker(rawValue: bytes[position])
    guard position > start, !marker.standsAlone else {
      throw .damaged(.jpeg, reason: "no segment where one should begin")
    }
    if marker == .endOfImage { return nil }
    guard let length = bytes[(position + 1)...].integer(at: 0, bytes: 2), position + 1 + length <= bytes.count else {
      throw .truncated(.jpeg)
    }
    guard length >= 2 else { throw .damaged(.jpeg, reason: "a segment shorter than its own length field") }
    let first = position - 1
    position += 1 + length
    if marker == .startOfScan { position = try endOfScan(from: position) }
    return JPEGSegment(marker: marker, range: first..<position)
  }

  /// The index of the first marker after entropy-coded data, in which FF 00 is a byte and FF D0…D7 are restarts.
  private func endOfScan(from start: Int) throws(MediaError) -> Int {
    var index = start
    while let next = bytes.withUnsafeBufferPointer({ $0.firstFF(from: index) }), next + 1 < bytes.count {
      index = next
      switch bytes[index + 1] {
      case 0x00, 0xD0...0xD7: index += 2
      case 0xFF: index += 1
      default: return index
      }
    }
    throw .truncated(.jpeg)
  }
}
