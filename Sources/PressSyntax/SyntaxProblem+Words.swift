import PressDiagnostics

// All words that the syntax says to a person. Ids are stable: tools and documentation refer to them.

extension SyntaxProblem {
  var id: String { "syntax." + kebabName }

  private var kebabName: String {
    switch self {
    case .notUTF8, .otherEncoding: "not-utf8"
    case .invisibleCharacter: "invisible-character"
    case .unknownCharacter: "unknown-character"
    case .fullWidth: "full-width"
    case .blockComment, .unclosedBlockComment, .wrongComment: "wrong-comment"
    case .equalsSign: "equals-sign"
    case .typographicQuotes: "wrong-quotes"
    case .unclosedString: "unclosed-string"
    case .unopenedString: "unopened-string"
    case .strayQuote: "stray-quote"
    case .unknownEscape: "unknown-escape"
    case .badCodePoint: "bad-code-point"
    case .unclosedField: "unclosed-field"
    case .badFieldName: "bad-field-name"
    case .loneRightBrace, .unevenBraces: "lone-brace"
    case .badNumber: "bad-number"
    case .numberTooLarge: "number-too-large"
    case .timesSign: "times-sign"
    case .unspacedTimes: "missing-space"
    case .badColor, .badColorDigit: "bad-color"
    case .strayComma: "stray-comma"
    case .missingComma: "missing-comma"
    case .straySemicolon: "stray-semicolon"
    case .strayColon: "stray-colon"
    case .missingSemicolon, .commaForSemicolon: "missing-semicolon"
    case .missingValue: "missing-value"
    case .valueOnNextLine: "value-on-next-line"
    case .namelessBlock, .namelessElement, .namelessProperty, .valueAsName: "missing-name"
    case .colonBeforeBlock: "colon-before-block"
    case .strayLeftBrace, .strayRightBrace: "stray-brace"
    case .unclosedBlocks, .missingRightBrace: "unclosed-block"
    case .missingLeftBrace: "unopened-block"
    case .missingBraces: "missing-braces"
    case .braceOnNextLine: "brace-on-next-line"
    case .strayLeftParenthesis, .strayRightParenthesis: "stray-parenthesis"
    case .unclosedParenthesis: "unclosed-parenthesis"
    case .tooDeep: "too-deep"
    case .tooManyErrors: "too-many-errors"
    }
  }

