import CertPress
import Foundation
import TestKit
import Testing

@Suite("The PNG, and the QR symbol in every raster")
struct RasterTests {
  private func png(_ person: Person, dpi: Double) throws -> [UInt8] {
    let layout = try Engine.layout.get()
    return try layout.render(
      layout.record(json: person.json, name: "n"), as: .png(dpi: dpi), pictures: Engine.pictures
    ).bytes
  }

  /// A chunk's content (PNG specification, 5.3).
  private func chunk(_ name: String, of png: [UInt8]) throws -> [UInt8] {
    var place = 8
    while place + 8 <= png.count {
      let length = number(png[place..<place + 4])
      if Array(png[place + 4..<place + 8]) == Array(name.utf8) { return Array(png[place + 8..<place + 8 + length]) }
      place += length + 12
    }
    throw Unreadable("a PNG without \(name)")
  }

  private func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  @Test("it has the page's size in pixels, and says its resolution", arguments: [120, 150, 203, 300.0])
  func size(dpi: Double) throws {
    let png = try png(People.everyone[0], dpi: dpi)
    let header = try chunk("IHDR", of: png)
    #expect(number(header[0..<4]) == Int((841.89 * dpi / 72).rounded()))
    #expect(number(header[4..<8]) == Int((595.276 * dpi / 72).rounded()))
    let resolution = try chunk("pHYs", of: png)
    let perMetre = Int((dpi / 0.0254).rounded())
    #expect(number(resolution[0..<4]) == perMetre && number(resolution[4..<8]) == perMetre)
    #expect(resolution[8] == 1)
  }

  /// What a scanner reads.
  private func scan(_ picture: [UInt8], kind: String = "png") throws -> String {
    let folder = try TemporaryFolder()
    // zbarimg 0.23 says on stderr that there is no D-Bus, which these tests do not want to know.
    let run = try Tool.run(
      "zbarimg", "--quiet", "--nodbus", "--raw", "-Sdisable", "-Sqrcode.enable",
      try folder.write(Data(picture), as: "file." + kind))
    return run.text.trimmingCharacters(in: .newlines)
  }

  @Test("zbar reads the address from our PNG at 150 dpi", arguments: People.looked)
  func ours(of person: Person) throws {
    #expect(try scan(png(person, dpi: 150)) == person["verify_url"])
  }

  @Test("zbar reads the address from our PNG at 300 dpi", arguments: People.few)
  func oursFine(of person: Person) throws {
    #expect(try scan(png(person, dpi: 300)) == person["verify_url"])
  }

  @Test("zbar reads the address from the PDF as poppler draws it", arguments: People.looked)
  func theirs(of person: Person) throws {
    #expect(try scan(Poppler.grey(of: Certificate.of(person).pdf, dpi: 150), kind: "pgm") == person["verify_url"])
  }

  @Test("zbar reads the address from the PDF as poppler draws it at 300 dpi", arguments: People.few)
  func theirsFine(of person: Person) throws {
    #expect(try scan(Poppler.grey(of: Certificate.of(person).pdf, dpi: 300), kind: "pgm") == person["verify_url"])
  }
}
