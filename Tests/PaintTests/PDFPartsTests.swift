import Foundation
import PressScene
import TestKit
import Testing

@testable import PressPaint

@Suite("What a document of record has besides its pages")
struct PDFPartsTests {
  private static let info = DocumentInfo(
    title: "证书 <&> 甲", author: "湖北省人社厅", date: Timestamp(year: 2022, month: 4, day: 6, hour: 9, minute: 5))

  private func pdf(_ parts: PDFParts) throws -> [UInt8] {
    let painter = try Fixture.painter()
    let text = Fixture.text(try Fixture.runs("证书", Fixture.song, at: Point(x: 10, y: 40)))
    let pdf = try PDFPainter.paint(
      Fixture.scene([text], document: Self.info), faces: painter.fontFiles, kept: painter.keptPDF, parts: parts)
    #expect(try Tool.faults(of: pdf) == "")
    return pdf
  }

  @Test("none of them is in a plain document")
  func plain() throws {
    let open = try Tool.unpacked(pdf(PDFParts()))
    for key in ["/Metadata", "/OutputIntents", "/EmbeddedFiles", "/AF", "/AcroForm"] { #expect(!open.contains(key)) }
  }

  @Test("the metadata are well-formed XML, not packed, and say what the information dictionary says")
  func metadata() throws {
    let pdf = try pdf(PDFParts(metadata: XMP(archive: (2, "U"))))
    let packet = try Tool.ask("pdfinfo", "-meta", "FILE", about: pdf)
    #expect(Data(pdf).range(of: Data(packet.utf8.dropLast())) != nil)
    let script = """
      import sys, xml.etree.ElementTree as tree
      for node in tree.parse(sys.argv[1]).iter():
          if node.text and node.text.strip(): print(node.tag.split('}')[1], node.text.strip())
      """
    let values = try Tool.ask("python3", "-c", script, "FILE", about: Array(packet.utf8)).split(separator: "\n")
    #expect(
      values.map(String.init) == [
        "Producer \(DocumentInfo.producer)", "li 证书 <&> 甲", "li 湖北省人社厅", "li zh-CN",
        "CreateDate 2022-04-06T09:05:00+08:00", "ModifyDate 2022-04-06T09:05:00+08:00", "part 2", "conformance U",
      ])
    #expect(
      !(try Tool.ask("pdfinfo", "-meta", "FILE", about: self.pdf(PDFParts(metadata: XMP())))).contains("pdfaid:part"))
  }

  @Test("attached files come out as they went in, in the order of their names, and belong to the document")
  func attachments() throws {
    let files = [
      PDFParts.Attachment(
        name: "record.json", type: "application/json", bytes: Array(#"{"a":1}"#.utf8), description: "数据"),
      PDFParts.Attachment(
        name: "layout (1).txt", type: "text/plain", bytes: [], description: "", relationship: "Source"),
      PDFParts.Attachment(
        name: "证书.bin", type: "application/octet-stream", bytes: (0...255).map { $0 }, description: "b"),
    ]
    let pdf = try pdf(PDFParts(attachments: files))
    let folder = try TemporaryFolder()
    let path = try folder.write(pdf, as: "file.pdf")
    let result = try Tool.run("pdfdetach", ["-saveall", "-o", folder.url.path, path])
    #expect(result.status == 0 && result.complaint == "", "\(result.complaint)")
    for file in files { #expect(try folder.read(file.name) == file.bytes, "\(file.name)") }
    let file = try PDFFile(pdf)
    let catalog = file.dictionary(file.trailer["Root"])
    let names = file.array(file.dictionary(file.dictionary(catalog["Names"])["EmbeddedFiles"])["Names"])
    #expect(names.count == 6)
    let associated = file.array(catalog["AF"]).map { file.dictionary($0) }
    #expect(associated.map { file.text($0["UF"]) } == ["layout (1).txt", "record.json", "证书.bin"])
    #expect(associated.map { file.name($0["AFRelationship"]) } == ["Source", "Data", "Data"])
    let kinds = associated.map { file.name(file.dictionary(file.dictionary($0["EF"])["F"])["Subtype"]) }
    #expect(kinds == ["text/plain", "application/json", "application/octet-stream"])
  }

  @Test("the output intent holds its profile")
  func outputIntent() throws {
    let profile = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let file = try PDFFile(pdf(PDFParts(outputIntent: .init(profile: profile, identifier: "sRGB IEC61966-2.1"))))
    let intents = file.array(file.dictionary(file.trailer["Root"])["OutputIntents"]).map { file.dictionary($0) }
    #expect(intents.count == 1)
    let intent = try #require(intents.first)
    #expect(file.name(intent["S"]) == "GTS_PDFA1")
    #expect(file.text(intent["OutputConditionIdentifier"]) == "sRGB IEC61966-2.1")
    let stream = try #require(file.stream(intent["DestOutputProfile"]))
    #expect(stream.bytes == profile && file.number(stream.dictionary["N"]) == 3)
  }

  @Test("a signature is filled into its slot without moving a byte, and holds for the rest of the file")
  func signature() throws {
    #expect(SignatureSlot.digits(in: try pdf(PDFParts())) == nil)
    var pdf = try pdf(PDFParts(metadata: XMP(), signature: SignatureSlot(capacity: 4096)))
    let digits = try #require(SignatureSlot.digits(in: pdf))
    #expect(digits.count == 8192 && pdf[digits].allSatisfy { $0 == UInt8(ascii: "0") })

    // What is signed is all but /Contents with its brackets; the range is written before, as it is signed too.
    let (start, end) = (digits.lowerBound - 1, digits.upperBound + 1)
    let placeholder = Array("/ByteRange[0 0000000000 0000000000 0000000000]".utf8)
    let range = try #require(pdf.firstRange(of: placeholder))
    let numbers = [start, end, pdf.count - end].map { number in
      String(repeating: "0", count: 10 - String(number).count) + String(number)
    }
    let length = pdf.count
    pdf.replaceSubrange(range, with: "/ByteRange[0 \(numbers.joined(separator: " "))]".utf8)
    let folder = try TemporaryFolder()
    func run(_ command: String, _ arguments: String...) throws -> Tool.Result {
      let result = try Tool.run(command, arguments)
      try #require(result.status == 0, "\(command): \(result.complaint)")
      return result
    }
    func path(_ name: String) -> String { folder.url.appending(path: name).path }
    let (key, certificate, signature) = (path("key"), path("certificate"), path("signature"))
    _ = try run(
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=CertPress test", "-days", "2",
      "-keyout",
      key, "-out", certificate)
    let signed = try folder.write(Array(pdf[..<start] + pdf[end...]), as: "signed")
    _ = try run(
      "openssl", "cms", "-sign", "-binary", "-cades", "-md", "sha256", "-in", signed, "-signer", certificate, "-inkey",
      key, "-outform", "DER", "-out", signature)
    let text = try folder.read("signature").map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
    pdf.replaceSubrange(digits.lowerBound..<digits.lowerBound + text.utf8.count, with: text.utf8)
    #expect(pdf.count == length)
    #expect(try Tool.faults(of: pdf) == "")
    let report = try Tool.run("pdfsig", ["-nocert", try folder.write(pdf, as: "file.pdf")]).output
    #expect(report.contains("Signature is Valid."), "\(report)")
    #expect(report.contains("Total document signed"), "\(report)")
    #expect(report.contains("ETSI.CAdES.detached"), "\(report)")

    // One byte of the page, and it holds no more.
    pdf[200] ^= 1
    let broken = try Tool.run("pdfsig", ["-nocert", try folder.write(pdf, as: "broken.pdf")]).output
    #expect(!broken.contains("Signature is Valid."), "\(broken)")
  }
}
