import CertPress
import PressTemplate

/// Values that fit a schema.
enum ReferenceRecord {
  static func values(for schema: Schema, withOptional: Bool = true) -> [String: RecordValue] {
    values(for: schema.fields, withOptional: withOptional)
  }

  private static func values(for fields: [Schema.Field], withOptional: Bool) -> [String: RecordValue] {
    let wanted = fields.filter { withOptional || !$0.isOptional }
    return Dictionary(uniqueKeysWithValues: wanted.map { ($0.name, value(of: $0, withOptional: withOptional)) })
  }

  private static func value(of field: Schema.Field, withOptional: Bool) -> RecordValue {
    switch field.type {
    case .number: return .number("36")
    case .date: return .text("2022-04-06")
    case .url: return .text("https://example.org/verify/4711")
    case .image: return .text("photos/000.jpg")
    case .text where field.oneOf != nil: return .text(field.oneOf?.first ?? "")
    case .text: return .text(field.print == nil ? "示例" : "420106199001010012")
    case .list:
      let fields = values(for: field.fields, withOptional: withOptional).map {
        Record.Field(name: $0.key, value: $0.value)
      }
      let entry: RecordValue = field.fields.isEmpty ? .text("示例") : .object(fields)
      return .list([RecordValue.Item(entry), RecordValue.Item(entry)])
    }
  }
}
