import PressMedia
import PressScene
import Testing

@Suite("hostile pictures")
struct HostilePictureTests {
  @Test("a portrait cut at every 97th byte is refused, never shown with grey stripes", arguments: Fixture.portraits)
  func truncatedPortraits(path: String) throws {
    let bytes = try Fixture.bytes(path)
    for length in stride(from: 3, to: bytes.count, by: 97) {
      #expect(throws: MediaError.truncated(.jpeg), "\(length) bytes") { try Pictures.read(Array(bytes.prefix(length))) }
    }
  }

  @Test(
    "a file cut at any byte is refused", arguments: ["progressive.jpg", "restarts.jpg", "private.png", "rgba16.png"])
  func truncated(name: String) throws {
    let file = try Fixture.bytes("pictures/\(name)")
    // What follows the picture may be lost.
    let end = name == "private.png" ? file.count - "SECRET after the picture".utf8.count : file.count
    for length in 0..<end {
      #expect(throws: MediaError.self, "\(length) bytes") { try Pictures.read(Array(file.prefix(length))) }
    }
  }

  @Test("entropy-coded data that ends early is refused although the file ends well")
  func cutInside() throws {
    let bytes = try Fixture.bytes("photos/000.jpg")
    let cut = Array(bytes.prefix(bytes.count * 2 / 3)) + [0xFF, 0xD9]
    #expect(throws: MediaError.self) { try Pictures.read(cut) }
  }

  @Test(
    "a file without its last scans is refused although it ends well",
    arguments: ["progressive.jpg", "one-scan-each.jpg"])
  func missingScans(name: String) throws {
    let bytes = try Fixture.bytes("pictures/\(name)")
    let scans = startsOfScans(bytes)
    #expect(scans.count >= 3)
    for scan in scans.dropFirst() {
      #expect(throws: MediaError.truncated(.jpeg)) { try Pictures.read(Array(bytes.prefix(scan)) + [0xFF, 0xD9]) }
    }
  }

  private func startsOfScans(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.dropLast().filter { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xDA }
  }

