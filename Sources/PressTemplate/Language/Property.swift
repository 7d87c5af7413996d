import PressScene

/// A property of the language: its name, how its value is written, and what it is when it is not written. One entry in
/// ``Properties`` makes it known to the resolver, to suggestions, to completion and to the reference.
struct Property<Value: Sendable>: Sendable {
  let name: String
  let form: Form<Value>
  let standard: Value?
  /// The default as a layout would write it, or a sentence where it is computed.
  let standardText: String?
  let isNeeded: Bool
  let summary: String
  /// Of a seal's lengths: what share of the diameter it is where it is not written.
  var share: Double?

  /// A property that may be left out, in which case it says nothing.
  init(_ name: String, _ form: Form<Value>, _ summary: String) {
    self.init(name, form, standard: nil, text: nil, isNeeded: false, summary)
  }

  /// A property that may be left out, in which case it is computed as `computed` says.
  init(_ name: String, _ form: Form<Value>, computed: String, _ summary: String) {
    self.init(name, form, standard: nil, text: computed, isNeeded: false, summary)
  }

  /// A length of a seal that follows the diameter where it is not written.
  init(_ name: String, _ form: Form<Value>, ofDiameter share: Double, _ summary: String) {
    self.init(name, form, standard: nil, text: "diameter × \(decimal(share))", isNeeded: false, summary)
    self.share = share
  }

  /// A property that must be written.
  init(needed name: String, _ form: Form<Value>, _ summary: String) {
    self.init(name, form, standard: nil, text: nil, isNeeded: true, summary)
  }

  private init(
    _ name: String, _ form: Form<Value>, standard: Value?, text: String?, isNeeded: Bool, _ summary: String
  ) {
    self.name = name
    self.form = form
    self.standard = standard
    standardText = text
    self.isNeeded = isNeeded
    self.summary = summary
  }
}

extension Property where Value: Spelled {
  /// A property with a default.
  init(_ name: String, _ form: Form<Value>, default standard: Value, _ summary: String) {
    self.init(name, form, standard: standard, text: standard.spelling, isNeeded: false, summary)
  }
}

/// A property without the type of its value, for tables.
protocol PropertyRule: Sendable {
  var name: String { get }
  /// Tells apart properties of one name that are written differently: `fit` of a text and `fit` of an image.
  var key: String { get }
  var wanted: String { get }
  var words: [String] { get }
  var examples: [String: String] { get }
  /// What of the layout's own names may stand in it.
  var names: Vocabulary.Terms { get }
  var standardText: String? { get }
  var isNeeded: Bool { get }
  var summary: String { get }
  func read(_ list: ListReader) throws(Reported) -> any Sendable
}

extension Property: PropertyRule {
  var key: String { name + "/" + form.wanted }
  var wanted: String { form.wanted }
  var words: [String] { form.words }
  var examples: [String: String] { form.examples }

  func read(_ list: ListReader) throws(Reported) -> any Sendable { try form.read(list) }
}

/// A value that can be shown as a layout would write it.
protocol Spelled {
  var spelling: String { get }
}

extension RawRepresentable where RawValue == String {
  var spelling: String { rawValue }
}

extension Measure: Spelled {
  var spelling: String { written }
}

extension Int: Spelled {
  var spelling: String { String(self) }
}

extension Double: Spelled {
  var spelling: String { decimal(self) }
}

extension String: Spelled {
  var spelling: String { "\"" + self + "\"" }
}
