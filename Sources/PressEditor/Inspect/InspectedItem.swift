public import PressDiagnostics
public import PressScene

/// One thing on a page that a person can select: what it is, where it stands, and which written values made it so.
public struct InspectedItem: Sendable {
  /// Its path; in a list with the number of the entry: `grades/3/score`.
  public var id: String
  /// Of the language: `text`.
  public var word: String
  /// What it shows, short: a text's template, a field's label, what a reader is told. Never a record's value.
  public var title: String
  /// In points, from the page's top left corner. Of what stands in a turned group the upright box around it.
  public var box: Rect
  public var ink: Rect
  /// Of a text's lines, where they run from left to right on the page.
  public var baselines: [Baseline]
  /// The path of what places it: a row, column, table or group. Nil on the page itself.
  public var parent: String?
  /// The whole statement in the source, its block included.
  public var span: Span
  /// The record's fields that can change it, in the order of the alphabet.
  public var fields: [String]
  /// Of a text.
  public var fit: TextFit?
  public var properties: [InspectedProperty]
  /// What it can be dragged by; empty where it ``hangs``.
  public var handles: [Handle]
  /// Why it cannot be dragged, and what to do instead; nil where it can.
  public var hangs: String?

  /// In points on the page.
  public struct Baseline: Hashable, Sendable {
    public var x1: Points
    public var y: Points
    public var x2: Points

    public init(x1: Points, y: Points, x2: Points) {
      self.x1 = x1
      self.y = y
      self.x2 = x2
    }
  }
}

/// A property with what set it.
public struct InspectedProperty: Sendable, Hashable {
  /// As in ``Element/provenance``: `font.size`, `x`.
  public var name: String
  /// Lengths in points and millimetres.
  public var value: String
  /// As it stands in the source: `五号`; nil where it is not written.
  public var written: String?
  public var origin: Provenance.Origin
  /// Of the written value.
  public var span: Span?

  public init(name: String, value: String, written: String?, origin: Provenance.Origin, span: Span?) {
    self.name = name
    self.value = value
    self.written = written
    self.origin = origin
    self.span = span
  }
}

/// What an item is dragged by: the whole of it, an edge or corner, named as on a map, or an end of a line.
public enum Handle: String, Sendable, CaseIterable {
  case move
  case n, e, s, w, ne, nw, se, sw
  case from, to
}
