public import PressDiagnostics
public import PressScene

/// A template and the values of one record: checked against the schema, normalised, and in the form in which they are printed.
///
/// It holds a person's data: never log it.
public struct FilledTemplate: Sendable {
  public enum Value: Sendable, Hashable {
    /// As printed: masked, formatted.
    case text(String)
    /// A picture's path as the record gives it.
    case picture(path: String)
    /// The entries of a list that has fields of its own, by their bare names; an absent optional field is not in its entry.
    case list([[String: Value]])
    /// A list of texts, and the one text that it is printed as.
    case texts([String], joined: String)

    /// What is printed in a text; nil for what is no text.
    public var printed: String? {
      switch self {
      case .text(let text), .texts(_, let text): text
      case .picture, .list: nil
      }
    }
  }

  public var template: Template
  /// Fields that have a value; an absent optional field is not in it.
  public var values: [String: Value]
  /// What ``Template/document`` says, filled.
  public var document: DocumentValues
  /// The record's name, for diagnostics.
  public var record: String
  /// Where the record's values stand, for diagnostics; those of a list's entries are `grades[3]` and `grades[3].score`, from 1.
  /// Empty for a record made in code.
  public var valueSpans: [String: Span]

  public struct DocumentValues: Sendable, Hashable {
    public var title: String?
    public var author: String?
    public var date: Timestamp?
    public init(title: String?, author: String?, date: Timestamp?) {
      self.title = title
      self.author = author
      self.date = date
    }
  }

  public init(
    template: Template, values: [String: Value], document: DocumentValues, record: String, valueSpans: [String: Span]
  ) {
    self.template = template
    self.values = values
    self.document = document
    self.record = record
    self.valueSpans = valueSpans
  }

  /// A text with its holes filled, and which scalars came from which field.
  public struct FilledText: Sendable {
    public var string: String
    /// Ranges of Unicode scalars in ``string``, ascending.
    public var fields: [(scalars: Range<Int>, field: String)]
    /// Parts that look otherwise than the whole, ascending.
    public var looks: [(scalars: Range<Int>, look: InlineLook)] = []
  }

  /// Fills a text of this template. Absent fields are an empty text; binding has reported where that would lie.
  public func text(_ template: TextTemplate) -> FilledText {
    // Most texts with a value are that value alone.
    if template.pieces.count == 1, template.looks.isEmpty, case .field(let name, _) = template.pieces[0] {
      guard let value = values[name]?.printed else { return FilledText(string: "", fields: []) }
      return FilledText(string: value, fields: [(0..<value.unicodeScalars.count, name)])
    }
    var result = FilledText(string: "", fields: [])
    var count = 0
    // Where each piece begins.
    var starts: [Int] = []
    for piece in template.pieces {
      starts.append(count)
      switch piece {
      case .text(let text):
        result.string += text
        count += text.unicodeScalars.count
      case .field(let name, _):
        guard let value = values[name]?.printed else { continue }
        let length = value.unicodeScalars.count
        result.string += value
        result.fields.append((count..<count + length, name))
        count += length
      }
    }
    starts.append(count)
    result.looks = template.looks.map { (starts[$0.pieces.lowerBound]..<starts[$0.pieces.upperBound], $0.look) }
    return result
  }

  public func has(_ field: String) -> Bool { values[field] != nil }
}
