import CertPress
import PressTemplate

/// Values that fit a schema.
enum ReferenceRecord {
  static func values(for schema: Schema, withOptional: Bool = true) -> [String: RecordValue] {
    var values: [String: RecordValue] = [:]
    for field in schema.fields where withOptional || !field.isOptional {
      values[field.name] =
        switch field.type {
        case .number: .number("36")
        case .date: .text("2022-04-06")
        case .url: .text("https://example.org/verify/4711")
        case .image: .text("photos/000.jpg")
        case .text where field.oneOf != nil: .text(field.oneOf?.first ?? "")
        case .text: .text(field.print == nil ? "示例" : "420106199001010012")
        }
    }
    return values
  }
}
