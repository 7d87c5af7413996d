import Foundation
import TestKit
import Testing

@testable import PressGolden

/// Each fault has to be found and named as what it is.
@Suite("Seeded faults")
struct SeededFaultTests {
  @Test("nothing is told of an unchanged certificate")
  func unchanged() throws {
    for specimen in [Specimen.certificate, .transcript] {
      let outcome = try specimen.outcome()
      #expect(outcome.differences.map(\.sentence) == [])
      #expect(outcome.status == .equal)
    }
  }

  @Test("there are enough of them, and none twice")
  func many() {
    #expect(Fault.table.count >= 110)
    #expect(Set(Fault.table.map(\.name)).count == Fault.table.count)
  }

  @Test(
    "what is seeded into a certificate is told by name", arguments: Fault.table.filter { $0.specimen == .certificate })
  func toldOfCertificate(fault: Fault) throws { try expectTold(fault) }

  @Test(
    "what is seeded into a sheet of several pages, with art and a list, is told by name",
    arguments: Fault.table.filter { $0.specimen == .transcript })
  func toldOfTranscript(fault: Fault) throws { try expectTold(fault) }

  private func expectTold(_ fault: Fault) throws {
    let outcome = try fault.specimen.outcome(of: fault.seed)
    #expect(outcome.status == .differs)
    let sentences = outcome.differences.map(\.sentence)
    for part in fault.told { #expect(sentences.contains { $0.contains(part) }, "\(part)\n\(sentences)") }
    guard let line = fault.line else { return }
    let place = outcome.differences.first { $0.sentence.contains(fault.told[0]) }?.place
    #expect(place?.source.contains(line) == true, "\(String(describing: place))")
  }
}
