import PressScene

/// The units of a layout's lengths, as they are written behind the number.
public enum LengthUnit: String, Sendable, CaseIterable {
  case mm, cm
  case inch = "in"
  case pt
  /// The element's own type size.
  case em
  /// Of the width or height of what the element stands in.
  case percent = "%"

  /// What one of it comes to; nil where that depends on the element.
  var points: Points? {
    switch self {
    case .mm: Points(mm: 1)
    case .cm: Points(mm: 10)
    case .inch: 72
    case .pt: 1
    case .em, .percent: nil
    }
  }

  /// The unit a person meant who wrote another word for it.
  static func meant(by word: String) -> LengthUnit? {
    let word = word.lowercased()
    if let unit = LengthUnit(rawValue: word) { return unit }
    switch word {
    case "毫米", "millimeter", "millimetre", "mms": return .mm
    case "厘米", "公分", "centimeter", "centimetre": return .cm
    case "英寸", "inch", "inches": return .inch
    case "磅", "点", "point", "points", "pts": return .pt
    case "rem", "ems": return .em
    case "％", "percent", "pct": return .percent
    default: return nil
    }
  }
}

/// 字号, the sizes of type by name.
public enum TypeSize {
  /// From the largest to the smallest, in points.
  public static let all: [(name: String, points: Double)] = [
    ("初号", 42), ("小初", 36), ("一号", 26), ("小一", 24), ("二号", 22), ("小二", 18), ("三号", 16), ("小三", 15),
    ("四号", 14), ("小四", 12), ("五号", 10.5), ("小五", 9), ("六号", 7.5), ("小六", 6.5), ("七号", 5.5), ("八号", 5),
  ]

  static func points(_ name: String) -> Double? { all.first { $0.name == name }?.points }
}
