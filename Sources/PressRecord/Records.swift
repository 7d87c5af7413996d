public import PressDiagnostics

/// The records of one source, each read when it is asked for: many may be read by many tasks.
public struct Records: RandomAccessCollection, Sendable {
  private let source: Source
  private let id: SourceID
  /// 1-based numbers of the lines that hold a record.
  private let lines: [Int]

  /// A source of newline-delimited JSON: an object on each line; blank lines are passed over.
  ///
  /// Each record is called `name:line` after its source, and its spans count from the source's beginning.
  public static func ndjson(_ source: Source, id: SourceID) -> Records { Records(source, id) }

  private init(_ source: Source, _ id: SourceID) {
    self.source = source
    self.id = id
    lines = (1...source.lineCount).filter { line in
      source.bytes[source.range(ofLine: line)].contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    }
  }

  public var startIndex: Int { 0 }

  public var endIndex: Int { lines.count }

  /// Reads a record: it, or the faults that keep it from being one.
  public subscript(position: Int) -> (record: Record?, diagnostics: [Diagnostic]) {
    let line = lines[position]
    return Record.read(json: source, id: id, in: source.range(ofLine: line), name: "\(source.name):\(line)")
  }
}
