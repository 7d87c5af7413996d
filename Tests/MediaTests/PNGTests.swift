import CPixels
import PressMedia
import PressScene
import Testing

@Suite("PNG")
struct PNGTests {
  private func read(_ name: String) throws -> (Picture, PixelBuffer) {
    let picture = try Pictures.read(Fixture.bytes("pictures/\(name).png"))
    return (picture, try Pictures.decode(picture))
  }

  @Test("alpha is premultiplied, at 8 and 16 bits, interlaced or not", arguments: ["rgba", "rgba16", "interlaced"])
  func alpha(name: String) throws {
    let (picture, pixels) = try read(name)
    #expect(picture.components == 4)
    #expect(pixels.hasAlpha)
    #expect(pixels.largestDifference(from: Fixture.ramp) == 0)
  }

  @Test("RGB has no alpha")
  func rgb() throws {
    let (picture, pixels) = try read("rgb")
    #expect(picture.components == 3)
    #expect(!pixels.hasAlpha)
    #expect(pixels.largestDifference { Array(Fixture.ramp($0, $1).prefix(3)) + [255] } == 0)
  }

  @Test("grey becomes equal red, green and blue", arguments: ["grey", "grey16"])
  func grey(name: String) throws {
    let (picture, pixels) = try read(name)
    #expect(picture.components == 1)
    #expect(pixels.largestDifference { [$1 * 10, $1 * 10, $1 * 10, 255] } == 0)
  }

  @Test("grey with alpha counts as having alpha")
  func greyAlpha() throws {
    let (picture, pixels) = try read("grey-alpha")
    #expect(picture.components == 4)
    #expect(pixels.largestDifference { [$1 * 10, $1 * 10, $1 * 10, Fixture.ramp($0, $1)[3]] } == 0)
  }

  @Test("a palette becomes RGB, and with tRNS has alpha")
  func palette() throws {
    let (opaque, opaquePixels) = try read("palette")
    #expect(opaque.components == 3)
    #expect(opaquePixels.largestDifference { x, _ in Array(Fixture.ramp(x, 12).prefix(3)) + [255] } == 0)
    let (clear, clearPixels) = try read("palette-alpha")
    #expect(clear.components == 4)
    #expect(clearPixels.largestDifference { x, _ in Fixture.ramp(x, 12) } == 0)
  }

  @Test("one bit a pixel is read")
  func bits() throws {
    #expect(try read("bits").1.largestDifference { x, _ in x % 2 == 0 ? [255, 255, 255, 255] : [0, 0, 0, 255] } == 0)
  }

  @Test("text, time, EXIF, profiles and what follows the picture are gone, the orientation is kept")
  func privacy() throws {
    let bytes = try Fixture.bytes("pictures/private.png")
    let (picture, pixels) = try read("private")
    #expect(picture.orientation == .right)
    for word in ["SECRET", "tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "gAMA"] {
      #expect(bytes.contains(word))
      #expect(!picture.bytes.contains(word), "\(word) is still there")
    }
    #expect(pixels.largestDifference(from: Fixture.ramp) == 0)
    #expect(picture.bytes == (try Fixture.bytes("pictures/rgba.png")))
  }

  @Test("a changed checksum of a chunk of pixels is damage, one of a comment is no matter")
  func checksums() throws {
    let bytes = try Fixture.bytes("pictures/private.png")
    for (type, isFatal) in [("IHDR", true), ("IDAT", true), ("IEND", true), ("tEXt", false), ("tIME", false)] {
      var changed = bytes
      let start = try #require(bytes.firstRange(of: Array(type.utf8))).lowerBound
      let length = bytes[start - 4..<start].reduce(0) { $0 << 8 | Int($1) }
      changed[start + 4 + length] ^= 1
      if isFatal {
        #expect(throws: MediaError.self, "\(type)") { try Pictures.read(changed) }
      } else {
        #expect(throws: Never.self, "\(type)") { try Pictures.read(changed) }
      }
    }
  }

  @Test("an orientation in EXIF with a wrong checksum is not believed")
  func damagedOrientation() throws {
    var bytes = try Fixture.bytes("pictures/private.png")
    let start = try #require(bytes.firstRange(of: Array("eXIf".utf8))).lowerBound
    bytes[start + 4 + 18] ^= 1
    #expect(try Pictures.read(bytes).orientation == .up)
  }

  @Test("an encoded picture decodes to the same pixels", arguments: [false, true], [0, 1, 9] as [Int32])
  func roundTrip(hasAlpha: Bool, level: Int32) throws {
    let pixels = try read(hasAlpha ? "rgba" : "rgb").1
    let bytes = try encode(pixels, resolution: 11_811, level: level)
    let picture = try Pictures.read(bytes)
    #expect(picture.components == (hasAlpha ? 4 : 3))
    // Straight samples of a faint pixel are few; going back and forth costs a unit at most.
    let again = try Pictures.decode(picture)
    #expect(zip(again.bytes, pixels.bytes).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
    #expect(hasAlpha || again.bytes == pixels.bytes)
    #expect(bytes.firstRange(of: Array("pHYs".utf8) + [0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1]) != nil)
    #expect(bytes == (try encode(pixels, resolution: 11_811, level: level)))
    #expect(!bytes.contains("tIME"))
  }

  @Test("the C header agrees with the picture")
  func header() throws {
    for (name, colour, alpha) in [
      ("palette-alpha", certpress_colour.CERTPRESS_COLOUR_RGB, true), ("grey16", .CERTPRESS_COLOUR_GREY, false),
      ("grey-alpha", .CERTPRESS_COLOUR_GREY, true), ("private", .CERTPRESS_COLOUR_RGB, true),
    ] {
      let bytes = try Fixture.bytes("pictures/\(name).png")
      var header = certpress_header()
      #expect(certpress_png_read_header(bytes, bytes.count, &header, nil) == .CERTPRESS_OK)
      #expect((header.width, header.height) == (40, 24))
      #expect(header.colour == colour)
      #expect(header.has_alpha == alpha)
    }
  }
}

/// The encoder of CPixels; no pHYs where `resolution` (pixels per metre) is 0.
func encode(_ pixels: PixelBuffer, resolution: UInt32 = 0, level: Int32 = 6) throws -> [UInt8] {
  let options = certpress_png_options(
    has_alpha: pixels.hasAlpha, pixels_per_metre: resolution, compression_level: level,
    filters: Int32(CERTPRESS_PNG_FILTER_NONE))
  var encoded = certpress_bytes()
  let status = certpress_png_encode(
    pixels.bytes, Int32(pixels.width), Int32(pixels.height), pixels.stride, options, &encoded, nil)
  defer { certpress_bytes_free(encoded) }
  try #require(status == .CERTPRESS_OK)
  return Array(UnsafeBufferPointer(start: encoded.start, count: encoded.length))
}
