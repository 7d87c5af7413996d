import CPixels
import PressBytes
import PressScene

extension SVGPainter {
  /// The picture's own bytes, defined once for all its places: a unit square of its stored pixels.
  func draw(_ placed: PlacedPicture, on out: inout SVGText) throws(PaintError) {
    let id = "p" + placed.picture.digest.prefix(16)
    try define(id) { out throws(PaintError) in
      try placed.picture.checkForSVG()
      out.raw("<image")
      out.attribute("id", id)
      out.raw(" width=\"1\" height=\"1\" preserveAspectRatio=\"none\" href=\"data:image/")
      out.append(placed.picture.format.rawValue)
      out.raw(";base64,")
      out.append(Base64.encode(placed.picture.bytes))
      out.raw("\"/>")
    }
    // Within the rounding of the scene's grid it is all shown.
    let isCut = !placed.crop.contains(placed.box, tolerance: 0.002)
    if isCut {
      out.raw("<g")
      out.attribute("clip-path", url: try define(clip: Path(rect: placed.crop)))
      out.raw(">")
    }
    out.raw("<use")
    out.href(id)
    out.attribute(transform: placed.transform)
    out.raw("/>")
    if isCut { out.raw("</g>") }
  }
}

extension Picture {
  /// What has no PDF has no SVG: CMYK, and what cannot be decoded. A JPEG has been looked through when it was read.
  ///
  /// - Throws: ``PaintError/Problem/unreadablePicture``.
  fileprivate func checkForSVG() throws(PaintError) {
    guard format == .png || components < 4 else { throw PaintError(.unreadablePicture) }
    guard format == .png else { return }
    let status = bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return certpress_status.CERTPRESS_TRUNCATED }
      return certpress_png_validate(start, bytes.count, nil)
    }
    guard status == .CERTPRESS_OK else { throw PaintError(.unreadablePicture) }
  }
}
