/// What is printed.
struct Table {
  private(set) var text = ""

  mutating func head(_ name: String, _ measured: String = "", _ best: String = "", _ target: String = "") {
    text += text.isEmpty ? "" : "\n"
    add(name, measured, best, target, "")
  }

  /// - Parameter best: what the quickest tenth of the runs gives.
  mutating func row(_ name: String, _ value: Double, _ unit: String, best: Double? = nil, atLeast least: Double) {
    add(
      "  " + name, "\(short(value)) \(unit)", best.map(short) ?? "", "≥ \(short(least))",
      value >= least ? "met" : "missed")
  }

  mutating func row(_ name: String, _ value: Double, _ unit: String, best: Double? = nil, atMost most: Double) {
    add(
      "  " + name, "\(short(value)) \(unit)", best.map(short) ?? "", "≤ \(short(most))",
      value <= most ? "met" : "missed")
  }

  mutating func row(_ name: String, _ value: Double, _ unit: String) {
    add("  " + name, "\(short(value)) \(unit)", "", "", "")
  }

  private mutating func add(_ name: String, _ measured: String, _ best: String, _ target: String, _ verdict: String) {
    var line = name
    for (cell, end) in [(measured, 64), (best, 72), (target, 82)] {
      line += spaces(end - line.count - cell.count) + cell
    }
    text += line.trimmed + (verdict.isEmpty ? "" : "  " + verdict) + "\n"
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// Three digits that matter.
  private func short(_ value: Double) -> String {
    decimals(value, value >= 100 || value == value.rounded() ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 3)
  }
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
