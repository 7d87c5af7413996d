import CertPress
import PressTemplate

/// Values that fit a schema.
enum ReferenceRecord {
  static func values(for schema: Schema, withOptional: Bool = true) -> [String: RecordValue] {
    var values: [String: RecordValue] = [:]
    for field in schema.fields where field.isGiven && (withOptional || !field.isOptional) {
      values[field.name] =
        switch field.type {
        case .number: .number("36")
        case .date: .text("2022-04-06")
        case .url: .text("https://example.org/verify/4711")
        case .image: .text("photos/000.jpg")
        case .list where field.fields.isEmpty: .list(["示例", "范例"].map { RecordValue.Item(.text($0)) })
        case .list:
          .list(
            (0..<2).map { _ in
              let entry = Self.values(for: Schema(fields: field.fields), withOptional: withOptional)
              return RecordValue.Item(
                .object(entry.sorted { $0.key < $1.key }.map { Record.Field(name: $0, value: $1) }))
            })
        case .text where field.oneOf != nil: .text(field.oneOf?.first ?? "")
        case .text: .text(field.print == nil ? "示例" : "420106199001010012")
        }
    }
    return values
  }
}
