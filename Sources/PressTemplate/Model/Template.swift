public import PressDiagnostics
public import PressScene

/// A layout file, fully resolved: every length in points, every style applied, every name found. What is left open is only
/// what a record says.
public struct Template: Sendable {
  /// The certificate's name, as its first line has it.
  public var name: String
  /// One for each page that the layout declares; never empty.
  public var pages: [PageSetup]
  public var document: DocumentTemplate
  public var schema: Schema
  /// In painting order.
  public var elements: [Element]
  public var span: Span

  public init(
    name: String, pages: [PageSetup], document: DocumentTemplate, schema: Schema, elements: [Element], span: Span
  ) {
    self.name = name
    self.pages = pages
    self.document = document
    self.schema = schema
    self.elements = elements
    self.span = span
  }
}

extension Template {
  /// The first page.
  public var page: PageSetup { pages.first ?? PageSetup(size: .zero, area: .zero, provenance: [:]) }
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
  /// Pieces that look otherwise than the whole, ascending: ranges of indices.
  public var looks: [(pieces: Range<Int>, look: InlineLook)] { styled.map { ($0.pieces, $0.look) } }
  private var styled: [StyledPieces] = []

  private struct StyledPieces: Hashable {
    var pieces: Range<Int>
    var look: InlineLook
  }

  public init(pieces: [Piece], span: Span, looks: [(pieces: Range<Int>, look: InlineLook)] = []) {
    self.pieces = pieces
    self.span = span
    styled = looks.map { StyledPieces(pieces: $0.pieces, look: $0.look) }
  }

  /// The record's fields in it; page numbers are not among them.
  public var fields: Set<String> {
    Set(
      pieces.compactMap {
        if case .field(let name, _) = $0, !BuiltIn.names.contains(name) { name } else { nil }
      })
  }
}

/// How a part of the layout's own text differs from the rest of it.
public struct InlineLook: Hashable, Sendable {
  public enum Rise: String, Hashable, Sendable { case none, superscript, lowered = "subscript" }

  /// Nil: the text's own.
  public var family: String?
  public var isBold: Bool
  public var rise: Rise
  /// Nil: the text's own.
  public var color: Color?

  public init(family: String? = nil, isBold: Bool = false, rise: Rise = .none, color: Color? = nil) {
    self.family = family
    self.isBold = isBold
    self.rise = rise
    self.color = color
  }

  /// A super- or subscript's size ÷ that of the text, and how far its baseline stands above the text's, in em of the text.
  public var scale: Double { rise == .none ? 1 : 0.6 }
  public var lift: Double {
    switch rise {
    case .none: 0
    case .superscript: 0.36
    case .lowered: -0.12
    }
  }
}

/// Values that no record gives: where a text stands.
public enum BuiltIn {
  /// `page` and `pages` count the document's pages from 1; `index` an entry within `repeat`.
  public static let names = Set(BuiltInName.allCases.map(\.rawValue))
}
