import PressDiagnostics
import PressScene
import PressSyntax
import PressTemplate
import Testing

@Suite("the sample layout")
struct SampleLayoutTests {
  let sample = Resolved(Fixture.sample)

  @Test("resolves without a word")
  func silence() throws {
    #expect(sample.diagnostics.isEmpty, "\(sample.report)")
    for e in try #require(sample.template).allElements { print(e.id, e.role, e.fields.sorted(), e.placement) }
  }
}
