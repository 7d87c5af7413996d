/// What can be wrong with a layout's text, before it is asked what it means.
enum SyntaxProblem: Equatable {
  /// What a file seems to be that is not UTF-8.
  enum Encoding: Equatable { case utf16, gbk, binary }

  // Bytes and characters
  case notUTF8(byte: UInt8, places: Int)
  case otherEncoding(Encoding)
  case invisibleCharacter(Unicode.Scalar)
  case unknownCharacter(Unicode.Scalar)
  case fullWidth(written: String, ascii: String)
  case blockComment, unclosedBlockComment
  case wrongComment(String)
  case equalsSign(String)

  // Strings
  case typographicQuotes(String)
  case unclosedString, unopenedString, strayQuote
  case unknownEscape(Character?)
  case badCodePoint
  case unclosedField, badFieldName
  case loneRightBrace
  /// `{{name}` or `{name}}`.
  case unevenBraces

  // Numbers and colours
  case badNumber, numberTooLarge
  case timesSign(String), unspacedTimes
  case badColor(digits: Int), badColorDigit

  // Statements
  case strayComma, missingComma, straySemicolon, strayColon
  case missingSemicolon(before: String)
  case commaForSemicolon
  case missingValue(of: String)
  case valueOnNextLine(of: String)
  case namelessBlock, namelessElement, namelessProperty, valueAsName
  case colonBeforeBlock(String)

  // Braces and parentheses
  case strayLeftBrace, strayRightBrace
  case unclosedBlocks(Int)
  case missingRightBrace
  case missingLeftBrace(after: String)
  case missingBraces(around: String)
  case braceOnNextLine
  case strayLeftParenthesis, strayRightParenthesis, unclosedParenthesis
  case tooDeep

  /// So many errors beyond the listed ones.
  case tooManyErrors(Int)
}