  var message: String {
    switch self {
    case .notUTF8(let byte, let places):
      "byte 0x\(byte.hexadecimal) is not valid UTF-8"
        + (places > 1 ? ", nor is the text at \(places - 1) more places" : "")
    case .otherEncoding(.utf16): "this file is written in UTF-16, and a layout is written in UTF-8"
    case .otherEncoding(.gbk): "this file seems to be written in GBK, and a layout is written in UTF-8"
    case .otherEncoding(.binary): "this file is not a text"
    case .invisibleCharacter(let scalar): "invisible character \(scalar.codePoint) in the layout"
    case .unknownCharacter(let scalar): "'\(scalar)' (\(scalar.codePoint)) means nothing here"
    case .fullWidth(let written, let ascii): "full-width '\(written)' where '\(ascii)' belongs"
    case .blockComment: "comments do not go between '/*' and '*/' here"
    case .unclosedBlockComment: "comments do not begin with '/*' here"
    case .wrongComment(let mark): "comments do not begin with '\(mark)' here"
    case .equalsSign(let sign): "'\(sign)' where ':' belongs"
    case .typographicQuotes(let quote): "a text stands in straight quotes, not in '\(quote)'"
    case .unclosedString: "the closing quote of this text is missing"
    case .unopenedString: "the opening quote of this text is missing"
    case .strayQuote: "one quote too many"
    case .unknownEscape(let character?): "'\\\(character)' is no escape"
    case .unknownEscape(nil): "a '\\' that escapes nothing"
    case .badCodePoint: "a character by its number is written like '\\u{4DAE}'"
    case .unclosedField: "'{' in a text begins a field, and this one is not closed"
    case .badFieldName: "between braces in a text stands the name of one field"
    case .loneRightBrace: "'}' in a text without a '{' before it"
    case .unevenBraces: "this has one brace on one side and two on the other"
    case .badNumber: "this is not written as a number"
    case .numberTooLarge: "this number is too large for anything on paper"
    case .timesSign(let sign): "'\(sign)' between two lengths where 'x' belongs"
    case .unspacedTimes: "the 'x' between two lengths needs a space on either side"
    case .badColor(let digits): "a colour has six hexadecimal digits, or three, not \(digits)"
    case .badColorDigit: "a colour has the digits 0 to 9 and the letters a to f"
    case .strayComma: "a comma with nothing to part"
    case .missingComma: "a comma is missing before this"
    case .straySemicolon: "a semicolon with nothing before it"
    case .strayColon: "a colon is out of place here"
    case .missingSemicolon(let word): "a semicolon or a new line is missing before '\(word)'"
    case .commaForSemicolon: "a comma between two properties, where ';' belongs"
    case .missingValue(let name): "'\(name)' has no value"
    case .valueOnNextLine(let name): "the value of '\(name)' stands on another line"
    case .namelessBlock: "a block without an element before it"
    case .namelessElement: "a line begins with a word, not with a value"
    case .namelessProperty: "a value without a name before its colon"
    case .valueAsName: "the name before a colon is a word without quotes"
    case .colonBeforeBlock(let name): "'\(name)' with a block takes no colon"
    case .strayLeftBrace: "no block begins here"
    case .strayRightBrace: "'}' closes nothing"
    case .unclosedBlocks(1): "the file ends inside a block"
    case .unclosedBlocks(let count): "the file ends inside \(count) blocks"
    case .missingRightBrace: "a block is not closed before this"
    case .missingLeftBrace(let word): "the '{' after '\(word)' is missing"
    case .missingBraces(let word): "'\(word)' and what follows belong in braces"
    case .braceOnNextLine: "the '{' stands on another line than its element"
    case .strayLeftParenthesis: "'(' without a name before it"
    case .strayRightParenthesis: "')' closes nothing"
    case .unclosedParenthesis: "this '(' is not closed"
    case .tooDeep: "more than \(Parser.depthLimit) blocks or parentheses inside one another"
    case .tooManyErrors(1): "one more error follows"
    case .tooManyErrors(let count): "\(count) more errors follow"
    }
  }

