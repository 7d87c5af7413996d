extension ISODate {
  /// The date in a pattern, or in Chinese numerals as far as it goes: 二〇二二年四月六日. Nil if the pattern wants a part that the
  /// date lacks.
  func printed(_ pattern: String) -> String? {
    if pattern == DatePattern.chineseName { return chinese }
    let pattern = DatePattern(pattern)
    if pattern.hasMonth, month == nil { return nil }
    if pattern.hasDay, day == nil { return nil }
    return pattern.parts.map { part in
      switch part {
      case .year: padded(year, to: 4)
      case .shortYear: padded(year % 100, to: 2)
      case .month(let isPadded): padded(month ?? 0, to: isPadded ? 2 : 1)
      case .monthName(let isShort): isShort ? String(monthName.prefix(3)) : monthName
      case .day(let isPadded): padded(day ?? 0, to: isPadded ? 2 : 1)
      case .literal(let character): String(character)
      }
    }.joined()
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private var monthName: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return month.map { names[$0 - 1] } ?? ""
  }

  /// The year digit by digit with 〇, month and day as numbers (GB/T 15835).
  private var chinese: String {
    let numerals = Array("〇一二三四五六七八九")
    func counted(_ number: Int) -> String {
      if number < 10 { return String(numerals[number]) }
      let tens = number / 10 > 1 ? String(numerals[number / 10]) : ""
      return tens + "十" + (number % 10 > 0 ? String(numerals[number % 10]) : "")
    }
    let digits = padded(year, to: 4).compactMap(\.wholeNumberValue).map { numerals[$0] }
    return String(digits) + "年" + (month.map { counted($0) + "月" } ?? "") + (day.map { counted($0) + "日" } ?? "")
  }
}
