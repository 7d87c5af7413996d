import PressScene

/// A PNG (ISO/IEC 15948) taken apart into what is picture and what is not.
struct PNGFile {
  let bytes: [UInt8]
  let header: Header
  let orientation: Picture.Orientation
  let hasTransparency: Bool
  /// Where the signature and the chunks IHDR, PLTE, tRNS, IDAT and IEND are; neighbours are joined.
  let essential: [Range<Int>]

  /// What IHDR (11.2.2) says.
  struct Header {
    var width: Int
    var height: Int
    var bitDepth: Int
    var colourType: Int
  }

  /// Walks the chunks (5.3) from the signature to IEND.
  init(_ bytes: [UInt8]) throws(MediaError) {
    let header = try Header(bytes)
    var orientation = Picture.Orientation.up
    var hasTransparency = false
    var essential = [0..<8]
    var dataBytes = 0

    var type = ""
    var position = 8
    while type != "IEND" {
      let rest = bytes[position...]
      guard let length = rest.integer(at: 0, bytes: 4), rest.count >= 12 + length else { throw .truncated(.png) }
      let chunk = position..<position + 12 + length
      type = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
      switch type {
      case "IDAT": dataBytes += length
      case "tRNS": hasTransparency = true
      case "eXIf":
        let isWhole = crc32(rest.dropFirst(4).prefix(4 + length)) == rest.integer(at: 8 + length, bytes: 4)
        if isWhole { orientation = EXIF.orientation(inTIFF: rest.dropFirst(8).prefix(length)) }
      default: break
      }
      if ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].contains(type) {
        if essential[essential.count - 1].upperBound == chunk.lowerBound {
          essential[essential.count - 1] = essential[essential.count - 1].lowerBound..<chunk.upperBound
        } else {
          essential.append(chunk)
        }
      }
      position = chunk.upperBound
    }
    guard header.fits(in: dataBytes) else { throw .truncated(.png) }
    (self.bytes, self.header, self.orientation) = (bytes, header, orientation)
    (self.hasTransparency, self.essential) = (hasTransparency, essential)
  }

  /// The same picture with nothing but the picture. Comments, times and EXIF are private; gAMA, cHRM, sRGB and iCCP go
  /// as well, as the painters count samples as sRGB with or without them.
  func stripped() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(essential.reduce(0) { $0 + $1.count })
    for range in essential { result += bytes[range] }
    return result
  }
}

extension PNGFile.Header {
  fileprivate init(_ bytes: [UInt8]) throws(MediaError) {
    let chunk = bytes.dropFirst(8)
    guard chunk.count >= 25 else { throw .truncated(.png) }
    guard chunk.dropFirst(4).starts(with: "IHDR".utf8), let width = chunk.integer(at: 8, bytes: 4),
      let height = chunk.integer(at: 12, bytes: 4), let bitDepth = chunk.integer(at: 16, bytes: 1),
      let colourType = chunk.integer(at: 17, bytes: 1)
    else { throw .damaged(.png, reason: "it does not begin with IHDR") }
    guard width > 0, height > 0 else { throw .damaged(.png, reason: "a width or height of 0") }
    try Pictures.check(width: width, height: height)
    (self.width, self.height, self.bitDepth, self.colourType) = (width, height, bitDepth, colourType)
  }

  /// As painted: 1 grey, 3 RGB, 4 with alpha.
  func components(hasTransparency: Bool) -> Int {
    // Bits of the colour type: 1 palette, 2 colour, 4 alpha.
    if hasTransparency || colourType & 4 != 0 { return 4 }
    return colourType & 2 != 0 ? 3 : 1
  }

  /// deflate packs at most 1,032 bytes into one. Less data are a cut file, or one that would have a decoder reserve
  /// memory for nothing.
  fileprivate func fits(in dataBytes: Int) -> Bool {
    let samples = [2: 3, 4: 2, 6: 4][colourType] ?? 1
    let row = 1 + (width * samples * bitDepth + 7) / 8
    return (dataBytes + 1) * 1032 >= row * height
  }
}

/// The checksum of a chunk, over type and data (5.5). libpng checks those of the chunks that are kept.
private func crc32(_ bytes: ArraySlice<UInt8>) -> Int {
  var remainder: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    remainder ^= UInt32(byte)
    for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
  }
  return Int(~remainder)
}
