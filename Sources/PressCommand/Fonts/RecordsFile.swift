import CertPress
import PressBytes
import PressDiagnostics
import PressRecord

/// A file of records, read without a layout.
enum RecordsFile {
  /// The records of a file that is one JSON object, or has one on each line (NDJSON).
  /// - Parameter path: `-` for standard input. A name in `.ndjson` or `.jsonl` says which it is; else the file itself does.
  /// - Throws: ``Faults``: it cannot be read, or is no record; for lines, what is wrong with any of them.
  static func read(_ path: String) throws(Faults) -> [Record] {
    let isStandardInput = path == "-"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes =
        try isStandardInput
        ? Files.readStandardInput(limit: Faults.inputLimit) : Files.read(path, limit: Faults.inputLimit)
    } catch {
      throw Faults(error, reading: "file of records")
    }
    let source = Source(name: isStandardInput ? "standard input" : path, bytes: bytes, isPersonal: true)
    var sources = SourceSet()
    let id = sources.add(source)
    let lines = Records.ndjson(source, id: id)
    if !path.hasSuffix(".ndjson"), !path.hasSuffix(".jsonl") {
      let (record, diagnostics) = Record.read(json: source, id: id)
      if let record { return [record] }
      guard lines.count > 1, lines[0].record != nil else { throw Faults(.input, diagnostics, sources: sources) }
    }
    var records: [Record] = []
    var diagnostics: [Diagnostic] = []
    for line in lines {
      if let record = line.record { records.append(record) }
      diagnostics += line.diagnostics
    }
    if diagnostics.hasErrors { throw Faults(.input, diagnostics, sources: sources) }
    return records
  }
}
