import PressDiagnostics
import PressSyntax

extension Form where Value == MeasuredPlace {
  /// A place whose coordinates are lengths, or hang on other elements.
  static let coordinates = Form(
    "x and y, such as 12mm 30mm, center 30mm or right of photo + 4mm with photo",
    words: ["center", "right", "left", "below", "above", "with", "of"]
  ) { reader throws(Reported) in
    if let place = try reader.swappedPlace() { return place }
    let x = try reader.coordinate(.x)
    // A size's `x` between two lengths of a place.
    if case .word(let token, "x") = reader.next {
      _ = try reader.take()
      reader.findings.report(.extraX(in: reader.subject, at: reader.findings.span(token)))
    }
    return MeasuredPlace(x: x, y: try reader.coordinate(.y))
  }
}

/// The words of a relation, by the axis they belong to.
enum Axis {
  case x, y

  /// Without `of`, which `left` and `right` need.
  fileprivate var words: [String: MeasuredCoordinate.Relation] {
    switch self {
    case .x: ["center": .center, "right": .after, "left": .before, "with": .with]
    case .y: ["center": .center, "below": .after, "above": .before, "with": .with]
    }
  }

  fileprivate var other: Axis { self == .x ? .y : .x }
}

extension TermReader {
  /// A length, or `right of photo + 4mm` and its like.
  fileprivate mutating func coordinate(_ axis: Axis) throws(Reported) -> MeasuredCoordinate {
    guard case .word(let token, let word)? = next, TypeSize.points(word) == nil else {
      let measure = try length(LengthRule(sign: .any, takesPercent: true))
      return MeasuredCoordinate(kind: .length(measure), span: measure.span ?? place)
    }
    _ = try take()
    let span = findings.span(token)
    let relation = try relation(word, axis, at: span)
    let target = try target(of: word, at: span, relation)
    let offset = try offset()
    let end = offset?.span?.range.upperBound ?? target?.span.range.upperBound ?? span.range.upperBound
    return MeasuredCoordinate(
      kind: .relation(relation, target: target, offset: offset), span: Span(span.source, span.range.lowerBound..<end))
  }

  /// `below title + 6mm 28mm`: what is down, and then what is across.
  fileprivate mutating func swappedPlace() throws(Reported) -> MeasuredPlace? {
    guard case .word(_, let word)? = next, Axis.x.words[word] == nil, Axis.y.words[word] != nil else { return nil }
    var further = self
    let (place, _) = findings.attempt { () throws(Reported) in
      let y = try further.coordinate(.y)
      return MeasuredPlace(x: try further.coordinate(.x), y: y)
    }
    guard let place, further.next == nil else { return nil }
    self = further
    findings.report(
      .wrongOrder(
        "'\(word)' says how high something stands, and a place begins with what is across", id: "template.wrong-axis",
        cure: findings.text(place.x.span) + " " + findings.text(place.y.span),
        at: place.y.span.joined(with: place.x.span)))
    return place
  }

  private func relation(_ word: String, _ axis: Axis, at span: Span) throws(Reported) -> MeasuredCoordinate.Relation {
    if let relation = axis.words[word] { return relation }
    if axis.other.words[word] != nil {
      throw findings.fail(.wrongAxis(word, isX: axis == .x, at: span))
    }
    let choices = axis == .x ? ["center", "right of", "left of", "with"] : ["center", "below", "above", "with"]
    let suggestion = Suggestion.likely(to: word, among: axis.words.keys.sorted())
    throw findings.fail(.unknownWord(word, in: subject, choices: choices, suggestion: suggestion, at: span))
  }

  /// The element that a relation names; `center` may stand alone.
  private mutating func target(
    of word: String, at wordSpan: Span, _ relation: MeasuredCoordinate.Relation
  ) throws(Reported) -> MeasuredCoordinate.Target? {
    var words = wordSpan
    let needsOf = word == "right" || word == "left" || word == "center"
    if case .word(let token, "of")? = next {
      words = words.joined(with: findings.span(token))
      _ = try take()
      if !needsOf { findings.report(.needlessOf(after: word, at: findings.span(token))) }
    } else if relation == .center {
      return nil
    } else if needsOf, case .word(let token, _)? = next {
      findings.report(.missingOf(after: word, before: findings.span(token)))
    }
    guard case .word(let token, let id)? = next else {
      throw findings.fail(.missingTarget(of: needsOf ? word + " of" : word, at: words))
    }
    _ = try take()
    return MeasuredCoordinate.Target(id: id, span: findings.span(token))
  }

  /// `+ 6mm`: a length with its sign.
  private mutating func offset() throws(Reported) -> Measure? {
    guard case .number(let token, _, _)? = next, let first = findings.text(token).unicodeScalars.first,
      first == "+" || first == "-"
    else { return nil }
    return try length(LengthRule(sign: .any))
  }
}
