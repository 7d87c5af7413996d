import PressScene

/// How numbers and texts are told to a person.
enum Words {
  /// `0.30 mm`; three digits where two would say nothing.
  static func mm(_ value: Double) -> String { number(value) + " mm" }

  private static func number(_ value: Double) -> String {
    let digits = abs(value) < 0.005 ? 4 : 2
    let text = decimal(value, digits: digits)
    guard digits == 2 else { return text }
    let fraction = text.contains(".") ? text.split(separator: ".")[1].count : 0
    return text + (fraction == 0 ? "." : "") + String(repeating: "0", count: 2 - fraction)
  }

  static func size(_ size: Size) -> String { "\(number(size.width.mm)) × \(number(size.height.mm)) mm" }

  /// `0.30 mm right and 0.10 mm down`
  static func way(_ by: Point) -> String {
    var parts: [String] = []
    if by.x != 0 { parts.append("\(mm(abs(by.x.mm))) \(by.x > 0 ? "right" : "left")") }
    if by.y != 0 { parts.append("\(mm(abs(by.y.mm))) \(by.y > 0 ? "down" : "up")") }
    return parts.joined(separator: " and ")
  }

  /// `31.2–52.8 mm across, 44.0–49.1 mm down`
  static func place(_ rect: Rect) -> String {
    func span(_ from: Points, _ to: Points) -> String {
      "\(decimal(from.mm, digits: 1))–\(decimal(to.mm, digits: 1)) mm"
    }
    return "\(span(rect.x, rect.maxX)) across, \(span(rect.y, rect.maxY)) down"
  }

  /// In quotation marks; what has no shape is spelled out, and long text is cut.
  static func quoted(_ text: String, atMost limit: Int = 60) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "“\(result)\(text.unicodeScalars.count > limit ? "…" : "")”"
  }

  static func list(_ names: Set<String>) -> String {
    names.isEmpty ? "nothing" : names.sorted().joined(separator: ", ")
  }

  static func paint(_ paint: Paint) -> String {
    switch paint {
    case .solid(let color): color.hex
    case .linear(_, _, let stops): "a gradient of \(stops.map(\.color.hex).joined(separator: ", "))"
    case .radial(_, _, let stops): "a radial gradient of \(stops.map(\.color.hex).joined(separator: ", "))"
    }
  }

  static func role(_ role: Role) -> String {
    switch role {
    case .heading: "a heading"
    case .label: "a label"
    case .value: "a value"
    case .paragraph: "a paragraph"
    case .caption: "a caption"
    case .figure: "a figure"
    case .link: "a link"
    case .artifact: "decoration"
    }
  }

  /// `turned by 3° clockwise`
  static func turned(_ degrees: Double) -> String {
    "turned by \(decimal(abs(degrees), digits: 1))° \(degrees > 0 ? "clockwise" : "anticlockwise")"
  }

  /// `2–4, 7`, of ascending numbers.
  static func ranges(_ numbers: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = spans.last, last.upperBound + 1 == number {
        spans[spans.count - 1] = last.lowerBound...number
      } else {
        spans.append(number...number)
      }
    }
    return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(
      separator: ", ")
  }
}
