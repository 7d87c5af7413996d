import CertPress
import PressBytes
import PressDiagnostics
import PressEditor
import PressTemplate

/// A record that the sheet is shown with.
enum DeskRecord: Sendable {
  /// Of the file, counted from 0.
  case given(Int, GivenRecord, folder: String)
  case sample(SampleRecord, folder: String?)
  /// As the form has it.
  case edited(json: [UInt8], folder: String?)

  var json: [UInt8] {
    switch self {
    case .given(_, let record, _): record.json
    case .sample(let sample, _): sample.json
    case .edited(let json, _): json
    }
  }

  /// Never a value of it.
  var name: String {
    switch self {
    case .given(_, let record, _): record.name
    case .sample(let sample, _): sample.name
    case .edited: "the form"
    }
  }

  /// Where its values are from: `invented`, or the name of a record.
  var origin: String {
    if case .sample(let sample, _) = self, sample.origin == .invented { "invented" } else { name }
  }

  private var folder: String? {
    switch self {
    case .given(_, _, let folder): folder
    case .sample(_, let folder), .edited(_, let folder): folder
    }
  }

  /// Its pictures: the records' folder, and for what is not there the invented portraits.
  func pictures(_ log: PictureLog) -> Pictures {
    folder.map { log.pictures(in: $0, otherwise: SampleRecord.pictures) } ?? SampleRecord.pictures
  }
}

/// The records that a layout is tried with.
struct DeskRecords: Sendable {
  private let file: String?
  private let folder: String?
  private var stamp: FileStamp?
  /// Those of the file; empty without one.
  private(set) var given: [GivenRecord] = []
  var current: DeskRecord

  /// - Throws: ``Faults`` if the file cannot be read or holds no records.
  init(file: String?, assets: String?, schema: Schema?) throws(Faults) {
    self.file = file
    folder = assets ?? file.map(Files.folder(of:))
    current = .edited(json: Array("{}".utf8), folder: folder)
    if let file {
      stamp = Files.stamp(of: file)
      given = try RecordsFile.read(file)
    }
    current = first(schema)
  }

  private func first(_ schema: Schema?) -> DeskRecord {
    if let first = given.first { return .given(0, first, folder: folder ?? ".") }
    guard let sample = schema.flatMap({ SampleRecord.invented(for: $0).first }) else { return current }
    return .sample(sample, folder: folder)
  }

  var files: Set<String> { file.map { [$0] } ?? [] }

  /// Reads the file again; one that is gone or broken stays as it was.
  /// - Returns: whether the record at hand is otherwise.
  mutating func reload(schema: Schema?) -> Bool {
    var isOtherwise = false
    if let file, Files.isRegular(file), let new = Files.stamp(of: file), new != stamp,
      let records = try? RecordsFile.read(file)
    {
      stamp = new
      given = records
      isOtherwise = true
      if case .given(let index, _, let folder) = current {
        let index = min(index, records.count - 1)
        current = .given(index, records[index], folder: folder)
      }
    }
    // The invented record follows the data block as it is written.
    if case .sample(let sample, _) = current, sample.origin == .invented, let schema,
      let again = SampleRecord.invented(for: schema).first(where: { $0.name == sample.name }), again.json != sample.json
    {
      current = .sample(again, folder: folder)
      isOtherwise = true
    }
    if case .edited(let json, _) = current, json == Array("{}".utf8), schema != nil { current = first(schema) }
    return isOtherwise
  }

  func choice(_ index: Int) -> DeskRecord? {
    given.indices.contains(index) ? .given(index, given[index], folder: folder ?? ".") : nil
  }

  func edited(_ json: [UInt8]) -> DeskRecord { .edited(json: json, folder: folder) }

  /// At most ten that are the hardest for a layout.
  func samples(for schema: Schema) -> [DeskRecord] {
    SampleRecord.nastiest(for: schema, given: given).map { .sample($0, folder: folder) }
  }
}
