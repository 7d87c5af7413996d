import ArgumentParser
import CertPress
import PressBytes
import PressRecord

struct RecordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The record: a JSON object with the layout's fields; - reads standard input.", valueName: "record.json"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The folder that picture names in the record count from; they cannot leave it.",
      discussion: "Default: the record's folder; the current folder for standard input.", valueName: "dir"))
  var assets: String?

  var pictures: Pictures {
    if let assets { return .directory(assets) }
    guard let data, data != "-" else { return .directory(".") }
    return .directory(Files.folder(of: data))
  }

  /// The record, or an empty one for a layout without data.
  func record(for layout: Layout) throws(Faults) -> Record {
    guard let data else { return Record(name: "(no data)", values: [:]) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(data == "-" ? "/dev/stdin" : data)
    } catch {
      throw Faults(error, doing: "read the record")
    }
    return try layout.record(json: bytes, name: data == "-" ? "standard input" : data)
  }
}
