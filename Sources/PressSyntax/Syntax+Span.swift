public import PressDiagnostics

// Where nodes stand, from their first byte to their last, without the trivia before them.

extension Token {
  /// The token without its trivia.
  public func span(in source: SourceID) -> Span { Span(source, range) }
}

extension TermSyntax {
  /// The bytes of the term.
  public var range: Range<Int> { start..<max(start, end) }

  // Apart from one another: a call in a call in a call would be asked for both of them twice at each step.
  fileprivate var start: Int {
    switch self {
    case .number(let token, _, _), .string(let token, _), .word(let token, _), .color(let token, _, _, _),
      .call(let token, _, _, _):
      token.range.lowerBound
    case .broken(let tokens): tokens.first?.range.lowerBound ?? 0
    }
  }

  fileprivate var end: Int {
    switch self {
    case .number(let token, _, _), .string(let token, _), .word(let token, _), .color(let token, _, _, _):
      token.range.upperBound
    case .call(_, let left, let arguments, let right):
      right?.range.upperBound ?? arguments.end ?? left.range.upperBound
    case .broken(let tokens): tokens.last?.range.upperBound ?? 0
    }
  }

  public func span(in source: SourceID) -> Span { Span(source, range) }
}

extension ListSyntax.Entry {
  /// The bytes of the entry without its comma; nil if it has no terms.
  public var range: Range<Int>? {
    guard let first = terms.first, let last = terms.last else { return nil }
    return first.start..<max(first.start, last.end)
  }

  public func span(in source: SourceID) -> Span? { range.map { Span(source, $0) } }
}

extension ListSyntax {
  /// The bytes from the first term to the last; nil for a list without any.
  public var range: Range<Int>? {
    guard let start = entries.first?.terms.first?.start, let end else { return nil }
    return start..<max(start, end)
  }

  fileprivate var end: Int? { entries.last { !$0.terms.isEmpty }?.terms.last?.end }

  public func span(in source: SourceID) -> Span? { range.map { Span(source, $0) } }
}

extension PropertySyntax {
  /// The bytes from the name to the end of the value, without semicolons.
  public var range: Range<Int> { name.range.joined(with: value.range ?? colon.range) }

  public func span(in source: SourceID) -> Span { Span(source, range) }

  /// The value; where it is missing, the place behind the colon.
  public func valueSpan(in source: SourceID) -> Span {
    Span(source, value.range ?? colon.range.upperBound..<colon.range.upperBound)
  }
}

extension ElementSyntax {
  /// The bytes from the name to the end of the block, without semicolons.
  public var range: Range<Int> { headRange.joined(with: block?.range ?? headRange) }

  /// The bytes of the name and the arguments.
  public var headRange: Range<Int> {
    let first = name.isMissing ? arguments.first?.range ?? block?.leftBrace?.range ?? name.range : name.range
    return first.joined(with: arguments.last?.range ?? first)
  }

  public func span(in source: SourceID) -> Span { Span(source, range) }

  public func headSpan(in source: SourceID) -> Span { Span(source, headRange) }
}

extension StatementSyntax {
  /// The bytes of the statement, without semicolons.
  public var range: Range<Int> {
    switch self {
    case .element(let element): element.range
    case .property(let property): property.range
    case .skipped(let tokens): tokens.range ?? 0..<0
    }
  }

  public func span(in source: SourceID) -> Span { Span(source, range) }
}

extension BlockSyntax {
  /// The bytes from brace to brace, or of the statements where braces are missing; nil for nothing at all.
  public var range: Range<Int>? {
    guard let first = leftBrace?.range ?? statements.first?.range ?? rightBrace?.range else { return nil }
    return first.joined(with: rightBrace?.range ?? statements.last?.range ?? first)
  }

  public func span(in source: SourceID) -> Span? { range.map { Span(source, $0) } }
}

extension [Token] {
  fileprivate var range: Range<Int>? {
    guard let first, let last else { return nil }
    return first.range.joined(with: last.range)
  }
}

extension Range<Int> {
  /// From this one's beginning to the other's end; `other` does not end before this one begins.
  fileprivate func joined(with other: Range<Int>) -> Range<Int> { lowerBound..<Swift.max(upperBound, other.upperBound) }
}
