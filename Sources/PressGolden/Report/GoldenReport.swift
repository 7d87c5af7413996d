/// What a check of goldens found.
public struct GoldenReport: Sendable {
  /// The folder of goldens, as named.
  public var golden: String
  /// What is otherwise here than where the goldens were recorded: every reader should know it first.
  public var environment: [String]
  /// Whether pixels may differ by one step of a channel for that.
  public var isLoosened: Bool
  /// What belongs to no case; each is a failure.
  public var problems: [String]
  /// In the order of the cases' names.
  public var outcomes: [Outcome]

  public var isFailure: Bool { !problems.isEmpty || outcomes.contains(where: \.isFailure) }

  /// `11 goldens checked, 1 differs`
  public var summary: String {
    let failures = outcomes.count(where: \.isFailure)
    let known = outcomes.count { $0.status == .knownBad }
    var text = "\(outcomes.count) golden\(outcomes.count == 1 ? "" : "s") checked, "
    text += failures == 0 ? "0 differ" : "\(failures) differ\(failures == 1 ? "s" : "")"
    if known > 0 { text += ", \(known) known to be bad" }
    if !problems.isEmpty { text += ", \(problems.count) problem\(problems.count == 1 ? "" : "s")" }
    return text
  }

  /// For a person at a terminal.
  public var text: String {
    var text = ""
    if !environment.isEmpty {
      text += "This is not where the goldens were recorded:\n" + environment.map { "  \($0)\n" }.joined()
      text += isLoosened ? "  Pixels may differ by one step of a channel for that.\n\n" : "\n"
    }
    text += problems.map { $0 + "\n" }.joined()
    // One line of a layout may change a hundred certificates: what was told once is not told again.
    var told: [[String]: String] = [:]
    for outcome in outcomes where outcome.status != .equal {
      let sentences = outcome.differences.filter { $0.layer != .pixels }.map(\.sentence)
      if outcome.status == .differs, !sentences.isEmpty, let other = told[sentences] {
        text += "\(outcome.name) differs just as \(other) does\n"
      } else {
        told[sentences] = outcome.name
        text += outcome.text
      }
    }
    return text + summary + "\n"
  }

  /// GitHub's annotations, one a difference, each at its line of the layout.
  public var annotations: String {
    var lines = problems.map { "::error title=golden::\(Self.escaped($0))" }
    for outcome in outcomes where outcome.isFailure {
      // GitHub shows a few annotations only: the count of pixels below what is named already is none of them.
      let named = outcome.differences.filter { $0.id != "golden.pixels-explained" }
      for difference in named.isEmpty ? [outcome.mended] : named {
        var place = ""
        if let found = difference.place {
          place = "file=\(Self.escaped(found.file, isProperty: true)),line=\(found.line),col=\(found.column),"
        } else if let layout = outcome.layout {
          place = "file=\(Self.escaped(layout, isProperty: true)),"
        }
        lines.append(
          "::error \(place)title=golden \(Self.escaped(outcome.name, isProperty: true))::\(Self.escaped(difference.sentence))"
        )
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// As the workflow commands of GitHub Actions want it.
  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    var result = text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    if isProperty { result = result.replacing(":", with: "%3A").replacing(",", with: "%2C") }
    return result
  }
}

extension Outcome {
  fileprivate var text: String {
    let head =
      switch status {
      case .equal: "is as recorded"
      case .differs: "differs"
      case .broken: "is broken"
      case .knownBad: "is bad, as is known (\(why ?? ""))"
      case .mended: "was known to be bad (\(why ?? "")) and is as recorded now"
      }
    if status == .mended { return "\(name) \(head): take 'known-bad' out of its case.json\n" }
    return "\(name) \(head):\n" + differences.map { "  \($0.text)\n" }.joined()
  }

  fileprivate var mended: Difference {
    Difference(.render, "golden.mended", "is as recorded now: take 'known-bad' out of its case.json")
  }
}

extension Difference {
  /// The sentence, and the place in the layout behind it.
  fileprivate var text: String {
    let sentence = sentence.split(separator: "\n").joined(separator: "\n    ")
    // Diagnostics have their places with them.
    guard let place, id != "golden.does-not-render" else { return sentence }
    return "\(sentence)  (\(place.file):\(place.line):\(place.column))"
  }
}
