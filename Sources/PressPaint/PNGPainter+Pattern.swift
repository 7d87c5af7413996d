import CCairo
import PressScene

extension PNGPainter {
  /// Draws the cell at each place.
  func draw(_ pattern: Pattern) throws(PaintError) {
    for place in pattern.places {
      try saved { () throws(PaintError) in
        transform(by: place)
        for shape in pattern.cell { draw(shape) }
      }
    }
  }
}
