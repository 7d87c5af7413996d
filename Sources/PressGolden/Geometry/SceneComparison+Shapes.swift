import PressScene

extension SceneComparison {
  mutating func compareShapes(_ before: Item, _ after: Item, _ old: [Shape], _ new: [Shape]) {
    if old == new {
      _ = compareBoxes(before, after)
      return
    }
    guard old.count == new.count else { return report(.outline, before, after) }
    compareCoats(before, after, old, new)
    let outlines = old.map(\.path)
    if outlines.isNear(new.map(\.path)) { return }
    let known = changes.count
    let shift = compareBoxes(before, after)
    let moved = shift.map { way in outlines.map { path in path.map { ($0 + way).onGrid } } }
    if changes.count > known, moved == nil || moved?.isNear(new.map(\.path)) == true { return }
    report(.outline, before, after)
  }

  /// How the same shapes are painted.
  /// - Parameter scale: from the shapes' units to points.
  private mutating func compareCoats(
    _ before: Item, _ after: Item, _ old: [Shape], _ new: [Shape], scale: Double = 1
  ) {
    let pairs = Array(zip(old, new))
    func first<Value: Equatable>(_ value: (Shape) -> Value?) -> (was: Value, is: Value)? {
      for (one, other) in pairs {
        if let was = value(one), let now = value(other), was != now { return (was, now) }
      }
      return nil
    }
    if let (_, shape) = pairs.first(where: { ($0.fill == nil) != ($1.fill == nil) }) {
      report(.filled(shape.fill != nil), before, after)
    }
    if let (_, shape) = pairs.first(where: { ($0.stroke == nil) != ($1.stroke == nil) }) {
      report(.stroked(shape.stroke != nil), before, after)
    }
    if let paint = first({ $0.fill?.paint.look }) ?? first({ $0.stroke?.paint.look }) {
      report(.color(was: paint.was.paint, is: paint.is.paint), before, after)
    } else if let fill = first({ $0.fill?.paint }) {
      compareGradients(before, after, fill, pairs.first(where: { shape, _ in shape.fill != nil }))
    }
    if let width = first({ $0.stroke.map { ($0.width * scale).onGrid } }) {
      report(.strokeWidth(was: width.was, is: width.is), before, after)
    }
    if first({ $0.stroke?.style }) != nil { report(.strokeStyle, before, after) }
    if first({ $0.fill?.rule }) != nil { report(.outline, before, after) }
    if let opacity = first({ $0.opacity }) { report(.opacity(was: opacity.was, is: opacity.is), before, after) }
  }

  /// Of the same colours.
  private mutating func compareGradients(
    _ before: Item, _ after: Item, _ paint: (was: Paint, is: Paint), _ shapes: (Shape, Shape)?
  ) {
    guard let shapes else { return }
    if let was = paint.was.degrees, let degrees = paint.is.degrees {
      let turn = Turn.between(was, degrees)
      if turn != 0 { return report(.gradientTurned(degrees: turn), before, after) }
    }
    // It begins and ends where the shape does.
    let (one, other) = (paint.was.points(in: shapes.0.path.controlBox), paint.is.points(in: shapes.1.path.controlBox))
    if zip(one, other).contains(where: { abs($0 - $1) > 0.002 }) { report(.gradientPlaced, before, after) }
  }

  mutating func comparePatterns(_ before: Item, _ after: Item, _ old: Pattern, _ new: Pattern) {
    if old.places.count != new.places.count {
      report(.places(was: old.places.count, is: new.places.count), before, after)
    }
    let known = changes.count
    if old.cell.count == new.cell.count {
      compareCoats(
        before, after, old.cell, new.cell, scale: new.places.first.map { ($0.a * $0.a + $0.b * $0.b).squareRoot() } ?? 1
      )
    }
    if let was = old.places.first, let place = new.places.first, was.turn(to: place) != .none,
      old.cell.map(\.path) == new.cell.map(\.path)
    {
      report(.turned(degrees: was.turn(to: place).degrees), before, after)
    }
    let shift = compareBoxes(before, after)
    guard changes.count == known || shift != nil, old.places.count == new.places.count else { return }
    let map = Transform.translation(shift?.x ?? 0, shift?.y ?? 0)
    let places = old.places.map { $0.then(map).onGrid }
    if !old.cell.map(\.path).isNear(new.cell.map(\.path)) {
      report(.cell, before, after)
    } else if !places.allNear(new.places) {
      report(.outline, before, after)
    }
  }
}

extension Stroke {
  /// All but paint and width.
  fileprivate var style: Stroke {
    Stroke(.solid(.black), width: 1, dash: dash, dashOffset: dashOffset, cap: cap, join: join, miterLimit: miterLimit)
  }
}

extension [Transform] {
  /// Equal but for rounding.
  fileprivate func allNear(_ other: [Transform]) -> Bool {
    zip(self, other).allSatisfy { one, two in
      [one.a - two.a, one.b - two.b, one.c - two.c, one.d - two.d].allSatisfy { abs($0) < 0.000_002 }
        && abs((one.tx - two.tx).value) < 0.0025 && abs((one.ty - two.ty).value) < 0.0025
    }
  }
}

extension Paint {
  /// Kind and colours, wherever they begin and end.
  fileprivate var look: Look { Look(paint: self) }

  fileprivate struct Look: Equatable {
    var paint: Paint

    static func == (left: Look, right: Look) -> Bool {
      switch (left.paint, right.paint) {
      case (.linear(_, _, let one), .linear(_, _, let other)), (.radial(_, _, let one), .radial(_, _, let other)):
        one == other
      default: left.paint == right.paint
      }
    }
  }

  /// Of a linear gradient, clockwise from the right.
  fileprivate var degrees: Double? {
    guard case .linear(let start, let end, _) = self else { return nil }
    return Turn.degrees(x: (end.x - start.x).value, y: (end.y - start.y).value)
  }

  /// Where it begins and ends, in parts of a box.
  fileprivate func points(in box: Rect) -> [Double] {
    func part(_ point: Point) -> [Double] {
      [(point.x - box.x).value / max(box.width.value, 1), (point.y - box.y).value / max(box.height.value, 1)]
    }
    return switch self {
    case .solid: []
    case .linear(let start, let end, _): part(start) + part(end)
    case .radial(let center, let radius, _): part(center) + [radius.value / max(box.width.value, 1)]
    }
  }
}

extension [Path] {
  /// Equal but for the rounding of a move.
  func isNear(_ other: [Path]) -> Bool {
    let (one, two) = (flatMap(\.points), other.flatMap(\.points))
    return one.count == two.count
      && zip(one, two).allSatisfy { abs(($0.x - $1.x).value) < 0.0025 && abs(($0.y - $1.y).value) < 0.0025 }
  }
}

extension Path {
  fileprivate var points: [Point] {
    segments.flatMap { segment -> [Point] in
      switch segment {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
  }
}
