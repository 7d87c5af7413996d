import ArgumentParser
import CertPress
import PressBytes
import PressDiagnostics
import PressRecord
import PressTemplate

struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The record: a JSON object with the layout's fields; - reads standard input.", valueName: "record.json"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The folder that picture names in the record count from; they cannot leave it.",
      discussion: "Default: the record's folder; the current folder for standard input.", valueName: "dir"))
  var assets: String?

  func pictures() throws(Faults) -> Pictures {
    if let assets {
      guard Files.isFolder(assets) else {
        let message = "there is no folder '\(assets)'"
        let hint = "--assets names the folder that holds the record's pictures"
        throw Faults(.environment, [Diagnostic(.error, "file.unusable", message, hint: hint)])
      }
      return .directory(assets)
    }
    guard let data, data != "-" else { return .directory(".") }
    return .directory(Files.folder(of: data))
  }

  /// The record, or an empty one for a layout that asks for nothing.
  func record(for layout: Layout) throws(Faults) -> Record {
    guard let data else {
      let wanted = layout.schema.fields.filter { !$0.isOptional && $0.isGiven }.map(\.name)
      if wanted.isEmpty { return Record(name: "(no data)", values: [:]) }
      let hint = "name one with --data; its fields are \(wanted.joined(separator: ", "))"
      throw Faults(.input, [Diagnostic(.error, "record.not-given", "the layout wants a record", hint: hint)])
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes =
        try data == "-"
        ? Files.readStandardInput(limit: Faults.inputLimit) : Files.read(data, limit: Faults.inputLimit)
    } catch {
      throw Faults(error, reading: "record")
    }
    return try layout.record(json: bytes, name: data == "-" ? "standard input" : data)
  }
}
