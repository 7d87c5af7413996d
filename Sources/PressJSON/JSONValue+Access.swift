extension JSONValue {
  /// The value of an object's member; nil for another kind of value or a name that it lacks. Linear in the members.
  public subscript(key: String) -> JSONValue? { members?.first { $0.key == key }?.value }

  public var string: String? { if case .string(let text) = kind { text } else { nil } }

  public var bool: Bool? { if case .bool(let flag) = kind { flag } else { nil } }

  /// The number, if it is written as an integer (`12`, not `12.0` or `1e3`) and fits.
  public var int: Int? { if case .number(let text) = kind { Int(text) } else { nil } }

  /// The number, rounded to the nearest `Double`.
  public var double: Double? { if case .number(let text) = kind { Double(text) } else { nil } }

  public var array: [JSONValue]? { if case .array(let elements) = kind { elements } else { nil } }

  public var members: [JSONMember]? { if case .object(let members) = kind { members } else { nil } }

  public var isNull: Bool { if case .null = kind { true } else { false } }
}

// A value may hold a person's data, so it shows only its shape, to reflection too.
extension JSONValue: CustomStringConvertible, CustomReflectable {
  public var description: String {
    switch kind {
    case .null: "null"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .array(let elements): "array of \(elements.count)"
    case .object(let members): "object(\(members.map(\.key).joined(separator: ", ")))"
    }
  }

  public var customMirror: Mirror { Mirror(self, children: []) }
}
