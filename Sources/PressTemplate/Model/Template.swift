public import PressDiagnostics
public import PressScene

/// A layout file, fully resolved: every length in points, every style applied, every name found. What is left open is only
/// what a record says.
public struct Template: Sendable {
  /// The certificate's name, as its first line has it.
  public var name: String
  public var page: PageSetup
  public var document: DocumentTemplate
  public var schema: Schema
  /// In painting order.
  public var elements: [Element]
  public var span: Span

  public init(
    name: String, page: PageSetup, document: DocumentTemplate, schema: Schema, elements: [Element], span: Span
  ) {
    self.name = name
    self.page = page
    self.document = document
    self.schema = schema
    self.elements = elements
    self.span = span
  }
}

public struct PageSetup: Sendable {
  public var size: Size
  /// The certificate on the paper, centred; positions count from its top left corner.
  public var area: Rect
  /// `page` for paper by name, else `page.width` and `page.height`; `area.width` and `area.height`.
  public var provenance: [String: Provenance]

  public init(size: Size, area: Rect, provenance: [String: Provenance]) {
    self.size = size
    self.area = area
    self.provenance = provenance
  }
}

public struct DocumentTemplate: Sendable {
  public var title: TextTemplate?
  public var author: TextTemplate?
  /// A date field, or a literal date.
  public var date: DateSource?
  /// BCP 47.
  public var language: String

  public enum DateSource: Sendable {
    case field(String, Span)
    case literal(Timestamp, Span)
  }

  public init(
    title: TextTemplate? = nil, author: TextTemplate? = nil, date: DateSource? = nil, language: String = "zh-CN"
  ) {
    self.title = title
    self.author = author
    self.date = date
    self.language = language
  }
}

/// A string of the layout with its holes.
public struct TextTemplate: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case text(String)
    /// A field's printed value.
    case field(String, Span)
  }
  public var pieces: [Piece]
  /// Of the literal, quotes included; or of the bare field name.
  public var span: Span

  public init(pieces: [Piece], span: Span) {
    self.pieces = pieces
    self.span = span
  }

  public var fields: Set<String> {
    Set(
      pieces.compactMap {
        if case .field(let name, _) = $0 { name } else { nil }
      })
  }
}
