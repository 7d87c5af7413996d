import PressDiagnostics
import PressRecord
import PressTemplate

/// Picks the hardest out of a file's records.
struct RecordChoice {
  private let schema: Schema
  private let given: [GivenRecord]
  private(set) var samples: [SampleRecord] = []
  /// Which records are among them, by their place in the file.
  private var places: [Int: Int] = [:]
  private var tried: Set<SampleKind> = []

  /// A record's measure by which another may be harder.
  private struct Best {
    var score = 0
    var place: Int?

    /// The first of equals stays.
    mutating func take(_ other: Int, at place: Int) {
      if other > score { (score, self.place) = (other, place) }
    }
  }

  init(schema: Schema, given: [GivenRecord]) {
    self.schema = schema
    self.given = given
  }

  /// True if a record of the file tries it.
  func isTried(_ kind: SampleKind) -> Bool { tried.contains(kind) }

  mutating func choose() {
    if given.isEmpty { return }
    let kinds = SampleKind.all(for: schema).filter(\.isFound)
    var best: [SampleKind: Best] = [:]
    for (place, given) in given.enumerated() {
      let source = Source(name: given.name, bytes: given.json, isPersonal: true)
      var sources = SourceSet()
      guard let record = Record.read(json: source, id: sources.add(source)).record else { continue }
      for kind in kinds { best[kind, default: Best()].take(RecordMeasure(record, schema).of(kind), at: place) }
    }
    for kind in kinds {
      guard let place = best[kind]?.place else { continue }
      add(place, for: kind)
    }
  }

  /// A record that is there already gets the second name as well.
  private mutating func add(_ place: Int, for kind: SampleKind) {
    tried.insert(kind)
    let name = kind == .usual ? "first of the file" : kind.name(in: schema)
    if let index = places[place] {
      samples[index].name += ", " + name
    } else if samples.count < SampleRecord.most {
      places[place] = samples.count
      samples.append(SampleRecord(name: name, origin: .given(name: given[place].name), json: given[place].json))
    }
  }
}

extension SampleKind {
  /// True if a file is looked through for it. What nobody's record should have, such as markup, is always invented, and the
  /// longest of every field meets in no record.
  fileprivate var isFound: Bool {
    switch self {
    case .usual, .longest, .rareCharacters, .optionalsAbsent, .noPicture, .longestList: true
    case .longestOfAll, .longName, .shortest, .markup: false
    }
  }
}

/// How hard a record is, kind by kind; 0 is not at all.
private struct RecordMeasure {
  let record: Record
  let schema: Schema

  init(_ record: Record, _ schema: Schema) {
    self.record = record
    self.schema = schema
  }

  func of(_ kind: SampleKind) -> Int {
    switch kind {
    case .usual: 1
    case .longest(let name): text(of: name)?.count ?? 0
    case .rareCharacters: rarity
    case .optionalsAbsent: schema.fields.count { $0.isGiven && $0.isOptional && isAbsent($0) }
    case .noPicture: schema.fields.count { $0.isGiven && $0.type == .image && isAbsent($0) }
    case .longestList: longestList
    default: 0
    }
  }

  private func text(of field: String) -> String? {
    if case .text(let text)? = record[field]?.value { text } else { nil }
  }

  private func isAbsent(_ field: Schema.Field) -> Bool {
    switch record[field.name]?.value {
    case nil, .null: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .list(let items): items.isEmpty
    default: false
    }
  }

  /// Entries of its longest list; one entry is no long list.
  private var longestList: Int {
    schema.fields.reduce(0) { longest, field in
      guard field.type == .list, case .list(let items)? = record[field.name]?.value, items.count > 1 else {
        return longest
      }
      return max(longest, items.count)
    }
  }

  /// Characters of its texts, lists left out, that few faces have; those beyond the basic plane count more.
  private var rarity: Int {
    schema.fields.reduce(0) { sum, field in
      guard field.type == .text, let text = text(of: field.name) else { return sum }
      return text.unicodeScalars.reduce(sum) { $0 + $1.rarity }
    }
  }
}

extension Unicode.Scalar {
  /// 0 for Latin, punctuation, the first block of Han characters and full-width forms; 2 beyond the basic plane.
  fileprivate var rarity: Int {
    switch value {
    case 0...0x17F, 0x2000...0x22FF, 0x2460...0x24FF, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF: 0
    case 0x10000...: 2
    default: 1
    }
  }
}
