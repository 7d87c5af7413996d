import PressDiagnostics
import PressTemplate

/// Writes records that satisfy a schema: the same for the same schema.
struct Invention {
  let kind: SampleKind
  let schema: Schema

  /// Entries of a list that says nothing of how many it may have: of objects, and of texts, which often stand in one line.
  static let longestList = (objects: 40, texts: 12)
  /// A list that allows thousands is not tried with them.
  static let mostEntries = 500
  private static let usualList = (objects: 5, texts: 3)

  func record() -> [UInt8] {
    var json = JSONWriter(style: .indented)
    write(schema.fields.filter(\.isGiven), entry: 0, to: &json)
    return json.bytes
  }

  /// An object of these fields, as the `entry`th of its list.
  private func write(_ fields: [Schema.Field], entry: Int, to json: inout JSONWriter) {
    // An entry without anything in it is at fault.
    let keepsOne = fields.allSatisfy(\.isOptional) ? fields.first?.name : nil
    json.object { json in
      for field in fields {
        if kind == .optionalsAbsent, field.isOptional, field.name != keepsOne || entry == 0 { continue }
        json.key(field.name)
        switch field.type {
        case .list: write(list: field, to: &json)
        case .image:
          json.string((kind == .noPicture ? .missing : SamplePicture(for: field)).rawValue)
        case .text, .number, .date, .url: json.string(InventedValue(field, extent(of: field), entry: entry).text)
        }
      }
    }
  }

  /// Entries count from 1.
  private func write(list field: Schema.Field, to json: inout JSONWriter) {
    json.array { json in
      for entry in 1...count(of: field) {
        if field.isListOfObjects {
          write(field.fields, entry: entry, to: &json)
        } else {
          json.string(InventedValue(field.textEntry, extent(of: field), entry: entry).text)
        }
      }
    }
  }

  private func count(of field: Schema.Field) -> Int {
    let isObjects = field.isListOfObjects
    let least = max(field.minimum ?? 1, 1)
    let wanted =
      switch kind {
      case .longestList:
        min(field.maximum ?? (isObjects ? Self.longestList.objects : Self.longestList.texts), Self.mostEntries)
      case .shortest: least
      default: min(isObjects ? Self.usualList.objects : Self.usualList.texts, field.maximum ?? .max)
      }
    return max(wanted, least)
  }

  private func extent(of field: Schema.Field) -> InventedValue.Extent {
    switch kind {
    case .longestOfAll: .longest
    case .longest(let name): field.name == name ? .longest : .usual
    case .rareCharacters: SampleKind.mayBeRare(field, in: schema) ? .rare : .usual
    case .longName: .longName
    case .shortest: .shortest
    case .markup: .markup
    case .usual, .optionalsAbsent, .noPicture, .longestList: .usual
    }
  }
}

extension Schema.Field {
  /// What each entry of a list of texts is: the list's own bounds count entries, not characters.
  fileprivate var textEntry: Schema.Field {
    var entry = self
    entry.type = .text
    (entry.minimum, entry.maximum, entry.print) = (nil, nil, nil)
    return entry
  }
}
