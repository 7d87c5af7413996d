/// Drawn art in a space of its own, to be scaled to the place that a layout gives it.
public struct VectorArt: Hashable, Sendable {
  /// The art's box, in its own units written as points: greater than 0 each way.
  public var size: Size
  /// In painting order; the origin is the box's top left. They may reach beyond the box: whoever places the art clips it.
  public var shapes: [Shape]

  public init(size: Size, shapes: [Shape]) {
    self.size = size
    self.shapes = shapes
  }
}
