public import CertPress
import PressRecord

/// A record of a designer's file, as it stands there.
public struct GivenRecord: Sendable {
  /// `zhang.json`, `records.ndjson line 17`, `records.json record 3`: never a value of it.
  public var name: String
  /// One JSON object.
  public var json: [UInt8]

  public init(name: String, json: [UInt8]) {
    self.name = name
    self.json = json
  }
}

/// A file of records that a layout is tried with.
public enum RecordsFile {
  /// Nobody looks through more; the rest of a longer file is not read.
  public static let mostRecords = 10_000

  /// The records of a file that is one JSON object, an array of such, or has one on each line (NDJSON).
  /// - Throws: ``Faults`` of kind `input`, with places, where it is none of these, and `environment` where it cannot be read.
  public static func read(_ path: String) throws(Faults) -> [GivenRecord] {
    try Records.read(path, limit: mostRecords).compactMap { record in
      guard let source = record.source, let span = record.span else { return nil }
      return GivenRecord(name: shortName(of: record, in: source), json: Array(source.bytes[span.range]))
    }
  }

  /// Without the folder, and with words for the place that ``Record/name`` adds to the file's: `:17` or `[3]`.
  private static func shortName(of record: Record, in source: Source) -> String {
    let file = source.name.split(separator: "/").last.map(String.init) ?? source.name
    let place = record.name.dropFirst(source.name.count)
    let number = place.filter(\.isNumber)
    return switch place.first {
    case ":": "\(file) line \(number)"
    case "[": "\(file) record \(number)"
    default: file
    }
  }
}
