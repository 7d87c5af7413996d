import PressScene
import PressTemplate

/// How far a box's edges move, in the space that its place counts in.
struct EdgeShift {
  var origin: Point
  /// How much wider and higher it becomes.
  var growth: Point
  /// It was pulled further than it can become small.
  var isSmallest = false

  /// Below that no edge is pulled: a millimetre.
  static let least = Points(mm: 1)
}

/// A pull at an edge or corner.
struct EdgePull {
  /// To the right or left, down or up; 0 for what is not pulled.
  var x: Double
  var y: Double

  /// Nil for handles that are no edges.
  init?(_ handle: Handle) {
    switch handle {
    case .n: (x, y) = (0, -1)
    case .ne: (x, y) = (1, -1)
    case .e: (x, y) = (1, 0)
    case .se: (x, y) = (1, 1)
    case .s: (x, y) = (0, 1)
    case .sw: (x, y) = (-1, 1)
    case .w: (x, y) = (-1, 0)
    case .nw: (x, y) = (-1, -1)
    case .move, .from, .to: return nil
    }
  }

  /// The same edge as it is called in a space that is turned: by the nearest quarter.
  func turned(back turn: Transform) -> EdgePull {
    let (cosine, sine): (Double, Double) =
      abs(turn.a) >= abs(turn.b) ? (turn.a < 0 ? -1 : 1, 0) : (0, turn.b < 0 ? -1 : 1)
    var pull = self
    pull.x = x * cosine + y * sine
    pull.y = y * cosine - x * sine
    return pull
  }

  /// - Parameters:
  ///   - way: of the pointer, in the element's own space.
  ///   - size: of the element as it stands.
  ///   - turn: of the element itself, about its middle.
  /// - Returns: nil where it is at its smallest.
  func shift(_ way: Point, size: Size, of element: Element, turn: Transform) -> EdgeShift? {
    var asked = Point(x: x == 0 ? 0 : way.x * x, y: y == 0 ? 0 : way.y * y)
    if element.isSquare {
      let side = abs(asked.x.value) >= abs(asked.y.value) ? asked.x : asked.y
      asked = Point(x: side, y: side)
    }
    func limited(_ growth: Points, _ length: Points, _ least: Points) -> Points { max(growth, min(0, least - length)) }
    let grown = Point(
      x: limited(asked.x, size.width, element.leastWidth), y: limited(asked.y, size.height, EdgeShift.least))
    guard grown != .zero else { return nil }
    // What is opposite stays; what is not pulled, but grows with the rest, stays where its place is counted.
    let sideX = x == 0 ? 1 - 2 * (element.placeRule(.x)?.share ?? 0) : x
    let sideY = y == 0 ? 1 - 2 * (element.placeRule(.y)?.share ?? 0) : y
    let half = Point(x: grown.x / 2, y: grown.y / 2)
    let middle = turn(Point(x: half.x * sideX, y: half.y * sideY))
    return EdgeShift(origin: middle - half, growth: grown, isSmallest: asked.x < grown.x || asked.y < grown.y)
  }
}

extension Element {
  /// A table is no narrower than its columns, with room for those that take the rest and for the rounding of its number.
  fileprivate var leastWidth: Points {
    guard case .table(let table, _) = kind else { return EdgeShift.least }
    return table.columns.reduce(Points(mm: 0.1)) { $0 + ($1 ?? EdgeShift.least) }
  }
}

extension Transform {
  /// Its turn alone.
  var turn: Transform { Transform(a: a, b: b, c: c, d: d, tx: 0, ty: 0) }

  /// A way on the page in the space that is turned so.
  func back(_ way: Point) -> Point { Point(x: way.x * a + way.y * b, y: way.x * c + way.y * d) }
}
