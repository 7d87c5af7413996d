import PressScene

extension [Shape] {
  /// Coordinates that a PDF has to write; placing a form takes about a dozen.
  var numbers: Int {
    reduce(0) { sum, shape in
      shape.path.segments.reduce(sum) { sum, segment in
        switch segment {
        case .move, .line: sum + 2
        case .curve: sum + 6
        case .close: sum
        }
      }
    }
  }
}
