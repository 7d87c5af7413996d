import CertPress
import PressDiagnostics
import PressSyntax

extension LanguageService {
  /// The cures of what is told of a range of bytes.
  public func codeActions(in range: Range<Int>) -> [CodeAction] {
    if !isCurrent { return [] }
    return draft.diagnostics.filter { diagnostic in
      guard let span = diagnostic.span, span.source == id else { return false }
      return span.range.lowerBound <= range.upperBound && range.lowerBound <= span.range.upperBound
    }.flatMap { diagnostic in
      diagnostic.fixIts.enumerated().map { number, fixIt in
        CodeAction(title: fixIt.message, diagnostic: diagnostic, edits: fixIt.edits, isPreferred: number == 0)
      }
    }
  }
}
