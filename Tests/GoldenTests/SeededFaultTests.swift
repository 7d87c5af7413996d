import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

/// A harness that cannot fail is worth nothing: each fault is seeded and has to be named.
@Suite("Seeded faults")
struct SeededFaultTests {
  let house: House

  init() throws {
    house = try House()
    try house.record()
  }

  @Test("an unchanged case has no differences, and leaves nothing behind")
  func unchanged() throws {
    #expect(try house.differences() == [])
    #expect(!house.has("actual.png"))
    #expect(!house.has("actual.scene"))
  }

  @Test("an expectation that is missing or empty", arguments: ["expected.png", "expected.scene"])
  func nothingExpected(file: String) throws {
    try house.write("", file)
    #expect(try house.differences() == ["\(file) is empty"])
    try house.remove(file)
    #expect(try house.differences() == ["\(file) is missing: record the case once it looks right"])
    try FileManager.default.createDirectory(
      atPath: house.path("golden/group/case/\(file)"), withIntermediateDirectories: true)
    #expect(try house.differences() == ["\(file) cannot be read: is a directory"])
  }

  @Test("an expected picture that is cut anywhere")
  func truncated() throws {
    let whole = Array(try house.read("expected.png"))
    for length in [
      1, 8, 20, 33, whole.count / 2, whole.count - 30, whole.count - 13, whole.count - 12, whole.count - 1,
    ] {
      #expect(throws: PixelImage.Failure.self, "\(length) of \(whole.count) bytes") {
        try PixelImage(png: Array(whole.prefix(length)))
      }
    }
    try house.write(Data(whole.prefix(whole.count / 2)), "expected.png")
    #expect(try house.differences() == ["expected.png is no whole PNG"])
  }

  @Test("an expected picture with a changed byte, wherever it is, is never equal")
  func damaged() throws {
    let whole = Array(try house.read("expected.png"))
    let before = try PixelImage(png: whole)
    for index in stride(from: 0, to: whole.count, by: max(1, whole.count / 200)) {
      var damaged = whole
      damaged[index] ^= 0x10
      // The resolution is no pixel: a change there may pass the reader, the pixels are then the same.
      guard let picture = try? PixelImage(png: damaged) else { continue }
      #expect(picture.width == before.width && picture.pixels == before.pixels || picture.pixels != before.pixels)
    }
    try house.write("not a picture", "expected.png")
    #expect(try house.differences() == ["expected.png is no whole PNG"])
  }

  @Test("an expected picture that is blank", arguments: [0xFFFF_FFFF, 0xFF00_0000] as [UInt32])
  func blank(color: UInt32) throws {
    let picture = try PixelImage(png: Array(house.read("expected.png")))
    try house.write(
      PixelImage.png(
        width: picture.width, height: picture.height, pixels: Array(repeating: color, count: picture.pixels.count)),
      "expected.png")
    #expect(try house.differences() == ["expected.png is blank"])
  }

  @Test("an expected picture of another size")
  func size() throws {
    let picture = try PixelImage(png: Array(house.read("expected.png")))
    try house.write(
      PixelImage.png(
        width: picture.width, height: picture.height - 1, pixels: Array(picture.pixels.dropLast(picture.width))),
      "expected.png")
    let (width, height) = (picture.width, picture.height)
    #expect(try house.differences() == ["the picture is \(width) × \(height) pixels, not \(width) × \(height - 1)"])
  }

  @Test("the same pixels in another file are equal")
  func sameInAnotherFile() throws {
    let picture = try PixelImage(png: Array(house.read("expected.png")))
    try house.write(
      PixelImage.png(width: picture.width, height: picture.height, pixels: picture.pixels), "expected.png")
    #expect(try house.differences() == [])
  }

  @Test("one pixel, changed by one step of one channel", arguments: [0, 8, 16])
  func onePixel(shift: Int) throws {
    let picture = try PixelImage(png: Array(house.read("expected.png")))
    var pixels = picture.pixels
    // 10 mm across, 5 mm down, at 150 pixels an inch.
    pixels[30 * picture.width + 60] ^= 1 << UInt32(shift)
    try house.write(PixelImage.png(width: picture.width, height: picture.height, pixels: pixels), "expected.png")
    #expect(
      try house.differences() == ["1 pixel differs, by 1 of 255 at most, in 10.2–10.3 mm across, 5.1–5.2 mm down"])
    #expect(house.has("actual.png"))
    #expect(house.has("actual.scene"))
  }

  @Test("one item that was expected 0.1 mm away")
  func movedInScene() throws {
    var scene = String(decoding: try house.read("expected.scene"), as: UTF8.self)
    let start = try #require(scene.range(of: "item greeting\n")).upperBound
    let box = try #require(scene[start...].range(of: "  box 28.346 "))
    scene.replaceSubrange(box, with: "  box 28.629 ")
    try house.write(scene, "expected.scene")
    let differences = try house.differences()
    #expect(differences.count == 1)
    #expect(differences[0].hasPrefix("greeting changed: box 28.629 "))
    #expect(differences[0].contains(" → box 28.346 "))
  }

  @Test("one item that the layout moves by 0.1 mm changes the scene and the picture")
  func movedInLayout() throws {
    try house.write(House.sheet.replacing("at: 10mm 10mm", with: "at: 10.1mm 10mm"), "sheet.layout")
    let differences = try house.differences()
    #expect(differences.count == 2)
    #expect(differences[0].hasPrefix("greeting changed: box "))
    #expect(differences[1].contains(" pixels differ, by "))
    try house.write(House.sheet, "sheet.layout")
    #expect(try house.differences() == [])
    #expect(!house.has("actual.png"))
  }

  @Test("an item more, an item less, another order")
  func items() throws {
    let rule = "  line { id: rule; from: 10mm 30mm; to: 50mm 30mm }\n"
    try house.write(House.sheet.replacing(rule, with: ""), "sheet.layout")
    #expect(try house.differences().first == "rule is gone")
    try house.write(
      House.sheet.replacing(
        rule, with: rule + rule.replacing("rule", with: "second").replacing("30mm }", with: "31mm }")), "sheet.layout")
    #expect(try house.differences().first == "second is new")
    try house.write(House.sheet.replacing(rule, with: "").replacing("  text", with: rule + "  text"), "sheet.layout")
    #expect(try house.differences() == ["the painting order changed"])
  }

  @Test("a scene that is cut, or has a line more")
  func sceneText() throws {
    let scene = try house.read("expected.scene")
    try house.write(scene.dropLast(10), "expected.scene")
    #expect(try house.differences().count == 1)
    try house.write(scene + Data("\n".utf8), "expected.scene")
    #expect(try house.differences() == ["the scene's text differs"])
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
    #expect(try house.differences()[0].contains("no such file or directory"))
  }

  @Test("what an earlier failure left does not survive a case that no longer renders")
  func staleActual() throws {
    try house.write("", "expected.scene")
    #expect(try house.differences().count == 1)
    #expect(house.has("actual.png"))
    try house.write("{}", "record.json")
    #expect(try house.differences().count == 1)
    #expect(!house.has("actual.png"))
  }
}
