import PressBytes
import PressScene

/// What items refer to. Ids begin with a letter and a colon, which no item's id holds, and go on with what tells the content: an edit
/// elsewhere renames nothing.
struct SVGDefinitions {
  private(set) var parts: [SVGPart] = []
  private var known: Set<String> = []

  private mutating func add(_ id: String, _ write: (inout SVGText) -> Void) -> String {
    if known.insert(id).inserted {
      var text = SVGText()
      write(&text)
      parts.append(SVGPart(id: id, text: text.string))
    }
    return id
  }

  /// By a digest of what it is: for what has no name of its own.
  private mutating func add(_ letter: StaticString, content: SVGText, _ tag: StaticString) -> String {
    let id = "\(letter):" + SHA256.hex(of: Array(content.string.utf8)).prefix(16)
    return add(id) {
      $0.raw("<")
      $0.raw(tag)
      $0.attribute("id", id)
      $0.raw(content.string)
      $0.raw("</")
      $0.raw(tag)
      $0.raw(">")
    }
  }

  // MARK: Glyphs

  /// A glyph's outline in font units, y up.
  mutating func glyph(_ glyph: GlyphID, of face: FaceID, outline: SVGText) -> String {
    add("g:\(face.digest.prefix(8))-\(glyph)") {
      $0.raw("<path")
      $0.attribute("id", "g:\(face.digest.prefix(8))-\(glyph)")
      $0.raw(" d=\"")
      $0.raw(outline.string)
      $0.raw("\"/>")
    }
  }

  func has(_ glyph: GlyphID, of face: FaceID) -> Bool { known.contains("g:\(face.digest.prefix(8))-\(glyph)") }

  // MARK: Paints, clips, cells

  /// The value of `fill` or `stroke`. A gradient's points are in the space of who is painted.
  mutating func paint(_ paint: Paint) -> String {
    switch paint {
    case .solid(let color): return color.hex
    case .linear(let start, let end, let stops):
      return "url(#"
        + gradient("linearGradient", stops) {
          $0.attribute("x1", start.x.value)
          $0.attribute("y1", start.y.value)
          $0.attribute("x2", end.x.value)
          $0.attribute("y2", end.y.value)
        } + ")"
    case .radial(let center, let radius, let stops):
      return "url(#"
        + gradient("radialGradient", stops) {
          $0.attribute("cx", center.x.value)
          $0.attribute("cy", center.y.value)
          $0.attribute("r", radius.value)
        } + ")"
    }
  }

  private mutating func gradient(
    _ tag: StaticString, _ stops: [Paint.Stop], _ geometry: (inout SVGText) -> Void
  ) -> String {
    var content = SVGText()
    content.raw(" gradientUnits=\"userSpaceOnUse\"")
    geometry(&content)
    content.raw(">")
    for stop in stops {
      content.raw("<stop")
      content.attribute("offset", stop.offset, decimals: 6)
      content.attribute("stop-color", stop.color.hex)
      content.raw("/>")
    }
    return add("p", content: content, tag)
  }

  /// The id of a clip to a path.
  mutating func clip(to path: Path) -> String {
    var content = SVGText()
    content.raw("><path d=\"")
    content.path(path)
    content.raw("\"/>")
    return add("c", content: content, "clipPath")
  }

  /// The id of a pattern's cell.
  mutating func cell(_ shapes: SVGText) -> String {
    var content = SVGText()
    content.raw(">")
    content.raw(shapes.string)
    return add("k", content: content, "g")
  }

  // MARK: Pictures

  /// The id of a picture, as large as its pixels.
  mutating func picture(_ picture: Picture) -> String {
    let id = "i:" + picture.digest.prefix(16)
    return add(id) {
      $0.raw("<image")
      $0.attribute("id", id)
      $0.attribute("width", Double(picture.pixelWidth))
      $0.attribute("height", Double(picture.pixelHeight))
      $0.raw(" preserveAspectRatio=\"none\" xlink:href=\"data:image/")
      $0.raw(picture.format.rawValue)
      $0.raw(";base64,")
      $0.raw(String(decoding: Base64.encode(picture.bytes), as: UTF8.self))
      $0.raw("\"/>")
    }
  }
}
