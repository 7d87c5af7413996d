import PressBytes
import PressScene
import TestKit
import Testing

@testable import PressText

@Suite("The tables' way and Pango's way agree")
struct AgreementTests {
  static let count = Soak.isOn ? 100_000 : 5_000

  @Test("random texts are set alike")
  func random() throws {
    #expect(ShapingAgreement.check(try Fixture.library(), count: Self.count).isEmpty)
  }

  @Test("every value of the sample records is set alike, in every family")
  func records() throws {
    let bytes = try Files.read(Fixture.root + "/Tests/Data/records.ndjson")
    let library = try Fixture.library()
    let shaper = Shaper(library)
    // The values are what stands between quotes; escapes make no difference to the comparison.
    let values = Set(String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0 == "\"" || $0.isNewline }))
    #expect(values.count > 500)
    for value in values {
      for family in library.families {
        let difference = ShapingAgreement.disagreement(on: String(value), family: family.name, shaper)
        #expect(difference == nil)
      }
    }
  }

  @Test("the comparison can fail: a text that needs kerning differs when its letters are set one by one")
  func canFail() throws {
    let shaper = Shaper(try Fixture.library())
    let together = shaper.shape("AV", family: Fixture.song, cached: false, way: .pango).0.advances
    let apart = ["A", "V"].flatMap { shaper.shape($0, family: Fixture.song, cached: false, way: .pango).0.advances }
    #expect(together != apart)
  }
}
