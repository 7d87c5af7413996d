import Foundation
import TestKit
import Testing

@testable import PressGolden

/// Each fault has to be found and named as what it is.
@Suite("Seeded faults")
struct SeededFaultTests {
  @Test("nothing is told of an unchanged certificate")
  func unchanged() throws {
    let outcome = try Specimen.outcome()
    #expect(outcome.differences.map(\.sentence) == [])
    #expect(outcome.status == .equal)
  }

  @Test("there are enough of them, and none twice")
  func many() {
    #expect(Fault.table.count >= 60)
    #expect(Set(Fault.table.map(\.name)).count == Fault.table.count)
  }

  @Test("is told by name", arguments: Fault.table)
  func told(fault: Fault) throws {
    let outcome = try Specimen.outcome(of: fault.seed)
    #expect(outcome.status == .differs)
    let sentences = outcome.differences.map(\.sentence)
    for part in fault.told { #expect(sentences.contains { $0.contains(part) }, "\(part)\n\(sentences)") }
    guard let line = fault.line else { return }
    let place = outcome.differences.first { $0.sentence.contains(fault.told[0]) }?.place
    #expect(place?.source.contains(line) == true, "\(String(describing: place))")
  }
}
