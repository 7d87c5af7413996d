import PressDiagnostics
import PressSyntax
import PressTemplate

/// Reads the names of one file.
struct NameReader {
  let source: Source
  let id: SourceID
  private(set) var declarations: [NameIndex.Declaration] = []
  private(set) var uses: [NameIndex.Use] = []
  /// The lists of the `repeat`s around, the innermost first.
  private var lists: [String] = []
  /// The blocks around in which ids can be seen, the outermost first.
  private var scopes = [0]

  init(source: Source, id: SourceID) {
    self.source = source
    self.id = id
  }

  mutating func read(_ tree: SyntaxTree) { read(tree.root, of: nil, list: nil) }

  private mutating func read(_ block: BlockSyntax, of parent: Vocabulary.Element?, list: String?) {
    for statement in block.statements {
      switch statement {
      case .element(let element): read(element, in: parent, list: list)
      case .property(let property): read(property, of: parent)
      case .skipped: break
      }
    }
  }

  private mutating func read(_ element: ElementSyntax, in parent: Vocabulary.Element?, list: String?) {
    let word = element.name.word(in: source)
    // A file that is included stands in a certificate without saying so.
    let meaning = parent.map { $0.child(word) } ?? Vocabulary.element(word)
    guard let meaning else {
      if let block = element.block { read(block, of: nil, list: nil) }
      return
    }
    var inner: String?
    switch meaning.name {
    case "font", "style":
      if case .word(let token, let name)? = element.arguments.first {
        declare(meaning.name == "font" ? .font : .style, name, token, element)
      }
    case "field":
      if parent?.name == "data" || !element.arguments.isEmpty, !(parent?.flags.contains(word) ?? false) {
        declare(.field, word, element.name, element, list: list)
      }
      inner = word
    default: if meaning.takesFields { for argument in element.arguments { readText(argument, in: meaning.examples) } }
    }
    guard let block = element.block else { return }
    // What stands in a `when` or on a page has the same neighbours as what stands beside it.
    let isTransparent = ["certificate", "page", "when"].contains(meaning.name)
    if !isTransparent { scopes.append(id.index << 32 + element.range.lowerBound + 1) }
    var entered = false
    if meaning.name == "repeat", case .word(_, let name)? = element.arguments.first {
      lists.insert(name, at: 0)
      entered = true
    }
    read(block, of: meaning, list: inner)
    if entered { lists.removeFirst() }
    if !isTransparent { scopes.removeLast() }
  }

  private mutating func read(_ property: PropertySyntax, of parent: Vocabulary.Element?) {
    let name = property.name.word(in: source)
    let rules = parent?.properties(name) ?? []
    let terms = rules.reduce(Vocabulary.Terms()) { $0.union($1.terms) }
    let known = rules.flatMap(\.words)
    for term in property.value.entries.flatMap(\.terms) {
      switch term {
      case .word(let token, let word) where !known.contains(word):
        if name == "id" {
          declare(.id, word, token, nil)
        } else if terms.contains(.styles) {
          use(.style, word, token.range)
        } else if terms.contains(.fonts), !TypeSize.all.contains(where: { $0.name == word }) {
          use(.font, word, token.range)
        } else if !terms.isDisjoint(with: [.fields, .dates]) {
          use(.field, word, token.range)
        } else if terms.contains(.ids), !TypeSize.all.contains(where: { $0.name == word }), word != "x" {
          use(.id, word, token.range)
        }
      case .string where terms.contains(.texts): readText(term, in: [:])
      default: break
      }
    }
  }

  /// Fields in braces and bare ones, and the fonts of parts.
  private mutating func readText(_ term: TermSyntax, in examples: [String: String]) {
    switch term {
    case .string(_, let literal):
      for case .field(let name, let range) in literal.pieces where !name.isEmpty { use(.field, name, range) }
    case .word(let token, let word): use(.field, word, token.range)
    case .call(let name, _, let arguments, _):
      var terms = arguments.entries.flatMap(\.terms)
      let example = CallExample(examples[name.word(in: source)] ?? "")
      if example.takesName(at: 0), case .word(let token, let font)? = terms.first {
        use(.font, font, token.range)
        terms.removeFirst()
      }
      for term in terms { readText(term, in: examples) }
    default: break
    }
  }

  private mutating func declare(
    _ kind: NameIndex.Kind, _ name: String, _ token: Token, _ element: ElementSyntax?, list: String? = nil
  ) {
    guard !name.isEmpty else { return }
    declarations.append(
      NameIndex.Declaration(
        kind: kind, name: name, span: token.span(in: id), list: list, scope: neighbourhood, element: element))
  }

  private mutating func use(_ kind: NameIndex.Kind, _ name: String, _ range: Range<Int>) {
    let isBuiltIn = kind == .field && BuiltIn.names.contains(name)
    if isBuiltIn { return }
    uses.append(
      NameIndex.Use(
        kind: kind, name: name, span: Span(id, range), lists: lists, scope: neighbourhood))
  }

  /// An id is its element's, whose neighbours see it: those of the block around.
  private var neighbourhood: Int { scopes.dropLast().last ?? 0 }
}

extension Vocabulary.Element {
  /// Whether fields may stand behind its word, bare or in a text.
  var takesFields: Bool { takesText || takesBareField }
  /// Behind its word stands a text with fields in it.
  var takesText: Bool { head.contains("…") }
  var takesBareField: Bool { head.contains("FIELD") || head.contains("LIST") }
}
