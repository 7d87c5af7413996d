import CertPress
import PressDiagnostics
import PressSyntax

extension LanguageService {
  /// A colour as it is written.
  public struct WrittenColor: Sendable, Equatable {
    public var range: Range<Int>
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8
  }

  /// The layout's colours, in the order of the file.
  public var colors: [WrittenColor] {
    var list: [WrittenColor] = []
    collect(tree.root, &list)
    return list
  }

  private func collect(_ block: BlockSyntax, _ list: inout [WrittenColor]) {
    for statement in block.statements {
      switch statement {
      case .element(let element):
        for term in element.arguments { collect(term, &list) }
        if let block = element.block { collect(block, &list) }
      case .property(let property): for term in property.value.entries.flatMap(\.terms) { collect(term, &list) }
      case .skipped: break
      }
    }
  }

  private func collect(_ term: TermSyntax, _ list: inout [WrittenColor]) {
    switch term {
    case .color(let token, let red, let green, let blue):
      list.append(WrittenColor(range: token.range, red: red, green: green, blue: blue))
    case .call(_, _, let arguments, _): for term in arguments.entries.flatMap(\.terms) { collect(term, &list) }
    default: break
    }
  }
}
