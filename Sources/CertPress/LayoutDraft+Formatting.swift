import PressDiagnostics
import PressSyntax

extension LayoutDraft {
  /// The layout's text in the one style that there is: ``SyntaxTree/formatted(from:)``. It may have errors of any kind but of syntax.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/input`` with all errors of syntax: what is not understood is not moved.
  public func formatted() throws(Faults) -> [UInt8] {
    let faults = diagnostics.filter { $0.id.hasPrefix("syntax.") && $0.span?.source == id }
    guard !faults.hasErrors else { throw Faults(.input, faults, sources: sources) }
    return tree.formatted(from: sources[id])
  }
}
