import CertPress
import Foundation
import TestKit
import Testing

@Suite("Where things stand on the sheet")
struct PlacementTests {
  private let person = People.everyone[0]

  private func line(_ text: String, in marks: Marks) throws -> Marks.Line {
    try #require(marks.lines.first { $0.text == text }, "no line '\(text)'")
  }

  @Test("the title is centred within 0.1 mm: its advances, poppler's boxes and its ink")
  func title() throws {
    let certificate = try Certificate.of(person)
    let middle = certificate.marks.page.middle.x
    let title = try line(People.title, in: certificate.marks)
    #expect(abs(title.box.middle.x - middle) < mm(0.1))
    let word = try #require(try Poppler.words(of: certificate.pdf).first { $0.text == People.title })
    #expect(abs(word.box.middle.x - middle) < mm(0.1))
    let band = Box(
      left: mm(30), top: title.box.top - 3, right: 2 * middle - mm(30), bottom: title.box.bottom + 3)
    let ink = try #require(try Poppler.pixels(of: certificate.pdf, dpi: 600, in: band).ink)
    #expect(abs(ink.middle.x - middle) < mm(0.1), "off by \((ink.middle.x - middle) / mm(1)) mm")
    // It is the title's ink that was found.
    #expect(abs(ink.left - title.box.left) < 3 && abs(ink.right - title.box.right) < 3)
  }

