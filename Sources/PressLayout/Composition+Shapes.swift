import PressScene
import PressTemplate

extension Composition {
  func layOutLine(_ line: LineElement, of element: Part) -> Block {
    let corner = Point(x: min(line.from.x, line.to.x), y: min(line.from.y, line.to.y))
    let far = Point(x: max(line.from.x, line.to.x), y: max(line.from.y, line.to.y))
    let size = Size(width: far.x - corner.x, height: far.y - corner.y)
    return block(of: element, offset: corner, size: size) { box in
      let from = (box.origin + (line.from - corner)).onGrid
      let to = (box.origin + (line.to - corner)).onGrid
      let shape = Shape(Path([.move(from), .line(to)]), stroke: line.stroke)
      let ink = shape.path.controlBox.insetBy(line.stroke.width / -2)
      let isUpright = from.x == to.x || from.y == to.y
      return Drawing(.shapes([shape]), ink: ink, obstacles: isUpright ? [ink] : [])
    }
  }

  func layOutRectangle(_ rectangle: RectangleElement, of element: Part) -> Block {
    let size = Size(width: element.placement.width ?? 0, height: element.placement.height ?? 0)
    return block(of: element, size: size) { box in
      let path =
        rectangle.radius.value > 0
        ? Path(rect: box, radius: rectangle.radius) : Path(rect: box)
      let shape = Shape(
        path.onGrid, fill: rectangle.fill.map { Fill($0.paint(in: box)) }, stroke: rectangle.stroke)
      let half = (rectangle.stroke?.width ?? 0) / 2
      // Its strokes are in the way of others; a fill is a ground to stand on.
      let edges = rectangle.stroke == nil ? [] : box.insetBy(-half).bands(half * 2)
      return Drawing(.shapes([shape]), ink: box.insetBy(-half), obstacles: edges)
    }
  }

  /// What stands in an ellipse is not in its way; its stroke is in the way of nothing but what is near its widest places.
  func layOutEllipse(_ ellipse: EllipseElement, of element: Part) -> Block {
    let size = Size(width: element.placement.width ?? 0, height: element.placement.height ?? 0)
    return block(of: element, size: size) { box in
      let shape = Shape(
        Path(ellipseIn: box).onGrid, fill: ellipse.fill.map { Fill($0.paint(in: box)) }, stroke: ellipse.stroke)
      let half = (ellipse.stroke?.width ?? 0) / 2
      return Drawing(.shapes([shape]), ink: box.insetBy(-half), obstacles: [])
    }
  }

  func layOutPath(_ path: PathElement, of element: Part) -> Block {
    let extent = path.path.controlBox
    let size = Size(width: max(0, extent.maxX), height: max(0, extent.maxY))
    return block(of: element, size: size) { box in
      let moved = path.path.transformed(by: .translation(box.x, box.y))
      let outline = moved.controlBox
      let shape = Shape(moved.onGrid, fill: path.fill.map { Fill($0.paint(in: outline)) }, stroke: path.stroke)
      let reach = path.stroke.map { $0.width / 2 * ($0.join == .miter ? 1.5 : 1) } ?? 0
      return Drawing(.shapes([shape]), ink: outline.insetBy(-reach), obstacles: [])
    }
  }
}

extension AreaPaint {
  /// As it fills a box.
  func paint(in box: Rect) -> Paint {
    func stops(_ colors: [Color]) -> [Paint.Stop] {
      colors.enumerated().map { Paint.Stop(offset: Double($0) / Double(max(1, colors.count - 1)), color: $1) }
    }
    switch self {
    case .solid(let color): return .solid(color)
    case .linear(let angle, let colors):
      // From edge to edge in that direction: the box's shadow on a line of that slope.
      let (sine, cosine) = sineAndCosine(degrees: angle)
      let reach = box.width / 2 * abs(cosine) + box.height / 2 * abs(sine)
      let way = Point(x: reach * cosine, y: reach * sine)
      return .linear(start: (box.center - way).onGrid, end: (box.center + way).onGrid, stops: stops(colors))
    case .radial(let colors):
      return .radial(center: box.center.onGrid, radius: (max(box.width, box.height) / 2).onGrid, stops: stops(colors))
    }
  }
}

extension Rect {
  /// The four bands of a frame of that width inside the edge: top, bottom, left, right.
  func bands(_ width: Points) -> [Rect] {
    [
      Rect(x: x, y: y, width: self.width, height: width),
      Rect(x: x, y: maxY - width, width: self.width, height: width),
      Rect(x: x, y: y, width: width, height: height),
      Rect(x: maxX - width, y: y, width: width, height: height),
    ]
  }
}

extension Path {
  /// A rectangle with round corners; the radius is at most half of the shorter side.
  init(rect: Rect, radius asked: Points) {
    let radius = min(asked, min(rect.width, rect.height) / 2)
    let k = radius * (1 - 0.5522847498)
    func at(_ x: Points, _ y: Points) -> Point { Point(x: x, y: y) }
    let (left, top, right, bottom) = (rect.x, rect.y, rect.maxX, rect.maxY)
    self.init([
      .move(at(left + radius, top)),
      .line(at(right - radius, top)),
      .curve(control1: at(right - k, top), control2: at(right, top + k), end: at(right, top + radius)),
      .line(at(right, bottom - radius)),
      .curve(control1: at(right, bottom - k), control2: at(right - k, bottom), end: at(right - radius, bottom)),
      .line(at(left + radius, bottom)),
      .curve(control1: at(left + k, bottom), control2: at(left, bottom - k), end: at(left, bottom - radius)),
      .line(at(left, top + radius)),
      .curve(control1: at(left, top + k), control2: at(left + k, top), end: at(left + radius, top)),
      .close,
    ])
  }
}
