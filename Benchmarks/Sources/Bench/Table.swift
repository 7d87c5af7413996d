/// What is printed.
struct Table {
  private(set) var text = ""

  mutating func head(_ name: String) {
    // Once is enough: the columns are the same all along.
    let columns = text.isEmpty ? ["median", "best", "firm", "stretch"] : []
    text += text.isEmpty ? "" : "\n"
    add(name, columns)
  }

  /// A figure of many runs, with what the quickest tenth of them gives.
  mutating func row(_ name: String, _ value: Spread, _ unit: String, _ target: Target? = nil) {
    row(name, value.median, unit, best: short(value.best), target)
  }

  mutating func row(_ name: String, _ value: Double, _ unit: String, best: String = "", _ target: Target? = nil) {
    let targets = target.map { [$0.text($0.firm), $0.stretch.map($0.text) ?? ""] } ?? []
    add("  " + name, ["\(short(value)) \(unit)", best] + targets, verdict: target?.verdict(value) ?? "")
  }

  private mutating func add(_ name: String, _ cells: [String], verdict: String = "") {
    var line = name
    for (cell, end) in zip(cells, [60, 68, 78, 88]) { line += spaces(end - line.count - cell.count) + cell }
    text += line.trimmed + (verdict.isEmpty ? "" : spaces(90 - line.count) + verdict) + "\n"
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

}

/// What a figure ought to be.
struct Target {
  let firm: Double
  let stretch: Double?
  private let isLeast: Bool

  static func atLeast(_ firm: Double, stretch: Double? = nil) -> Target {
    Target(firm: firm, stretch: stretch, isLeast: true)
  }

  static func atMost(_ firm: Double, stretch: Double? = nil) -> Target {
    Target(firm: firm, stretch: stretch, isLeast: false)
  }

  func text(_ bound: Double) -> String { (isLeast ? "≥ " : "≤ ") + short(bound) }

  func verdict(_ value: Double) -> String {
    func meets(_ bound: Double) -> Bool { isLeast ? value >= bound : value <= bound }
    return stretch.map(meets) ?? false ? "stretch met" : meets(firm) ? "met" : "missed"
  }
}

/// Three digits that matter.
private func short(_ value: Double) -> String {
  decimals(value, value >= 100 || value == value.rounded() ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 3)
}

func decimals(_ value: Double, _ count: Int) -> String {
  let scale = (0..<count).reduce(1) { scale, _ in scale * 10 }
  let whole = Int((value * Double(scale)).rounded())
  guard count > 0 else { return String(whole) }
  let fraction = String(abs(whole % scale))
  return "\(whole / scale)." + String(repeating: "0", count: count - fraction.count) + fraction
}

extension String {
  fileprivate var trimmed: Substring { self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)] }
}
