/// What is printed.
struct Table {
  private(set) var text = ""

  mutating func head(_ name: String, _ measured: String = "", _ target: String = "") {
    text += text.isEmpty ? "" : "\n"
    add(name, measured, target, "")
  }

  mutating func row(_ name: String, _ value: Double, _ unit: String, atLeast least: Double) {
    add("  " + name, "\(short(value)) \(unit)", "≥ \(short(least))", value >= least ? "met" : "missed")
  }

  mutating func row(_ name: String, _ value: Double, _ unit: String, atMost most: Double) {
    add("  " + name, "\(short(value)) \(unit)", "≤ \(short(most))", value <= most ? "met" : "missed")
  }

  mutating func row(_ name: String, _ value: Double, _ unit: String) {
    add("  " + name, "\(short(value)) \(unit)", "", "")
  }

  private mutating func add(_ name: String, _ measured: String, _ target: String, _ verdict: String) {
    var line = name + spaces(48 - name.count)
    line += spaces(16 - measured.count) + measured + spaces(10 - target.count) + target
    if !verdict.isEmpty { line += "  " + verdict }
    text += line + "\n"
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

/// The upper one of two; there is at least one value.
func median(of values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// By the time on the wall.
func median(of runs: [ProgramRun]) -> ProgramRun { runs.sorted { $0.wall < $1.wall }[runs.count / 2] }
