import PressScene
import PressTemplate

/// The art of one repeat of an ornament, and of its corner. A band cell runs from x = 0 to its length about y = 0; a corner
/// piece is centred on the origin.
struct Cells {
  let kind: BorderElement.Ornament
  let height: Points
  let color: Color

  var length: Points {
    switch kind {
    case .wave: height * 2.2
    case .fret: height * 1.2
    case .plain: height
    }
  }

  func count(along distance: Points) -> Int { max(1, Int(distance.ratio(to: length).rounded())) }

  /// Thin enough for many lines to cross without a blot, thick enough to print.
  private var line: Stroke {
    let width = kind == .fret ? height * 0.085 : Points(min(0.45, max(0.25, height.value * 0.03)))
    return Stroke(
      .solid(color), width: width.onGrid, cap: kind == .fret ? .square : .round, join: kind == .fret ? .miter : .round)
  }

  var band: [Shape] {
    switch kind {
    case .wave: [Shape(waves.onGrid, stroke: line)]
    case .fret: [Shape(fret.onGrid, stroke: line)]
    case .plain: []
    }
  }

  var corner: [Shape] {
    switch kind {
    case .wave: [Shape(rosette.onGrid, stroke: line)]
    case .fret: [Shape(fretCorner.onGrid, stroke: line)]
    case .plain: []
    }
  }

  /// Six sine waves, each a sixth of a period behind the one before: together they weave the band of a security paper.
  private var waves: Path {
    let strands = 6
    let parts = 6
    var segments: [Path.Segment] = []
    for strand in 0..<strands {
      let phase = Double(strand) * 360 / Double(strands)
      func at(_ part: Int) -> (point: Point, slope: Double) {
        let (sine, cosine) = sineAndCosine(degrees: phase + Double(part) * 360 / Double(parts))
        let x = length * (Double(part) / Double(parts))
        return (Point(x: x, y: height * (sine / 2)), cosine * .pi * height.ratio(to: length))
      }
      // Cubic Hermite pieces: at 6 a period they follow the sine to 1/640 of its height.
      var before = at(0)
      segments.append(.move(before.point))
      let third = length / Double(parts * 3)
      for part in 1...parts {
        let next = at(part)
        segments.append(
          .curve(
            control1: Point(x: before.point.x + third, y: before.point.y + third * before.slope),
            control2: Point(x: next.point.x - third, y: next.point.y - third * next.slope), end: next.point))
        before = next
      }
    }
    return Path(segments)
  }

  /// Twelve circles through one point, in a ring.
  private var rosette: Path {
    var path = Path()
    let radius = height / 4
    for petal in 0..<12 {
      path += Path(circleAt: point(at: Double(petal) * 30, radius: radius, from: .zero), radius: radius)
    }
    path += Path(circleAt: .zero, radius: height / 2)
    return path
  }

  /// One turn of the meander, on a grid of sixths: in along the foot, up, round and back to the middle.
  private var fret: Path {
    let unit = length / 6
    let rise = height / 5
    let steps: [(Double, Double)] = [
      (0, 2.5), (0.5, 2.5), (0.5, -2.5), (5.5, -2.5), (5.5, 1), (2.5, 1), (2.5, -1), (4, -1), (4, 0),
    ]
    var segments = steps.enumerated().map { index, step -> Path.Segment in
      let place = Point(x: unit * step.0, y: rise * step.1)
      return index == 0 ? .move(place) : .line(place)
    }
    segments += [.move(Point(x: unit * 0.5, y: rise * 2.5)), .line(Point(x: unit * 6, y: rise * 2.5))]
    return Path(segments)
  }

  /// A square in a square.
  private var fretCorner: Path {
    var path = Path()
    for part in [1.0, 0.52, 0.14] {
      let side = height * part
      path += Path(rect: Rect(x: side / -2, y: side / -2, width: side, height: side))
    }
    return path
  }
}
