import PressDiagnostics

extension Schema {
  /// The schema as JSON Schema; see ``Template/jsonSchema``.
  /// - Parameters:
  ///   - title: of the whole.
  ///   - wholeDates: fields whose dates need their day, whatever is printed of them.
  func jsonSchema(title: String, wholeDates: Set<String> = []) -> String {
    var writer = JSONSchemaWriter(wholeDates: wholeDates)
    writer.write(self, title: title)
    return writer.json.text
  }
}

/// Writes a schema as JSON Schema. Its patterns are ECMA-262's and mean the same to Python's `re`.
private struct JSONSchemaWriter {
  let wholeDates: Set<String>
  var json = JSONWriter(style: .indented)

  init(wholeDates: Set<String>) { self.wholeDates = wholeDates }

  mutating func write(_ schema: Schema, title: String) {
    object {
      $0.json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      $0.json.member("title", title)
      $0.object(of: schema.fields.filter(\.isGiven))
      $0.member("$defs") {
        $0.member("nothing") {
          $0.json.member("description", "No value.")
          $0.types("string", "null")
          $0.member("not") {
            $0.json.member("type", "string")
            $0.json.member("pattern", "\\S|[\\n\\t]")
          }
        }
        $0.member("noEntries") {
          $0.json.key("anyOf")
          $0.alternatives([
            { $0.json.member("$ref", "#/$defs/nothing") },
            {
              $0.json.member("type", "array")
              $0.json.member("maxItems", 0)
            },
          ])
        }
        $0.member("unprintable") {
          $0.json.member("type", "string")
          $0.json.member("pattern", JSONSchemaPattern.unprintable)
        }
      }
    }
  }

  /// A record, or an entry of a list.
  private mutating func object(of fields: [Schema.Field]) {
    json.member("type", "object")
    member("properties") {
      for field in fields { $0.member(field.name) { $0.write(field) } }
    }
    let required = fields.filter { !$0.isOptional }.map(\.name)
    if required.isEmpty { return }
    json.key("required")
    json.array { for name in required { $0.string(name) } }
  }

  private mutating func write(_ field: Schema.Field) {
    json.member("title", field.label)
    if let description = field.printing { json.member("description", description) }
    guard field.isOptional else { return value(of: field) }
    // What holds nothing to print counts as absent. Not `anyOf`: a validator could not say what is wrong with a value.
    switch field.type {
    case .list: types("array", "string", "null")
    case .number: types("number", "string", "null")
    case .text, .date, .image, .url: types("string", "null")
    }
    member("if") { $0.json.member("$ref", "#/$defs/" + (field.type == .list ? "noEntries" : "nothing")) }
    member("else") { $0.value(of: field) }
  }

  private mutating func value(of field: Schema.Field) {
    switch field.type {
    case .list: list(field)
    case .number:
      types("number", "string")
      if let values = field.oneOf {
        json.key("enum")
        json.array {
          for value in values {
            $0.string(value)
            // As a number of JSON too, if it is one.
            if value.isJSONNumber { $0.number(asWritten: value) }
          }
        }
      } else {
        json.member("pattern", JSONSchemaPattern.number)
      }
    case .text, .image:
      text(field)
      if let values = field.oneOf {
        json.key("enum")
        json.array { for value in values { $0.string(value) } }
      } else {
        json.member("pattern", "\\S")
      }
    case .date:
      let precision = precision(of: field)
      text(field)
      if precision == .day { json.member("format", "date") }
      json.member("pattern", JSONSchemaPattern.date(precision))
    case .url:
      text(field)
      json.member("format", "uri")
      json.member("pattern", JSONSchemaPattern.webAddress)
    }
  }

  private mutating func text(_ field: Schema.Field) {
    json.member("type", "string")
    if let minimum = field.minimum { json.member("minLength", minimum) }
    if let maximum = field.maximum { json.member("maxLength", maximum) }
    member("not") { $0.json.member("$ref", "#/$defs/unprintable") }
    if case .mask(let first, let last, _) = field.print {
      // Longer than what the mask shows, or masked already.
      json.key("anyOf")
      alternatives([
        { $0.json.member("minLength", first + last + 1) },
        { $0.json.member("pattern", "[^*]\\*{3}[\\s\\S]*[^*]") },
      ])
    }
  }

  private mutating func list(_ field: Schema.Field) {
    json.member("type", "array")
    json.member("minItems", max(field.minimum ?? 1, 1))
    if let maximum = field.maximum { json.member("maxItems", maximum) }
    member("items") {
      guard field.fields.isEmpty else {
        $0.object(of: field.fields)
        $0.json.member("minProperties", 1)
        return
      }
      $0.json.member("type", "string")
      $0.json.member("pattern", "\\S")
      $0.member("not") { $0.json.member("$ref", "#/$defs/unprintable") }
    }
  }

  /// How much of a date the layout needs.
  private func precision(of field: Schema.Field) -> JSONSchemaPattern.Precision {
    if wholeDates.contains(field.name) { return .day }
    guard case .date(let pattern) = field.print, pattern != DatePattern.chineseName else { return .year }
    let parts = DatePattern(pattern)
    return parts.hasDay ? .day : parts.hasMonth ? .month : .year
  }

  // MARK: JSON

  private mutating func object(_ members: (inout JSONSchemaWriter) -> Void) {
    var inner = self
    json.object {
      inner.json = $0
      members(&inner)
      $0 = inner.json
    }
  }

  private mutating func member(_ key: String, _ members: (inout JSONSchemaWriter) -> Void) {
    json.key(key)
    object(members)
  }

  private mutating func alternatives(_ objects: [(inout JSONSchemaWriter) -> Void]) {
    var inner = self
    json.array {
      inner.json = $0
      for members in objects { inner.object(members) }
      $0 = inner.json
    }
  }

  private mutating func types(_ names: String...) {
    json.key("type")
    json.array { for name in names { $0.string(name) } }
  }
}

extension Schema.Field {
  /// How it is printed, for the people who fill it in; nil if as it is.
  fileprivate var printing: String? {
    var sentences: [String] = []
    switch print {
    case .mask(let first, let last, let stars):
      sentences.append(
        "Printed with its first \(first) and last \(last) characters and \(stars) asterisks between them.")
    case .date(DatePattern.chineseName): sentences.append("Printed in Chinese numerals.")
    case .date(let pattern): sentences.append("Printed as \(pattern).")
    case .number(let decimals, let separator):
      sentences.append(
        "Printed with \(decimals) decimals" + (separator.isEmpty ? "." : ", its thousands parted by \"\(separator)\"."))
    case .numerals(.chinese): sentences.append("Printed in Chinese numerals.")
    case .numerals(.capital): sentences.append("Printed in Chinese capital numerals.")
    case .numerals(.money):
      sentences.append("An amount of money with at most two decimals, printed in capital numerals.")
    case .join(let separator, let last):
      sentences.append(
        "Printed as one text, parted by \"\(separator)\""
          + (last == separator ? "." : ", before the last by \"\(last)\"."))
    case nil: break
    }
    if let defaultText { sentences.append("Where it is missing, \"\(defaultText)\" is printed.") }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

extension String {
  /// RFC 8259, 6, without an exponent.
  fileprivate var isJSONNumber: Bool { wholeMatch(of: #/-?(0|[1-9][0-9]*)(\.[0-9]+)?/#) != nil }
}
