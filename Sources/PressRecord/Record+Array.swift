public import PressDiagnostics
import PressJSON

extension Record {
  /// The records of a source that is one JSON object, or an array of such; each of an array is called `name[3]`, counted from 1.
  ///
  /// - Parameters:
  ///   - id: the source's name in the `SourceSet`, for the spans.
  ///   - limit: what an array has beyond it is not looked at.
  public static func readAll(
    json source: Source, id: SourceID, limit: Int = .max
  ) -> (records: [Record], diagnostics: [Diagnostic]) {
    let (value, errors) = JSONReader.collect(source.bytes)
    guard let value else { return ([], errors.map { Diagnostic($0, in: id, record: source.name) }) }
    guard let elements = value.array else {
      let (record, diagnostics) = of(value, source: source, id: id, name: source.name)
      return (record.map { [$0] } ?? [], diagnostics)
    }
    var records: [Record] = []
    var diagnostics: [Diagnostic] = []
    for (index, element) in elements.prefix(limit).enumerated() {
      let (record, problems) = of(element, source: source, id: id, name: "\(source.name)[\(index + 1)]")
      if let record { records.append(record) }
      diagnostics += problems
    }
    return (records, diagnostics)
  }
}
