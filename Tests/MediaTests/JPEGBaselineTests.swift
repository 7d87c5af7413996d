import CPixels
import PressScene
import Testing

@testable import PressMedia

@Suite("JPEG data without libjpeg")
struct JPEGBaselineTests {
  @Test("portraits as cameras and studios write them are looked through", arguments: Fixture.portraits)
  func portraits(path: String) throws {
    let bytes = try JPEGFile(Fixture.bytes(path)).stripped()
    #expect(JPEGBaseline.isSound(bytes) && isSoundForLibrary(bytes))
  }

  @Test("grey ones too")
  func grey() throws {
    #expect(JPEGBaseline.isSound(try JPEGFile(Fixture.bytes("pictures/grey.jpg")).stripped()))
  }

  @Test("other kinds are left to libjpeg", arguments: ["progressive", "restarts", "one-scan-each", "rgb-adobe"])
  func others(name: String) throws {
    let bytes = try JPEGFile(Fixture.bytes("pictures/\(name).jpg")).stripped()
    #expect(!JPEGBaseline.isSound(bytes) && isSoundForLibrary(bytes))
  }

  @Test(
    "what is called sound, libjpeg decodes without a warning: pictures with bytes changed, lost and doubled at random")
  func damaged() throws {
    var generator = Mixer(state: 5)
    var (sound, unsound) = (0, 0)
    for path in Fixture.portraits.prefix(3) + ["pictures/grey.jpg", "pictures/orientation-1.jpg"] {
      let whole = try JPEGFile(Fixture.bytes(path)).stripped()
      for number in 0..<600 {
        var bytes = whole
        // The headers are a small part; half of the faults are in them.
        let reach = number.isMultiple(of: 2) ? min(650, bytes.count) : bytes.count
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
          let place = Int.random(in: 2..<min(reach, bytes.count - 2), using: &generator)
          switch generator.next() % 4 {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
          case 2: bytes.remove(at: place)
          default: bytes.insert(bytes[place], at: place)
          }
        }
        guard JPEGBaseline.isSound(bytes) else {
          unsound += 1
          continue
        }
        sound += 1
        #expect(isSoundForLibrary(bytes), "\(path), number \(number)")
      }
    }
    // Some changes leave a picture, and others none: both were tried.
    #expect(sound > 50 && unsound > 500)
  }

  @Test("every cut of a picture is found")
  func cut() throws {
    let bytes = try JPEGFile(Fixture.bytes("photos/000.jpg")).stripped()
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(!JPEGBaseline.isSound(Array(bytes.prefix(count))))
      #expect(!JPEGBaseline.isSound(Array(bytes.prefix(count)) + [0xFF, 0xD9]), "\(count) bytes and an end")
    }
  }

  private func isSoundForLibrary(_ bytes: [UInt8]) -> Bool {
    certpress_jpeg_validate(bytes, bytes.count, nil) == .CERTPRESS_OK
  }
}

/// The same numbers everywhere.
private struct Mixer: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
