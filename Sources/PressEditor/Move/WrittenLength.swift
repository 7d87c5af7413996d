import PressScene
import PressTemplate

/// A length as it stands in a layout: its sign, its digits, its unit. Moving it keeps all three in their manner.
struct WrittenLength {
  /// A sign with the blanks behind it; empty where there is none.
  private var sign: String
  private var digits: String
  private(set) var unit: String

  /// Nil for what is not plainly a length: it has a mistake, which has been told.
  init?(_ text: String) {
    if let size = TypeSize.all.first(where: { $0.name == text }) {
      (sign, digits, unit) = ("", decimal(size.points), "pt")
      return
    }
    let lead = text.prefix { $0 == "+" || $0 == "-" || $0 == " " || $0 == "\t" }
    let number = text[lead.endIndex...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard Double(number) != nil, lead.count(where: { $0 == "+" || $0 == "-" }) <= 1 else { return nil }
    (sign, digits, unit) = (String(lead), String(number), String(text[number.endIndex...]))
  }

  /// Nothing, in another one's unit.
  static func zero(like other: WrittenLength) -> WrittenLength {
    var zero = other
    (zero.sign, zero.digits) = ("", "0")
    return zero
  }

  /// An offset that is not written yet, in millimetres.
  init(offset: Points) {
    self.init(offset)
    sign = isNegative ? "- " : "+ "
  }

  /// One that is not written yet, in millimetres.
  init(_ length: Points) {
    let text = decimal(length.mm, digits: 1)
    sign = text.hasPrefix("-") ? "-" : ""
    digits = String(text.dropFirst(sign.count))
    unit = "mm"
  }

  /// In millimetres: half of what mm are rounded to.
  private static let leastStep = 0.05

  var isNegative: Bool { sign.hasPrefix("-") }
  var value: Double { (Double(digits) ?? 0) * (isNegative ? -1 : 1) }
  var isZero: Bool { value == 0 }

  /// With its sign as it stood: `-2mm`, `+ 6mm`.
  var text: String { sign + digits + unit }

  /// The same length, longer by `way`: with as many decimals as are written or the unit's smallest step takes, and a zero at the
  /// end only if one stood there.
  /// - Parameters:
  ///   - relative: what 1em or 100% come to; nil where they cannot be reckoned.
  ///   - isOffset: it stands behind what a place hangs on.
  /// - Returns: nil where its unit is not known.
  func moved(
    by way: Points, relative: (em: Points?, percent: Points?), isOffset: Bool = false
  ) -> WrittenLength? {
    guard let (length, least, name) = scale(relative) else { return nil }
    let written = digits.lastIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    // Millionths are far below the scene's grid, and as far as the arithmetic is sure.
    let decimals = min(max(written, least), 6)
    let keeps = written > 0 && digits.hasSuffix("0") ? written : 0
    let sum = value + way.ratio(to: length)
    var text = rounded(sum, decimals: decimals, keeping: keeps)
    // A percent of a wide page is so much that small steps would be lost, each by itself.
    if Double(text) == value, abs(way.mm) >= WrittenLength.leastStep {
      text = rounded(sum, decimals: decimals + 1, keeping: keeps)
    }
    var moved = self
    let isNegative = text.hasPrefix("-")
    moved.digits = String(text.dropFirst(isNegative ? 1 : 0))
    moved.unit = name
    // A plus stays, and an offset has a sign in any case; else a minus comes and goes with the value.
    let blanks = sign.drop { $0 == "+" || $0 == "-" }
    if isNegative {
      moved.sign = "-" + blanks
    } else if self.isNegative {
      moved.sign = isOffset ? "+" + blanks : ""
    }
    return moved
  }

  /// What one of its unit comes to, how many decimals the smallest step has, and the unit's name: that of a bare zero is mm.
  private func scale(_ relative: (em: Points?, percent: Points?)) -> (length: Points, decimals: Int, name: String)? {
    let scale: (Points?, Int, String)
    switch unit {
    case "mm", "": scale = (Points(mm: 1), 1, "mm")
    case "cm": scale = (Points(mm: 10), 2, unit)
    case "in": scale = (72, 3, unit)
    case "pt": scale = (1, 1, unit)
    case "em": scale = (relative.em, 2, unit)
    case "%": scale = (relative.percent.map { $0 / 100 }, 1, unit)
    default: return nil
    }
    guard let length = scale.0, length.value > 0 else { return nil }
    return (length, scale.1, scale.2)
  }
}

/// A number with so many decimals at most and `keeping` at least.
private func rounded(_ value: Double, decimals: Int, keeping: Int) -> String {
  var text = decimal(value, digits: decimals)
  let fraction = text.lastIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  if fraction < keeping {
    if fraction == 0 { text += "." }
    text += String(repeating: "0", count: keeping - fraction)
  }
  return text
}
