import CPixels
import PressScene

/// The pixels of a picture that is no JPEG, as an image XObject takes them (ISO 32000-1, 8.9.5).
final class PDFImage {
  /// Samples from the top left, row by row, one byte a component; deflated.
  let samples: [UInt8]
  /// Alpha, a byte a pixel, deflated; nil where all pixels are opaque.
  let alpha: [UInt8]?

  var size: Int { samples.count + (alpha?.count ?? 0) }

  /// - Throws: ``PaintError/Problem/unreadablePicture``.
  init(_ picture: Picture, deflater: Deflater) throws(PaintError) {
    let count = picture.pixelWidth * picture.pixelHeight
    var samples: [UInt8] = []
    var alpha: [UInt8] = []
    samples.reserveCapacity(count * picture.colors)
    for pixel in try Self.pixels(of: picture) {
      let opacity = pixel >> 24
      // Colours were multiplied by their alpha; what cannot be seen is black.
      func color(_ shift: UInt32) -> UInt8 {
        let premultiplied = pixel >> shift & 255
        return opacity == 0 ? 0 : UInt8(min(255, (premultiplied * 255 + opacity / 2) / opacity))
      }
      if picture.colors == 3 {
        samples.append(color(16))
        samples.append(color(8))
      }
      samples.append(color(0))
      if picture.components == 4 { alpha.append(UInt8(opacity)) }
    }
    self.samples = deflater.zlib(samples)
    self.alpha = alpha.allSatisfy({ $0 == 255 }) ? nil : deflater.zlib(alpha)
  }

  private static func pixels(of picture: Picture) throws(PaintError) -> [UInt32] {
    let (width, height) = (Int32(clamping: picture.pixelWidth), Int32(clamping: picture.pixelHeight))
    var status = certpress_status.CERTPRESS_TRUNCATED
    let pixels = [UInt32](unsafeUninitializedCapacity: picture.pixelWidth * picture.pixelHeight) { pixels, count in
      picture.bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress, let target = pixels.baseAddress else { return }
        status = certpress_png_decode(
          start, bytes.count, UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt8.self), width, height,
          4 * Int(width), nil)
      }
      count = status == .CERTPRESS_OK ? picture.pixelWidth * picture.pixelHeight : 0
    }
    guard status == .CERTPRESS_OK else { throw PaintError(.unreadablePicture) }
    return pixels
  }
}

extension PDFFile {
  /// Writes a picture: a JPEG as it is, other pixels deflated, with their alpha as a soft mask (11.6.5.3).
  ///
  /// - Throws: ``PaintError/Problem/unreadablePicture``, for CMYK too, which has no pixels for a PNG either.
  mutating func add(_ picture: Picture, kept: PDFKept, isKept: Bool) throws(PaintError) -> PDFReference {
    guard picture.format != .jpeg else {
      guard picture.components < 4 else { throw PaintError(.unreadablePicture) }
      var entries = PDFBytes()
      entries.imageEntries(picture, colors: picture.colors, filter: "DCTDecode")
      return add(stream: picture.bytes, entries)
    }
    var image = kept.image(picture.digest)
    if image == nil {
      let made = try PDFImage(picture, deflater: kept.quick)
      if isKept { kept.keep(made, as: picture.digest) }
      image = made
    }
    guard let image else { throw PaintError(.unreadablePicture) }
    var entries = PDFBytes()
    entries.imageEntries(picture, colors: picture.colors, filter: "FlateDecode")
    if let alpha = image.alpha {
      var mask = PDFBytes()
      mask.imageEntries(picture, colors: 1, filter: "FlateDecode")
      entries.raw("/SMask ")
      entries.reference(add(stream: alpha, mask))
    }
    return add(stream: image.samples, entries)
  }
}

extension PDFBytes {
  fileprivate mutating func imageEntries(_ picture: Picture, colors: Int, filter: StaticString) {
    raw("/Type/XObject/Subtype/Image/Width ")
    append(integer: picture.pixelWidth)
    raw("/Height ")
    append(integer: picture.pixelHeight)
    raw(colors == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB")
    raw("/BitsPerComponent 8/Filter/")
    raw(filter)
  }
}

extension Picture {
  /// Colour components of a pixel.
  fileprivate var colors: Int { components == 1 ? 1 : 3 }
}
