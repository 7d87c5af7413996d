import CertPress
import PressEditor
import TestKit
import Testing

@Suite struct InspectCostTests {
  /// The live page inspects at each save, and has a tenth of a second for all of it.
  @Test func inspectingThePageOfTheCertificateTakesUnderThreeMilliseconds() throws {
    let folder = try #require(SheetFolder.all.first { $0.testDescription == "certificates/specimen" })
    let sheet = try folder.sheet()
    let clock = ContinuousClock()
    let times = (0..<15).map { _ in
      clock.measure {
        let inspector = Inspector(sheet.draft, scene: sheet.scene)
        #expect(inspector.items(page: 0).count > 20)
      }
    }
    // The machine may be busy: the best of many is the work.
    let best = try #require(times.min())
    #expect(best < .milliseconds(3), "\(times.sorted())")
  }
}
