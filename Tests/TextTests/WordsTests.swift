import PressDiagnostics
import PressScene
import Testing

@testable import PressText

@Suite("Words")
struct WordsTests {
  @Test("a missing character names itself, its code point, the field and the record")
  func missing() {
    let diagnostic = ShapingProblem.missingCharacter("\u{30EDE}").diagnostic(field: "name", record: "line 7")
    #expect(diagnostic.id == "text.missing-character" && diagnostic.severity == .error)
    #expect(diagnostic.message == "no font has '\u{30EDE}' (U+30EDE), which the value of 'name' needs")
    #expect(diagnostic.field == "name" && diagnostic.record == "line 7")
  }

  @Test("an invisible character is named by its code point alone, with the right cure")
  func invisible() {
    let control = ShapingProblem.missingCharacter("\u{7}").diagnostic()
    #expect(control.message == "no font has U+0007, which this text needs")
    #expect(control.hint == "it is an invisible character, delete it")
    let variant = ShapingProblem.missingCharacter("\u{E0100}").diagnostic(field: "name")
    #expect(variant.message.contains("U+E0100") && variant.hint?.contains("variant") == true)
  }

  @Test("a changed family and foreign forms are warnings")
  func warnings() {
    let changed = ShapingProblem.familyChanged(character: "𬭼", asked: "CertPress Kai", used: "CertPress Song")
      .diagnostic(field: "name")
    #expect(changed.id == "text.family-changed" && changed.severity == .warning)
    #expect(changed.message == "'CertPress Kai' lacks '𬭼' (U+2CB7C), so the value of 'name' uses 'CertPress Song'")
    let foreign = ShapingProblem.foreignForms(character: "𬭼", family: "CertPress Last Resort", forms: "japanese")
      .diagnostic()
    #expect(foreign.id == "text.foreign-forms" && foreign.severity == .warning)
  }

  @Test("an unknown family suggests the nearest, or lists what there is")
  func unknownFamily() throws {
    let families = try Fixture.library().families
    let near = ShapingProblem.unknownFamily("CertPress Sogn").diagnostic(families: families)
    #expect(near.id == "text.unknown-family" && near.hint == "did you mean 'CertPress Song'?")
    let far = ShapingProblem.unknownFamily("Helvetica").diagnostic(families: families)
    #expect(far.hint == "the families are 'CertPress Song', 'CertPress Hei', 'CertPress Kai'")
  }
}
