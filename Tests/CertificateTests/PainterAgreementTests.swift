import CertPress
import Foundation
import TestKit
import Testing

@Suite("The press draws each record as cairo does")
struct PainterAgreementTests {
  private static let looked = People.soaks ? People.everyone : Array(People.sample.prefix(2))

  @Test("as poppler draws it, and as it reads it", arguments: looked)
  func poppler(person: Person) throws {
    let certificate = try Certificate.of(person)
    let cairo = try Engine.layout.get().paint(certificate.scene, as: .pdf, painter: .cairo)
    let sizes = certificate.scene.pages.map { ($0.size.width.value, $0.size.height.value) }
    let agreement = try Agreement(
      of: certificate.pdf, with: Drawings(of: cairo, by: .poppler), sizes: sizes, bound: Agreement.bound(for: .poppler))
    #expect(agreement.differences.prefix(5).map(\.description) == [])
    if Soak.isOn { print("poppler", person.testDescription, (agreement.worst * 100).rounded() / 100) }
    let (ours, theirs) = (try Poppler.text(of: certificate.pdf), try Poppler.text(of: cairo))
    #expect(ours.filter { !$0.isWhitespace } == theirs.filter { !$0.isWhitespace })
    #expect(ours.split(whereSeparator: \.isWhitespace).count <= theirs.split(whereSeparator: \.isWhitespace).count)
  }

  @Test("its structure is sound and reads as the scene does", arguments: People.looked)
  func structure(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let tagged = try TaggedFile(certificate.file)
    #expect(tagged.faults == [])
    let elements = tagged.elements.filter { $0.role != "Document" }
    let items = certificate.scene.pages.flatMap(\.reading)
    #expect(elements.count == items.count)
    for (element, item) in zip(elements, items) {
      if case .figure(let alternative) = item.role {
        #expect(element.role == "Figure" && element.alternative == alternative)
      } else if case .text(let runs, _) = item.content {
        #expect(element.text == runs.map(\.text).joined())
      }
    }
  }
}
