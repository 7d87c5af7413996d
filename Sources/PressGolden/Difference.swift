public import PressScene

/// One thing that is otherwise than recorded, as a sentence and as facts.
public struct Difference: Sendable {
  /// Where it was found.
  public enum Layer: String, Sendable, CaseIterable {
    /// The case does not render, or renders with other warnings.
    case render
    /// `expected.scene`: what each item is and where.
    case geometry
    /// `expected.png`
    case pixels
    /// `expected.text`: what an independent reader extracts from the PDF.
    case text
    /// `expected.structure`: what an independent reader finds the PDF to be made of.
    case structure
  }

  public var layer: Layer
  /// A stable name, for programs: `golden.moved`.
  public var id: String
  /// The paths of the items it is about, in painting order; empty: the document as a whole.
  public var items: [String]
  /// For a person, without a full stop: `姓名 moved 0.30 mm right`.
  public var sentence: String
  /// The line of the layout that drew it, if the layout still has one.
  public var place: Place?
  /// From 1.
  public var page: Int
  /// Where to look on the page, in points.
  public var boxes: [Box]
  /// By how much: millimetres, points, degrees, by name.
  public var measures: [String: Double]

  init(
    _ layer: Layer, _ id: String, _ sentence: String, items: [String] = [], place: Place? = nil, page: Int = 1,
    boxes: [Box] = [], measures: [String: Double] = [:]
  ) {
    self.layer = layer
    self.id = id
    self.items = items
    self.sentence = sentence
    self.place = place
    self.page = page
    self.boxes = boxes
    self.measures = measures
  }

  /// A place in a layout, as an editor finds it.
  public struct Place: Sendable, Hashable {
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int
    /// The line's text.
    public var source: String
  }

  public struct Box: Sendable, Hashable {
    public enum Side: String, Sendable { case expected, actual, both }
    public var side: Side
    public var rect: Rect
  }
}
