import Foundation
import PressPaint
import PressScene
import TestKit
import Testing

@Suite("The press draws what cairo draws, whatever the scene")
struct PainterAgreementTests {
  private func look(_ hand: HandScene, by eye: Eye) throws {
    let scene = try hand.make()
    let painter = try Fixture.painter()
    let pdf = try painter.pdf(scene)
    #expect(try Tool.faults(of: pdf) == "")
    let sizes = scene.pages.map { ($0.size.width.value, $0.size.height.value) }
    let agreement = try Agreement(
      of: pdf, with: Drawings(of: painter.cairoPDF(scene), by: eye), sizes: sizes,
      bound: hand.bounds[eye] ?? Agreement.bound(for: eye))
    #expect(agreement.differences.prefix(5).map(\.description) == [])
    if Soak.isOn { print(eye, hand.testDescription, (agreement.worst * 100).rounded() / 100) }
  }

  @Test("as poppler draws it", arguments: HandScene.all(for: .poppler))
  func poppler(scene: HandScene) throws { try look(scene, by: .poppler) }

  @Test("as mupdf draws it", arguments: HandScene.all(for: .mupdf))
  func mupdf(scene: HandScene) throws { try look(scene, by: .mupdf) }

  // Debian has no pdfium: `make soak` installs it from PyPI (Tests/Readers).
  @Test("as pdfium draws it, which is Chromium's", .enabled(if: Soak.isOn), arguments: HandScene.all(for: .pdfium))
  func pdfium(scene: HandScene) throws { try look(scene, by: .pdfium) }

  @Test("its structure is sound, and reads as the scene does", arguments: HandScene.all)
  func structure(scene: HandScene) throws {
    let scene = try scene.make()
    let tagged = try TaggedFile(PDFFile(Fixture.painter().pdf(scene)))
    #expect(tagged.faults == [])
    #expect(tagged.language == scene.document.language)
    let expected = scene.pages.flatMap(\.reading)
    let elements = tagged.elements.filter { $0.role != "Document" }
    #expect(elements.count == expected.count)
    for (element, item) in zip(elements, expected) {
      switch item.role {
      case .figure(let alternative): #expect(element.role == "Figure" && element.alternative == alternative)
      default: #expect(element.text == item.content.text)
      }
    }
  }

  @Test("three hundred pages are one sound file, each with its own text")
  func manyPages() throws {
    var scene = Fixture.scene([])
    scene.pages = try (1...300).flatMap { number in
      var item = Fixture.text(try Fixture.runs("\(number)", Fixture.song, at: Point(x: 10, y: 40)))
      (item.role, item.readingOrder) = (.paragraph, 0)
      return Fixture.scene([item]).pages
    }
    let pdf = try Fixture.painter().pdf(scene)
    #expect(try Tool.faults(of: pdf) == "")
    let text = try Tool.ask("pdftotext", "-raw", "FILE", "-", about: pdf)
    let (read, written) = (text.split(whereSeparator: \.isWhitespace).map { "\($0)" }, (1...300).map { "\($0)" })
    #expect(read == written)
    let tagged = try TaggedFile(PDFFile(pdf))
    #expect(tagged.faults == [])
    let pages = tagged.elements.dropFirst().map { $0.page ?? -1 }
    #expect(pages == Array(0..<300))
  }
}

extension Content {
  /// What its glyph runs say, run behind run.
  fileprivate var text: String {
    if case .text(let runs, _) = self { runs.map(\.text).joined() } else { "" }
  }
}
