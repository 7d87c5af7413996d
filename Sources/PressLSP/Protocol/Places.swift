import PressDiagnostics

/// Turns spans into the protocol's places.
struct Places {
  let sources: SourceSet
  private let documents: Documents
  private let encoding: PositionEncoding
  private var tables: [SourceID: LineTable] = [:]

  init(_ sources: SourceSet, _ documents: Documents, _ encoding: PositionEncoding) {
    self.sources = sources
    self.documents = documents
    self.encoding = encoding
  }

  func uri(_ id: SourceID) -> String { documents.uri(ofPath: sources[id].name) }

  mutating func range(_ span: Span) -> (Position, Position) {
    let table = tables[span.source] ?? LineTable(sources[span.source].bytes)
    tables[span.source] = table
    let bytes = sources[span.source].bytes
    return (
      table.position(of: span.range.lowerBound, in: bytes, encoding),
      table.position(of: span.range.upperBound, in: bytes, encoding)
    )
  }
}

extension JSONWriter {
  mutating func position(_ position: Position) {
    object {
      $0.member("line", position.line)
      $0.member("character", position.character)
    }
  }

  mutating func range(_ range: (Position, Position)) {
    object {
      $0.key("start")
      $0.position(range.0)
      $0.key("end")
      $0.position(range.1)
    }
  }

  mutating func location(_ span: Span, _ places: inout Places) {
    let range = places.range(span)
    let uri = places.uri(span.source)
    object {
      $0.member("uri", uri)
      $0.key("range")
      $0.range(range)
    }
  }

  mutating func edit(_ edit: SourceEdit, _ places: inout Places) {
    let range = places.range(edit.span)
    object {
      $0.key("range")
      $0.range(range)
      $0.member("newText", edit.replacement)
    }
  }

  /// `WorkspaceEdit`: the edits by the files they change.
  mutating func workspaceEdit(_ edits: [SourceEdit], _ places: inout Places) {
    var order: [SourceID] = []
    for edit in edits where !order.contains(edit.span.source) { order.append(edit.span.source) }
    object { json in
      json.key("changes")
      json.object { json in
        for id in order {
          json.key(places.uri(id))
          json.array { json in for edit in edits where edit.span.source == id { json.edit(edit, &places) } }
        }
      }
    }
  }
}
