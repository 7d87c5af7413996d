extension GoldenReport {
  /// JUnit's XML, as CI servers read it: a suite for each group, a test for each case.
  public var junit: String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let failures = outcomes.count(where: \.isFailure) + problems.count
    xml += "<testsuites name=\"golden\" tests=\"\(outcomes.count + problems.count)\" failures=\"\(failures)\">\n"
    if !problems.isEmpty {
      xml +=
        "  <testsuite name=\"\(Self.escaped(golden))\" tests=\"\(problems.count)\" failures=\"\(problems.count)\">\n"
      for problem in problems {
        xml += "    <testcase classname=\"golden\" name=\"\(Self.escaped(problem))\">"
        xml += "<failure message=\"\(Self.escaped(problem))\"/></testcase>\n"
      }
      xml += "  </testsuite>\n"
    }
    var groups: [String] = []
    for outcome in outcomes where !groups.contains(outcome.group) { groups.append(outcome.group) }
    for group in groups {
      let members = outcomes.filter { $0.group == group }
      xml += "  <testsuite name=\"\(Self.escaped(group))\" tests=\"\(members.count)\""
      xml +=
        " failures=\"\(members.count(where: \.isFailure))\" skipped=\"\(members.count { $0.status == .knownBad })\">\n"
      xml += members.map(Self.test).joined()
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  private static func test(_ outcome: Outcome) -> String {
    let head = "    <testcase classname=\"\(escaped(outcome.group))\" name=\"\(escaped(outcome.name))\""
    guard outcome.status != .equal else { return head + "/>\n" }
    let lines = outcome.differences.map { difference in
      difference.sentence + (difference.place.map { " (\($0.file):\($0.line):\($0.column))" } ?? "")
    }
    if outcome.status == .knownBad {
      return head + "><skipped message=\"\(escaped(outcome.why ?? ""))\"/></testcase>\n"
    }
    let first = lines.first ?? "is as recorded now: take 'known-bad' out of its case.json"
    return head
      + ">\n      <failure message=\"\(escaped(first))\">\(escaped(lines.joined(separator: "\n")))</failure>\n"
      + "    </testcase>\n"
  }

  /// XML 1.0 knows no control characters, escaped or not.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "\t"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Outcome {
  /// The folder of the case.
  fileprivate var group: String {
    name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "golden"
  }
}
