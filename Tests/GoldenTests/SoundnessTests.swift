import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

/// A harness that cannot fail is worth nothing: what is blank, cut, empty, missing or not to be read is never equal to anything.
@Suite("Soundness")
struct SoundnessTests {
  let house: House

  init() throws {
    house = try House()
    try house.record()
  }

  @Test("an unchanged case has no differences, and a check leaves nothing behind")
  func unchanged() throws {
    let before = try FileManager.default.subpathsOfDirectory(atPath: house.path("golden"))
    let outcome = try house.check()
    #expect(outcome.status == .equal)
    #expect(outcome.differences.isEmpty)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: house.path("golden")) == before)
  }

  @Test("an expectation that is missing or empty", arguments: RecordingTests.files)
  func nothingExpected(file: String) throws {
    try house.write("", file)
    #expect(try house.differences() == ["\(file) is empty"])
    try house.remove(file)
    #expect(try house.differences() == ["\(file) is missing: record the case once it looks right"])
    try FileManager.default.createDirectory(
      atPath: house.path("golden/group/case/\(file)"), withIntermediateDirectories: true)
    let outcome = try house.check()
    #expect(outcome.status == .broken)
    #expect(outcome.differences.map(\.sentence) == ["\(file) cannot be read: is a directory"])
  }

  @Test("an environment that is missing, empty or no environment fails, and loosens nothing")
  func noEnvironment() throws {
    let path = house.path("golden/ENVIRONMENT")
    let picture = try Raster(png: Array(house.read("expected.png")))
    var pixels = picture.pixels
    pixels[72 * picture.width + 60] -= 1
    try house.write(picture.png(pixels), "expected.png")
    for text in ["", "# nothing\n", "cairo", "\u{1B}[31m\n", nil] {
      try FileManager.default.removeItem(atPath: path)
      if let text { try text.write(toFile: path, atomically: true, encoding: .utf8) }
      let report = try house.harness().check()
      #expect(report.isFailure)
      #expect(report.problems.first?.contains("ENVIRONMENT is missing or damaged") == true)
      #expect(report.outcomes[0].differences.count == 1)
      if text == nil { break }
    }
  }

  @Test("text goldens with another system's line ends are one sentence each, with the cure")
  func lineEnds() throws {
    for file in ["expected.scene", "expected.text", "expected.structure"] {
      let text = try house.text(file)
      try house.write(text.replacing("\n", with: "\r\n"), file)
      #expect(try house.differences().count == 1)
      #expect(try house.differences()[0].contains("'golden/** -text' in .gitattributes"))
      try house.write(text, file)
    }
  }

