extension JSONError: CustomStringConvertible {
  /// One sentence, lower case, no full stop. It holds no value of the text; a duplicate key is named.
  public var message: String {
    switch problem {
    case .empty: "there is no JSON here, the text is empty"
    case .notUTF8: "the text is UTF-16 or UTF-32, JSON has to be UTF-8"
    case .invalidUTF8(let byte): "byte \(Self.hex(UInt32(byte), digits: 2)) is not valid UTF-8"
    case .unexpected(let scalar, let expected): "expected \(expected.words), found \(Self.name(of: scalar))"
    case .unclosed(let container, _): "the text ends inside \(container.words)"
    case .trailingComma: "nothing follows this comma"
    case .unknownWord: "expected a value, found a bare word"
    case .controlCharacter(let byte):
      "control character U+\(Self.hex(UInt32(byte), digits: 4)) stands in a string without an escape"
    case .lineBreakInString: "the string is not closed on its line"
    case .invalidEscape: "this escape is none of JSON's"
    case .loneSurrogate(let unit): "\\u\(Self.hex(UInt32(unit), digits: 4)) is half of a surrogate pair"
    case .leadingZero: "a number has a leading zero"
    case .missingDigits: "a number lacks digits here"
    case .duplicateKey(let key, _): "the key '\(key)' stands twice in this object"
    case .tooDeep(let limit): "the value is nested deeper than \(limit) levels"
    }
  }

  /// What to do about it; nil where the message says it all.
  public var hint: String? {
    switch problem {
    case .notUTF8, .invalidUTF8: "save the text as UTF-8; it may be in GB18030, GBK or UTF-16"
    case .unexpected(let scalar, let expected): Self.hint(for: scalar, expected)
    case .unclosed(let container, _): "close it with \(container.closer)"
    case .trailingComma: "delete it"
    case .unknownWord(let meant?): "write \(meant)"
    case .unknownWord(nil): "text stands in double quotes"
    case .controlCharacter(let byte):
      byte == 0x09 ? "write a tab as \\t" : "write it as \\u\(Self.hex(UInt32(byte), digits: 4)), or delete it"
    case .lineBreakInString: "close it with '\"', or write the line break as \\n"
    case .invalidEscape:
      "a backslash itself is written \\\\; the others are \\\" \\/ \\b \\f \\n \\r \\t and \\u with four hex digits"
    case .loneSurrogate: "a character beyond U+FFFF is written as itself, or as two \\u escapes, high half first"
    case .leadingZero: "write a number without it, or the whole as text in double quotes"
    case .duplicateKey: "keep one of the two"
    case .empty, .missingDigits, .tooDeep: nil
    }
  }

  /// A second place that explains the first, with its words.
  public var related: (message: String, range: Range<Int>)? {
    switch problem {
    case .unclosed(let container, let opened): ("\(container.words) begins here", opened)
    case .lineBreakInString(let opened): ("the string begins here", opened)
    case .duplicateKey(_, let first): ("it stands here first", first)
    default: nil
    }
  }

  public var description: String { "byte \(offset): \(message)" }

  /// A name for a character that gives away nothing of a value: marks are shown, letters and digits are not.
  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x30...0x39: "a digit"
    case 0x41...0x5A, 0x61...0x7A: "a letter"
    case 0x21...0x7E: "'\(scalar)'"
    case _ where asciiTwin(of: scalar) != nil: "'\(scalar)'"
    case 0...0x20, 0x7F...0xA0, 0x2000...0x206F, 0x3000, 0xFEFF: "U+\(hex(scalar.value, digits: 4))"
    default: "a character that is not ASCII"
    }
  }

  private static func hint(for scalar: Unicode.Scalar, _ expected: Expectation) -> String? {
    if let twin = asciiTwin(of: scalar) {
      return "JSON wants the ASCII mark \(twin); this one comes from a Chinese keyboard or a word processor"
    }
    switch (scalar, expected) {
    case ("/", _), ("#", _): return "JSON has no comments"
    case ("'", .key), ("'", .value): return "strings stand in double quotes"
    case (_, .key): return "a key stands in double quotes"
    case ("=", .colon): return "a key and its value are parted by ':'"
    case ("\"", .commaOrEnd), ("{", .commaOrEnd), ("[", .commaOrEnd):
      return "a comma is missing before it, or a quote inside the text before it lacks its backslash"
    case (_, .commaOrEnd): return "the text before it may lack its closing quote, or hold a quote without a backslash"
    case (_, .endOfText): return "one JSON text holds one value"
    default: return nil
    }
  }

  /// The ASCII mark that a typographic or full-width one was probably meant to be.
  private static func asciiTwin(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{201C}", "\u{201D}", "\u{FF02}", "\u{2018}", "\u{2019}": "'\"'"
    case "\u{FF0C}", "\u{3001}": "','"
    case "\u{FF1A}": "':'"
    case "\u{FF5B}": "'{'"
    case "\u{FF5D}": "'}'"
    case "\u{FF3B}", "\u{3010}": "'['"
    case "\u{FF3D}", "\u{3011}": "']'"
    default: nil
    }
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension JSONError.Container {
  fileprivate var words: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    }
  }

  fileprivate var closer: String {
    switch self {
    case .object: "'}'"
    case .array: "']'"
    case .string: "'\"'"
    }
  }
}

extension JSONError.Expectation {
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .key: "a key in double quotes"
    case .colon: "':' after the key"
    case .commaOrEnd(let container): "',' or \(container.closer)"
    case .digits: "digits"
    case .endOfText: "the end of the text"
    }
  }
}
