import PressDiagnostics
import PressScene
import PressSyntax

// The forms of values. `wanted` completes the sentence "'width' wants …".

extension Form where Value == Measure {
  static func length(_ rule: LengthRule, such example: String = "12mm") -> Form {
    Form("a length such as \(example)", single: { reader throws(Reported) in try reader.length(rule) })
  }

  /// The width or height of a box: in % too, never 0.
  static let side = Form(
    "a length such as 12mm or 50%",
    single: { reader throws(Reported) in try reader.length(LengthRule(sign: .positive, takesPercent: true)) })
  /// A length that is not 0: a diameter, a pitch.
  static let dimension = length(LengthRule(sign: .positive))
  static let distance = length(LengthRule(sign: .notNegative))
  /// Of a rule's stroke.
  static let thickness = length(LengthRule(sign: .positive, typical: ["pt", "mm"]), such: "0.5pt")
  /// Of characters.
  static let typeSize = length(LengthRule(sign: .positive, typical: ["pt", "mm"]), such: "10.5pt or 五号")
}

extension Form where Value == MeasuredPoint {
  static let place = Form("two lengths, x and y, such as 12mm 30mm") { reader throws(Reported) in try reader.point() }
}

extension Form where Value == Measure {
  /// A height on the page: in % too.
  static let yPlace = Form(
    "a length such as 30mm",
    single: { reader throws(Reported) in try reader.length(LengthRule(sign: .notNegative, takesPercent: true)) })
}

extension Form where Value == MeasuredPoint {
  /// Two lengths inside of something: left and right, above and below.
  static let inside = Form("two lengths such as 1.5mm 1mm") { reader throws(Reported) in
    let rule = LengthRule(sign: .notNegative)
    return MeasuredPoint(x: try reader.length(rule), y: try reader.length(rule))
  }
}

extension Form where Value == [Measure?] {
  static let columns = Form(
    "widths such as 12mm, rest, 30mm", words: ["rest"],
    list: { list throws(Reported) in
      try list.each { reader throws(Reported) in
        if case .word(_, let word) = reader.next, word == "rest" || Suggestion.likely(to: word, among: ["rest"]) != nil
        {
          _ = try reader.word(of: ["rest"])
          return nil
        }
        return try reader.length(LengthRule(sign: .positive, takesPercent: true))
      }
    })
}

extension Form where Value == MeasuredSize {
  static let box = Form("a size such as 28mm x 39mm, or one length for a square") { reader throws(Reported) in
    try reader.size(isSquareAllowed: true)
  }
  static let square = Form("one length such as 40mm: it is square") { reader throws(Reported) in
    MeasuredSize(width: try reader.length(LengthRule(sign: .positive, takesPercent: true)))
  }
  static let sheet = Form("a size such as 283mm x 194mm") { reader throws(Reported) in
    try reader.size(isSquareAllowed: false)
  }
}

extension Form where Value == Color {
  static let color = Form("a colour such as #b08d3e") { reader throws(Reported) in
    let (red, green, blue, _) = try reader.color()
    return Color(red: red, green: green, blue: blue)
  }
}

extension Form where Value == MeasuredStroke {
  static let stroke = Form("a width and a colour such as 0.5pt #000000") { reader throws(Reported) in
    let rule = LengthRule(sign: .positive, typical: ["pt", "mm"])
    if case .color = reader.next, reader.termCount == 2 {
      let (red, green, blue, span) = try reader.color()
      let width = try reader.length(rule)
      if let place = width.span {
        reader.findings.report(
          .wrongOrder(
            "the colour of '\(reader.subject)' stands before its width",
            cure: reader.findings.text(place) + " " + reader.findings.text(span), at: span.joined(with: place)))
      }
      return MeasuredStroke(width: width, color: Color(red: red, green: green, blue: blue), colorSpan: span)
    }
    let width = try reader.length(rule)
    guard reader.next != nil else { return MeasuredStroke(width: width, color: .black) }
    let (red, green, blue, span) = try reader.color()
    return MeasuredStroke(width: width, color: Color(red: red, green: green, blue: blue), colorSpan: span)
  }
}

extension Form where Value == [Measure] {
  static let dashes = Form(
    "lengths of dashes and gaps in turn, such as 2mm, 1mm",
    list: { list throws(Reported) in
      try list.each { reader throws(Reported) in
        try reader.length(LengthRule(sign: .positive, typical: ["pt", "mm"]))
      }
    })
}

extension Form where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a few words.
  static func word(_ choices: [Value] = Array(Value.allCases)) -> Form {
    let words = choices.map(\.rawValue)
    return Form(words.alternatives, words: words) { reader throws(Reported) in
      guard let value = Value(rawValue: try reader.word(of: words)) else { throw Reported() }
      return value
    }
  }
}

extension Form where Value == Set<Placement.Layer> {
  static let layers: Form = {
    let words = Placement.Layer.allCases.map(\.rawValue)
    return Form(
      "one or several of " + words.enumeration, words: words,
      list: { list throws(Reported) in
        let layers = try list.each { reader throws(Reported) in
          Placement.Layer(rawValue: try reader.word(of: words))
        }
        return Set(layers.compactMap(\.self))
      })
  }()
}

extension Form where Value == Int {
  static func count(_ allowed: ClosedRange<Int>, of things: String) -> Form {
    Form("a whole number of \(things) from \(allowed.lowerBound) to \(allowed.upperBound)") {
      reader throws(Reported) in try reader.count(allowed).value
    }
  }
}

extension Form where Value == Double {
  static func number(_ allowed: ClosedRange<Double>, of things: String) -> Form {
    Form("a plain number\(things) from \(decimal(allowed.lowerBound)) to \(decimal(allowed.upperBound))") {
      reader throws(Reported) in try reader.number(allowed).value
    }
  }
}

extension Form where Value == String {
  /// A word that names something: an id, a style.
  static func name(_ what: String) -> Form {
    Form(what) { reader throws(Reported) in try reader.word().text }
  }

  /// A text in quotes without fields.
  static func plain(_ what: String) -> Form {
    Form(what) { reader throws(Reported) in try reader.plainText() }
  }
}

extension Form where Value == [String] {
  static let texts = Form(
    "texts in quotes, parted by commas",
    list: { list throws(Reported) in
      var seen: [String: Span] = [:]
      return try list.each { reader throws(Reported) in
        let place = reader.next.map { reader.findings.span($0.range) } ?? reader.place
        let text = try reader.plainText()
        if let first = seen[text] {
          throw reader.findings.fail(.repeatedValue(reader.subject, at: place, first: first))
        }
        seen[text] = place
        return text
      }
    })
}

extension [String] {
  /// `left, center or right`
  var alternatives: String { joinedList(last: " or ") }
  /// `left, center and right`
  var enumeration: String { joinedList(last: " and ") }

  private func joinedList(last: String) -> String {
    guard count > 1, let end = self.last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + last + end
  }
}
