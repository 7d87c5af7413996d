import PressDiagnostics
import PressScene
import PressSyntax

extension Form where Value == MeasuredFill {
  /// A colour, or a gradient.
  static let paint = Form(
    "a colour such as #b08d3e, or a gradient such as linear(90, #ffffff, #f2e6c8)", words: ["linear", "radial"],
    examples: ["linear": "linear(90, #ffffff, #f2e6c8)", "radial": "radial(#ffffff, #f2e6c8)"]
  ) { reader throws(Reported) in
    guard case .call(let token, _, let arguments, _)? = reader.next, reader.findings.text(token) != "rgb" else {
      if case .word(let token, let word)? = reader.next, ColorName.hex(word) == nil {
        let choices = ["linear", "radial"]
        throw reader.findings.fail(
          .unknownWord(
            word, in: reader.subject, choices: ["a colour such as #b08d3e", "linear(90, #ffffff, #f2e6c8)"],
            suggestion: choices.contains(word) ? nil : Suggestion.likely(to: word, among: choices),
            at: reader.findings.span(token)))
      }
      let (red, green, blue, span) = try reader.color()
      return MeasuredFill(filling: .solid(Color(red: red, green: green, blue: blue)), span: span)
    }
    let term = try reader.take()
    let findings = reader.findings
    let name = findings.text(token)
    let span = findings.span(term.range)
    guard name == "linear" || name == "radial" else {
      let choices = ["linear", "radial"]
      throw findings.fail(
        .unknownWord(
          name, in: reader.subject, choices: choices, suggestion: Suggestion.likely(to: name, among: choices),
          at: findings.span(token)))
    }
    let list = ListReader(arguments, of: token, findings: findings, subject: name)
    return MeasuredFill(filling: try list.gradient(isLinear: name == "linear", at: span), span: span)
  }
}

extension ListReader {
  fileprivate func gradient(isLinear: Bool, at span: Span) throws(Reported) -> AreaPaint {
    let example = isLinear ? "linear(90, #ffffff, #f2e6c8)" : "radial(#ffffff, #f2e6c8)"
    var angle: Double?
    var colors: [Color] = []
    var isFirst = true
    let reader = wanting(isLinear ? "an angle and colours such as \(example)" : "colours such as \(example)")
    _ = try reader.each { reader throws(Reported) in
      if isLinear, isFirst {
        isFirst = false
        if case .color = reader.next {
          let own =
            "linear(90, "
            + entries.flatMap(\.terms).map { findings.text(findings.span($0.range)) }.joined(separator: ", ")
          throw findings.fail(.missingArgument(of: subject, example: own + ")", at: span))
        }
        angle = try reader.number(-360...360).value
        return
      }
      let (red, green, blue, _) = try reader.color()
      colors.append(Color(red: red, green: green, blue: blue))
    }
    guard colors.count >= 2 else { throw findings.fail(.missingArgument(of: subject, example: example, at: span)) }
    return angle.map { .linear(angle: $0, colors: colors) } ?? .radial(colors: colors)
  }
}
