import PressDiagnostics
import PressSyntax

/// A layout with one token at fault.
struct Mistake {
  enum Kind: String, CaseIterable {
    case deleted
    /// Another word for a word, another number for a number.
    case exchanged
    /// Two neighbouring letters have changed places.
    case swapped
    /// A letter, or a sign, stands there twice.
    case doubled
    /// A token of another kind in its place.
    case replaced
    /// A stray token before it.
    case inserted
  }

  let kind: Kind
  let token: Token
  /// What was written, and what is now.
  let old: String
  let new: String
  let bytes: [UInt8]
}

/// A layout's tokens, for making mistakes in it.
struct MistakeMaker {
  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  private var spellings: [Token.Kind: [String]] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let source = Source(name: "test.layout", bytes: bytes)
    var tokens: [Token] = []
    LayoutParser.parse(source, id: SourceID(index: 0)).tree.forEachToken {
      if $0.kind != .endOfFile { tokens.append($0) }
    }
    self.tokens = tokens
    for token in tokens { spellings[token.kind, default: []].append(text(token)) }
  }

  private static let strays: [(Token.Kind, String)] = [
    (.word, "dog"), (.number, "7"), (.number, "7mm"), (.string, "\"x\""), (.color, "#abc"), (.leftBrace, "{"),
    (.rightBrace, "}"), (.leftParenthesis, "("), (.rightParenthesis, ")"), (.colon, ":"), (.semicolon, ";"),
    (.comma, ","),
  ]

  private func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  /// Counted from 1.
  func line(of token: Token) -> Int {
    bytes[..<token.range.lowerBound].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }

  /// Nil where a token cannot be wrong in that way.
  func mistake(_ kind: Mistake.Kind, in token: Token, _ dice: inout some RandomNumberGenerator) -> Mistake? {
    let old = text(token)
    let new: String?
    switch kind {
    case .deleted: new = ""
    case .exchanged: new = spellings[token.kind]?.filter { $0 != old }.randomElement(using: &dice)
    case .swapped: new = swapped(old, token.kind, &dice)
    case .doubled: new = doubled(old, token.kind, &dice)
    case .replaced: new = MistakeMaker.strays.filter { $0.0 != token.kind }.randomElement(using: &dice)?.1
    case .inserted: new = MistakeMaker.strays.randomElement(using: &dice).map { $0.1 + " " + old }
    }
    guard let new, new != old else { return nil }
    var changed = bytes
    changed.replaceSubrange(token.range, with: Array(new.utf8))
    return Mistake(kind: kind, token: token, old: old, new: new, bytes: changed)
  }

  private func swapped(_ old: String, _ kind: Token.Kind, _ dice: inout some RandomNumberGenerator) -> String? {
    var letters = Array(old)
    let inside = kind == .string ? 1..<letters.count - 1 : 0..<letters.count
    let places = inside.dropLast().filter { letters[$0] != letters[$0 + 1] }
    guard let place = places.randomElement(using: &dice) else { return nil }
    letters.swapAt(place, place + 1)
    return String(letters)
  }

  private func doubled(_ old: String, _ kind: Token.Kind, _ dice: inout some RandomNumberGenerator) -> String? {
    var letters = Array(old)
    guard let place = letters.indices.randomElement(using: &dice) else { return nil }
    letters.insert(letters[place], at: place)
    return String(letters)
  }
}
