import CertPress
import Foundation
import TestKit
import Testing

@Suite("The portrait in the file")
struct PortraitTests {
  /// The person's picture as it is stored.
  private func source(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: Repository.data).appending(path: name)))
  }

  /// From the first start of scan to the end: the picture itself.
  private func scan(_ jpeg: [UInt8]) throws -> Data {
    let data = Data(jpeg)
    let start = try #require(data.range(of: Data([0xFF, 0xDA])))
    let end = try #require(data.range(of: Data([0xFF, 0xD9]), options: .backwards))
    return data[start.lowerBound..<end.upperBound]
  }

  @Test("the JPEG passes through: its scan is the camera's, byte for byte", arguments: People.looked)
  func passes(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let embedded = try #require(certificate.file.pictures.first)
    #expect(certificate.file.pictures.count == 1)
    #expect(certificate.file.name(embedded.dictionary["Filter"]) == "DCTDecode")
    #expect(try Poppler.pictures(of: certificate.pdf) == [embedded.bytes])
    #expect(try scan(embedded.bytes) == scan(source(person["photo"])))
    var placed: [UInt8]?
    for item in certificate.scene.pages.flatMap(\.items) {
      if case .picture(let picture) = item.content { placed = picture.picture.bytes }
    }
    #expect(embedded.bytes == placed)
  }

  @Test("what a camera and an editor noted beside the picture is in neither PDF nor PNG")
  func privateParts() throws {
    // Camera, author, GPS, thumbnails, XMP, IPTC and a vendor's part, each with SECRET in it.
    let picture = try source("pictures/private.jpg")
    for mark in ["SECRET", "Exif", "http://ns.adobe.com", "8BIM"] {
      try #require(Data(picture).range(of: Data(mark.utf8)) != nil)
    }
    var person = People.everyone[0]
    person.fields["photo"] = "pictures/private.jpg"
    let layout = try Engine.layout.get()
    let certificate = try Certificate.by(layout, of: person)
    let png = try layout.render(
      layout.record(json: person.json, name: "n"), as: .png(dpi: 150), pictures: Engine.pictures
    ).bytes
    for bytes in [certificate.pdf, png] + certificate.file.streams.values.map(\.bytes) {
      for mark in ["SECRET", "Exif", "http://ns.adobe.com", "8BIM", "ICC_PROFILE"] {
        #expect(Data(bytes).range(of: Data(mark.utf8)) == nil, "\(mark)")
      }
    }
    let embedded = try #require(certificate.file.pictures.first)
    #expect(try Poppler.pictures(of: certificate.pdf) == [embedded.bytes])
  }
}
