// Values: lists of groups of terms, and the arguments of an element.

extension Parser {
  enum Context {
    /// Behind a property's colon.
    case property
    /// Behind an element's name, where terms stand side by side.
    case arguments
    /// Between the parentheses of a call.
    case call
  }

  /// Terms and commas up to the end of the line, or as far as commas carry it.
  mutating func list(_ context: Context, onNextLine: Bool = false) -> ListSyntax {
    var entries: [ListSyntax.Entry] = []
    var terms: [TermSyntax] = []
    var mayStartLine = onNextLine
    list: while mayStartLine || !current.startsLine {
      mayStartLine = false
      let token = current
      switch token.kind {
      case .leftBrace
      where context != .arguments && (isSpareBrace || context == .property && !terms.isEmpty && isSpareInValue):
        terms.append(.broken([takeSpareBrace()]))
      case .rightBrace where isMisplacedBrace(beforeAnyWord: terms.isEmpty) && (next.kind != .word || terms.isEmpty):
        report(.strayRightBrace, at: token.range, cures: [[.remove(token.range)]])
        plan.swapStray(index)
        terms.append(.broken([take()]))
      case .semicolon where context == .property && terms.isEmpty && entries.isEmpty && isSemicolonBeforeValue:
        report(.straySemicolon, at: token.range, cures: [[.remove(token.range)]])
        terms.append(.broken([take()]))
      case .endOfFile, .semicolon, .leftBrace, .rightBrace: break list
      case .rightParenthesis where context == .call: break list
      case .comma:
        if terms.isEmpty {
          terms.append(strayCommas(context))
        } else {
          entries.append(ListSyntax.Entry(terms: terms, comma: take()))
          terms = []
          if context == .property, current.kind == .word, !current.startsLine, next.kind == .colon, !next.startsLine {
            report(.commaForSemicolon, at: token.range, cures: [[.replace(token.range, with: ";")]])
            break list
          }
          if !listContinues(context) {
            report(.strayComma, at: token.range, cures: [[.remove(token.range)]])
            break list
          }
          mayStartLine = true
        }
      case .word where context == .property && !(terms.isEmpty && entries.isEmpty) && statementBegins():
        // The block ends here if the braces of this line say so; else only a semicolon is missing.
        let isProperty = next.kind == .colon
        if isProperty || !plan.closeEarly(openBlocks, before: index) {
          report(.missingSemicolon(before: text(token)), at: token.range, cures: [[.insert(";", at: gap)]])
        }
        break list
      default:
        if let last = terms.last, context == .property, needsComma(between: last, and: token) {
          report(.missingComma, at: token.range, cures: [[.insert(",", at: gap)]])
          entries.append(ListSyntax.Entry(terms: terms, comma: nil))
          terms = []
        }
        terms.append(term(context))
      }
    }
    if !terms.isEmpty { entries.append(ListSyntax.Entry(terms: terms, comma: nil)) }
    return ListSyntax(entries: entries)
  }

  /// Whether the `{` at hand is one too many behind a value: no value has a block.
  private var isSpareInValue: Bool { plan.isSpare(index, within: openBlocks) && !next.startsLine }

  /// Whether the word at hand begins a statement rather than going on with a value: no value has a word before a text or a block.
  private func statementBegins() -> Bool {
    guard !next.startsLine else { return false }
    return next.kind == .colon || next.kind == .string || next.kind == .leftBrace
  }

  /// Whether there is something behind a comma that it parts from what stood before.
  private func listContinues(_ context: Context) -> Bool {
    switch current.kind {
    case .endOfFile, .semicolon, .leftBrace, .rightBrace: false
    case .rightParenthesis: context != .call
    case .word: context == .call || !statementBegins()
    default: true
    }
  }

  private func needsComma(between term: TermSyntax, and token: Token) -> Bool {
    switch (term, token.kind) {
    case (.string, .string), (.call, .word), (.call, .number), (.call, .string): true
    default: false
    }
  }

  /// Commas where an entry should begin.
  mutating func strayCommas(_ context: Context) -> TermSyntax {
    let start = index
    let run = takeRun()
    let range = run[0].range.lowerBound..<run[run.count - 1].range.upperBound
    if context != .arguments || !hasLooseComma {
      report(.strayComma, at: range, cures: [[.remove(range)]], from: start)
    }
    if context == .arguments { hasLooseComma = true }
    return .broken(run)
  }

