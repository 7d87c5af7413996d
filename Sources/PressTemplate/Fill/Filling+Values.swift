import PressDiagnostics
import PressRecord

extension Filling {
  /// The value as it is printed; nil if it is at fault, which is then told.
  mutating func value(of field: Schema.Field, _ given: Record.Field) -> FilledTemplate.Value? {
    if field.type == .list { return list(of: field, given) }
    guard let written = text(of: field, given) else { return nil }
    guard let text = checked(written, field, given) else { return nil }
    switch field.type {
    case .text:
      guard isAllowed(text, field, given) else { return nil }
      return printed(text, field, given).map { .text($0) }
    case .number:
      guard isNumber(text, given) else { return fail(.notANumber(field, given, record: record.name)) }
      guard isAllowed(text, field, given) else { return nil }
      return printed(text, field, given).map { .text($0) }
    case .date: return date(text, field, given).map { .text($0) }
    case .url:
      guard isWebAddress(text) else { return fail(.notAURL(field, given, record: record.name)) }
      return isAllowed(text, field, given) ? .text(text) : nil
    case .image: return .picture(path: text)
    case .list: return nil  // told apart above
    }
  }

  mutating func fail<Value>(_ diagnostic: Diagnostic) -> Value? {
    diagnostics.append(diagnostic)
    return nil
  }

  /// The value as text: a number may be one where a number is wanted.
  private mutating func text(of field: Schema.Field, _ given: Record.Field) -> String? {
    switch given.value {
    case .text(let text): return text
    case .number(let text) where field.type == .number: return text
    default: return fail(.wrongType(field, given, record: record.name))
    }
  }

  /// The value without what may not stand in any; names come out with the characters that were meant.
  private mutating func checked(_ text: String, _ field: Schema.Field, _ given: Record.Field) -> String? {
    guard text.unicodeScalars.contains(where: \.needsLook) else { return text }
    let reading = TextReading(text, mends: field.type == .text)
    for (scalar, position) in reading.forbidden {
      diagnostics.append(.forbiddenCharacter(scalar, position: position, field, given, record: record.name))
    }
    if !reading.forbidden.isEmpty { return nil }
    for change in reading.changes {
      diagnostics.append(.normalised(change, field, given, record: record.name))
    }
    return reading.text
  }

  /// Bounds and the list of values.
  private mutating func isAllowed(_ text: String, _ field: Schema.Field, _ given: Record.Field) -> Bool {
    if let allowed = field.oneOf, !allowed.contains(where: { $0.unicodeScalars.elementsEqual(text.unicodeScalars) }) {
      diagnostics.append(.notOneOf(allowed, field, given, record: record.name))
      return false
    }
    guard field.maximum != nil || field.minimum != nil else { return true }
    let count = text.count
    if let maximum = field.maximum, count > maximum {
      diagnostics.append(.tooLong(count, maximum, field, given, record: record.name))
      return false
    }
    if let minimum = field.minimum, count < minimum {
      diagnostics.append(.tooShort(count, minimum, field, given, record: record.name))
      return false
    }
    return true
  }

  private mutating func printed(_ text: String, _ field: Schema.Field, _ given: Record.Field) -> String? {
    switch field.print {
    case .mask(let first, let last, let stars): return masked(text, first, last, stars, field, given)
    case .number(let decimals, let separator):
      guard let number = DecimalNumber(text) else { return fail(.numberTooLarge(field, given, record: record.name)) }
      return number.rounded(to: decimals).printed(separator: separator)
    case .numerals(let numerals): return inCharacters(text, numerals, field, given)
    case .date, .join, nil: return text
    }
  }

  private mutating func inCharacters(
    _ text: String, _ numerals: Schema.Numerals, _ field: Schema.Field, _ given: Record.Field
  ) -> String? {
    guard let number = DecimalNumber(text), number.whole.count <= ChineseNumerals.most else {
      return fail(.numberTooLarge(field, given, record: record.name))
    }
    let printed =
      switch numerals {
      case .chinese: ChineseNumerals.plain.printed(number)
      case .capital: ChineseNumerals.capital.printed(number)
      case .money: ChineseNumerals.capital.money(number)
      }
    return printed ?? fail(.tooManyDecimals(field, given, record: record.name))
  }

  private mutating func masked(
    _ text: String, _ first: Int, _ last: Int, _ stars: Int, _ field: Schema.Field, _ given: Record.Field
  ) -> String? {
    let characters = Array(text)
    if characters.isMasked { return text }
    guard first + last < characters.count else {
      return fail(.maskTooShort(first: first, last: last, field, given, record: record.name))
    }
    return String(characters.prefix(first)) + String(repeating: "*", count: stars) + String(characters.suffix(last))
  }

  private mutating func date(_ text: String, _ field: Schema.Field, _ given: Record.Field) -> String? {
    guard let date = ISODate(text) else { return fail(.notADate(field, given, record: record.name)) }
    dates[field.name] = date
    guard case .date(let pattern) = field.print else { return text }
    if let printed = date.printed(pattern) { return printed }
    return fail(.incompleteDate(field, given, wantsDay: DatePattern(pattern).hasDay, record: record.name))
  }

  /// A number of JSON is one; a text must look like one.
  private func isNumber(_ text: String, _ given: Record.Field) -> Bool {
    if case .number = given.value { return true }
    var parts = text.utf8[...]
    if parts.first == UInt8(ascii: "-") { parts = parts.dropFirst() }
    let pieces = parts.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return pieces.allSatisfy { piece in
      !piece.isEmpty && piece.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }

  /// An absolute address of the web, RFC 3986 (beyond its ASCII, as RFC 3987 has it).
  private func isWebAddress(_ text: String) -> Bool {
    let bytes = text.utf8
    func begins(_ scheme: String) -> Bool { zip(bytes, scheme.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 } }
    let scheme = bytes.count > 8 && begins("https://") ? 8 : bytes.count > 7 && begins("http://") ? 7 : nil
    // Eight characters of eight bytes: no mark stands on the last slash.
    guard let scheme, text.prefix(scheme).utf8.count == scheme, !text.unicodeScalars.contains(where: \.isSpace) else {
      return false
    }
    let authority = bytes.dropFirst(scheme).prefix { !"/?#".utf8.contains($0) }
    let host = authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? authority
    guard let first = host.first, first != UInt8(ascii: ":"), !host.contains(UInt8(ascii: "\\")) else { return false }
    return true
  }
}

extension [Character] {
  /// Three asterisks or more with something before and behind them.
  fileprivate var isMasked: Bool {
    var run = 0
    for (index, character) in enumerated() {
      run = character == "*" ? run + 1 : 0
      if run >= 3, index - run >= 0, self[(index + 1)...].contains(where: { $0 != "*" }) { return true }
    }
    return false
  }
}
