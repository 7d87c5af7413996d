import CertPress
import Foundation
import TestKit
import Testing

@Suite("No text lies")
struct FaithTests {
  @Test("no record is refused, and nothing overlaps, is clipped or leaves the certificate", arguments: People.looked)
  func clean(person: Person) throws {
    let certificate = try Certificate.of(person)
    #expect(certificate.warnings.map(\.id).filter { !$0.hasPrefix("text.") } == [])
    let page = try #require(certificate.scene.pages.first)
    #expect(certificate.scene.pages.count == 1)
    for item in page.items {
      #expect(page.area.contains(item.inkBox, tolerance: 0.01), "\(item.id)")
      guard case .text(_, let fit) = item.content, let allowed = fit.allowedWidth else { continue }
      #expect(fit.measuredWidth <= allowed + 0.01, "\(item.id)")
      #expect(item.box.contains(item.inkBox, tolerance: 3), "the ink of \(item.id) is far from its box")
    }
    let texts = page.items.filter { if case .text = $0.content { true } else { false } }
    for (index, one) in texts.enumerated() {
      for other in texts.dropFirst(index + 1) {
        #expect(one.inkBox.intersection(other.inkBox).isEmpty, "\(one.id) and \(other.id)")
      }
    }
  }

  @Test("each glyph is the one of its character in the face that was asked for", arguments: People.looked)
  func faces(of person: Person) throws {
    let certificate = try Certificate.of(person)
    for run in certificate.runs {
      #expect(run.glyphs.allSatisfy { $0.id != 0 }, "\(run.face.name)")
      #expect(run.clusters.allSatisfy { !$0.glyphs.isEmpty })
    }
    for glyph in certificate.marks.glyphs { #expect(glyph.code != 0, "\(glyph)") }
    for expected in person.lines {
      let (_, runs, _) = try #require(certificate.value(of: expected.field))
      #expect(runs.map(\.text).joined() == expected.value)
      if runs.contains(where: { !$0.face.name.hasPrefix("CertPress " + expected.family) }) {
        let warned = certificate.warnings.contains { $0.id.hasPrefix("text.") }
        #expect(warned, "\(expected.label) changes its face silently")
      }
    }
  }

  /// The characters that a name may hold and that fonts like to lack (`docs`: GB 18030-2022, 通用规范汉字表).
  static let rare = "䶮㛃㑇㭎㺂镕喆堃頔翀赟玥婳朤鿍𠅤𡐓𥖎𫖯𫍯𫘦𪻐𫠊𬭼𬀩𬘭𬱖𬸣𬭎𰻝".unicodeScalars.map { String($0) }

  @Test("a rare character in a name is set, reads back and changes its face only with a warning", arguments: rare)
  func rareName(character: String) throws {
    var person = People.everyone[0]
    person.fields["name"] = "王" + character + "明"
    let certificate = try Certificate.by(Engine.layout.get(), of: person)
    #expect(try Poppler.text(of: certificate.pdf).contains("：王\(character)明\n"))
    let (_, runs, _) = try #require(certificate.value(of: "name"))
    #expect(runs.flatMap(\.glyphs).allSatisfy { $0.id != 0 })
    let changes = runs.contains { !$0.face.name.hasPrefix("CertPress Kai") }
    let warned = certificate.warnings.contains { $0.id.hasPrefix("text.") }
    #expect(changes == warned, "\(runs.map(\.face.name)) \(certificate.warnings.map(\.id))")
    // A name is of one hand. (The rare file continues Song's.)
    let hands = runs.map { $0.face.name.replacing(" Ext", with: "").replacing("Rare", with: "Song") }
    #expect(Set(hands).count == 1, "\(runs.map(\.face.name))")
  }
}
