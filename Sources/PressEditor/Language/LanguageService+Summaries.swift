import CertPress
import PressDiagnostics
import PressScene
import PressSyntax

extension LanguageService {
  /// A declaration in a few words: a field's type and label, a font's family, what a style holds.
  func summary(of declaration: NameIndex.Declaration) -> String {
    guard let element = declaration.element else { return "" }
    let source = sources[declaration.span.source]
    switch declaration.kind {
    case .style: return element.block.map { properties(of: $0, in: source).joined(separator: "; ") } ?? ""
    case .field: return element.arguments.map { source.text($0.range) }.joined(separator: " ")
    case .font: return element.arguments.dropFirst().map { source.text($0.range) }.joined(separator: " ")
    case .id: return ""
    }
  }

  /// The properties of a block as they are written.
  func properties(of block: BlockSyntax, in source: Source) -> [String] {
    block.statements.compactMap { statement in
      switch statement {
      case .property(let property): source.text(property.range)
      case .element(let element) where element.arguments.isEmpty && element.block == nil: source.text(element.range)
      default: nil
      }
    }
  }
}

extension Points {
  /// `16pt (5.644mm)`
  var both: String { decimal(value) + "pt (" + millimetres + ")" }
  var millimetres: String { decimal(mm) + "mm" }
}
