/// How a date is printed: `yyyy`, `MM`, `M`, `dd` and `d` stand for its parts, everything else for itself.
struct DatePattern {
  enum Part: Equatable {
    case year
    case month(padded: Bool)
    case day(padded: Bool)
    case literal(Character)
  }

  /// The word for 二〇二二年四月六日.
  static let chineseName = "chinese"

  let parts: [Part]

  init(_ pattern: String) {
    var parts: [Part] = []
    var rest = Substring(pattern)
    while let first = rest.first {
      if let (part, length) = DatePattern.part(at: rest) {
        parts.append(part)
        rest = rest.dropFirst(length)
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

  var hasMonth: Bool { parts.contains { if case .month = $0 { true } else { false } } }
  var hasDay: Bool { parts.contains { if case .day = $0 { true } else { false } } }

  private static func part(at text: Substring) -> (Part, Int)? {
    for (letters, part) in [
      ("yyyy", Part.year), ("MM", .month(padded: true)), ("M", .month(padded: false)), ("dd", .day(padded: true)),
      ("d", .day(padded: false)),
    ] where text.hasPrefix(letters) { return (part, letters.count) }
    return nil
  }

  /// The first Latin letters in it that stand for nothing, such as `YYYY`, or too many of one: `MMM`.
  static func unknownPart(of pattern: String) -> String? {
    var rest = Substring(pattern)
    while let first = rest.first {
      guard first.isASCII, first.isLetter else {
        rest = rest.dropFirst()
        continue
      }
      let run = String(rest.prefix { $0 == first })
      if !["yyyy", "MM", "M", "dd", "d"].contains(run) { return run }
      rest = rest.dropFirst(run.count)
    }
    return nil
  }
}
