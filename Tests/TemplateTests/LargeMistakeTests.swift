import PressDiagnostics
import Testing

@testable import PressTemplate

/// Layouts that are broken in thousands of places. The sizes are such that work by the square of them would take minutes, and calls as
/// deep as them would overflow the stack: these tests fail by not coming back.
@Suite("Layouts broken in thousands of places")
struct LargeMistakeTests {
  private func rectangles(_ count: Int, at place: (Int) -> String) -> String {
    (0..<count).map { "rectangle { id: r\($0); at: 1mm \(place($0)); size: 5mm x 1mm; fill: #888888 }" }
      .joined(separator: "\n")
  }

  @Test("unknown properties of one block are each told, and each slip has its cure")
  func properties() {
    let count = 20_000
    let strange = (0..<count).map { "zqxwv\($0)kj: 3mm" }.joined(separator: "\n")
    let resolved = Resolved(layout("text \"a\" { font: song 12pt; at: 0mm 0mm\n\(strange)\ncolr: #111111 }"))
    #expect(resolved.errors.count == count + 1)
    #expect(resolved.errors.last?.hint?.contains("'color") == true)
  }

  @Test("unknown targets are each told; only the first are guessed at")
  func targets() {
    let count = 4_000
    let resolved = Resolved(layout(rectangles(count) { "below rr\($0)" }))
    #expect(resolved.errors.count == count)
    #expect(resolved.errors.first?.hint?.contains("did you mean") == true)
    #expect(resolved.errors.last?.hint?.contains("did you mean") == false)
  }

  @Test("unknown fields are each told; only the first are guessed at")
  func names() {
    let count = 4_000
    let fields = (0..<count).map { "field\($0) text \"F\" { optional }" }.joined(separator: "\n")
    let texts = (0..<count).map { "text \"{fieldx\($0)}\" { font: song 12pt; at: 0mm 0mm }" }.joined(separator: "\n")
    let resolved = Resolved(
      """
      certificate "Test" {
        page 100mm x 80mm
        font song "CertPress Song"
        data {
          \(fields)
        }
        \(texts)
      }
      """)
    let unknown = resolved.errors.filter { $0.id == "template.unknown-field" }
    #expect(unknown.count == count)
    #expect(unknown.first?.hint?.contains("did you mean") == true)
    #expect(unknown.last?.hint?.contains("did you mean") == false)
  }

  @Test("guesses look at half a million candidates and no more")
  func budget() {
    var suggestions = SuggestionBudget()
    let names = (0..<1_000).map { "name\($0)" }
    var guessed = 0
    for _ in 0..<600 where suggestions.likely(to: "nmae7", among: names) != nil { guessed += 1 }
    #expect(guessed == SuggestionBudget.limit / names.count)
    #expect(suggestions.spent == SuggestionBudget.limit)
  }

  @Test("twenty thousand elements that hang one on the next, and on the one before, are followed", arguments: [1, -1])
  func chains(step: Int) throws {
    let count = 20_000
    let end = step > 0 ? count - 1 : 0
    let resolved = Resolved(layout(rectangles(count) { $0 == end ? "below name" : "below r\($0 + step)" }))
    #expect(resolved.errors.isEmpty)
    #expect(try #require(resolved.template).element("r\(count / 2)") != nil)
  }

  @Test("a ring of twenty thousand is told once")
  func ring() {
    let count = 20_000
    let resolved = Resolved(layout(rectangles(count) { "below r\(($0 + 1) % count)" }))
    #expect(resolved.errors.map(\.id) == ["template.relation-cycle"])
  }

  @Test("what an element hangs on moves it, however it is come to")
  func dependence() throws {
    // The second takes the room that it has, and is as wide as its value: both of its axes move the third.
    let resolved = Resolved(
      layout(
        """
        text "{name}" { id: c; at: left of b below b; font: song 12pt }
        text "{note}" { id: b; at: right of a below a; font: song 12pt; width: 20mm; fit: shrink(8pt) }
        when note { text "{name}" { id: a; at: 1mm 1mm; font: song 12pt } }
        """))
    let template = try #require(resolved.template, "\(resolved.report)")
    #expect(template.fields(of: "c") == ["name", "note"])
  }
}
