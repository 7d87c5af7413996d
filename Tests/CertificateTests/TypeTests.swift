import CertPress
import Foundation
import TestKit
import Testing

@Suite("Faces and sizes, as the content stream has them")
struct TypeTests {
  private func line(_ text: String, in certificate: Certificate) throws -> Marks.Line {
    try #require(certificate.marks.lines.first { $0.text == text }, "no line '\(text)'")
  }

  /// Are all of the glyphs in a face of the family, at the size?
  private func expect(_ glyphs: some Sequence<Marks.Glyph>, _ family: String, _ size: Double) {
    let wrong = glyphs.filter { !$0.font.hasPrefix("CertPress" + family) || abs($0.size - size) >= 0.001 }
    #expect(wrong.isEmpty, "\(family) \(size)")
  }

  @Test("the title is Song 29 pt", arguments: People.looked)
  func title(of person: Person) throws {
    try expect(line(People.title, in: .of(person)).glyphs, "Song", 29)
  }

  @Test("labels and colons are Song 16 pt", arguments: People.looked)
  func labels(of person: Person) throws {
    let certificate = try Certificate.of(person)
    for expected in person.lines {
      let start = try #require(
        certificate.marks.lines.first { $0.text.hasPrefix(expected.label + "：") }, "no line '\(expected.label)'")
      expect(start.glyphs.prefix(expected.label.count + 1), "Song", 16)
    }
  }

  @Test("values are Kai and Hei at 16 pt, or at the largest size that fits", arguments: People.looked)
  func values(of person: Person) throws {
    let certificate = try Certificate.of(person)
    for expected in person.lines {
      let (_, runs, fit) = try #require(certificate.value(of: expected.field))
      let glyphs = try glyphs(of: expected, fit: fit, in: certificate)
      #expect(glyphs.map(\.text).joined() == runs.map(\.text).joined())
      expect(glyphs, expected.family, fit.usedSize.value)
      #expect(fit.askedSize.value == 16 && fit.usedSize.value <= 16 && fit.usedSize.value >= 12)
      // Measured in the file: the text as it would be at 16 pt fits, or the next larger tenth does not.
      let width = glyphs.reduce(0) { $0 + $1.advance } / fit.usedSize.value
      let allowed = try #require(fit.allowedWidth).value
      if fit.usedSize.value == 16 {
        #expect(width * 16 <= allowed + 0.01)
      } else {
        #expect(fit.lines == 1 && width * fit.usedSize.value <= allowed + 0.01)
        #expect(width * (fit.usedSize.value + 0.1) > allowed)
      }
    }
  }

  /// The value's glyphs: what follows the colon, and the lines below where it is wrapped.
  private func glyphs(of expected: Person.Line, fit: TextFit, in certificate: Certificate) throws -> [Marks.Glyph] {
    let lines = certificate.marks.lines
    let label = expected.label + "："
    let first = try #require(lines.firstIndex { $0.text.hasPrefix(label) })
    return Array(lines[first].glyphs.dropFirst(label.count))
      + lines[(first + 1)..<(first + fit.lines)].flatMap(\.glyphs)
  }

  @Test("the footer is Kai 10.5 pt, caption and print date are Song 10.5 pt", arguments: People.looked)
  func notes(of person: Person) throws {
    let certificate = try Certificate.of(person)
    try expect(line(person.footer, in: certificate).glyphs, "Kai", 10.5)
    try expect(line(People.caption, in: certificate).glyphs, "Song", 10.5)
    try expect(line(person.printed, in: certificate).glyphs, "Song", 10.5)
  }

  @Test("every size in the file is one that the annex or a fit gives", arguments: People.looked)
  func sizes(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let fitted = try person.lines.map { try #require(certificate.value(of: $0.field)).fit.usedSize.value }
    let wrong = certificate.marks.glyphs.filter { glyph in
      !([29, 16, 10.5] + fitted).contains { abs($0 - glyph.size) < 0.001 }
    }
    #expect(wrong.isEmpty)
  }
}
