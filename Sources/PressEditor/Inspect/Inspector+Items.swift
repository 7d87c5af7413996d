import CertPress
import PressDiagnostics
import PressScene
import PressSyntax
import PressTemplate

extension Inspector {
  /// What can be selected on a page, in painting order, containers before what stands in them.
  /// - Parameter page: from 0.
  public func items(page: Int) -> [InspectedItem] {
    guard let walk = walk(page: page) else { return [] }
    // What is repeated says the same each time.
    var known: [Int: Facts] = [:]
    return walk.seen.map { seen in
      let facts = known[seen.node] ?? facts(of: seen.node, in: walk.index)
      known[seen.node] = facts
      let hangs = hangs(seen, in: walk.index)
      return InspectedItem(
        id: seen.id, word: facts.word, title: facts.title, box: seen.transform(seen.box),
        ink: seen.transform(seen.ink), baselines: seen.baselines,
        parent: walk.index[seen.node].parent.map { walk.index.path(of: $0, around: seen.id, of: seen.node) },
        span: facts.span, fields: facts.fields, fit: seen.text?.fit, properties: facts.properties,
        handles: hangs == nil ? facts.handles : [], hangs: hangs?.message)
    }
  }

  /// What is said of an element wherever it stands.
  private struct Facts {
    var word: String
    var title: String
    var span: Span
    var fields: [String]
    var properties: [InspectedProperty]
    var handles: [Handle]
  }

  private func facts(of node: Int, in index: ElementIndex) -> Facts {
    let element = index[node].element
    let span = outline.statement(element.span).map { Span(element.span.source, $0.range) } ?? element.span
    return Facts(
      word: element.word, title: title(of: element), span: span, fields: element.fields.sorted(),
      properties: element.inspected(in: index[node].parent.map { index[$0].element.id }), handles: element.handles)
  }

  /// What an element shows, in at most thirty characters.
  func title(of element: Element) -> String {
    let text: String? =
      switch element.kind {
      case .text(let text): text.text.written
      case .seal(let seal): seal.text.written
      case .microtext(let microtext): microtext.text.written
      case .watermark(let watermark): watermark.text.written
      case .image(let image):
        switch image.source {
        case .field(let name, _): draft.template?.schema[name]?.label ?? name
        case .file(let path, _): path
        }
      case .qr(let code):
        if case .figure(let alternative) = element.role { alternative } else { code.payload.written }
      case .border(let border): "border " + border.ornament.rawValue
      default: nil
      }
    guard let text, !text.isEmpty else {
      return element.provenance["id"] == nil ? element.word : element.word + " " + element.id.lastName
    }
    return text.count > 30 ? text.prefix(29) + "…" : text
  }
}

extension TextTemplate {
  /// As a layout has it, fields in braces.
  fileprivate var written: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text.replacing("\n", with: " ")
      case .field(let name, _): "{" + name.lastName + "}"
      }
    }.joined()
  }
}

extension String {
  /// The last part of a path.
  var lastName: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}

extension Element {
  /// - Parameter container: the path of what places it, if it has no place of its own.
  fileprivate func inspected(in container: String?) -> [InspectedProperty] {
    readings.compactMap { name, value in
      guard name != "anchor" else { return nil }
      let provenance = provenance[name] ?? standard(name, in: container)
      return InspectedProperty(
        name: name, value: value, written: provenance.written, origin: provenance.origin, span: provenance.span)
    }
  }

  /// Of what is nowhere written under that name.
  private func standard(_ name: String, in container: String?) -> Provenance {
    switch name {
    // What is round has one number for both.
    case "width", "height": return provenance["diameter"] ?? .standard
    case "x", "y":
      if case .flow = placement.anchor, let container { return Provenance(.derived(from: container)) }
      return .standard
    default: return .standard
    }
  }
}

extension Seen {
  /// Of its lines, unless they are vertical or turned.
  fileprivate var baselines: [InspectedItem.Baseline] {
    guard let text, transform.b == 0, transform.c == 0, transform.a > 0 else { return [] }
    var lines: [InspectedItem.Baseline] = []
    // Raised and lowered parts stand off the baseline, and are smaller.
    let runs = text.runs.filter { $0.direction == .horizontal && $0.size == text.fit.usedSize }
    for run in runs {
      let place = run.transform.then(transform)
      let start = place(Point.zero)
      let end = place(Point(x: run.glyphs.reduce(Points.zero) { $0 + $1.advance }, y: 0))
      if let last = lines.last, last.y == start.y {
        lines[lines.count - 1].x2 = max(last.x2, end.x)
      } else {
        lines.append(InspectedItem.Baseline(x1: start.x, y: start.y, x2: end.x))
      }
    }
    return lines
  }
}
