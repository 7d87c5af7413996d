import CCairo
import CFreeType
import PressScene

extension FontFace {
  /// A glyph's outline as path data in font units, y up: whole numbers, each from the one before, quadratic as in the file.
  ///
  /// - Throws: ``PaintError/Problem/missingGlyph(_:face:)``, ``PaintError/Problem/unreadableFace(name:)``.
  func svgOutline(of glyph: GlyphID) throws(PaintError) -> SVGText {
    try check(glyph)
    var outline = try outline(of: glyph)
    var pen = SVGPen()
    var steps = FT_Outline_Funcs()
    steps.move_to = { end, pen in
      SVGPen.at(pen).move(to: end)
      return 0
    }
    steps.line_to = { end, pen in
      SVGPen.at(pen).draw("l", [end])
      return 0
    }
    steps.conic_to = { control, end, pen in
      SVGPen.at(pen).draw("q", [control, end])
      return 0
    }
    steps.cubic_to = { first, second, end, pen in
      SVGPen.at(pen).draw("c", [first, second, end])
      return 0
    }
    let status = withUnsafeMutablePointer(to: &pen) { FT_Outline_Decompose(&outline, &steps, $0) }
    guard status == 0 else { throw PaintError(.unreadableFace(name: name)) }
    pen.close()
    return pen.text
  }
}

/// Writes the contours that FreeType tells.
private struct SVGPen {
  private(set) var text = SVGText()
  private var place = FT_Vector(x: 0, y: 0)
  private var isOpen = false

  /// What FreeType hands through.
  static func at(_ pointer: UnsafeMutableRawPointer?) -> Reference {
    Reference(pointer: pointer)
  }

  struct Reference {
    let pointer: UnsafeMutableRawPointer?

    private var pen: UnsafeMutablePointer<SVGPen>? { pointer?.assumingMemoryBound(to: SVGPen.self) }

    func move(to end: UnsafePointer<FT_Vector>?) {
      guard let end else { return }
      pen?.pointee.close()
      pen?.pointee.write("M", [end.pointee], from: FT_Vector(x: 0, y: 0))
      pen?.pointee.isOpen = true
    }

    func draw(_ command: StaticString, _ points: [UnsafePointer<FT_Vector>?]) {
      guard let pen else { return }
      pen.pointee.write(command, points.compactMap { $0?.pointee }, from: pen.pointee.place)
    }
  }

  mutating func close() {
    if isOpen { text.raw("z") }
    isOpen = false
  }

  private mutating func write(_ command: StaticString, _ points: [FT_Vector], from origin: FT_Vector) {
    text.raw(command)
    for (index, point) in points.enumerated() {
      if index > 0 { text.raw(" ") }
      text.integer(point.x - origin.x)
      text.raw(" ")
      text.integer(point.y - origin.y)
    }
    place = points.last ?? place
  }
}
