import PressScene

extension Content {
  /// Of a picture, the side of one of its pixels on paper in millimetres; 0 for anything else.
  var sourcePixel: Double {
    guard case .picture(let placed) = self else { return 0 }
    let map = placed.transform
    let across = Points((map.a * map.a + map.b * map.b).squareRoot()).mm / Double(placed.picture.pixelWidth)
    let down = Points((map.c * map.c + map.d * map.d).squareRoot()).mm / Double(placed.picture.pixelHeight)
    return max(across, down)
  }

  /// How dark it can be at most on white paper, 0 to 1.
  var darkness: Double {
    switch self {
    case .text(let runs, _): runs.map(\.paint.darkness).max() ?? 0
    case .shapes(let shapes): shapes.map(\.darkness).max() ?? 0
    case .pattern(let pattern): pattern.cell.map(\.darkness).max() ?? 0
    case .picture, .code, .group: 1
    }
  }
}

extension Shape {
  fileprivate var darkness: Double {
    ([fill?.paint, stroke?.paint].compactMap { $0?.darkness }.max() ?? 0) * opacity
  }
}

extension Paint {
  fileprivate var darkness: Double {
    switch self {
    case .solid(let color): color.darkness
    case .linear(_, _, let stops), .radial(_, _, let stops): stops.map(\.color.darkness).max() ?? 0
    }
  }
}

extension Color {
  /// With the weights of ``GreyPage``.
  fileprivate var darkness: Double {
    1 - (Double(red) * 77 + Double(green) * 151 + Double(blue) * 28) / 256 / 255
  }
}
