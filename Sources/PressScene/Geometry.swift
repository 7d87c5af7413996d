/// A place on the page. Origin top left, x right, y **down**: said here, once, for the whole house.
public struct Point: Hashable, Sendable {
  public var x: Points
  public var y: Points

  public init(x: Points, y: Points) {
    self.x = x
    self.y = y
  }

  public static let zero = Point(x: 0, y: 0)
  public var onGrid: Point { Point(x: x.onGrid, y: y.onGrid) }
  public static func + (left: Point, right: Point) -> Point { Point(x: left.x + right.x, y: left.y + right.y) }
  public static func - (left: Point, right: Point) -> Point { Point(x: left.x - right.x, y: left.y - right.y) }
}

public struct Size: Hashable, Sendable {
  public var width: Points
  public var height: Points

  public init(width: Points, height: Points) {
    self.width = width
    self.height = height
  }

  public static let zero = Size(width: 0, height: 0)
}

/// An upright rectangle; `width` and `height` are never negative.
public struct Rect: Hashable, Sendable {
  public var x: Points
  public var y: Points
  public var width: Points
  public var height: Points

  public init(x: Points, y: Points, width: Points, height: Points) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public init(origin: Point, size: Size) {
    self.init(x: origin.x, y: origin.y, width: size.width, height: size.height)
  }

  public static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  public var maxX: Points { x + width }
  public var maxY: Points { y + height }
  public var origin: Point { Point(x: x, y: y) }
  public var size: Size { Size(width: width, height: height) }
  public var center: Point { Point(x: x + width / 2, y: y + height / 2) }
  public var isEmpty: Bool { width.value <= 0 || height.value <= 0 }

  /// Edges on the scene's grid (not the width: neighbours that touch still touch).
  public var onGrid: Rect {
    let left = x.onGrid
    let top = y.onGrid
    return Rect(x: left, y: top, width: (maxX.onGrid - left).onGrid, height: (maxY.onGrid - top).onGrid)
  }

  public func insetBy(_ distance: Points) -> Rect {
    Rect(
      x: x + distance, y: y + distance, width: max(0, width - distance * 2), height: max(0, height - distance * 2))
  }

  public func union(_ other: Rect) -> Rect {
    if isEmpty { return other }
    if other.isEmpty { return self }
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// The common part, empty (zero size) where there is none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left), height: max(0, min(maxY, other.maxY) - top))
  }

  public func contains(_ other: Rect, tolerance: Points = 0) -> Bool {
    other.x >= x - tolerance && other.y >= y - tolerance && other.maxX <= maxX + tolerance
      && other.maxY <= maxY + tolerance
  }
}

/// An affine map: `x' = a·x + c·y + tx`, `y' = b·x + d·y + ty` (the order of PDF's `cm` and of cairo's matrix).
public struct Transform: Hashable, Sendable {
  public var a, b, c, d: Double
  public var tx, ty: Points

  public init(a: Double, b: Double, c: Double, d: Double, tx: Points, ty: Points) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.tx = tx
    self.ty = ty
  }

  public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, tx: 0, ty: 0)

  public static func translation(_ x: Points, _ y: Points) -> Transform {
    Transform(a: 1, b: 0, c: 0, d: 1, tx: x, ty: y)
  }

  public static func scale(_ x: Double, _ y: Double) -> Transform {
    Transform(a: x, b: 0, c: 0, d: y, tx: 0, ty: 0)
  }

  /// Clockwise on the page (y down), from sine and cosine so that quarter turns stay exact.
  public static func rotation(sine: Double, cosine: Double) -> Transform {
    Transform(a: cosine, b: sine, c: -sine, d: cosine, tx: 0, ty: 0)
  }

  /// First this map, then `next`.
  public func then(_ next: Transform) -> Transform {
    Transform(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      tx: tx * next.a + ty * next.c + next.tx, ty: tx * next.b + ty * next.d + next.ty)
  }

  public func callAsFunction(_ point: Point) -> Point {
    Point(x: point.x * a + point.y * c + tx, y: point.x * b + point.y * d + ty)
  }

  /// The smallest upright rectangle around the image of `rect`.
  public func callAsFunction(_ rect: Rect) -> Rect {
    let corners = [
      self(Point(x: rect.x, y: rect.y)), self(Point(x: rect.maxX, y: rect.y)),
      self(Point(x: rect.x, y: rect.maxY)), self(Point(x: rect.maxX, y: rect.maxY)),
    ]
    let left = corners.map(\.x).min() ?? 0
    let top = corners.map(\.y).min() ?? 0
    let right = corners.map(\.x).max() ?? 0
    let bottom = corners.map(\.y).max() ?? 0
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Coefficients to 1/1,000,000 and offsets on the grid, as a scene stores them.
  public var onGrid: Transform {
    func short(_ value: Double) -> Double {
      let rounded = (value * 1_000_000).rounded() / 1_000_000
      return rounded == 0 ? 0 : rounded
    }
    return Transform(a: short(a), b: short(b), c: short(c), d: short(d), tx: tx.onGrid, ty: ty.onGrid)
  }
}
