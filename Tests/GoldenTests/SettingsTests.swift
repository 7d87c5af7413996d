import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

@Suite("A case's settings")
struct SettingsTests {
  let house: House
  let picture: Raster

  init() throws {
    house = try House()
    try house.record()
    picture = try Raster(png: Array(house.read("expected.png")))
  }

  /// Changes the blue channel of a pixel of the expectation by 2.
  private func seed(x: Int, y: Int) throws {
    var pixels = picture.pixels
    pixels[y * picture.width + x] ^= 2
    try house.write(picture.png(pixels), "expected.png")
  }

  @Test("a tolerance holds for channels, up to what it says")
  func tolerance() throws {
    try seed(x: 60, y: 72)
    try house.write(#"{ "tolerance": 1, "why": "a test" }"#, "case.json")
    #expect(try house.differences().count == 1)
    try house.write(#"{ "tolerance": 2, "why": "a test" }"#, "case.json")
    #expect(try house.differences() == [])
  }

  @Test("an ignored region is not looked at, and nothing beyond it is ignored")
  func ignored() throws {
    try seed(x: 60, y: 30)  // 10.16–10.33 mm across, 5.08–5.25 mm down
    func ignore(_ x: Double, _ y: Double, _ width: Double, _ height: Double, page: Int = 1) throws -> Int {
      try house.write(
        #"{ "ignore": [{ "page": \#(page), "x": \#(x), "y": \#(y), "width": \#(width), "height": \#(height), "why": "a test" }] }"#,
        "case.json")
      return try house.differences().count
    }
    #expect(try ignore(10, 5, 1, 1) == 0)
    #expect(try ignore(10.2, 5.1, 0.01, 0.01) == 0)
    #expect(try ignore(10.4, 5, 1, 1) == 1)
    #expect(try ignore(9, 5, 1.1, 1) == 1)
    #expect(try ignore(10, 5.3, 1, 1) == 1)
    // A region that lies on no page is told besides.
    #expect(try ignore(10, 5, 1, 1, page: 2) == 2)
    #expect(try ignore(61, 5, 1, 1) == 2)
  }

  @Test("a case that is known to be bad may differ; once it does not, its mark has to go")
  func knownBad() throws {
    try house.write(#"{ "known-bad": "issue 12" }"#, "case.json")
    let mended = try house.check()
    #expect(mended.status == .mended)
    #expect(mended.isFailure)
    try seed(x: 60, y: 72)
    let bad = try house.check()
    #expect(bad.status == .knownBad)
    #expect(!bad.isFailure)
    let report = try house.harness().check()
    #expect(!report.isFailure)
    #expect(report.text.contains("group/case is bad, as is known (issue 12):"))
    #expect(report.summary == "1 golden checked, 0 differ, 1 known to be bad")
    // What belongs to nothing, and nothing to compare with, is not what was known.
    try house.write("x", "stray.txt")
    #expect(try house.check().status == .differs)
    try house.remove("stray.txt")
    try house.write("", "expected.png")
    #expect(try house.check().status == .broken)
  }

  @Test(
    "settings that say nothing sensible are errors, with place and cure",
    arguments: [
      (#"{ "tolerance": 2 }"#, "a tolerance needs a reason"),
      (#"{ "antialiasing": true, "why": "" }"#, "'why' is a reason in words"),
      (#"{ "tolerance": 65, "why": "x" }"#, "'tolerance' is a number from 0 to 64"),
      (#"{ "tolerence": 2, "why": "x" }"#, "did you mean 'tolerance'?"),
      (#"{ "ignore": [{ "x": 1, "y": 2, "width": 3, "height": 4 }] }"#, "and a reason"),
      (#"{ "ignore": [{ "x": 1, "y": 2, "width": 0, "height": 4, "why": "x" }] }"#, "in millimetres"),
      (#"{ "ignore": 3 }"#, "a list of regions"),
      (#"{ "known-bad": true }"#, "a reason in words"),
      ("[]", "an object is expected here"), ("{", "the text ends inside an object"),
    ])
  func broken(settings: String, message: String) throws {
    try house.write(settings, "case.json")
    let outcome = try house.check()
    #expect(outcome.status == .broken)
    #expect(outcome.differences.map(\.sentence).joined().contains(message), "\(outcome.differences.map(\.sentence))")
    #expect(outcome.differences.map(\.sentence).joined().contains("case.json:1:"))
    #expect(try house.record().first?.faults != nil)
  }
}
