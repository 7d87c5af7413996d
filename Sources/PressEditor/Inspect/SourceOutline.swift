import CertPress
import PressDiagnostics
import PressSyntax

/// Where a statement begins.
struct SourcePlace: Hashable {
  var source: SourceID
  var offset: Int

  init(_ source: SourceID, _ offset: Int) {
    self.source = source
    self.offset = offset
  }

  init(_ span: Span) { self.init(span.source, span.range.lowerBound) }
}

/// The statements of a layout and of the files that it includes, to be found by the spans that a template keeps.
struct SourceOutline: Sendable {
  struct Style: Sendable {
    var name: String
    var source: SourceID
    var statement: ElementSyntax
  }

  private var elements: [SourcePlace: ElementSyntax] = [:]
  private var styles: [Style] = []

  init(_ draft: LayoutDraft) {
    for (index, source) in draft.sources.all.enumerated() {
      let id = SourceID(index: index)
      add((id == draft.id ? draft.tree : LayoutParser.parse(source, id: id).tree).root, of: source, id)
    }
  }

  private mutating func add(_ block: BlockSyntax, of source: Source, _ id: SourceID) {
    for case .element(let element) in block.statements {
      elements[SourcePlace(id, element.headRange.lowerBound)] = element
      if case .word(_, let name)? = element.arguments.first, source.text(element.name.range) == "style" {
        styles.append(Style(name: name, source: id, statement: element))
      }
      if let inner = element.block { add(inner, of: source, id) }
    }
  }

  /// The statement whose head begins where `head` does.
  func statement(_ head: Span) -> ElementSyntax? { elements[SourcePlace(head)] }

  /// The style that a written value stands in; nil if it stands in an element's own block.
  func style(around span: Span) -> Style? {
    styles.first { style in
      style.source == span.source && style.statement.range.lowerBound <= span.range.lowerBound
        && span.range.upperBound <= style.statement.range.upperBound
    }
  }
}

extension ElementSyntax {
  /// The properties of its own block.
  var properties: [PropertySyntax] {
    (block?.statements ?? []).compactMap { if case .property(let property) = $0 { property } else { nil } }
  }

  /// The property in whose value a written number stands.
  func property(around range: Range<Int>) -> PropertySyntax? {
    properties.first { property in
      guard let value = property.value.range else { return false }
      return value.lowerBound <= range.lowerBound && range.upperBound <= value.upperBound
    }
  }
}
