import PressDiagnostics
import PressRecord
import Testing

@Suite struct RecordFuzzTests {
  /// Reads bytes as a record, and checks what holds for any bytes: a record or faults, all places within, and printable.
  private func check(_ bytes: [UInt8]) -> Record? {
    var sources = SourceSet()
    let id = sources.add(Source(name: "x.json", bytes: bytes, isPersonal: true))
    let (record, diagnostics) = Record.read(json: sources[id], id: id)
    #expect((record == nil) == diagnostics.hasErrors)
    for diagnostic in diagnostics {
      for range in [diagnostic.span?.range].compactMap(\.self) + diagnostic.notes.map(\.span.range) {
        #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count, "\(range) of \(bytes.count) bytes")
      }
      #expect(diagnostic.span != nil)
      #expect(!TerminalPrinter(sources: sources, showValues: true).text(of: diagnostic).isEmpty)
    }
    return record
  }

  @Test("five thousand mutations of a record are read or refused, and never harm")
  func mutations() {
    var generator = SeededGenerator(seed: 2022_0406)
    let marks = Array("\"\\{}[]:,tfn-0.eu \n".utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xF0, 0xFF]
    var refused = 0
    for round in 0..<5000 {
      var bytes = Sample.line(round % 200 + 1)
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[place] = marks.randomElement(using: &generator) ?? 0
        case 2: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: place)
        default: bytes.remove(at: place)
        }
      }
      if check(bytes) == nil { refused += 1 }
    }
    // Most mutations break a record; some fall into a string and leave it whole. A run without both has tested nothing.
    #expect(refused > 1000 && refused < 4900, "\(refused)")
  }

  @Test("every beginning of a record is refused with a place in range")
  func prefixes() {
    let line = Sample.line(2)
    for count in 0..<line.count { #expect(check(Array(line[..<count])) == nil) }
    #expect(check(line) != nil)
  }

  @Test("a hundred thousand brackets are refused, not followed")
  func deepNesting() {
    for opener in ["[", "{\"a\":", "[{\"a\":"] {
      let bytes = Array(("{\"a\":" + String(repeating: opener, count: 100_000)).utf8)
      let diagnostics = Record.read(json: Source(name: "x", bytes: bytes), id: SourceID(index: 0)).diagnostics
      #expect(diagnostics.map(\.message) == ["the value is nested deeper than 128 levels"])
    }
  }
}
