import CPixels
import PressMedia
import PressScene
import Testing

@Suite("JPEG")
struct JPEGTests {
  @Test("a portrait is measured and keeps its bytes", arguments: Fixture.portraits)
  func portrait(path: String) throws {
    let bytes = try Fixture.bytes(path)
    let picture = try Pictures.read(bytes)
    #expect(picture.bytes == bytes)
    #expect(picture.format == .jpeg)
    #expect((picture.pixelWidth, picture.pixelHeight) == (295, 413))
    #expect(picture.components == 3)
    #expect(picture.orientation == .up)
  }

  @Test("the digest is the SHA-256 of the bytes")
  func digest() throws {
    let picture = try Pictures.read(Fixture.bytes("photos/000.jpg"))
    #expect(picture.digest == "1a2eecf6283647fe463efb8fc270b5e06f4d061f1caabd64392c425c7e62c061")
  }

  @Test("each of the eight orientations is read, in both byte orders, and turns the picture upright", arguments: 1...8)
  func orientation(tag: Int) throws {
    let picture = try Pictures.read(Fixture.bytes("pictures/orientation-\(tag).jpg"))
    #expect(picture.orientation.rawValue == tag)
    #expect(picture.orientation.isSideways == (picture.pixelWidth == 32))
    let upright = try Pictures.decode(picture).upright(picture.orientation)
    #expect((upright.width, upright.height) == (48, 32))
    #expect(upright.largestDifference(from: Fixture.block) <= 4)
  }