  @Test(
    "whatever byte is changed, what is read can be decoded",
    arguments: [
      "photos/003.jpg", "pictures/private.jpg", "pictures/progressive.jpg", "pictures/private.png",
      "pictures/rgba16.png",
    ])
  func corrupted(path: String) throws {
    let bytes = try Fixture.bytes(path)
    var dice = Dice(state: 20_220_406)
    var accepted = 0
    for _ in 0..<1_000 {
      var changed = bytes
      changed[Int.random(in: changed.indices, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      guard let picture = try? Pictures.read(changed) else { continue }
      accepted += 1
      #expect(throws: Never.self) { try Pictures.decode(picture) }
    }
    #expect(accepted < 1_000)
  }

  @Test("many changed bytes at once are survived", arguments: ["pictures/private.jpg", "pictures/private.png"])
  func scrambled(path: String) throws {
    let bytes = try Fixture.bytes(path)
    var dice = Dice(state: 97)
    for _ in 0..<1_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 2...40, using: &dice) {
        changed[Int.random(in: 8..<changed.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      }
      guard let picture = try? Pictures.read(changed) else { continue }
      #expect(throws: Never.self) { try Pictures.decode(picture) }
    }
  }

  @Test("EXIF that points anywhere is survived")
  func hostileEXIF() throws {
    let bytes = try Fixture.bytes("pictures/orientation-6.jpg")
    let start = try #require(bytes.firstRange(of: Array("MM".utf8))).lowerBound
    var dice = Dice(state: 274)
    for offset: UInt32 in [0, 1, 7, 8, 25, 26, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF] {
      var changed = bytes
      for byte in 0..<4 { changed[start + 4 + byte] = UInt8(truncatingIfNeeded: offset >> (24 - 8 * byte)) }
      #expect(throws: Never.self) { try Pictures.read(changed) }
    }
    for _ in 0..<1_000 {
      var changed = bytes
      for index in start..<start + 26 where Bool.random(using: &dice) {
        changed[index] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &dice) ?? 0
      }
      #expect(throws: Never.self) { try Pictures.read(changed) }
    }
  }

  @Test("a header that promises too many pixels is refused before anything is decoded")
  func bombs() throws {
    var png = try Fixture.bytes("pictures/rgba.png")
    png.replaceSubrange(16..<24, with: [0, 0, 0x4E, 0x21, 0, 0, 0, 1])
    #expect(throws: MediaError.tooManyPixels(width: 20_001, height: 1)) { try Pictures.read(png) }
    png.replaceSubrange(16..<24, with: [0, 0, 0x40, 0, 0, 0, 0x40, 0])
    #expect(throws: MediaError.tooManyPixels(width: 16_384, height: 16_384)) { try Pictures.read(png) }
    png.replaceSubrange(16..<24, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: MediaError.self) { try Pictures.read(png) }

    var jpeg = try Fixture.bytes("pictures/progressive.jpg")
    let frame = try #require(jpeg.firstRange(of: [0xFF, 0xC2])).lowerBound
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
    #expect(throws: MediaError.tooManyPixels(width: 65_500, height: 65_500)) { try Pictures.read(jpeg) }
  }

  @Test("a header that promises more pixels than the data can hold is refused before memory is reserved")
  func promises() throws {
    var png = try Fixture.bytes("pictures/rgba.png")
    png.replaceSubrange(16..<24, with: [0, 0, 0x1B, 0x58, 0, 0, 0x1B, 0x58])
    #expect(throws: MediaError.truncated(.png)) { try Pictures.read(png) }
    var jpeg = try Fixture.bytes("pictures/progressive.jpg")
    let frame = try #require(jpeg.firstRange(of: [0xFF, 0xC2])).lowerBound
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0x1B, 0x58, 0x1B, 0x58])
    #expect(throws: MediaError.truncated(.jpeg)) { try Pictures.read(jpeg) }
  }

  @Test("a file that goes over the picture thousands of times is refused")
  func scans() throws {
    let bytes = try Fixture.bytes("pictures/one-scan-each.jpg")
    let last = try #require(startsOfScans(bytes).last)
    func repeated(_ times: Int) -> [UInt8] {
      bytes.prefix(last) + Array(repeating: bytes[last..<bytes.count - 2], count: times).joined() + [0xFF, 0xD9]
    }
    #expect(throws: Never.self) { try Pictures.read(repeated(10)) }
    #expect(throws: MediaError.damaged(.jpeg, reason: "more scans than a picture needs")) {
      try Pictures.read(repeated(5_000))
    }
  }

  @Test("a file of more than 64 MB is refused unread")
  func size() {
    let bytes: [UInt8] = [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: Pictures.maximumBytes)
    #expect(throws: MediaError.fileTooLarge(bytes: bytes.count)) { try Pictures.read(bytes) }
  }

  @Test("other formats are known by name")
  func formats() {
    let samples: [(FileKind, [UInt8])] = [
      (.gif, Array("GIF89a".utf8)),
      (.webp, Array("RIFF\0\0\0\0WEBPVP8 ".utf8)),
      (.heic, [0, 0, 0, 24] + Array("ftypheic".utf8)),
      (.avif, [0, 0, 0, 24] + Array("ftypavif".utf8)),
      (.tiff, Array("II*\0".utf8)),
      (.tiff, Array("MM\0*".utf8)),
      (.bmp, Array("BM".utf8) + [1, 2, 3, 4, 0, 0, 0, 0, 54, 0, 0, 0]),
      (.svg, Array("\u{FEFF}<?xml version=\"1.0\"?>\n<svg xmlns=\"\">".utf8)),
      (.pdf, Array("%PDF-1.7".utf8)),
      (.jpeg2000, [0, 0, 0, 12] + Array("jP  \r\n".utf8)),
      (.jpegXL, [0xFF, 0x0A, 0]),
      (.photoshop, Array("8BPS".utf8)),
      (.html, Array("\n<!DOCTYPE html><html>".utf8)),
      (.base64, Array("data:image/jpeg;base64,/9j/4AAQ".utf8)),
      (.base64, Array("/9j/4AAQSkZJRg".utf8)),
    ]
    for (kind, bytes) in samples {
      #expect(throws: MediaError.notPrintable(kind)) { try Pictures.read(bytes) }
    }
    #expect(Set(samples.map(\.0)) == Set(FileKind.allCases))
    #expect(throws: MediaError.notPrintable(nil)) { try Pictures.read(Array("a photo".utf8)) }
    #expect(throws: MediaError.notPrintable(nil)) { try Pictures.read([0xFF]) }
    #expect(throws: MediaError.emptyPicture) { try Pictures.read([]) }
  }
}