  mutating func term(_ context: Context) -> TermSyntax {
    let token = current
    switch token.kind {
    case .word:
      if next.kind == .leftParenthesis, !next.startsLine { return call() }
      return .word(take(), text(token))
    case .number: return number(take())
    case .string: return .string(take(), StringLiteral(decoding: token.range, of: bytes, findings: &findings))
    case .color: return color(take())
    case .comma: return strayCommas(context)
    case .colon:
      let start = index
      let run = takeRun()
      let range = run[0].range.lowerBound..<run[run.count - 1].range.upperBound
      report(.strayColon, at: range, cures: [[.remove(range)]], from: start)
      return .broken(run)
    case .leftParenthesis:
      report(.strayLeftParenthesis, at: token.range, cures: parenthesisCure(token))
      let run = takeRun()
      looseParentheses += run.count
      return .broken(run)
    case .rightParenthesis:
      if looseParentheses == 0 {
        let cures = callCure().map { [$0] } ?? []
        report(.strayRightParenthesis, at: token.range, cures: cures + [[.remove(token.range)]])
      }
      let run = takeRun()
      looseParentheses = max(0, looseParentheses - run.count)
      return .broken(run)
    case .unknown, .semicolon, .leftBrace, .rightBrace, .endOfFile:
      return .broken([take()])
    }
  }

  /// Makes a call of `mask 6, 4)`: puts a `(` behind the nearest word with a value behind it.
  private func callCure() -> [Finding.Edit]? {
    var place = index - 1
    // No call has more arguments; the bound keeps a long line linear.
    let limit = max(0, index - 12)
    while place > limit {
      switch tokens[place].kind {
      case .word:
        let gap = tokens[place + 1].trivia
        return tokens[place + 1].kind == .number ? [.replace(gap, with: "(")] : nil
      case .number, .comma: place -= 1
      default: return nil
      }
    }
    return nil
  }

  /// Removes a stray `(` and the next `)` of its line.
  private func parenthesisCure(_ token: Token) -> [[Finding.Edit]] {
    guard !findings.isFull else { return [] }
    var edits: [Finding.Edit] = [.remove(token.range)]
    var place = index
    while place < tokens.count, !tokens[place].startsLine {
      if tokens[place].kind == .rightParenthesis {
        edits.append(.remove(tokens[place].range))
        break
      }
      place += 1
    }
    return [edits]
  }

  /// `shrink(12pt)`
  private mutating func call() -> TermSyntax {
    let name = take()
    let left = take()
    guard openBlocks.count + callDepth < Parser.depthLimit else {
      report(.tooDeep, at: left.range)
      var rest = [name, left]
      while current.kind != .endOfFile, !current.startsLine { rest.append(take()) }
      unclosedCallEnd = index
      return .broken(rest)
    }
    callDepth += 1
    let arguments = list(.call)
    callDepth -= 1
    if current.kind == .rightParenthesis {
      return .call(name: name, leftParenthesis: left, arguments: arguments, rightParenthesis: take())
    }
    if unclosedCallEnd != index {
      report(.unclosedParenthesis, at: left.range, cures: [[.insert(")", at: end(of: text(name), arguments) ?? gap)]])
      unclosedCallEnd = index
    }
    return .call(name: name, leftParenthesis: left, arguments: arguments, rightParenthesis: nil)
  }

  /// Where an unclosed step ends if another one follows: `shrink(12pt, wrap(2)`.
  private func end(of name: String, _ arguments: ListSyntax) -> Int? {
    guard name == "shrink" || name == "wrap", arguments.entries.count > 1 else { return nil }
    for (entry, following) in zip(arguments.entries, arguments.entries.dropFirst()) {
      if case .call = following.terms.first { return entry.comma?.range.lowerBound }
    }
    return nil
  }

  private mutating func number(_ token: Token) -> TermSyntax {
    guard let number = NumberLiteral(bytes[token.range]) else { return .broken([token]) }
    guard number.value.magnitude <= NumberLiteral.limit else {
      report(.numberTooLarge, at: token.range)
      return .broken([token])
    }
    return .number(token, value: number.value, unit: number.unit)
  }

  private func color(_ token: Token) -> TermSyntax {
    var digits: [UInt8] = []
    for byte in bytes.foldedText(token.range).utf8.dropFirst() {
      guard let digit = byte.hexadecimalValue else { return .broken([token]) }
      digits.append(digit)
    }
    switch digits.count {
    case 3, 4: return .color(token, red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
    case 6, 8:
      return .color(
        token, red: digits[0] << 4 | digits[1], green: digits[2] << 4 | digits[3], blue: digits[4] << 4 | digits[5])
    default: return .broken([token])
    }
  }
}
