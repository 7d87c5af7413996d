import PressScene

extension GlyphRun {
  /// Where each glyph with a width has its ink, in the run's space: its em square, no further than its advance. What hangs out is not
  /// looked at.
  ///
  /// Counted from the pen and not from the glyph's origin: an interpunct is drawn with its origin before its half em.
  var cells: [(text: String, rect: Rect)] {
    let scalars = Array(text.unicodeScalars)
    var pen: Points = 0
    return clusters.flatMap { cluster in
      let text = String(String.UnicodeScalarView(scalars[cluster.scalars]))
      return glyphs[cluster.glyphs].compactMap { glyph -> (text: String, rect: Rect)? in
        defer { pen = pen + glyph.advance }
        guard glyph.advance > 0 else { return nil }
        let length = min(glyph.advance, size)
        // A vertical run goes down its column's middle.
        let cell =
          direction == .vertical
          ? Rect(x: size / -2, y: pen, width: size, height: length)
          : Rect(x: pen, y: glyph.position.y - size * 0.88, width: length, height: size)
        return (text, cell)
      }
    }
  }

  /// The same on the page: the upright rectangles around them.
  func cells(by map: Transform) -> [(text: String, rect: Rect)] {
    let way = transform.then(map)
    return cells.map { ($0.text, way($0.rect)) }
  }
}
