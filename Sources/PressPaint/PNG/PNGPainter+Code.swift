import CCairo
import PressScene

extension PNGPainter {
  /// Pixels a module, so that scanners read it.
  private static let leastPixels = 4.0

  /// Black pixels only, each module edge at the nearest one: modules differ by at most a pixel.
  func draw(_ code: PlacedCode) throws(PaintError) {
    let toDevice = toDevice
    let scale = abs(toDevice.a * toDevice.d - toDevice.b * toDevice.c).squareRoot()
    let pixels = code.frame.width.value * scale / Double(code.matrix.size)
    // The frame lies on the scene's grid: a thousandth of a point must not refuse what is 4 by intent.
    guard pixels >= Self.leastPixels - 0.001 else {
      let sufficient = (dpi * Self.leastPixels / pixels).rounded(.up)
      let isAllowed = PageRaster.resolutions.contains(sufficient)
      throw PaintError(.coarseCode(pixelsPerModule: pixels, sufficientDPI: isAllowed ? Int(sufficient) : nil))
    }
    guard toDevice.b == 0, toDevice.c == 0, toDevice.a > 0, toDevice.d > 0 else { return fill(code) }  // turned
    fillPixels(of: code.matrix, in: toDevice(code.frame))
  }

  private func fillPixels(of matrix: QRMatrix, in frame: Rect) {
    func edges(_ start: Points, _ length: Points) -> [Double] {
      (0...matrix.size).map { (start.value + length.value * Double($0) / Double(matrix.size)).rounded() }
    }
    let (x, y) = (edges(frame.x, frame.width), edges(frame.y, frame.height))
    inPixels {
      if let target = PixelTarget(of: cairo) {
        for run in matrix.runs {
          let box = PixelBox(around: x[run.columns.lowerBound], y[run.row], x[run.columns.upperBound], y[run.row + 1])
          for clip in target.clips { target.blacken(box.intersection(clip)) }
        }
      } else {
        fill(matrix, x, y)
      }
    }
  }

  /// Where a clip cuts pixels.
  private func fill(_ matrix: QRMatrix, _ x: [Double], _ y: [Double]) {
    cairo_save(cairo)
    cairo_new_path(cairo)
    for run in matrix.runs {
      let (left, top) = (x[run.columns.lowerBound], y[run.row])
      cairo_rectangle(cairo, left, top, x[run.columns.upperBound] - left, y[run.row + 1] - top)
    }
    cairo_set_source_rgb(cairo, 0, 0, 0)
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE)
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING)
    cairo_fill(cairo)
    cairo_restore(cairo)
  }
}

extension QRMatrix {
  /// Dark modules side by side.
  fileprivate var runs: [(row: Int, columns: Range<Int>)] {
    var runs: [(row: Int, columns: Range<Int>)] = []
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while column < size, self[row: row, column: column] { column += 1 }
        if column > start { runs.append((row, start..<column)) } else { column += 1 }
      }
    }
    return runs
  }
}
