/// A date as records give it: ISO 8601, of the Gregorian calendar, whole or up to its month or year.
enum ISODate: Equatable {
  case year(Int)
  case month(year: Int, month: Int)
  case day(year: Int, month: Int, day: Int)

  /// Nil if it is not `yyyy-MM-dd`, `yyyy-MM` or `yyyy`, or no such day ever was.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard [4, 7, 10].contains(bytes.count), let year = ISODate.number(bytes[0..<4]), year > 0 else { return nil }
    if bytes.count == 4 {
      self = .year(year)
      return
    }
    let dash = UInt8(ascii: "-")
    guard bytes[4] == dash, let month = ISODate.number(bytes[5..<7]), (1...12).contains(month) else { return nil }
    if bytes.count == 7 {
      self = .month(year: year, month: month)
      return
    }
    guard bytes[7] == dash, let day = ISODate.number(bytes[8..<10]),
      (1...ISODate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self = .day(year: year, month: month, day: day)
  }

  var year: Int {
    switch self {
    case .year(let year), .month(let year, _), .day(let year, _, _): year
    }
  }

  var month: Int? {
    switch self {
    case .year: nil
    case .month(_, let month), .day(_, let month, _): month
    }
  }

  var day: Int? { if case .day(_, _, let day) = self { day } else { nil } }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
