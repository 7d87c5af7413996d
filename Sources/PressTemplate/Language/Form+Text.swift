import PressDiagnostics
import PressScene
import PressSyntax

extension Form where Value == TextTemplate {
  /// A text with fields in it, or a bare field.
  static let text = Form("a text in quotes or a field") { reader throws(Reported) in try reader.text() }
}

extension Form where Value == DocumentTemplate.DateSource {
  static let date = Form("a date field, or a date in quotes such as \"2022-04-06\"") { reader throws(Reported) in
    let findings = reader.findings
    let term = try reader.take()
    switch term {
    case .word(let token, let name):
      let span = findings.span(token)
      switch findings.names.useField(name, at: span) {
      case .known(let field) where field.type != .date:
        throw findings.fail(.wrongFieldType(field, wanted: "a date", at: span))
      case .known, .broken, .unknown: return .field(name, span)
      }
    case .string(let token, let literal):
      let span = findings.span(token)
      if case .field(let name, let range)? = literal.pieces.first, literal.pieces.count == 1 {
        findings.names.useField(name, at: findings.span(range))
        throw findings.fail(.fieldByName(name, in: reader.subject, at: span))
      }
      guard let text = literal.plain else { throw findings.fail(.noFieldsHere(in: reader.subject, at: span)) }
      guard case .day(let year, let month, let day) = ISODate(text) else {
        throw findings.fail(.notADate(at: span))
      }
      return .literal(Timestamp(year: year, month: month, day: day), span)
    default: throw reader.mismatch(term)
    }
  }
}

extension TermReader {
  /// A text in quotes without fields.
  mutating func plainText() throws(Reported) -> String {
    let term = try take()
    switch term {
    case .string(let token, let literal):
      guard let text = literal.plain else {
        throw findings.fail(.noFieldsHere(in: subject, at: findings.span(token)))
      }
      return text
    case .word(let token, let word):
      throw findings.fail(.missingQuotes(around: word, in: subject, at: findings.span(token)))
    default: throw mismatch(term)
    }
  }

  mutating func text() throws(Reported) -> TextTemplate {
    let term = try take()
    switch term {
    case .string(let token, let literal):
      warnOfUnreadFields(in: token)
      let pieces = literal.pieces.map { piece -> TextTemplate.Piece in
        switch piece {
        case .text(let text): return .text(text)
        case .field(let name, let range):
          let span = findings.span(range)
          useInText(name, at: span)
          return .field(name, span)
        }
      }
      return TextTemplate(pieces: pieces, span: findings.span(token))
    case .word(let token, let name):
      let span = findings.span(token)
      useInText(name, at: span, isBare: true)
      return TextTemplate(pieces: [.field(name, span)], span: span)
    default: throw mismatch(term)
    }
  }

  /// `{{name}}` and `｛name｝` print no field: where one is called so, that is hardly meant.
  private func warnOfUnreadFields(in token: Token) {
    let whole = findings.span(token)
    let text = findings.text(whole)
    for (open, close) in [("{{", "}}"), ("｛", "｝")] {
      var rest = text[...]
      while let start = rest.firstRange(of: open), let end = rest[start.upperBound...].firstRange(of: close) {
        let name = String(rest[start.upperBound..<end.lowerBound])
        if findings.names.declaration(.field, name) != nil {
          let first = whole.range.lowerBound + text[..<start.lowerBound].utf8.count
          let written = String(rest[start.lowerBound..<end.upperBound])
          findings.report(
            .unreadField(name, written: written, at: Span(whole.source, first..<first + written.utf8.count)))
        }
        rest = rest[start.upperBound...]
      }
    }
  }

  private func useInText(_ name: String, at span: Span, isBare: Bool = false) {
    if name.isEmpty { return }  // the parser has told of it
    if BuiltIn.names.contains(name) {
      if name == "index", !findings.names.isInRepeat { findings.report(.indexOutsideRepeat(at: span)) }
      return
    }
    if case .known(let field) = findings.names.useField(name, at: span, isBare: isBare),
      field.type == .image || field.isListOfObjects
    {
      findings.report(
        .wrongFieldType(
          field, wanted: "something to read",
          hint: field.type == .image
            ? "image \(field.name) { … } places a picture" : "repeat \(field.name) { … } prints its entries", at: span))
    }
  }
}

extension Form where Value == FontChoice {
  /// `song 16pt`, or one of the two where the other comes from a style.
  static let font = Form("a font and a size such as song 16pt") { reader throws(Reported) in
    var choice = FontChoice()
    if reader.nextIsFamily {
      choice.family = try reader.family()
      if reader.next == nil { return choice }
    }
    choice.size = try reader.length(LengthRule(sign: .positive, typical: ["pt", "mm"]))
    // `16pt song`: the right things in the wrong order.
    if choice.family == nil, case .word(let token, _) = reader.next, let size = choice.size?.span {
      choice.family = try reader.family()
      let whole = size.joined(with: reader.findings.span(token))
      reader.findings.report(
        .fontOrder(at: whole, cure: reader.findings.text(token) + " " + reader.findings.text(size)))
    }
    return choice
  }

  static let family = Form("the alias of a font such as song") { reader throws(Reported) in
    if let next = reader.next, case .word = next, !reader.nextIsFamily { throw reader.mismatch(next) }
    return FontChoice(family: try reader.family())
  }
}

extension TermReader {
  /// A word that is no size, in quotes or without.
  fileprivate var nextIsFamily: Bool {
    switch next {
    case .word(_, let word): TypeSize.points(word) == nil
    case .string: true
    default: false
    }
  }

  fileprivate mutating func family() throws(Reported) -> FontChoice.Family {
    let (alias, span) = try word()
    return FontChoice.Family(alias: alias, span: span, name: findings.names.useFont(alias, at: span))
  }
}
