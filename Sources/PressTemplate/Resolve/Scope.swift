import PressDiagnostics
import PressScene
import PressSyntax

/// A property's value as it has been read.
struct Given {
  var name: Span
  var value: Span
  var written: String
  /// By ``PropertyRule/key``; empty if it could not be read, which has been told.
  var values: [String: any Sendable]

  var isBroken: Bool { values.isEmpty }
}

/// The properties that apply to an element, its own before those of its style. Reading one says where it came from; what is
/// wrong or missing is reported, and makes the element ``isBroken``.
struct Scope {
  /// Properties of one block.
  struct Layer {
    var origin: Provenance.Origin
    var given: [String: Given]
  }

  let findings: Findings
  let node: Node
  /// The element's own first.
  let layers: [Layer]
  /// What relative lengths count from.
  var ruler: Ruler
  private(set) var isBroken = false
  /// Something was not understood, which has been told: what is missing may stand there.
  private var isDamaged: Bool
  private(set) var provenance: [String: Provenance] = [:]

  init(findings: Findings, node: Node, layers: [Layer], ruler: Ruler) {
    self.findings = findings
    self.node = node
    self.layers = layers
    self.ruler = ruler
    isDamaged = node.isDamaged
  }

  var word: String { node.rule.name }
  var head: Span { findings.span(node.head) }

  mutating func fail() { isBroken = true }

  mutating func fail(_ diagnostic: Diagnostic) {
    findings.report(diagnostic)
    isBroken = true
  }

  mutating func failUnlessLopsided(_ diagnostic: Diagnostic) {
    findings.reportIfBalanced(diagnostic)
    isBroken = true
  }

  /// The element's style is not known, or not whole.
  mutating func failStyle() {
    isBroken = true
    isDamaged = true
  }

  /// Says that something is missing, unless it may stand in what was not understood.
  mutating func failMissing(_ diagnostic: Diagnostic) {
    if !isDamaged { findings.reportIfBalanced(diagnostic) }
    isBroken = true
  }

  /// Says that something is missing in all the users of a style: once, with the other places in notes.
  mutating func failMissing(_ diagnostic: Diagnostic, sharedBy style: String) {
    if !isDamaged, !findings.isLopsided { findings.report(diagnostic, sharedBy: style, head: head) }
    isBroken = true
  }

  mutating func record(_ key: String, _ provenance: Provenance) { self.provenance[key] = provenance }

  mutating func record(_ key: String, _ measure: Measure, _ origin: Provenance.Origin) {
    provenance[key] = Provenance(origin, span: measure.span, written: measure.span == nil ? nil : measure.written)
  }

  /// For a property of several parts, each of which is recorded by itself.
  mutating func forget<Value>(_ property: Property<Value>) { provenance[property.name] = nil }

  // MARK: Reading

  /// The first block that has the property in a form that this element takes.
  func find(_ name: String, _ key: String) -> (given: Given, origin: Provenance.Origin)? {
    for (index, layer) in layers.enumerated() {
      guard let given = layer.given[name] else { continue }
      if index > 0 {
        let rivals = PropertyNode.rivals(of: name)
        if layers[..<index].contains(where: { upper in rivals.contains { upper.given[$0] != nil } }) { return nil }
        if !given.isBroken, given.values[key] == nil { continue }
      }
      return (given, layer.origin)
    }
    return nil
  }

  func has<Value>(_ property: Property<Value>) -> Bool { find(property.name, property.key) != nil }

  /// The element's own, whatever its style says.
  func own<Value>(_ property: Property<Value>) -> Given? { layers.first?.given[property.name] }

  func own(named name: String) -> Given? { layers.first?.given[name] }

  /// A property's value and its origin; its default where it is not written. Nil if it has none, or is broken.
  mutating func read<Value>(_ property: Property<Value>) -> (value: Value, origin: Provenance.Origin)? {
    guard let (given, origin) = find(property.name, property.key) else {
      guard let standard = property.standard else { return nil }
      provenance[property.name] = .standard
      return (standard, .default)
    }
    guard let value = given.values[property.key] as? Value else {
      isBroken = true
      return nil
    }
    provenance[property.name] = Provenance(origin, span: given.value, written: given.written)
    return (value, origin)
  }

  mutating func value<Value>(_ property: Property<Value>) -> Value? { read(property)?.value }

  /// Reports a needed property that is not there.
  mutating func require<Value>(_ property: Property<Value>) {
    if property.isNeeded, !has(property) {
      failMissing(.missingProperty(property.name, of: word, wanted: property.wanted, at: head))
    }
  }

  /// What stands behind the element's word.
  mutating func argument<Value>(_ form: Form<Value>) -> Value? {
    if node.arguments.isEmpty {
      failMissing(.missingArgument(of: word, example: node.rule.head, at: findings.span(node.name)))
      return nil
    }
    do {
      return try form.read(ListReader(node.arguments, of: node.name, findings: findings, subject: word))
    } catch {
      isBroken = true
      return nil
    }
  }
}
