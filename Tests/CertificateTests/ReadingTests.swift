import CertPress
import Foundation
import TestKit
import Testing

@Suite("What can be read out of the PDF")
struct ReadingTests {
  /// Without the spaces that were written.
  private func close(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }

  @Test("pdftotext gives each field on a line: label, colon, value, in reading order", arguments: People.looked)
  func lines(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let lines = try Poppler.text(of: certificate.pdf).split(separator: "\n")
    var next = lines.startIndex
    func take() throws -> Substring {
      try #require(next < lines.endIndex, "the text ends early")
      defer { next += 1 }
      return lines[next]
    }
    #expect(try take() == People.title)
    for expected in person.lines {
      var line = try take()
      let (_, _, fit) = try #require(certificate.value(of: expected.field))
      for _ in 1..<max(1, fit.lines) { line += try take() }
      let colon = try #require(line.firstIndex(of: "："), "\(line)")
      // Glyphs that stand apart, as 姓 and 名 do, are one word all the same.
      #expect(line[..<colon] == expected.label)
      #expect(line[line.index(after: colon)...] == expected.value, "\(expected.label)")
    }
    #expect(try take() == People.caption)
    #expect(try take() == person.printed)
    #expect(try close(take()) == close(person.footer))
    #expect(next == lines.endIndex)
  }

  @Test("each value is in one piece whatever order pdftotext is asked for", arguments: People.looked)
  func values(of person: Person) throws {
    let certificate = try Certificate.of(person)
    for order in [Poppler.TextOrder.columns, .layout] {
      let text = try Poppler.text(of: certificate.pdf, order)
      for expected in person.lines where certificate.value(of: expected.field)?.fit.lines == 1 {
        #expect(text.contains("：" + expected.value), "\(order): \(expected.label)")
      }
    }
  }

  @Test("the stream itself has no character that nobody wrote: distributing 姓名 inserts none", arguments: People.looked)
  func stream(of person: Person) throws {
    let text = try Certificate.of(person).marks.glyphs.map(\.text).joined()
    let fields = person.lines.map { $0.label + "：" + $0.value }.joined()
    #expect(text == People.title + fields + People.caption + person.printed + person.footer)
  }

  @Test("a value that takes two lines reads as one text")
  func wrapped() throws {
    var person = People.everyone[0]
    person.fields["review_body"] = String(repeating: "湖北省卫生健康委员会", count: 7)
    let certificate = try Certificate.by(Engine.layout.get(), of: person)
    let (_, _, fit) = try #require(certificate.value(of: "review_body"))
    #expect(fit.lines == 2)
    let text = try Poppler.text(of: certificate.pdf).filter { !$0.isNewline }
    #expect(text.contains("评审组织：" + person["review_body"] + "批准单位："))
  }

  @Test("a certificate without annotation has no footer, and else the same text")
  func withoutAnnotation() throws {
    var person = People.everyone[0]
    let full = try Certificate.of(person).marks
    (person.fields["scene"], person.fields["expires"]) = (nil, nil)
    let bare = try Certificate.by(Engine.layout.get(), of: person).marks
    #expect(bare.lines.map(\.text) == full.lines.dropLast().map(\.text))
    #expect(!bare.lines.isEmpty && full.lines.last?.text.hasPrefix("使用场景") == true)
  }
}
