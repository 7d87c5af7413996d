import PressDiagnostics
import PressSyntax

/// An element whose word is known and whose block is sorted, before its values are read.
struct Node {
  let rule: ElementRule
  let name: Token
  let arguments: [TermSyntax]
  let block: BlockSyntax?
  /// Its number among all nodes in the order of the layout, included files in their place.
  var order = 0
  /// Each property once.
  var properties: [PropertyNode] = []
  /// The names of all properties in its block, known or not, from when the first unknown one was met: a block may have thousands.
  var written: Set<String>?
  var flags: [String: Token] = [:]
  var children: [Node] = []
  /// Something in it was not understood, which has been told: what is missing may stand there.
  var isDamaged = false

  /// It stood in a block of a wrong kind, which has been told.
  var isMoved = false

  init(rule: ElementRule, name: Token, arguments: [TermSyntax], block: BlockSyntax?) {
    self.rule = rule
    self.name = name
    self.arguments = arguments
    self.block = block
    isDamaged = arguments.contains(where: \.isBroken)
  }

  /// Its word and arguments.
  var head: Range<Int> {
    name.range.lowerBound..<max(name.range.upperBound, arguments.last?.range.upperBound ?? 0)
  }

  /// All of it, its block included.
  var range: Range<Int> {
    head.lowerBound..<max(head.upperBound, block?.rightBrace?.range.upperBound ?? 0)
  }
}

/// A property whose name is known, before its value is read.
struct PropertyNode {
  let name: String
  /// One; in a style, as many as there are ways to write it.
  let rules: [any PropertyRule]
  let token: Token
  let list: ListSyntax
  /// Of the semicolons behind it.
  var terminators: [Token] = []
  /// Its name has been guessed, which has been told: if the value does not fit, the guess was wrong.
  var isGuess = false

  var range: Range<Int> { token.range.lowerBound..<max(token.range.upperBound, list.range?.upperBound ?? 0) }

  /// With its semicolons: what is deleted when it goes.
  var statement: Range<Int> { range.lowerBound..<max(range.upperBound, terminators.last?.range.upperBound ?? 0) }

  var rivals: [String] { PropertyNode.rivals(of: name) }

  /// Properties that say the same of an element in another way.
  static func rivals(of name: String) -> [String] { table[name] ?? [] }

  private static let table = [
    "at": ["center", "baseline"], "center": ["at", "baseline"], "baseline": ["at", "center"],
    "size": ["width", "height"], "width": ["size"], "height": ["size"],
    "pitch": ["gap"], "gap": ["pitch"],
  ]
}
