import CertPress
public import PressDiagnostics
import PressSyntax
import PressTemplate

extension LanguageService {
  /// Where the name at a place is declared; of an `include`, the file.
  public func definition(at offset: Int) -> Span? {
    if let (index, _) = names.declaration(at: offset, in: id) { return names.declarations[index].span }
    let cursor = cursor(at: offset)
    guard case .arguments(let step) = cursor.place, step.meaning?.name == "include",
      case .string(_, let literal)? = step.syntax.arguments.first, let name = literal.plain
    else { return nil }
    // Names count from the layout's folder, in the files it includes too.
    let layout = sources[draft.id].name
    let folder = layout.lastIndex(of: "/").map { layout[...$0] } ?? ""
    return sources.all.firstIndex { $0.name == folder + name }.map { Span(SourceID(index: $0), 0..<0) }
  }

  /// All places of the name at a place, its declaration first; empty for what is no name.
  public func references(at offset: Int, withDeclaration: Bool = true) -> [Span] {
    guard let (index, _) = names.declaration(at: offset, in: id) else { return [] }
    return (withDeclaration ? [names.declarations[index].span] : []) + names.uses(of: index).map(\.span)
  }

  /// The bytes of the name at a place that can be renamed.
  public func renamable(at offset: Int) -> Range<Int>? { names.declaration(at: offset, in: id)?.span.range }

  /// The edits that give the name at a place another one; nil where there is none, or where the new one is no word of the language
  /// or taken.
  public func rename(at offset: Int, to name: String) -> [SourceEdit]? {
    guard let (index, _) = names.declaration(at: offset, in: id), isFree(name, besides: index) else { return nil }
    return references(at: offset).map { SourceEdit($0, name) }
  }

  private func isFree(_ name: String, besides index: Int) -> Bool {
    let declaration = names.declarations[index]
    if BuiltIn.names.contains(name) || TypeSize.all.contains(where: { $0.name == name }) { return false }
    let isTaken = names.all(declaration.kind).contains {
      $0.name == name && $0.list == declaration.list && (declaration.kind != .id || $0.scope == declaration.scope)
    }
    if isTaken { return false }
    // A word is what the parser takes for one.
    let probe = Source(name: "", bytes: Array(name.utf8))
    let (tree, problems) = LayoutParser.parse(probe, id: SourceID(index: 0))
    guard problems.isEmpty, tree.root.statements.count == 1, case .element(let element)? = tree.root.statements.first
    else { return false }
    return element.name.range == probe.bytes.indices && element.arguments.isEmpty
  }
}
