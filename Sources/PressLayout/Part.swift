import PressDiagnostics
import PressScene
import PressTemplate

/// An element of a template, with what composition would else find out anew for each record.
///
/// An object: what is laid out holds on to it by one reference, and not by a copy of all its properties.
final class Part: Sendable {
  let element: Element
  let children: [Part]
  /// Its place among all of its plan, from 0.
  let number: Int
  /// Nothing in it depends on a record, an entry of a list, or the number of a page: on the same page setup and in the same room
  /// it is always the same.
  let isFixed: Bool
  /// Stands in a `repeat`: its items are called after the entry.
  let isRepeated: Bool
  /// Some of its children are there with one record and not with another, or more than once.
  let hasConditions: Bool
  let isWatermark: Bool
  /// It is a watermark, or holds one.
  let holdsWatermark: Bool
  /// Its text is the layout's own and one piece: shaping may keep it.
  let isOwnText: Bool
  /// Of a text that is meant to be read, and of a line that guides the eye or the pen, which is a grey one.
  let inkColor: Color?
  /// A text that is meant to be read.
  let isReadText: Bool
  let isLine: Bool
  /// A rectangle or a border.
  let isFrame: Bool
  /// What `over` calls it; empty for art.
  let layers: Layers
  /// What it may cover.
  let over: Layers
  /// A white ground, for what stands on it.
  let isUnseen: Bool
  /// The edges that can be seen.
  let edges: [Standing.Edge]
  /// Paths of the elements that it hangs on.
  let targets: [String]
  /// The same column or table with nothing in it, for its place and width; nil for what stays on one page.
  let shell: Part?

  init(_ element: Element, isRepeated: Bool = false, count: inout Int) {
    self.element = element
    self.isRepeated = isRepeated
    number = count
    count += 1
    let isRepeat = if case .repeat = element.kind { true } else { false }
    children = element.children.map { Part($0, isRepeated: isRepeated || isRepeat, count: &count) }
    shell = element.breaks == nil ? nil : Part(element.emptied, isRepeated: isRepeated, count: &count)
    hasConditions = element.children.contains { $0.isCondition }
    isFixed =
      !element.isCondition && !element.isPage && element.breaks == nil && children.allSatisfy(\.isFixed)
      && element.texts.allSatisfy(\.isWords)
    isOwnText = element.texts.allSatisfy { $0.fields.isEmpty && $0.pieces.count == 1 }
    isWatermark = if case .watermark = element.kind { true } else { false }
    holdsWatermark = isWatermark || children.contains(where: \.holdsWatermark)
    isReadText = element.layer == .text && element.role != .artifact
    (isLine, isFrame, inkColor) =
      switch element.kind {
      case .text(let text): (false, false, element.role != .artifact ? text.style.color : nil)
      case .line(let line): (true, false, line.stroke.paint.grey)
      case .rectangle, .border: (false, true, nil)
      default: (false, false, nil)
      }
    layers = element.layer.map { Layers($0) } ?? []
    over = element.placement.over.reduce(into: []) { $0.insert(Layers($1)) }
    isUnseen = element.isUnseen
    edges = element.edges
    targets = element.placement.anchor.targets
  }

  var id: String { element.id }
  var span: Span { element.span }
  var role: Role { element.role }
  var placement: Placement { element.placement }
  var kind: Element.Kind { element.kind }
  var fields: Set<String> { element.fields }
  var provenance: [String: Provenance] { element.provenance }

  /// Itself and all that stands in it, each before its children.
  var all: [Part] { [self] + children.flatMap(\.all) }

  /// Itself, or what it holds where it is no more than a condition.
  var standingTogether: [Part] {
    switch element.kind {
    case .when, .page: children.flatMap(\.standingTogether)
    default: [self]
    }
  }
}

/// Kinds of element, as a set of bits: they are asked for each pair of elements.
struct Layers: OptionSet {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ layer: Placement.Layer) {
    switch layer {
    case .text: self.init(rawValue: 1)
    case .image: self.init(rawValue: 2)
    case .qr: self.init(rawValue: 4)
    case .seal: self.init(rawValue: 8)
    case .line: self.init(rawValue: 16)
    }
  }

  /// The first of them, in the order of the language.
  var first: Placement.Layer? { Placement.Layer.allCases.first { contains(Layers($0)) } }
}

extension Paint {
  fileprivate var grey: Color? { if case .solid(let color) = self, color.isGrey { color } else { nil } }
}

extension Element {
  fileprivate var isCondition: Bool {
    switch kind {
    case .when, .repeat: true
    default: false
    }
  }

  fileprivate var isPage: Bool { if case .page = kind { true } else { false } }

  /// The same column or table with nothing in it.
  fileprivate var emptied: Element {
    var element = self
    switch kind {
    case .column(var column, _):
      column.breaks = nil
      element.kind = .column(column, children: [])
    case .table(var table, _):
      table.breaks = nil
      element.kind = .table(table, children: [])
    default: break
    }
    return element
  }
}

extension TextTemplate {
  /// Without a hole: neither a field nor a number of a page.
  fileprivate var isWords: Bool { pieces.allSatisfy { if case .text = $0 { true } else { false } } }
}
