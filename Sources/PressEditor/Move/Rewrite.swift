import CertPress
import PressDiagnostics
import PressScene
import PressSyntax
import PressTemplate

/// Turns changes of an element's place and size into changes of the source.
struct Rewrite {
  let element: Element
  let draft: LayoutDraft
  let outline: SourceOutline
  let index: ElementIndex
  private let statement: ElementSyntax?

  init(_ element: Element, draft: LayoutDraft, outline: SourceOutline, index: ElementIndex) {
    self.element = element
    self.draft = draft
    self.outline = outline
    self.index = index
    statement = outline.statement(element.span)
  }

  var source: Source { draft.sources[element.span.source] }

  /// It stands in a file that the layout includes.
  var isIncluded: Bool { element.span.source != draft.id }

  func outcome(_ changes: PlaceChanges, scope: Drag.Scope?, label: String) -> DragOutcome {
    guard let statement, let edits = edits(changes) else { return .nothing }
    // What would be written besides a number that stays the same is not worth it.
    if edits.isEmpty, changes.additions.isEmpty || !changes.numbers.isEmpty { return .nothing }
    let shared = edits.filter { outline.style(around: $0.span) != nil }
    let own = edits.filter { outline.style(around: $0.span) == nil }
    let added = changes.additions.map { $0.property + ": " + $0.length.text }
    guard let additions = insertion(added, in: statement) else { return .nothing }
    let everywhere = (edits + additions).merged
    guard isIncluded || !shared.isEmpty else { return .edits(everywhere, label: label) }

    let taken = taken(shared)
    guard shared.isEmpty || !taken.isEmpty, let copies = insertion(taken.map(\.text) + added, in: statement) else {
      return .nothing
    }
    let refusal = isIncluded ? hereRefused : nil
    switch scope {
    case .everywhere: return .edits(everywhere, label: label)
    case .here: return refusal.map { .hangs(on: nil, message: $0) } ?? .edits((own + copies).merged, label: label)
    case nil:
      let names = taken.map(\.name) + changes.additions.map(\.property)
      return .choose(
        here: refusal.map { .refused(reason: $0) } ?? .offered(sentence: hereSentence(names)),
        everywhere: .offered(sentence: everywhereSentence(shared: shared, own: own + additions)))
    }
  }

  // MARK: Numbers

  /// Nil where a number is not one that can be reckoned with.
  private func edits(_ changes: PlaceChanges) -> [SourceEdit]? {
    var edits: [SourceEdit] = []
    // What is down first: whether it has a sign decides how what is across may be written.
    for number in changes.numbers.reversed() {
      guard let provenance = element.provenance[number.key], let span = provenance.span else { return nil }
      let written = provenance.written ?? ""
      if number.isOffset {
        let needsOffset = number.key == "x" && isSigned("y", after: edits)
        guard let edit = offset(number, written, span, needsOffset: needsOffset) else { return nil }
        edits += edit
      } else {
        guard var length = WrittenLength(written)?.moved(by: number.way, relative: (element.em, number.percent)) else {
          return nil
        }
        if number.key == "again", length.isNegative { length = .zero(like: length) }
        if length.text != written { edits.append(SourceEdit(span, length.text)) }
      }
    }
    if !changes.numbers.contains(where: { $0.key == "x" }), isSigned("y", after: edits), !edits.isEmpty,
      let x = element.provenance["x"], let span = x.span, x.written == "", element.placeRule(.x)?.isOffset == true
    {
      edits.append(SourceEdit(span, " + 0mm"))
    }
    return edits.reversed()
  }

  /// A number with a sign behind `right of photo` would be read as that one's offset.
  private func isSigned(_ key: String, after edits: [SourceEdit]) -> Bool {
    guard element.placeRule(.y)?.isOffset == false, let provenance = element.provenance[key],
      let span = provenance.span
    else { return false }
    let text = edits.first { $0.span == span }?.replacement ?? provenance.written ?? ""
    return text.hasPrefix("-") || text.hasPrefix("+")
  }

  private func offset(
    _ number: PlaceChanges.Number, _ written: String, _ span: Span, needsOffset: Bool
  ) -> [SourceEdit]? {
    if written.isEmpty {
      let length = WrittenLength(offset: number.way)
      return length.isZero && !needsOffset ? [] : [SourceEdit(span, " " + length.text)]
    }
    guard let old = WrittenLength(written),
      let new = old.moved(by: number.way, relative: (element.em, nil), isOffset: true)
    else {
      return nil
    }
    if new.text == written { return [] }
    if new.isZero, !needsOffset {
      // With the blanks before it, as if it had never been there.
      var start = span.range.lowerBound
      let bytes = draft.sources[span.source].bytes
      while start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
      return [SourceEdit(Span(span.source, start..<span.range.upperBound), "")]
    }
    return [SourceEdit(span, new.text)]
  }

  // MARK: What a style says

  /// The properties of styles in which the edits stand, as they would be written on the element.
  private func taken(_ shared: [SourceEdit]) -> [(name: String, text: String)] {
    var result: [(name: String, text: String)] = []
    var done: Set<SourcePlace> = []
    for edit in shared {
      guard let style = outline.style(around: edit.span),
        let property = style.statement.property(around: edit.span.range), let value = property.value.range,
        done.insert(SourcePlace(style.source, value.lowerBound)).inserted
      else { continue }
      let source = draft.sources[style.source]
      let inside = shared.filter {
        $0.span.source == style.source && value.lowerBound <= $0.span.range.lowerBound
          && $0.span.range.upperBound <= value.upperBound
      }
      let part = Source(name: "", bytes: Array(source.bytes[value]))
      let moved = inside.map { edit in
        let (start, end) = (
          edit.span.range.lowerBound - value.lowerBound, edit.span.range.upperBound - value.lowerBound
        )
        return SourceEdit(Span(edit.span.source, start..<end), edit.replacement)
      }
      let name = source.text(property.name.range)
      result.append((name, name + ": " + String(decoding: part.applying(moved), as: UTF8.self)))
    }
    return result
  }

  /// Nil where there is no block for them.
  private func insertion(_ properties: [String], in statement: ElementSyntax) -> [SourceEdit]? {
    if properties.isEmpty { return [] }
    return BlockInsertion(source).insertion(of: properties, in: statement).map { offset, text in
      [SourceEdit(Span(element.span.source, offset..<offset), text)]
    }
  }
}

extension [SourceEdit] {
  /// What is inserted at one place is one edit, in this order.
  fileprivate var merged: [SourceEdit] {
    var result: [SourceEdit] = []
    for edit in self {
      if edit.span.range.isEmpty, let known = result.firstIndex(where: { $0.span == edit.span }) {
        result[known].replacement += edit.replacement
      } else {
        result.append(edit)
      }
    }
    return result.sorted {
      ($0.span.source.index, $0.span.range.lowerBound) < ($1.span.source.index, $1.span.range.lowerBound)
    }
  }
}