  @Test("an expected picture that is cut anywhere")
  func truncated() throws {
    let whole = Array(try house.read("expected.png"))
    for length in [
      1, 8, 20, 33, whole.count / 2, whole.count - 30, whole.count - 13, whole.count - 12, whole.count - 1,
    ] {
      #expect(throws: Raster.Failure.self, "\(length) of \(whole.count) bytes") {
        try Raster(png: Array(whole.prefix(length)))
      }
    }
    try house.write(Data(whole.prefix(whole.count / 2)), "expected.png")
    #expect(try house.differences() == ["expected.png is no whole PNG"])
  }

  @Test(
    "an expected picture with a changed byte, wherever it is, is refused, or has the same pixels and says what else is otherwise"
  )
  func damaged() throws {
    let whole = Array(try house.read("expected.png"))
    let before = try Raster(png: whole)
    var refused = 0
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 0x10
      guard let picture = try? Raster(png: damaged) else {
        refused += 1
        continue
      }
      // Only chunks that are not read can have changed: the resolution.
      #expect(picture.pixels == before.pixels, "byte \(index)")
    }
    #expect(refused > whole.count * 9 / 10)
    try house.write("not a picture", "expected.png")
    #expect(try house.differences() == ["expected.png is no whole PNG"])
  }

  @Test("an expected picture that is blank", arguments: [0xFFFF_FFFF, 0xFF00_0000] as [UInt32])
  func blank(color: UInt32) throws {
    let picture = try Raster(png: Array(house.read("expected.png")))
    try house.write(picture.png(Array(repeating: color, count: picture.pixels.count)), "expected.png")
    #expect(try house.differences() == ["expected.png is blank"])
  }

  @Test("an expected picture that is transparent, wholly or in one pixel")
  func transparent() throws {
    let picture = try Raster(png: Array(house.read("expected.png")))
    func write(_ pixels: [UInt32]) throws {
      try house.write(
        Raster.png(width: picture.width, height: picture.height, pixels: pixels, colorType: 6), "expected.png")
    }
    try write(picture.pixels.map { $0 & 0xFF_FFFF })
    #expect(try house.differences() == ["expected.png is blank"])
    try write([picture.pixels[0] & 0xFF_FFFF] + picture.pixels.dropFirst())
    #expect(try house.differences() == ["expected.png is transparent in places: paper is not"])
    try write(picture.pixels)
    #expect(
      try house.differences() == [
        "the picture of page 1 is colour without transparency, 8 bits a sample, not colour with transparency, 8 bits a sample"
      ])
  }

  @Test("an expected picture of another size, other channels or another resolution")
  func kind() throws {
    let picture = try Raster(png: Array(house.read("expected.png")))
    let (width, height) = (picture.width, picture.height)
    try house.write(
      Raster.png(width: width, height: height - 1, pixels: Array(picture.pixels.dropLast(width))), "expected.png")
    #expect(
      try house.differences() == ["the picture of page 1 is \(width) × \(height) pixels, not \(width) × \(height - 1)"])
    try house.write(Raster.png(width: width, height: height, pixels: picture.pixels, colorType: 0), "expected.png")
    #expect(
      try house.differences() == [
        "the picture of page 1 is colour without transparency, 8 bits a sample, not grey without transparency, 8 bits a sample"
      ])
    try house.write(Raster.png(width: width, height: height, pixels: picture.pixels, perMetre: 5669), "expected.png")
    #expect(try house.differences() == ["the picture of page 1 is at 150 dpi, not 144 dpi"])
    try house.write(Raster.png(width: width, height: height, pixels: picture.pixels, perMetre: 0), "expected.png")
    #expect(try house.differences() == ["the picture of page 1 is at 150 dpi, not no resolution"])
  }

  @Test("the same pixels in another file are equal")
  func sameInAnotherFile() throws {
    let picture = try Raster(png: Array(house.read("expected.png")))
    try house.write(picture.png(picture.pixels), "expected.png")
    #expect(try house.differences() == [])
  }

  @Test("one pixel, changed by one step of one channel, is told with its place and its item", arguments: [0, 8, 16])
  func onePixel(shift: Int) throws {
    let picture = try Raster(png: Array(house.read("expected.png")))
    // 10 mm across, 5 mm down, at 150 pixels an inch: nothing is drawn there; 12 mm down there is a text.
    for (row, place) in [
      (30, "where nothing is drawn (10.2–10.3 mm across, 5.1–5.2 mm down)"),
      (72, "inside 值 (10.2–10.3 mm across, 12.2–12.4 mm down)"),
    ] {
      var pixels = picture.pixels
      pixels[row * picture.width + 60] ^= 1 << UInt32(shift)
      try house.write(picture.png(pixels), "expected.png")
      #expect(try house.differences() == ["1 pixel differs, by 1 of 255 at most, \(place)"])
    }
  }

  @Test("a scene that is cut, or has a line more, or says what no scene says")
  func sceneText() throws {
    let scene = try house.text("expected.scene")
    let lines = scene.split(separator: "\n").count
    try house.write(String(scene.dropLast(10)), "expected.scene")
    #expect(try house.differences() == ["expected.scene is damaged in line \(lines)"])
    try house.write(scene + "\n", "expected.scene")
    #expect(try house.differences() == ["expected.scene is damaged in line \(lines + 1)"])
    try house.write(scene.replacing("role value", with: "role nonsense"), "expected.scene")
    #expect(try house.check().status == .broken)
    try house.write("not a scene", "expected.scene")
    #expect(try house.differences() == ["expected.scene is damaged in line 1"])
  }

  @Test("a structure that is cut")
  func structure() throws {
    try house.write(String(try house.text("expected.structure").dropLast(70)), "expected.structure")
    #expect(try house.check().status == .broken)
  }

  @Test("a case that renders with errors: they are told, with their places")
  func errors() throws {
    try house.write(#"{"value": ""}"#, "record.json")
    var differences = try house.differences()
    #expect(differences.count == 1)
    #expect(differences[0].hasPrefix("does not render:\n"))
    #expect(differences[0].contains("[record.missing-field]"))
    try house.write("certificate", "sheet.layout")
    differences = try house.differences()
    #expect(differences[0].contains("sheet.layout:1:"))
    try house.remove("sheet.layout")
    try house.write("layouts/none.layout\n", "sheet")
    #expect(try house.differences()[0].hasPrefix("cannot be compared:\n"))
    #expect(try house.differences()[0].contains("names the layout 'layouts/none.layout', which is not there"))
    #expect(try house.check().status == .broken)
  }

  @Test("other libraries are told first, and loosen pixels by one step only")
  func otherEnvironment() throws {
    let path = house.path("golden/ENVIRONMENT")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let picture = try Raster(png: Array(house.read("expected.png")))
    func write(step: UInt32) throws {
      var pixels = picture.pixels
      pixels[72 * picture.width + 60] -= step
      try house.write(picture.png(pixels), "expected.png")
    }
    try write(step: 1)
    #expect(try house.differences().count == 1)
    try text.replacing(/qpdf: .*\n/, with: "qpdf: 9\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try house.differences().count == 1, "a reader draws nothing")
    try text.replacing(/pixman: .*\n/, with: "pixman: 0.38.0\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try house.differences() == [])
    let report = try house.harness().check()
    #expect(!report.isFailure)
    #expect(report.environment.count == 1)
    #expect(report.environment[0].hasSuffix("; the goldens were recorded with 0.38.0"))
    #expect(report.text.hasPrefix("This is not where the goldens were recorded:\n  pixman is "))
    try write(step: 2)
    #expect(try house.differences().count == 1)
  }
}
