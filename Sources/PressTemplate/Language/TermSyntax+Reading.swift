import PressSyntax

extension TermSyntax {
  var tokens: [Token] {
    var tokens: [Token] = []
    forEachToken { tokens.append($0) }
    return tokens
  }

  /// True if a part of it is broken, which the parser has told.
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
}
