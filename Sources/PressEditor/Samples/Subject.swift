import PressTemplate

/// What a field is about, as its label tells, and what it may say then.
struct Subject: Sendable {
  /// Usual values, the first the most usual; lists take one after the other.
  var usual: [String]
  /// True where two fields of one record mean two people: the director is not the instructor.
  var isApart = false
  /// What long values are made of, repeated.
  var long: String
  var short: String
  /// What fills a value up to a least length.
  var filler: Character
  var isName = false
  /// Letters and digits that an office gives.
  var isCode = false
  /// A name with characters that few faces have.
  var rare = ""
  /// A name as long as names are.
  var longName = ""
  /// Characters at its longest, where the field does not say.
  var longestLength: Int?
  /// Numbers.
  var figures: Figures = .any

  struct Figures: Sendable {
    var usual: [String]
    var long: String

    static let any = Figures(usual: ["12", "8", "36", "5"], long: "1234567")
    static let grade = Figures(usual: ["92", "86", "78", "95", "81"], long: "100")
    static let credits = Figures(usual: ["3", "4", "2", "1.5"], long: "12.5")
    static let sum = Figures(usual: ["162.5"], long: "1162.5")
    static let hours = Figures(usual: ["48", "32", "64"], long: "1280")
    static let money = Figures(usual: ["12800"], long: "98765432.19")
    static let level = Figures(usual: ["3", "2", "1"], long: "27")
  }

  static func isChinese(_ field: Schema.Field) -> Bool {
    let label = field.label
    if ["英文", "拉丁", "拼音", "外文"].contains(where: label.contains) { return false }
    return label.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  static func of(_ field: Schema.Field) -> Subject {
    let words = LabelWords(field)
    // A field called `course` may be labelled 培训项目: what people read decides.
    let row =
      SubjectTable.rows.first { words.hasAny(of: $0.keys, inLabel: true) }
      ?? SubjectTable.rows.first { words.hasAny(of: $0.keys) }
    var subject =
      isChinese(field) ? row?.chinese ?? SubjectTable.anyChinese : row?.other ?? SubjectTable.anyOther
    if let row = SubjectTable.figures.first(where: { words.hasAny(of: $0.keys) }) { subject.figures = row.figures }
    return subject
  }
}

/// The words by which a field is called.
struct LabelWords {
  private let label: String
  private let labelWords: Set<Substring>
  private let nameWords: Set<Substring>

  init(_ field: Schema.Field) {
    label = field.label.lowercased()
    labelWords = Set(label.split { !$0.isLetter })
    nameWords = Set(field.name.lowercased().split { !$0.isLetter })
  }

  /// Chinese is written without spaces: its words are looked for anywhere in the label.
  /// - Parameter inLabel: the field's own name does not count.
  func hasAny(of keys: [String], inLabel: Bool = false) -> Bool {
    keys.contains { key in
      if key.utf8.count > key.count { return label.contains(key) }
      return labelWords.contains(key[...]) || !inLabel && nameWords.contains(key[...])
    }
  }
}