  @Test("pictures of the same bytes that lie differently are not equal")
  func equality() throws {
    let bytes = try Fixture.bytes("pictures/orientation-3.jpg")
    var other = bytes
    let value = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x12, 0x01, 3, 0, 1, 0, 0, 0, 3]) }) + 8
    other[value] = 4
    let (first, second) = (try Pictures.read(bytes), try Pictures.read(other))
    #expect(first.bytes == second.bytes)
    #expect(first != second)
  }

  @Test("an orientation out of range means up", arguments: [0, 9, 255] as [UInt8])
  func nonsense(value: UInt8) throws {
    var bytes = try Fixture.bytes("pictures/orientation-3.jpg")
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x12, 0x01, 3, 0, 1, 0, 0, 0, 3]) }) + 8
    bytes[place] = value
    #expect(try Pictures.read(bytes).orientation == .up)
  }

  @Test("an orientation written as a LONG is read")
  func longOrientation() throws {
    var bytes = try Fixture.bytes("pictures/orientation-6.jpg")
    let entry = try #require(bytes.firstRange(of: [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))
    bytes.replaceSubrange(entry.lowerBound + 2..<entry.lowerBound + 12, with: [0, 4, 0, 0, 0, 1, 0, 0, 0, 6])
    #expect(try Pictures.read(bytes).orientation == .right)
  }

  @Test("EXIF with its GPS position, XMP, IPTC, profiles, comments and thumbnails are gone, the picture is untouched")
  func privacy() throws {
    let bytes = try Fixture.bytes("pictures/private.jpg")
    #expect(bytes.contains("SECRET") && bytes.contains("Exif"))
    let picture = try Pictures.read(bytes)
    for word in ["SECRET", "Exif", "http:", "Photoshop", "ICC_PROFILE", "MPF", "JFXX"] {
      #expect(!picture.bytes.contains(word), "\(word) is still there")
    }
    #expect(try Pictures.decode(picture).largestDifference(from: Fixture.block) <= 4)
    // Everything from the first table on is the file's own.
    let table = try #require(picture.bytes.firstRange(of: [0xFF, 0xDB]))
    let essential = picture.bytes[table.lowerBound...]
    #expect(bytes.firstRange(of: essential) != nil)
  }

  @Test("a thumbnail inside of the JFIF header is cut out")
  func thumbnail() throws {
    let bytes = try Fixture.bytes("pictures/jfif-thumbnail.jpg")
    let picture = try Pictures.read(bytes)
    #expect(bytes.contains("SECRET"))
    #expect(!picture.bytes.contains("SECRET"))
    #expect(picture.bytes.starts(with: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8)))
    #expect(try Pictures.decode(picture).largestDifference(from: Fixture.block) <= 4)
  }

  @Test("reading what was read changes nothing", arguments: ["private.jpg", "rgb-by-ids-only.jpg", "private.png"])
  func idempotence(name: String) throws {
    let once = try Pictures.read(Fixture.bytes("pictures/\(name)"))
    #expect(try Pictures.read(once.bytes).bytes == once.bytes)
  }

  @Test(
    "progressive files, several scans and restart markers are read",
    arguments: ["progressive.jpg", "one-scan-each.jpg", "restarts.jpg"])
  func kinds(name: String) throws {
    let bytes = try Fixture.bytes("pictures/\(name)")
    let picture = try Pictures.read(bytes)
    #expect(picture.bytes == bytes)
    #expect(try Pictures.decode(picture).largestDifference(from: Fixture.block) <= 4)
  }

  @Test("a grey picture has one component and decodes to grey")
  func grey() throws {
    let picture = try Pictures.read(Fixture.bytes("pictures/grey.jpg"))
    #expect(picture.components == 1)
    let difference = try Pictures.decode(picture).largestDifference { x, y in
      let block = Fixture.block(x, y)
      let luma = Int(0.299 * Double(block[0]) + 0.587 * Double(block[1]) + 0.114 * Double(block[2]))
      return [luma, luma, luma, 255]
    }
    #expect(difference <= 4)
  }

  @Test("RGB samples say so by Adobe's marker, whether the file did or not", arguments: ["adobe", "by-ids-only"])
  func rgb(name: String) throws {
    let picture = try Pictures.read(Fixture.bytes("pictures/rgb-\(name).jpg"))
    let transform = Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0]
    #expect(picture.bytes.dropFirst(2).starts(with: [0xFF, 0xEE, 0, 14] + transform))
    #expect(try Pictures.decode(picture).largestDifference(from: Fixture.block) <= 4)
  }

  @Test("where JFIF and Adobe's marker contradict each other, one of them is left, and the decoder's colours stay")
  func contradiction() throws {
    var bytes = try Fixture.bytes("photos/000.jpg")
    let before = try Pictures.decode(Pictures.read(bytes))
    bytes.insert(contentsOf: [0xFF, 0xEE, 0, 14] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0], at: 20)
    let picture = try Pictures.read(bytes)
    #expect(!picture.bytes.contains("Adobe"))
    #expect(try Pictures.decode(picture) == before)
  }

  @Test("kinds of JPEG that are not printed are refused by name")
  func refused() throws {
    #expect(throws: MediaError.unsupportedJPEG(.cmyk)) { try Pictures.read(Fixture.bytes("pictures/cmyk.jpg")) }
    #expect(throws: MediaError.unsupportedJPEG(.arithmetic)) {
      try Pictures.read(Fixture.bytes("pictures/arithmetic.jpg"))
    }
    let bytes = try Fixture.bytes("photos/000.jpg")
    let frame = try #require(bytes.firstRange(of: [0xFF, 0xC0])).lowerBound
    func changed(_ offset: Int, _ value: UInt8) -> [UInt8] {
      var copy = bytes
      copy[frame + offset] = value
      return copy
    }
    #expect(throws: MediaError.unsupportedJPEG(.lossless)) { try Pictures.read(changed(1, 0xC3)) }
    #expect(throws: MediaError.unsupportedJPEG(.hierarchical)) { try Pictures.read(changed(1, 0xC5)) }
    #expect(throws: MediaError.unsupportedJPEG(.jpegLS)) { try Pictures.read(changed(1, 0xF7)) }
    #expect(throws: MediaError.unsupportedJPEG(.precision(12))) { try Pictures.read(changed(4, 12)) }
  }

  @Test("the C header agrees with the picture")
  func header() throws {
    for (name, colour) in [
      ("grey", certpress_colour.CERTPRESS_COLOUR_GREY), ("cmyk", .CERTPRESS_COLOUR_CMYK),
      ("rgb-adobe", .CERTPRESS_COLOUR_RGB), ("progressive", .CERTPRESS_COLOUR_YCBCR),
    ] {
      let bytes = try Fixture.bytes("pictures/\(name).jpg")
      var header = certpress_header()
      #expect(certpress_jpeg_read_header(bytes, bytes.count, &header, nil) == .CERTPRESS_OK)
      #expect((header.width, header.height) == (48, 32))
      #expect(header.colour == colour)
    }
  }
}
