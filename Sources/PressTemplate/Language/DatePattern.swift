/// How a date is printed: `yyyy`, `MM`, `MMMM` and the like stand for its parts, everything else for itself.
struct DatePattern {
  enum Part: Equatable {
    case year
    /// Its last two digits.
    case shortYear
    case month(padded: Bool)
    /// In English: April, or Apr.
    case monthName(isShort: Bool)
    case day(padded: Bool)
    case literal(Character)
  }

  /// The word for 二〇二二年四月六日.
  static let chineseName = "chinese"

  /// What stands for a part of the date; longer ones before those that they begin with.
  private static let words: [(letters: String, part: Part)] = [
    ("yyyy", .year), ("yy", .shortYear), ("MMMM", .monthName(isShort: false)), ("MMM", .monthName(isShort: true)),
    ("MM", .month(padded: true)), ("M", .month(padded: false)), ("dd", .day(padded: true)), ("d", .day(padded: false)),
  ]

  /// The letters that stand for something, for messages.
  static var vocabulary: [String] { words.map(\.letters) }

  let parts: [Part]

  init(_ pattern: String) {
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let first = rest.first {
      if let word = DatePattern.words.first(where: { rest.hasPrefix($0.letters) }) {
        parts.append(word.part)
        rest = rest.dropFirst(word.letters.count)
      } else {
        parts.append(.literal(first))
        rest = rest.dropFirst()
      }
    }
    self.parts = parts
  }

  /// True if nothing of a date is in it.
  var isEmpty: Bool {
    parts.allSatisfy { if case .literal = $0 { true } else { false } }
  }

  var hasMonth: Bool {
    parts.contains {
      switch $0 {
      case .month, .monthName: true
      default: false
      }
    }
  }
  var hasDay: Bool { parts.contains { if case .day = $0 { true } else { false } } }

  /// With the letters of other programs for those that are known here: `YYYY年MM月DD日`; nil if that makes no pattern of it.
  static func mended(_ pattern: String) -> String? {
    let mended = String(pattern.map { $0 == "Y" ? "y" : $0 == "D" ? "d" : $0 == "m" ? "M" : $0 })
    return unknownPart(of: mended) == nil && !DatePattern(mended).isEmpty ? mended : nil
  }

  /// The first Latin letters in it that stand for nothing, such as `YYYY`, or too many of one: `ddd`.
  static func unknownPart(of pattern: String) -> String? {
    var rest = Substring(pattern)
    while let first = rest.first {
      guard first.isASCII, first.isLetter else {
        rest = rest.dropFirst()
        continue
      }
      let run = String(rest.prefix { $0 == first })
      if !vocabulary.contains(run) { return run }
      rest = rest.dropFirst(run.count)
    }
    return nil
  }
}
