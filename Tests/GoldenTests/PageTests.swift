import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

/// The page in a real browser, from a file.
@Suite("The page", .serialized)
struct PageTests {
  private func open(_ house: House, width: Int = 1440) throws -> Browser {
    let path = try house.folder.write(Data(house.harness().check().page), as: "index.html")
    let browser = try Browser(width: width)
    try browser.open(URL(filePath: path))
    try browser.wait(for: "document.documentElement.dataset.ready === 'true'")
    return browser
  }

  private func text(_ selector: String, in browser: Browser) throws -> String {
    try browser.run("return document.querySelector('\(selector)').textContent.trim()")
  }

  @Test("a case that fails on purpose is read, compared in every mode by keyboard, and found by the filter")
  func failing() throws {
    let house = try House()
    for name in ["group/equal", "group/another"] { try house.add(name) }
    try house.record()
    try house.write(House.sheet.replacing("at: 10mm 10mm", with: "at: 10.3mm 10mm"), "sheet.layout")
    try house.write(#"{"value": "</script><i id=x>"}"#, "record.json", in: "group/another")
    let browser = try open(house)
    #expect(try text("#verdict", in: browser).hasPrefix("2 of 3 goldens differ"))
    #expect(try browser.run("return document.querySelectorAll('.entry[data-status=differs]').length") == "2")
    _ = try browser.run("location.hash = '#group/case/side'")
    try browser.wait(for: "document.querySelector('#stage').dataset.case === 'group/case'")
    #expect(try text("#sentences > li[data-id=\"golden.moved\"]", in: browser).contains("值 moved 0.30 mm right"))
    #expect(try text("#sentences > li[data-id=\"golden.moved\"]", in: browser).contains("at: 10.3mm 10mm"))

    for (key, mode) in [("2", "blink"), ("3", "slider"), ("4", "onion"), ("5", "difference"), ("1", "side")] {
      try browser.type(key)
      try browser.wait(for: "document.querySelector('#stage').dataset.showing === '\(mode)'")
      let sides = try browser.run("return document.querySelectorAll('#stage .layer').length")
      #expect(Int(sides) ?? 0 >= (mode == "difference" ? 1 : 2), "\(mode) shows \(sides) pictures")
      // Something is drawn, in light and in dark.
      #expect(try Raster(png: Array(browser.screenshot())).isBlank == false)
      try browser.type("d")
      #expect(try Raster(png: Array(browser.screenshot())).isBlank == false)
      try browser.type("d")
    }
    // The count of the page is that of the harness.
    let pixels = try house.check().differences.first { $0.id == "golden.pixels-explained" }?.measures["pixels"]
    try browser.type("5")
    try browser.wait(for: "document.querySelector('#difference-count').dataset.count > 0")
    let count = try browser.run("return document.querySelector('#difference-count').dataset.count")
    #expect(Double(count) == pixels)

    // Zoom holds both sides at one place.
    try browser.type("1++")
    let places = try browser.run(
      "return JSON.stringify([...document.querySelectorAll('#stage .layer')].map(e => getComputedStyle(e).transform))")
    let transforms = try JSONDecoder().decode([String].self, from: Data(places.utf8))
    #expect(transforms.count == 2)
    #expect(Set(transforms).count == 1)

    // Nothing of the data is markup.
    #expect(try browser.run("return document.querySelectorAll('#x').length") == "0")
    try browser.type("/another")
    try browser.wait(for: "[...document.querySelectorAll('.entry')].filter(e => e.offsetParent).length === 1")
    #expect(try browser.console() == [])
    #expect(
      try browser.run(
        "return performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:') && !e.name.startsWith('blob:')).length"
      ) == "0")
    try browser.close()
  }

  @Test("equal goldens are said to be equal; a stray file and another environment lead the page")
  func equal() throws {
    let house = try House()
    try house.record()
    var browser = try open(house, width: 800)
    #expect(try text("#verdict", in: browser).contains("as recorded"))
    #expect(try browser.run("return document.querySelector('#verdict').dataset.outcome") == "good")
    #expect(try browser.console() == [])
    try browser.close()

    let path = house.path("golden/ENVIRONMENT")
    let environment = try String(contentsOfFile: path, encoding: .utf8)
    try environment.replacing(/cairo: .*\n/, with: "cairo: 1.15.2\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: house.path("golden/lost"), withIntermediateDirectories: true)
    try house.write("x", "photo.jpg", in: "lost")
    browser = try open(house)
    #expect(try text("#environment", in: browser).contains("the goldens were recorded with 1.15.2"))
    #expect(try text("#problems", in: browser).contains("photo.jpg belongs to no case"))
    #expect(try browser.run("return document.querySelector('#verdict').dataset.outcome") == "bad")
    #expect(try browser.console() == [])
    try browser.close()
  }
}
