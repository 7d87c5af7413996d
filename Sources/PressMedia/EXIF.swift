import PressScene

/// The one thing of EXIF that is needed, before all of it is thrown away: which way is up.
enum EXIF {
  /// Reads tag 274 of a TIFF structure (EXIF 2.32, 4.6.4). Whatever is absent, out of range or nonsense means `.up`.
  /// The structure is walked once, forward, by the entries of its first directory; no offset but the first is followed.
  static func orientation(inTIFF tiff: ArraySlice<UInt8>) -> Picture.Orientation {
    let order: ByteOrder
    if tiff.starts(with: "II*\0".utf8) {
      order = .little
    } else if tiff.starts(with: "MM\0*".utf8) {
      order = .big
    } else {
      return .up
    }
    guard let directory = tiff.integer(at: 4, bytes: 4, order), let count = tiff.integer(at: directory, bytes: 2, order)
    else { return .up }
    for index in 0..<count {
      let entry = directory + 2 + 12 * index
      guard let tag = tiff.integer(at: entry, bytes: 2, order) else { return .up }
      guard tag == 274 else { continue }
      let isLong = tiff.integer(at: entry + 2, bytes: 2, order) == 4
      let value = tiff.integer(at: entry + 8, bytes: isLong ? 4 : 2, order)
      return value.flatMap(Picture.Orientation.init(rawValue:)) ?? .up
    }
    return .up
  }
}

enum ByteOrder {
  case little, big
}

extension ArraySlice<UInt8> {
  /// An unsigned integer of up to 4 bytes, `offset` bytes from the start of the slice; nil past its end.
  func integer(at offset: Int, bytes count: Int, _ order: ByteOrder = .big) -> Int? {
    guard offset >= 0, count >= 0, offset <= self.count - count else { return nil }
    let field = self[startIndex + offset..<startIndex + offset + count]
    switch order {
    case .big: return field.reduce(0) { $0 << 8 | Int($1) }
    case .little: return field.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