  var hint: String? {
    switch self {
    case .notUTF8: "type the damaged text again, or save the file as UTF-8"
    case .otherEncoding(.utf16), .otherEncoding(.gbk): "save the file with the encoding UTF-8"
    case .otherEncoding(.binary): "a layout is a text file whose name ends in .layout"
    case .invisibleCharacter: "delete it; one that is meant to be printed is written like '\\u{200B}'"
    case .unknownCharacter("/"): "a comment begins with two slashes"
    case .unknownCharacter("["), .unknownCharacter("]"): "properties of an element stand in braces '{ … }'"
    case .unknownCharacter: "delete it, or put the text it belongs to in double quotes"
    case .fullWidth: "switch the input method to half-width; full-width signs belong inside quotes only"
    case .blockComment, .unclosedBlockComment, .wrongComment:
      "a comment begins with '//' and goes to the end of its line"
    case .equalsSign: "a property is written 'name: value'"
    case .typographicQuotes: "put it between two '\"'"
    case .unclosedString: "put '\"' behind it; a text ends on the line where it begins"
    case .unopenedString: "put '\"' before it"
    case .strayQuote: "delete it; a quote inside a text is written '\\\"'"
    case .unknownEscape: "there are '\\\"', '\\\\', '\\n', '\\t' and '\\u{…}'; a backslash itself is written twice"
    case .badCodePoint: "up to six hexadecimal digits in braces, at most 10FFFF"
    case .unclosedField: "close it with '}', or write '{{' to print a brace"
    case .badFieldName: "a field is written '{name}'; write '{{' and '}}' to print braces"
    case .loneRightBrace: "write '}}' to print a brace"
    case .unevenBraces: "'{name}' prints the field of that name, '{{name}}' prints braces"
    case .badNumber: "a number is written like '12', '0.5' or '-3', with its unit right behind it: '0.5mm'"
    case .numberTooLarge: nil
    case .timesSign, .unspacedTimes: "a size is written '28mm x 39mm'"
    case .badColor, .badColorDigit: "a colour is written '#b08d3e', red, green and blue with two digits each"
    case .strayComma: "commas stand between the entries of a value, as in 'shrink(12pt), wrap(2)'"
    case .missingComma: "the entries of a value are parted by commas, as in 'shrink(12pt), wrap(2)'"
    case .straySemicolon: "semicolons stand between properties on one line"
    case .strayColon: "a colon stands between a property's name and its value"
    case .missingSemicolon, .commaForSemicolon: "properties on one line are parted by ';'"
    case .missingValue: "write it behind the colon"
    case .valueOnNextLine:
      "write it behind the colon; a value goes on after a line break only if the line ends in a comma"
    case .namelessBlock: "a block belongs to an element: 'text \"…\" { … }'"
    case .namelessElement: "write the element's or the property's name first, as in 'text \"…\"' or 'title: \"…\"'"
    case .namelessProperty, .valueAsName: "a property is written 'name: value'"
    case .colonBeforeBlock: "an element is written 'name { … }', a property 'name: value'"
    case .strayLeftBrace: "delete it, or write the word of an element before it"
    case .strayRightBrace: "delete it, or look for a missing '{' above"
    case .unclosedBlocks, .missingRightBrace: "put '}' where the block ends"
    case .missingLeftBrace, .missingBraces: "an element's properties stand in braces: 'text \"…\" { width: 4em }'"
    case .braceOnNextLine: "write it at the end of the element's line"
    case .strayLeftParenthesis: "only 'mask(…)', 'date(…)', 'shrink(…)' and 'wrap(…)' have parentheses; delete it here"
    case .strayRightParenthesis: "delete it, or look for a missing '('"
    case .unclosedParenthesis: "put ')' behind the last argument"
    case .tooDeep: "look for a missing '}' or ')' above"
    case .tooManyErrors: "mend the first ones and look again"
    }
  }

  /// What a note's place is.
  var noteMessage: String {
    switch self {
    case .unclosedBlocks, .missingRightBrace: "the block begins here"
    case .missingLeftBrace: "the block ends here"
    case .notUTF8: "here too"
    default: "see here"
    }
  }
}

extension Finding {
  func diagnostic(in source: Source, id: SourceID) -> Diagnostic {
    Diagnostic(
      .error, problem.id, problem.message, at: Span(id, range), hint: problem.hint,
      fixIts: cures.map { edits in
        FixIt(words(for: edits, in: source), edits.map { SourceEdit(Span(id, $0.range), $0.text) })
      },
      notes: notes.map { Diagnostic.Note(problem.noteMessage, at: Span(id, $0)) })
  }

  private func words(for edits: [Edit], in source: Source) -> String {
    switch problem {
    case .blockComment: return "write it with '//'"
    case .unspacedTimes: return "put spaces around the 'x'"
    case .unclosedBlocks(let count) where count > 1: return "insert \(count) '}'"
    default: break
    }
    return edits.map { edit in
      let new = edit.text.quotable
      let old = edit.range.isEmpty ? "" : source.text(edit.range).quotable
      if old.isEmpty, new.isEmpty { return "join the lines" }
      if old.isEmpty { return "insert '\(new)'" }
      return new.isEmpty ? "remove '\(old)'" : "replace '\(old)' with '\(new)'"
    }
    .joined(separator: ", ")
  }
}

extension String {
  /// Without white space around it, on one line, and of a length that still reads as a quotation.
  fileprivate var quotable: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    if text.count > 32 { return text.prefix(31) + "…" }
    return String(text)
  }
}

extension UInt8 {
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
