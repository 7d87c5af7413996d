import CPixels
import PressScene

/// A decoded PNG, and what its header says of it.
public struct Raster: Sendable {
  /// In pixels, at least 1.
  public let width: Int
  /// In pixels, at least 1.
  public let height: Int
  /// Grey or colour, with or without transparency, bits a sample.
  let kind: Kind
  /// Pixels per metre across and down (pHYs); 0 where the file gives none.
  let resolution: Resolution
  /// Row by row from the top left, 0xAARRGGBB, premultiplied.
  let pixels: [UInt32]

  struct Kind: Hashable {
    var hasColor: Bool
    var hasAlpha: Bool
    var depth: Int
  }

  struct Resolution: Hashable {
    var across: Int
    var down: Int
  }

  /// Why a picture cannot be compared; it then never counts as equal.
  public enum Failure: Error {
    /// No PNG, or a damaged one, or one that ends too early.
    case unreadable
    /// More than 200 million pixels.
    case tooLarge
  }

  /// Decodes a PNG of any kind. Every checksum is checked, and the file has to go on to its end.
  ///
  /// - Parameter bytes: the whole file.
  /// - Throws: ``Failure``; nothing of a file in pieces is kept.
  public init(png bytes: [UInt8]) throws(Failure) {
    var header = certpress_header()
    guard certpress_png_read_header(bytes, bytes.count, &header, nil) == .CERTPRESS_OK else { throw .unreadable }
    let (width, height) = (Int(header.width), Int(header.height))
    guard width > 0, height > 0, width * height <= 200_000_000 else { throw .tooLarge }
    var status = certpress_status.CERTPRESS_DAMAGED
    pixels = [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
      buffer.withMemoryRebound(to: UInt8.self) { raw in
        guard let start = raw.baseAddress else { return }
        status = certpress_png_decode(
          bytes, bytes.count, start, header.width, header.height, width * 4, nil)
      }
      if status == .CERTPRESS_OK { count = width * height }
    }
    guard status == .CERTPRESS_OK else { throw .unreadable }
    self.width = width
    self.height = height
    // The bit depth is IHDR's ninth byte, behind signature, length, type, width and height (ISO/IEC 15948, 11.2.2).
    kind = Kind(hasColor: header.colour == .CERTPRESS_COLOUR_RGB, hasAlpha: header.has_alpha, depth: Int(bytes[24]))
    resolution = Resolution(png: bytes)
  }

  /// Whether all pixels are the same, those that cannot be seen among them.
  var isBlank: Bool { pixels.allSatisfy { $0 == pixels[0] } }

  /// Whether something shines through.
  var isTransparent: Bool { pixels.contains { $0 >> 24 != 255 } }

  /// What makes the two pictures different things, whatever their pixels are; nil where nothing does.
  func mismatch(with expected: Raster) -> String? {
    if width != expected.width || height != expected.height {
      return "is \(width) × \(height) pixels, not \(expected.width) × \(expected.height)"
    }
    if kind != expected.kind { return "is \(kind.words), not \(expected.kind.words)" }
    if resolution != expected.resolution { return "is at \(resolution.words), not \(expected.resolution.words)" }
    return nil
  }

  /// The smallest file of these pixels that libpng makes with one of its usual choices of filters: goldens are kept for ever.
  /// Only for opaque colour at 8 bits, which is what we paint.
  func smallestPNG() -> [UInt8]? {
    let (none, up) = (CERTPRESS_PNG_FILTER_NONE, CERTPRESS_PNG_FILTER_UP)
    let all =
      none | up | CERTPRESS_PNG_FILTER_SUB | CERTPRESS_PNG_FILTER_AVERAGE | CERTPRESS_PNG_FILTER_PAETH
    return [none, up, CERTPRESS_PNG_FILTER_PAETH, all].compactMap { png(filters: Int32($0)) }.min {
      $0.count < $1.count
    }
  }

  private func png(filters: Int32) -> [UInt8]? {
    let options = certpress_png_options(
      has_alpha: false, pixels_per_metre: UInt32(resolution.across), compression_level: 9, filters: filters)
    var encoded = certpress_bytes()
    let status = pixels.withUnsafeBytes { raw in
      guard let start = raw.bindMemory(to: UInt8.self).baseAddress else { return certpress_status.CERTPRESS_DAMAGED }
      return certpress_png_encode(start, Int32(width), Int32(height), width * 4, options, &encoded, nil)
    }
    guard status == .CERTPRESS_OK else { return nil }
    defer { certpress_bytes_free(encoded) }
    return Array(UnsafeBufferPointer(start: encoded.start, count: encoded.length))
  }
}

extension Raster.Kind {
  var words: String {
    "\(hasColor ? "colour" : "grey") \(hasAlpha ? "with" : "without") transparency, \(depth) bits a sample"
  }
}

extension Raster.Resolution {
  /// Of pHYs, where its unit is the metre (ISO/IEC 15948, 11.3.5.3).
  fileprivate init(png: [UInt8]) {
    func word(_ offset: Int) -> Int { png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    var chunk = 8
    while chunk + 12 <= png.count {
      let length = word(chunk)
      let type = png[chunk + 4..<chunk + 8]
      if type.elementsEqual("IDAT".utf8) { break }
      if type.elementsEqual("pHYs".utf8), length == 9, chunk + 21 <= png.count, png[chunk + 16] == 1 {
        self.init(across: word(chunk + 8), down: word(chunk + 12))
        return
      }
      chunk += length + 12
    }
    self.init(across: 0, down: 0)
  }

  var words: String {
    if across == 0 { return "no resolution" }
    func dpi(_ perMetre: Int) -> String { decimal(Double(perMetre) * 0.0254, digits: 1) }
    return across == down ? "\(dpi(across)) dpi" : "\(dpi(across)) × \(dpi(down)) dpi"
  }
}
