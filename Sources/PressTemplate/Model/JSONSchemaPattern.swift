/// What the engine takes, as regular expressions (ECMA-262) for other programs.
enum JSONSchemaPattern {
  enum Precision { case year, month, day }

  static let number = "^-?[0-9]+(\\.[0-9]+)?$"

  /// `http` or `https`, a host, no space: what ``Filling`` calls a web address.
  static let webAddress = "^[Hh][Tt][Tt][Pp][Ss]?://([^/?#\\s]*@)?[^/?#\\s@:\\\\][^/?#\\s@\\\\]*([/?#]\\S*)?$"

  /// A day of the calendar, or a month or year where that is enough.
  static func date(_ precision: Precision) -> String {
    let month = "-(0[1-9]|1[0-2])"
    let year = "(?!0000)[0-9]{4}"
    let leapYear = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
    let days = [
      year + "-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])", year + "-(0[469]|11)-(0[1-9]|[12][0-9]|30)",
      year + "-02-(0[1-9]|1[0-9]|2[0-8])", "(?!0000)" + leapYear + "-02-29",
    ]
    let forms =
      switch precision {
      case .year: [year, year + month] + days
      case .month: [year + month] + days
      case .day: days
      }
    return "^(" + forms.joined(separator: "|") + ")$"
  }

  /// One of the characters of the basic plane that are refused in every field, as the engine's own table has them.
  static let unprintable: String = {
    var ranges: [ClosedRange<UInt32>] = []
    for value: UInt32 in 0...0xFFFF {
      guard let scalar = Unicode.Scalar(value), scalar.isForbidden, PrivateUse.meaning(of: scalar) == nil else {
        continue
      }
      if let last = ranges.last, last.upperBound + 1 == value {
        ranges[ranges.count - 1] = last.lowerBound...value
      } else {
        ranges.append(value...value)
      }
    }
    let texts = ranges.map { range in
      range.count == 1 ? escape(range.lowerBound) : escape(range.lowerBound) + "-" + escape(range.upperBound)
    }
    return "[" + texts.joined() + "]"
  }()

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
