import CertPress
import Foundation
import TestKit
import Testing

@Suite("A certificate holds its own person and nobody else")
struct PrivacyTests {
  @Test("one record after another on one worker: the same bytes as alone")
  func noTrace() throws {
    let layout = try Press(fonts: Repository.fonts).layout(at: Repository.layout)
    let others = [1, 55, 161].map { People.everyone[$0] }
    for format in [OutputFormat.pdf, .png(dpi: 150)] {
      func render(_ person: Person) throws -> [UInt8] {
        try layout.render(
          layout.record(json: person.json, name: "n"), as: format, pictures: Engine.pictures
        ).bytes
      }
      let first = try render(People.everyone[0])
      for other in others {
        #expect(try render(other) != first)
        #expect(try render(People.everyone[0]) == first)
      }
    }
  }

  @Test("no byte of the person before is in the file of the next", arguments: [1, 55, 161, 3])
  func noValue(of index: Int) throws {
    let layout = try Press(fonts: Repository.fonts).layout(at: Repository.layout)
    let (one, other) = (People.everyone[index], People.everyone[0])
    _ = try Certificate.by(layout, of: one)
    let certificate = try Certificate.by(layout, of: other)
    let own = Set(other.fields.values).union(other.lines.map(\.value))
    let everything = [certificate.pdf] + certificate.file.streams.values.map(\.bytes)
    let texts = try [Poppler.text(of: certificate.pdf), certificate.marks.glyphs.map(\.text).joined()]
    for value in Set(one.fields.values) where !own.contains(value) {
      // Three bytes stand somewhere in 300 KB by chance.
      let spellings = [Data(value.utf8), value.data(using: .utf16BigEndian) ?? Data()].filter { $0.count > 3 }
      for bytes in everything {
        #expect(spellings.allSatisfy { Data(bytes).range(of: $0) == nil })
      }
      // A value of one or two characters may stand in another by chance: 大学 in 大学语文.
      if value.count > 2 { #expect(texts.allSatisfy { !$0.contains(value) }) }
    }
  }

  @Test("the fonts hold the glyphs that are shown, and no others", arguments: People.looked)
  func subsets(of person: Person) throws {
    let marks = try Certificate.of(person).marks
    for font in marks.fonts {
      let shown = Set(marks.glyphs.filter { $0.font == font.name }.map(\.text))
      let held = try Set(font.codes.map { try font.text(of: $0) })
      #expect(held.isSubset(of: shown), "\(font.name) has \(held.subtracting(shown).sorted())")
    }
  }

  @Test("the ID number is in the file as it is printed, masked, and nowhere in full", arguments: People.looked)
  func mask(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let middle = String(person["id_number"].dropFirst(6).dropLast(4))
    #expect(!certificate.marks.glyphs.map(\.text).joined().contains(middle))
    for bytes in [certificate.pdf] + certificate.file.streams.values.map(\.bytes) {
      #expect(Data(bytes).range(of: Data(person["id_number"].utf8)) == nil)
    }
  }
}
