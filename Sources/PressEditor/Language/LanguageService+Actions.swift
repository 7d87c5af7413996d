import CertPress
import PressDiagnostics
import PressSyntax

extension LanguageService {
  /// The cures of what is told of a range of bytes.
  public func codeActions(in range: Range<Int>) -> [CodeAction] {
    draft.diagnostics.filter { diagnostic in
      guard let span = diagnostic.span, span.source == draft.id else { return false }
      return span.range.lowerBound <= range.upperBound && range.lowerBound <= span.range.upperBound
    }.flatMap { diagnostic in
      diagnostic.fixIts.enumerated().map { number, fixIt in
        CodeAction(title: fixIt.message, diagnostic: diagnostic, edits: fixIt.edits, isPreferred: number == 0)
      }
    }
  }
}
