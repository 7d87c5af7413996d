public import PressDiagnostics
public import PressScene

/// The data a layout wants, in the order it declares it: `certpress check`, the preview's form and a service's validation
/// all read this.
public struct Schema: Sendable {
  public var fields: [Field]

  public init(fields: [Field]) { self.fields = fields }

  /// A field by its name, or one of a list's own by its qualified name: `grades/score`.
  public subscript(_ name: String) -> Field? {
    if let field = fields.first(where: { $0.name == name }) { return field }
    let parts = name.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let list = fields.first(where: { $0.name == parts[0] }) else { return nil }
    return list.fields.first { $0.name == parts[1] }
  }

  public struct Field: Sendable {
    public enum FieldType: String, Sendable, CaseIterable { case text, number, date, image, url, list }

    public var name: String
    public var type: FieldType
    /// What a person calls it: 姓名.
    public var label: String
    /// True if a record may lack it: it is declared optional, or it has a default.
    public var isOptional: Bool
    /// Characters a text may have at most; entries of a list.
    public var maximum: Int?
    /// Characters a text must have at least; entries of a list.
    public var minimum: Int?
    /// The only values allowed.
    public var oneOf: [String]?
    public var print: PrintRule?
    /// What is printed, as it stands, where the record has no value.
    public var defaultText: String?
    /// The field whose value it prints in a form of its own; no record has a field of its name.
    public var sameAs: String?
    /// What each entry of a list consists of; empty for a list of texts, and for what is no list. Their names are bare: `score`.
    public var fields: [Field]
    /// Of the declaration's head.
    public var span: Span
    /// Of each rule that is written, by name: `max`, `print`; the numbers of a mask are `print.1`, `print.2`, `print.3`.
    public var provenance: [String: Provenance]

    public init(
      name: String, type: FieldType, label: String, isOptional: Bool, maximum: Int?, minimum: Int?, oneOf: [String]?,
      print: PrintRule?, defaultText: String? = nil, fields: [Field] = [], span: Span,
      provenance: [String: Provenance] = [:]
    ) {
      self.name = name
      self.type = type
      self.label = label
      self.isOptional = isOptional
      self.maximum = maximum
      self.minimum = minimum
      self.oneOf = oneOf
      self.print = print
      self.defaultText = defaultText
      self.fields = fields
      self.span = span
      self.provenance = provenance
    }

    /// True if a record has it.
    public var isGiven: Bool { sameAs == nil }

    /// True if something is printed for it whatever the record says.
    public var isAlwaysPresent: Bool { !isOptional || defaultText != nil }

    /// True for a list whose entries are objects, not texts.
    public var isListOfObjects: Bool { type == .list && !fields.isEmpty }
  }

  /// How a value is printed, where not as it is.
  public enum PrintRule: Sendable, Hashable {
    /// Keeps the first and the last characters around a fixed count of asterisks, whatever the length.
    case mask(first: Int, last: Int, stars: Int)
    /// `yyyy年M月d日`
    case date(pattern: String)
    /// So many decimals, rounded half away from zero; the separator stands between groups of three digits.
    case number(decimals: Int, separator: String)
    /// In Chinese characters.
    case numerals(Numerals)
    /// A list of texts in one, the last separator a word of its own: 甲、乙和丙.
    case join(separator: String, last: String)
  }

  public enum Numerals: String, Sendable, CaseIterable {
    /// 一百二十三点五 (GB/T 15835)
    case chinese
    /// 壹佰贰拾叁点伍
    case capital
    /// 壹佰贰拾叁元伍角, as the People's Bank of China has it written on bills
    case money
  }
}
