extension JPEGFile {
  /// The same picture with nothing but the picture: no EXIF, XMP, IPTC, comments, colour profiles or thumbnails, and
  /// nothing after EOI. Tables and entropy-coded data stay byte for byte.
  ///
  /// Colour profiles (APP2) go too: DCTDecode and cairo ignore them, so samples count as sRGB with or without one, and
  /// a profile can name a device. What is left says in one way only whether the samples are YCbCr or RGB, as libjpeg
  /// decides it: the JFIF header goes before Adobe's marker, and that before component ids.
  func stripped() -> [UInt8] {
    var result: [UInt8] = [0xFF, 0xD8]
    result.reserveCapacity(essential.reduce(32) { $0 + $1.count })
    if let jfif {
      // Up to the density, then a thumbnail of 0 × 0 and a length to match (ITU-T T.871, 10.1).
      result += bytes[jfif.prefix(16)]
      result.replaceSubrange(4..<6, with: [0, 16])
      result += [0, 0]
    } else if let adobe {
      result += bytes[adobe]
    } else if frame.componentIDs == Array("RGB".utf8) {
      // PDF readers don't look at ids and take three components for YCbCr: say transform 0 (Adobe TN 5116, 18).
      result += [0xFF, JPEGMarker.adobe.rawValue, 0, 14] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0]
    }
    for range in essential { result += bytes[range] }
    result += [0xFF, JPEGMarker.endOfImage.rawValue]
    return result
  }
}
