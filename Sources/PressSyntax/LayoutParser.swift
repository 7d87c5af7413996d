public import PressDiagnostics

/// Reads layout files.
public enum LayoutParser {
  /// The tree of a layout and all that is wrong with its text, in the order of the file.
  ///
  /// Total: every sequence of bytes gives a tree that prints the same bytes, in linear time. A file in another encoding gives
  /// `syntax.not-utf8` alone and a tree of one skipped token; it is not worth asking what it means.
  public static func parse(_ source: Source, id: SourceID) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
    let bytes = source.bytes
    var lexer = Lexer(bytes: bytes)
    if TextCheck(bytes, findings: &lexer.findings).isUnreadable {
      return (unread(bytes, id), lexer.findings.diagnostics(in: source, id: id))
    }
    lexer.run()
    var parser = Parser(bytes: bytes, tokens: lexer.tokens, findings: lexer.findings)
    let (root, endOfFile) = parser.parse()
    var tree = SyntaxTree(source: id, root: root, endOfFile: endOfFile)
    tree.damaged = parser.damaged
    return (tree, parser.findings.diagnostics(in: source, id: id))
  }

  private static func unread(_ bytes: [UInt8], _ id: SourceID) -> SyntaxTree {
    let end = bytes.count
    let whole = Token(kind: .unknown, trivia: 0..<0, range: 0..<end, startsLine: false)
    return SyntaxTree(
      source: id, root: BlockSyntax(leftBrace: nil, statements: [.skipped([whole])], rightBrace: nil),
      endOfFile: Token(kind: .endOfFile, trivia: end..<end, range: end..<end, startsLine: false))
  }
}
