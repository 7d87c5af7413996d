public import PressDiagnostics
public import PressScene

/// The data a layout wants, in the order it declares it: `certpress check`, the preview's form and a service's validation
/// all read this.
public struct Schema: Sendable {
  public var fields: [Field]

  public init(fields: [Field]) { self.fields = fields }

  public subscript(_ name: String) -> Field? { fields.first { $0.name == name } }

  public struct Field: Sendable {
    public enum FieldType: String, Sendable, CaseIterable { case text, number, date, image, url, list }

    public var name: String
    public var type: FieldType
    /// What a person calls it: 姓名.
    public var label: String
    public var isOptional: Bool
    /// Characters a text may have at most.
    public var maximum: Int?
    /// Characters a text must have at least.
    public var minimum: Int?
    /// The only values allowed.
    public var oneOf: [String]?
    public var print: PrintRule?
    public var fields: [Field] = []
    public var isListOfObjects: Bool { type == .list && !fields.isEmpty }
    /// Of the declaration's head.
    public var span: Span
    /// Of each rule that is written, by name: `max`, `print`; the numbers of a mask are `print.1`, `print.2`, `print.3`.
    public var provenance: [String: Provenance]

    public init(
      name: String, type: FieldType, label: String, isOptional: Bool, maximum: Int?, minimum: Int?, oneOf: [String]?,
      print: PrintRule?, span: Span, provenance: [String: Provenance] = [:]
    ) {
      self.name = name
      self.type = type
      self.label = label
      self.isOptional = isOptional
      self.maximum = maximum
      self.minimum = minimum
      self.oneOf = oneOf
      self.print = print
      self.span = span
      self.provenance = provenance
    }
  }

  /// How a value is printed, where not as it is.
  public enum PrintRule: Sendable, Hashable {
    /// Keeps the first and the last characters around a fixed count of asterisks, whatever the length.
    case mask(first: Int, last: Int, stars: Int)
    /// `yyyy年M月d日`
    case date(pattern: String)
  }
}
