import PressSyntax

extension TermSyntax {
  /// From its first byte to behind its last.
  var range: Range<Int> {
    switch self {
    case .number(let token, _, _), .string(let token, _), .word(let token, _), .color(let token, _, _, _):
      return token.range
    case .call(let name, let open, let arguments, let close):
      let end = close ?? arguments.lastToken ?? open
      return name.range.lowerBound..<max(name.range.upperBound, end.range.upperBound)
    case .broken(let tokens):
      let start = tokens.first?.range.lowerBound ?? 0
      return start..<max(start, tokens.last?.range.upperBound ?? 0)
    }
  }

  var tokens: [Token] {
    switch self {
    case .number(let token, _, _), .string(let token, _), .word(let token, _), .color(let token, _, _, _): [token]
    case .call(let name, let open, let arguments, let close):
      [name, open] + arguments.tokens + (close.map { [$0] } ?? [])
    case .broken(let tokens): tokens
    }
  }

  var isBroken: Bool {
    switch self {
    case .broken: true
    case .call(_, _, let arguments, let close): close == nil || arguments.terms.contains(where: \.isBroken)
    default: false
    }
  }
}

extension ListSyntax {
  var terms: [TermSyntax] { entries.flatMap(\.terms) }

  var tokens: [Token] {
    entries.flatMap { entry in entry.terms.flatMap(\.tokens) + (entry.comma.map { [$0] } ?? []) }
  }

  var lastToken: Token? { tokens.last }

  /// From the first term to the last; nil if it is empty.
  var range: Range<Int>? {
    let tokens = tokens
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }
}
