/// Diagnostics for a program: a JSON array with one object for each, in the order given.
///
/// Members, left out where there is nothing to say: `id`, `severity` (`error`, `warning`), `message`, the place, `hint`, `fixIts`
/// (each with `message` and `edits`: a place and its `replacement`), `notes` (each with `message` and a place), `field`, `record`.
///
/// A place is `file`, `line`, `column`, `endLine`, `endColumn`, `offset` and `endOffset`: lines and columns 1-based, columns in
/// Unicode scalars, offsets in bytes from 0; the end is the first place behind. Edits of a personal source are left out
/// unless `showValues` is set, for they hold its text.
public struct JSONPrinter: Sendable {
  public var sources: SourceSet
  public var showValues: Bool

  public init(sources: SourceSet, showValues: Bool = false) {
    self.sources = sources
    self.showValues = showValues
  }

  public func text(of diagnostics: [Diagnostic]) -> String {
    var json = JSONWriter(style: .indented)
    var rulers = sources.all.map(Source.Ruler.init)
    json.array { json in
      for diagnostic in diagnostics { json.object { write(diagnostic, &rulers, to: &$0) } }
    }
    json.lineBreak()
    return json.text
  }

  private func write(_ diagnostic: Diagnostic, _ rulers: inout [Source.Ruler], to json: inout JSONWriter) {
    json.member("id", diagnostic.id)
    json.member("severity", diagnostic.severity.rawValue)
    json.member("message", diagnostic.message)
    if let span = diagnostic.span { write(span, &rulers, to: &json) }
    if let hint = diagnostic.hint { json.member("hint", hint) }
    if !diagnostic.fixIts.isEmpty {
      json.key("fixIts")
      json.array { json in
        for fixIt in diagnostic.fixIts { json.object { write(fixIt, &rulers, to: &$0) } }
      }
    }
    if !diagnostic.notes.isEmpty {
      json.key("notes")
      json.array { json in
        for note in diagnostic.notes {
          json.object {
            $0.member("message", note.message)
            write(note.span, &rulers, to: &$0)
          }
        }
      }
    }
    if let field = diagnostic.field { json.member("field", field) }
    if let record = diagnostic.record { json.member("record", record) }
  }

  private func write(_ fixIt: FixIt, _ rulers: inout [Source.Ruler], to json: inout JSONWriter) {
    json.member("message", fixIt.message)
    let edits = fixIt.edits.filter { showValues || !sources[$0.span.source].isPersonal }
    // A part of a cure is none.
    guard edits.count == fixIt.edits.count else { return }
    json.key("edits")
    json.array { json in
      for edit in edits {
        json.object {
          write(edit.span, &rulers, to: &$0)
          $0.member("replacement", edit.replacement)
        }
      }
    }
  }

  private func write(_ span: Span, _ rulers: inout [Source.Ruler], to json: inout JSONWriter) {
    let start = rulers[span.source.index].place(at: span.range.lowerBound)
    let end = rulers[span.source.index].place(at: span.range.upperBound)
    json.member("file", sources[span.source].name)
    json.member("line", start.line)
    json.member("column", start.column)
    json.member("endLine", end.line)
    json.member("endColumn", end.column)
    json.member("offset", span.range.lowerBound)
    json.member("endOffset", span.range.upperBound)
  }
}
