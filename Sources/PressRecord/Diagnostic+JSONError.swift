import PressDiagnostics
import PressJSON

extension Diagnostic {
  /// A fault of a record's JSON, told in the words of ``JSONError``.
  init(_ error: JSONError, in source: SourceID, record: String) {
    let id: String
    var message = error.message
    var field: String?
    switch error.problem {
    case .duplicateKey(let key, _):
      id = "record.duplicate-field"
      message = "field '\(key)' stands twice in this object"
      field = key
    case .notUTF8, .invalidUTF8: id = "record.invalid-utf8"
    case .loneSurrogate: id = "record.lone-surrogate"
    case .controlCharacter: id = "record.control-character"
    default: id = "record.not-json"
    }
    self.init(
      .error, id, message, at: Span(source, error.range), hint: error.hint,
      notes: error.related.map { [Note($0.message, at: Span(source, $0.range))] } ?? [], field: field, record: record)
  }
}
