import CertPress
import PressDiagnostics
import PressSyntax
import PressTemplate

/// The names that a layout declares and uses, its included files among it, as they are written: it needs no layout without errors.
struct NameIndex: Sendable {
  enum Kind: Sendable { case font, style, field, id }

  struct Declaration: Sendable {
    var kind: Kind
    var name: String
    /// Of the name alone.
    var span: Span
    /// The list whose entries have the field.
    var list: String?
    /// Where the block begins in which an id can be seen.
    var scope: Int
    /// What declares it; nil for an id.
    var element: ElementSyntax?
  }

  struct Use: Sendable {
    var kind: Kind
    var name: String
    var span: Span
    /// The lists of the `repeat`s around it, the innermost first.
    var lists: [String]
    var scope: Int
  }

  private(set) var declarations: [Declaration] = []
  private(set) var uses: [Use] = []
  /// Indices of declarations by name.
  private var byName: [String: [Int]] = [:]

  /// - Parameter current: the tree of the file that is asked about.
  init(_ draft: LayoutDraft, _ sources: SourceSet, _ current: SyntaxTree) {
    for (index, source) in sources.all.enumerated() {
      let id = SourceID(index: index)
      let tree =
        id == current.source
        ? current : id == draft.id ? draft.tree : LayoutParser.parse(source, id: id).tree
      var reader = NameReader(source: source, id: id)
      reader.read(tree)
      declarations += reader.declarations
      uses += reader.uses
    }
    for (index, declaration) in declarations.enumerated() { byName[declaration.name, default: []].append(index) }
  }

  /// The index of the declaration that a use means; nil if there is none.
  func declaration(of use: Use) -> Int? {
    let candidates = (byName[use.name] ?? []).filter { declarations[$0].kind == use.kind }
    switch use.kind {
    case .font, .style: return candidates.first
    case .field:
      for list in use.lists {
        if let entry = candidates.first(where: { declarations[$0].list == list }) { return entry }
      }
      return candidates.first { declarations[$0].list == nil }
    case .id:
      return candidates.first { declarations[$0].scope == use.scope } ?? candidates.first
    }
  }

  /// The declaration that stands at a place, or whose use does.
  func declaration(at offset: Int, in source: SourceID) -> (index: Int, span: Span)? {
    if let index = declarations.firstIndex(where: { $0.span.touches(offset, in: source) }) {
      return (index, declarations[index].span)
    }
    guard let use = uses.first(where: { $0.span.touches(offset, in: source) }) else { return nil }
    return declaration(of: use).map { ($0, use.span) }
  }

  func uses(of index: Int) -> [Use] {
    let declared = declarations[index]
    return uses.filter { $0.kind == declared.kind && $0.name == declared.name && declaration(of: $0) == index }
  }

  /// Fields that can be named within `repeat`s of these lists, the innermost first.
  func fields(in lists: [String]) -> [Declaration] {
    let fields = declarations.filter { $0.kind == .field }
    return lists.flatMap { list in fields.filter { $0.list == list } } + fields.filter { $0.list == nil }
  }

  func all(_ kind: Kind) -> [Declaration] { declarations.filter { $0.kind == kind } }
}

extension Span {
  /// Whether a cursor stands in it or at one of its ends.
  func touches(_ offset: Int, in source: SourceID) -> Bool {
    self.source == source && range.lowerBound <= offset && offset <= range.upperBound
  }
}
