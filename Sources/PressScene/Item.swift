public import PressDiagnostics
import Synchronization

/// One thing on the page: an element of the layout after all decisions.
public struct Item: Sendable {
  /// The path of its element, unique in the scene, independent of order and of edits elsewhere: `fields/name/value`.
  public var id: String
  /// The element in the layout that made it.
  public var span: Span
  /// Which written values placed and sized it, by property name, in the order of the names.
  public var provenance: [String: Provenance]
  /// The record's fields that can change it, directly or through what it hangs on; empty: static.
  public var fields: Set<String>
  public var role: Role
  /// Place in reading order; ascending, unique among a page's items with text or meaning. Artifacts have none.
  public var readingOrder: Int?
  /// The box that layout gave it; nil inside of a pattern's cell.
  public var box: Rect
  /// Around what is painted, never smaller than the ink.
  public var inkBox: Rect
  public var content: Content
  /// Set where composition made the item once and uses it again and again; nil where it was made for this scene alone.
  public var plate: Plate?

  public init(
    id: String, span: Span, provenance: [String: Provenance] = [:], fields: Set<String> = [], role: Role,
    readingOrder: Int? = nil, box: Rect, inkBox: Rect, content: Content
  ) {
    self.id = id
    self.span = span
    self.provenance = provenance
    self.fields = fields
    self.role = role
    self.readingOrder = readingOrder
    self.box = box
    self.inkBox = inkBox
    self.content = content
  }

  public var isStatic: Bool { fields.isEmpty }
}

/// The identity of what was composed once: two items of one plate are equal in everything but their reading order, whatever their
/// scenes and records. What a painter makes of one it may keep, and use for the other.
///
/// A plate says nothing about a scene that the scene does not say itself: painters give the same bytes with and without it.
public struct Plate: Hashable, Sendable {
  private static let last = Atomic<UInt64>(0)
  private let number: UInt64

  /// One that nothing has yet, in this process.
  public init() { number = Self.last.wrappingAdd(1, ordering: .relaxed).newValue }
}

/// What an item means, for tags, readers and OFD.
public enum Role: Hashable, Sendable {
  case heading
  case label
  case value
  case paragraph
  case caption
  case figure(alternative: String)
  case link(to: String)
  /// Decoration: nothing to read.
  case artifact
}

/// What a painter draws. Painters walk this and decide nothing.
public enum Content: Sendable {
  /// Lines of glyph runs, in reading order, and how they came to their size.
  case text([GlyphRun], TextFit)
  /// In painting order.
  case shapes([Shape])
  case picture(PlacedPicture)
  case code(PlacedCode)
  case pattern(Pattern)
  case group(Group)
}

/// A cell of art repeated: the art is written once, each place is a transform from the cell's space to the page.
public struct Pattern: Hashable, Sendable {
  /// In painting order.
  public var cell: [Shape]
  public var places: [Transform]

  public init(cell: [Shape], places: [Transform]) {
    self.cell = cell
    self.places = places
  }
}

/// Items drawn together.
public struct Group: Sendable {
  public enum Purpose: Hashable, Sendable {
    case plain
    /// A seal: the place where a signature appears. Last in reading order; its arc text is outlines.
    case seal
  }

  public var purpose: Purpose
  /// From the children's space to the space around the group.
  public var transform: Transform
  /// In the children's space.
  public var clip: Path?
  /// Of the group as a whole, 0 to 1.
  public var opacity: Double
  /// In painting order.
  public var children: [Item]

  public init(
    purpose: Purpose = .plain, transform: Transform = .identity, clip: Path? = nil, opacity: Double = 1,
    children: [Item]
  ) {
    self.purpose = purpose
    self.transform = transform
    self.clip = clip
    self.opacity = opacity
    self.children = children
  }
}