  @Test("the title's characters stand at equal distances")
  func tracking() throws {
    let glyphs = try line(People.title, in: Certificate.of(person).marks).glyphs
    let distances = zip(glyphs, glyphs.dropFirst()).map { $1.x - $0.x }
    for distance in distances { #expect(abs(distance - 29 * 1.08) < 0.005) }
  }

  @Test("footer, caption and print date are centred where they belong", arguments: People.looked)
  func notes(of person: Person) throws {
    let marks = try Certificate.of(person).marks
    #expect(try abs(line(person.footer, in: marks).box.middle.x - marks.page.middle.x) < mm(0.1))
    let code = try #require(Self.code(in: marks))
    for text in [People.caption, person.printed] {
      #expect(try abs(line(text, in: marks).box.middle.x - code.box.middle.x) < mm(0.1), "\(text)")
    }
  }

  @Test("every label begins and ends where 出生年月 does, and its colon follows at once", arguments: People.looked)
  func labels(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let widest = try #require(certificate.marks.lines.first { $0.text.hasPrefix("出生年月：") }).glyphs
    for expected in person.lines {
      let glyphs = try #require(certificate.marks.lines.first { $0.text.hasPrefix(expected.label + "：") }).glyphs
      #expect(abs(glyphs[0].box.left - widest[0].box.left) < mm(0.1), "\(expected.label)")
      let last = glyphs[expected.label.count - 1]
      #expect(abs(last.box.right - widest[3].box.right) < mm(0.1), "\(expected.label)")
      #expect(abs(glyphs[expected.label.count].x - last.box.right) < mm(0.1), "\(expected.label)")
    }
  }

  @Test("the ink of 姓名 begins and ends where its advances say")
  func distributedInk() throws {
    let certificate = try Certificate.of(person)
    let glyphs = try #require(certificate.marks.lines.first { $0.text.hasPrefix("姓名：") }).glyphs
    for glyph in glyphs.prefix(2) {
      let ink = try #require(try Poppler.pixels(of: certificate.pdf, dpi: 600, in: glyph.box.grown(by: 1)).ink)
      #expect(abs(ink.middle.x - glyph.box.middle.x) < 1 && ink.width > 12, "\(ink) \(glyph.box)")
    }
  }

  @Test("values begin on one edge, baselines at equal distances", arguments: People.looked)
  func column(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let rows = try person.lines.map { expected in
      try #require(certificate.marks.lines.first { $0.text.hasPrefix(expected.label + "：") }).glyphs
    }
    let edge = rows[0][3].x
    for (row, expected) in zip(rows, person.lines) { #expect(abs(row[expected.label.count + 1].x - edge) < 0.01) }
    let pitches = zip(rows, rows.dropFirst()).map { $1[0].y - $0[0].y }
    for pitch in pitches { #expect(abs(pitch - pitches[0]) < 0.005) }
  }

  /// The QR symbol: the one black path of very many points.
  static func code(in marks: Marks) -> Marks.Figure? {
    let codes = marks.figures.filter { $0.fill == [0, 0, 0] && $0.points > 500 }
    return codes.count == 1 ? codes[0] : nil
  }

  @Test("the QR symbol is 40 mm, edge to edge", arguments: People.looked)
  func code(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let code = try #require(Self.code(in: certificate.marks))
    #expect(code.stroke == nil)
    #expect(abs(code.box.width - mm(40)) < mm(0.05) && abs(code.box.height - mm(40)) < mm(0.05), "\(code.box)")
  }

  @Test("the QR symbol is 40 mm of ink, in a quiet zone of four modules")
  func codeInk() throws {
    let certificate = try Certificate.of(person)
    let code = try #require(Self.code(in: certificate.marks))
    var modules: Double?
    for item in certificate.scene.pages.flatMap(\.items) {
      if case .code(let placed) = item.content { modules = Double(placed.matrix.size) }
    }
    let zone = try 4 * code.box.width / #require(modules)
    let ink = try #require(
      try Poppler.pixels(of: certificate.pdf, dpi: 600, in: code.box.grown(by: zone)).ink)
    #expect(abs(ink.width - mm(40)) < mm(0.05) && abs(ink.height - mm(40)) < mm(0.05), "\(ink)")
    #expect(abs(ink.middle.x - code.box.middle.x) < mm(0.05) && abs(ink.middle.y - code.box.middle.y) < mm(0.05))
  }

  /// The box around all that is red.
  static func seal(in marks: Marks) -> Box? {
    let red = marks.figures.filter { $0.colors.contains { $0[0] > 0.7 && $0[1] < 0.3 && $0[2] < 0.3 } }
    return red.map(\.ink).united
  }

  @Test("the seal is 40 mm and red, by its paths and by its ink")
  func seal() throws {
    let certificate = try Certificate.of(person)
    let seal = try #require(Self.seal(in: certificate.marks))
    #expect(abs(seal.width - mm(40)) < mm(0.02) && abs(seal.height - mm(40)) < mm(0.02), "\(seal)")
    let pixels = try Poppler.pixels(of: certificate.pdf, dpi: 600, in: seal.grown(by: 4))
    // Half of the ring's colour over white.
    let ink = try #require(pixels.box { red, green, blue in red > 190 && green < 128 && blue < 128 })
    #expect(abs(ink.width - mm(40)) < mm(0.1) && abs(ink.height - mm(40)) < mm(0.1), "\(ink)")
    #expect(abs(ink.middle.x - seal.middle.x) < mm(0.1) && abs(ink.middle.y - seal.middle.y) < mm(0.1))
  }

  @Test("the seal, though it may lie over text, hides none", arguments: People.looked)
  func sealOverText(of person: Person) throws {
    let marks = try Certificate.of(person).marks
    let seal = try #require(Self.seal(in: marks))
    let hidden = marks.glyphs.filter { glyph in
      let x = min(max(seal.middle.x, glyph.box.left), glyph.box.right) - seal.middle.x
      let y = min(max(seal.middle.y, glyph.box.top), glyph.box.bottom) - seal.middle.y
      return (x * x + y * y).squareRoot() < seal.width / 2
    }
    #expect(hidden.isEmpty, "\(hidden.map(\.text).joined())")
  }

  @Test("portrait and QR symbol stand on one axis", arguments: People.looked)
  func axis(of person: Person) throws {
    let certificate = try Certificate.of(person)
    let portrait = try #require(certificate.marks.images.first)
    #expect(certificate.marks.images.count == 1)
    let code = try #require(Self.code(in: certificate.marks))
    #expect(abs(portrait.visible.middle.x - code.box.middle.x) < mm(0.05))
    #expect(abs(portrait.visible.width - mm(28)) < mm(0.05) && abs(portrait.visible.height - mm(39.2)) < mm(0.05))
  }

  @Test("nothing lies over anything, but for the seal", arguments: People.looked)
  func overlap(of person: Person) throws {
    let marks = try Certificate.of(person).marks
    let rules = marks.figures.filter { $0.fill == nil && $0.points == 4 }
    let frame = try #require(rules.map(\.box).min { $0.width < $1.width })
    let code = try #require(Self.code(in: marks)).box
    // The quiet zone of the smallest symbol a payload of this length has: 4 of 45 modules.
    var boxes = marks.lines.map { (name: $0.text, box: $0.box) }
    boxes.append((name: "portrait", box: try #require(marks.images.first).visible))
    boxes.append((name: "QR", box: code.grown(by: code.width * 4 / 45)))
    for (index, one) in boxes.enumerated() {
      #expect(frame.holds(one.box), "\(one.name) leaves the frame")
      for other in boxes.dropFirst(index + 1) {
        #expect(!one.box.overlaps(other.box), "\(one.name) and \(other.name)")
      }
    }
    for glyph in marks.glyphs { #expect(glyph.clip == nil, "\(glyph.text) is clipped") }
  }
}
