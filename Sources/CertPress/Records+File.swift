import PressBytes
import PressDiagnostics
public import PressRecord

extension Records {
  /// The records of a file that is one JSON object, an array of such, or has one on each line (NDJSON); read without a layout.
  /// - Parameters:
  ///   - path: `-` for standard input. A name in `.ndjson` or `.jsonl` says which it is; else the file itself does.
  ///   - limit: what the file has beyond it is not looked at.
  /// - Throws: ``Faults``: it cannot be read, or is no record; for lines and arrays, what is wrong with any of them.
  public static func read(_ path: String, limit: Int = .max) throws(Faults) -> [Record] {
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
    var (records, diagnostics): ([Record], [Diagnostic]) = ([], [])
    let lines = Records.ndjson(source, id: id)
    let isLines = path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl")
    if !isLines { (records, diagnostics) = Record.readAll(json: source, id: id, limit: limit) }
    if isLines || diagnostics.hasErrors && lines.count > 1 && lines[0].record != nil {
      (records, diagnostics) = ([], [])
      for line in lines.prefix(limit) {
        if let record = line.record { records.append(record) }
        diagnostics += line.diagnostics
      }
    }
    if records.isEmpty, !diagnostics.hasErrors {
      diagnostics.append(
        Diagnostic(
          .error, "file.no-records", "there is no record in '\(source.name)'",
          hint: "give one JSON object for each record, each on a line of its own (NDJSON)"))
    }
    if diagnostics.hasErrors { throw Faults(.input, diagnostics, sources: sources) }
    return records
  }
}
