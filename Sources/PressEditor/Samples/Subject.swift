import PressTemplate

/// What a field is about, as its label tells, and what it may say then.
struct Subject: Sendable {
  /// Usual values, the first the most usual; lists take one after the other.
  var usual: [String]
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
    let row = SubjectTable.rows.first { words.hasAny(of: $0.keys) }
    var subject =
      isChinese(field) ? row?.chinese ?? SubjectTable.anyChinese : row?.other ?? SubjectTable.anyOther
    if let row = SubjectTable.figures.first(where: { words.hasAny(of: $0.keys) }) { subject.figures = row.figures }
    return subject
  }
}

/// The words by which a field is called.
struct LabelWords {
  private let label: String
  private let words: Set<Substring>

  init(_ field: Schema.Field) {
    label = field.label.lowercased()
    words = Set((label + " " + field.name.lowercased()).split { !$0.isLetter })
  }

  /// Chinese is written without spaces: its words are looked for anywhere in the label.
  func hasAny(of keys: [String]) -> Bool {
    keys.contains { key in key.utf8.count > key.count ? label.contains(key) : words.contains(key[...]) }
  }
}
