import PressTemplate

/// A value that a field takes, as a record has it.
struct InventedValue {
  enum Extent { case usual, longest, shortest, rare, longName, markup }

  let text: String

  /// - Parameter entry: of a list, from 1, so that its lines are not all alike; 0 outside of one.
  init(_ field: Schema.Field, _ extent: Extent, entry: Int) {
    let subject = field.subject
    if let values = field.oneOf, !values.isEmpty {
      text = Self.choice(of: values, extent, entry)
      return
    }
    switch field.type {
    case .number: text = Self.number(field, subject, extent, entry)
    case .date: text = Self.date(field, extent, entry)
    case .url: text = Self.address(field, extent)
    case .text, .list, .image: text = Self.words(field, subject, extent, entry)
    }
  }

  private static func choice(of values: [String], _ extent: Extent, _ entry: Int) -> String {
    switch extent {
    case .longest: values.reduce(values[0]) { $1.count > $0.count ? $1 : $0 }
    case .shortest: values.reduce(values[0]) { $1.count < $0.count ? $1 : $0 }
    default: values[max(entry - 1, 0) % values.count]
    }
  }

  // MARK: Words

  private static func words(_ field: Schema.Field, _ subject: Subject, _ extent: Extent, _ entry: Int) -> String {
    let turn = entry > 0 ? entry - 1 : subject.isApart ? field.name.utf8.reduce(0) { $0 + Int($1) } : 0
    let usual = subject.usual[turn % subject.usual.count]
    var text =
      switch extent {
      case .usual: usual
      case .longest: subject.long.repeated(to: field.longestLength)
      case .shortest: subject.short
      case .rare: subject.isName ? subject.rare : usual + "䶮"
      case .longName: subject.isName ? subject.longName : usual
      case .markup: #"<b>{x}</b> & "…""#
      }
    // A text of which much is wanted, not one word and a row of fillers.
    if field.leastLength > text.count + 12, !subject.isCode, !subject.isName {
      text += (field.isChinese ? "" : " ") + subject.long.repeated(to: field.leastLength - text.count)
    }
    return text.fitted(least: field.leastLength, most: field.maximum.map { max($0, 1) }, filler: subject.filler)
  }

  // MARK: Numbers

  private static func number(_ field: Schema.Field, _ subject: Subject, _ extent: Extent, _ entry: Int) -> String {
    let figures = subject.figures
    let text =
      switch extent {
      case .longest: figures.long
      case .shortest: "1"
      default: figures.usual[max(entry - 1, 0) % figures.usual.count]
      }
    return text.fitted(least: field.minimum ?? 1, most: field.maximum, filler: "0")
  }

  // MARK: Dates

  /// Days that are as long as they can be in every form: 二〇二六年十二月二十八日, September 28; and as short.
  private static func date(_ field: Schema.Field, _ extent: Extent, _ entry: Int) -> String {
    let words = LabelWords(field)
    let year =
      if words.hasAny(of: ["出生", "生日", "birth", "birthday", "born"]) {
        "1990"
      } else if words.hasAny(of: ["入学", "enrolled"]) {
        "2022"
      } else if words.hasAny(of: ["有效", "截止", "到期", "expires", "valid", "until"]) {
        "2028"
      } else {
        "2026"
      }
    let isNamed = if case .date(let pattern) = field.print { pattern.contains("MMM") } else { false }
    switch extent {
    case .longest: return year + (isNamed ? "-09-28" : "-12-28")
    case .shortest: return year + "-05-01"
    default:
      return year + (words.hasAny(of: ["结束", "end"]) ? "-06-26" : "-06-08")
    }
  }

  // MARK: Addresses

  /// Characters of an address where its field does not say: what a service's verification address has, its check code included.
  static let longestAddress = 120

  private static func address(_ field: Schema.Field, _ extent: Extent) -> String {
    let usual = "https://verify.example.cn/v/HB2026040017"
    let text =
      switch extent {
      case .longest: usual + "?k=" + "9f3b71c0d5e8a264".repeated(to: longestAddress)
      // A service's addresses are not shorter for one person than for another.
      default: usual
      }
    let most = field.maximum ?? (extent == .longest ? longestAddress : nil)
    // In eleven characters no host has room behind https.
    let short = (most ?? .max) < 12 ? "http://a" : text
    return short.fitted(least: field.minimum ?? 0, most: most, filler: "0")
  }
}

extension Schema.Field {
  /// Characters of a text at its longest where it does not say: a third more than a line of A4 has at 16 pt.
  static let longestText = (chinese: 30, other: 60)
  /// A text that allows thousands is not tried with all of them.
  static let mostCharacters = 2_000

  var longestLength: Int {
    if let maximum { return max(min(maximum, Self.mostCharacters), leastLength) }
    return max(subject.longestLength ?? (isChinese ? Self.longestText.chinese : Self.longestText.other), leastLength)
  }

  /// Characters that a value has at least: what a mask shows, and one behind it.
  var leastLength: Int {
    let masked = if case .mask(let first, let last, _) = print { first + last + 1 } else { 1 }
    return max(minimum ?? 1, masked)
  }

  /// True if a Chinese word is wanted.
  var isChinese: Bool { Subject.isChinese(self) }

  var subject: Subject { Subject.of(self) }
}

extension String {
  /// Itself again and again, to so many characters.
  func repeated(to length: Int) -> String {
    guard !isEmpty else { return self }
    var result: [Character] = []
    let characters = Array(self)
    while result.count < length { result.append(characters[result.count % characters.count]) }
    return String(result).withEndsOfWords
  }

  /// Cut or filled up, so that it has as many characters as it may.
  func fitted(least: Int, most: Int?, filler: Character) -> String {
    var characters = Array(self)
    if let most, characters.count > most {
      characters = Array(characters.prefix(most))
      characters = Array(String(characters).withEndsOfWords)
    }
    while characters.count < least { characters.append(filler) }
    return String(characters)
  }

  /// With a letter in place of a mark or a space at its end, where no name and no line ends.
  private var withEndsOfWords: String {
    guard let last, " ·-，、".contains(last), count > 1 else { return self }
    let before = self[index(endIndex, offsetBy: -2)]
    return dropLast() + String(before)
  }
}
