import CCairo
import PressScene

extension PNGPainter {
  /// Draws the cell at each place that is in sight.
  func draw(_ pattern: Pattern) throws(PaintError) {
    let cell = pattern.cell.paintedBox
    let (toDevice, clip) = (toDevice, clip)
    for place in pattern.places {
      guard !PixelBox(around: place.then(toDevice)(cell)).intersection(clip).isEmpty else { continue }
      try saved { () throws(PaintError) in
        transform(by: place)
        for shape in pattern.cell { draw(shape) }
      }
    }
  }
}
