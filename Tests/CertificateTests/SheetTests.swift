import CertPress
import Foundation
import TestKit
import Testing

@Suite("The sheet and what the file says about itself")
struct SheetTests {
  @Test("it is one A4 page, landscape", arguments: People.looked)
  func page(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let page = certificate.marks.page
    #expect(page.left == 0 && page.top == 0)
    #expect(abs(page.right - 841.89) <= 0.01 && abs(page.bottom - 595.28) <= 0.01, "\(page)")
    let information = try Poppler.information(of: certificate.pdf)
    #expect(information["Pages"] == "1" && information["Page rot"] == "0")
    #expect(information["Page size"]?.hasSuffix("(A4)") == true)
  }

  @Test("qpdf finds nothing wrong with it", arguments: People.looked)
  func soundness(of person: Person) throws {
    let folder = try TemporaryFolder()
    let run = try Tool.run("qpdf", "--check", try folder.write(Data(Certificate.of(person).pdf), as: "file.pdf"))
    #expect(run.status == 0 && run.error.isEmpty, "\(run.text) \(run.error)")
    #expect(run.text.contains("No syntax or stream encoding errors found"))
  }

  @Test("all fonts are embedded subsets of TrueType outlines with a text for each glyph", arguments: People.looked)
  func fonts(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let fonts = try Poppler.fonts(of: certificate.pdf)
    #expect(!fonts.isEmpty)
    for font in fonts {
      #expect(font.isEmbedded && font.isSubset && font.hasUnicode, "\(font)")
      #expect(["CID TrueType", "TrueType"].contains(font.kind), "\(font)")
      #expect(font.name.wholeMatch(of: /[A-Z]{6}\+CertPress[A-Za-z]+-Regular/) != nil, "\(font)")
    }
    #expect(Set(fonts.map { String($0.name.dropFirst(7)) }) == Set(certificate.marks.fonts.map(\.name)))
  }

  @Test("title, author and date are those of the layout's document", arguments: People.looked)
  func information(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let information = try Poppler.information(of: certificate.pdf)
    #expect(information["Title"] == People.title)
    #expect(information["Author"] == person["approving_authority"])
    let date = "D:" + person["print_date"].filter(\.isNumber) + "000000+08'00'"
    #expect(information["CreationDate"] == date)
    #expect(certificate.file.text(certificate.file.information["CreationDate"]) == date)
    #expect(certificate.file.text(certificate.file.information["ModDate"]) == date)
  }

  @Test("a layout without a date has none in its file")
  func noDate() throws {
    let person = try #require(People.everyone.first)
    let layout = try Engine.layout(changing: "    date: print_date\n", to: "")
    let certificate = try Certificate.by(layout, of: person)
    #expect(certificate.file.information["CreationDate"] == nil)
    #expect(certificate.file.information["ModDate"] == nil)
    #expect(certificate.file.text(certificate.file.information["Title"]) == People.title)
    #expect(!String(decoding: certificate.pdf, as: UTF8.self).contains("(D:"))
  }

  @Test("another document in the layout is another document in the file")
  func otherDocument() throws {
    let person = try #require(People.everyone.first)
    let layout = try Engine.layout(
      changing: "title: \"\(People.title)\"", to: "title: \"{name}的证书 (a) \\\\ 𬭼\"")
    let information = try Poppler.information(of: Certificate.by(layout, of: person).pdf)
    #expect(information["Title"] == "\(person["name"])的证书 (a) \\ 𬭼")
  }
}
