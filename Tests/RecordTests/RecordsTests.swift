import PressDiagnostics
import PressRecord
import Testing

@Suite struct RecordsTests {
  @Test("all the sample records are read, named by their lines")
  func samples() {
    let records = Records.ndjson(Sample.records, id: SourceID(index: 0))
    #expect(records.count == 200)
    for (index, reading) in records.enumerated() {
      #expect(reading.diagnostics.isEmpty)
      #expect(reading.record?.name == "records.ndjson:\(index + 1)")
      #expect(reading.record?.fields.count ?? 0 >= 16)
      #expect(reading.record?["photo"]?.value != nil)
    }
  }

  @Test("blank lines are passed over, a faulty line spoils no other, places count in the whole source")
  func lines() {
    var sources = SourceSet()
    let text = "\u{FEFF}{\"a\":1}\r\n\n \t\r\n{\"a\":}\n{\"a\":3}"
    let id = sources.add(Source(name: "r.ndjson", bytes: Array(text.utf8), isPersonal: true))
    let records = Records.ndjson(sources[id], id: id)
    #expect(records.count == 3)
    #expect(records.map { $0.record?.name } == ["r.ndjson:1", nil, "r.ndjson:5"])
    #expect(
      TerminalPrinter(sources: sources).text(of: records[1].diagnostics) == """
        r.ndjson:4:6: error: expected a value, found '}' [record.not-json]
          = record 'r.ndjson:4'

        1 error

        """)
  }

  @Test("a source of blank lines holds no record", arguments: ["", "\n", " \n\t\n"])
  func none(text: String) {
    #expect(Records.ndjson(Source(name: "r", bytes: Array(text.utf8)), id: SourceID(index: 0)).isEmpty)
  }
}
