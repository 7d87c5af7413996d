public import PressDiagnostics

// The tree of a layout file. There are two forms only: an element (a word, its arguments, an optional block) and a property
// (`name: value`). Nodes hold tokens, each token stands in exactly one node, and nodes keep them in order, so that the tree
// prints the file byte for byte.

/// `{ … }`, or the whole file, which has no braces.
public struct BlockSyntax: Sendable {
  public var leftBrace: Token?
  public var statements: [StatementSyntax]
  /// Nil at the end of the file, and where it is missing (a diagnostic has said so).
  public var rightBrace: Token?

  public init(leftBrace: Token?, statements: [StatementSyntax], rightBrace: Token?) {
    self.leftBrace = leftBrace
    self.statements = statements
    self.rightBrace = rightBrace
  }
}

public enum StatementSyntax: Sendable {
  case element(ElementSyntax)
  case property(PropertySyntax)
  /// Tokens that fit no rule; a diagnostic has named them.
  case skipped([Token])
}

/// `text "姓名" { … }`
public struct ElementSyntax: Sendable {
  public var name: Token
  public var arguments: [TermSyntax]
  public var block: BlockSyntax?
  /// Semicolons behind it.
  public var terminators: [Token]

  public init(name: Token, arguments: [TermSyntax], block: BlockSyntax?, terminators: [Token]) {
    self.name = name
    self.arguments = arguments
    self.block = block
    self.terminators = terminators
  }
}

/// `fit: shrink(12pt), wrap(2)`
public struct PropertySyntax: Sendable {
  public var name: Token
  public var colon: Token
  public var value: ListSyntax
  public var terminators: [Token]

  public init(name: Token, colon: Token, value: ListSyntax, terminators: [Token]) {
    self.name = name
    self.colon = colon
    self.value = value
    self.terminators = terminators
  }
}

/// Groups parted by commas; a group is terms side by side: `song 16pt`, `28mm x 39mm`.
public struct ListSyntax: Sendable {
  public struct Entry: Sendable {
    public var terms: [TermSyntax]
    /// The comma behind it, if there is one.
    public var comma: Token?
    public init(terms: [TermSyntax], comma: Token?) {
      self.terms = terms
      self.comma = comma
    }
  }
  public var entries: [Entry]
  public init(entries: [Entry]) { self.entries = entries }
}

public indirect enum TermSyntax: Sendable {
  /// The value and the unit as written: `29pt` is 29 and "pt"; "" without a unit.
  case number(Token, value: Double, unit: String)
  /// The text with escapes resolved (`\"` `\\` `\n` `\u{4DAE}`), before interpolation.
  case string(Token, StringLiteral)
  case word(Token, String)
  case color(Token, red: UInt8, green: UInt8, blue: UInt8)
  case call(name: Token, leftParenthesis: Token, arguments: ListSyntax, rightParenthesis: Token?)
  /// A term that is broken beyond use; a diagnostic has said so.
  case broken([Token])
}

/// The inside of a string: pieces of text and fields in braces.
public struct StringLiteral: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    /// Escapes and doubled braces resolved.
    case text(String)
    /// `{name}`; the range is of the bytes between the braces.
    case field(String, Range<Int>)
  }
  public var pieces: [Piece]

  public init(pieces: [Piece]) { self.pieces = pieces }

  /// The text, if no field stands in it.
  public var plain: String? {
    var text = ""
    for piece in pieces {
      guard case .text(let part) = piece else { return nil }
      text += part
    }
    return text
  }
}

/// A parsed layout file: always there, however broken the file.
public struct SyntaxTree: Sendable {
  public var source: SourceID
  public var root: BlockSyntax
  public var endOfFile: Token
  /// Statements, or parts of them between braces and semicolons, in which a mistake has been told, in the order of the file. What
  /// else seems wrong there is most likely its echo.
  public var damaged: [Range<Int>] = []

  public init(source: SourceID, root: BlockSyntax, endOfFile: Token) {
    self.source = source
    self.root = root
    self.endOfFile = endOfFile
  }
}
