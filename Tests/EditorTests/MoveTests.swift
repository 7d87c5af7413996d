import CertPress
import PressEditor
import Foundation
import PressScene
import Testing

/// A line of a layout, a pull, and the line after it.
struct Pull: Sendable, CustomTestStringConvertible {
  var line: String
  var handle: Handle = .move
  var way: (Double, Double)
  var after: String
  /// Other lines of the sheet.
  var beside = ""
  var item = "a"

  var testDescription: String { "\(line) · \(handle.rawValue) \(way)" }
}

@Suite struct MoveTests {
  @Test("a drag rewrites the numbers that place an item and nothing else", arguments: pulls)
  func rewrites(_ pull: Pull) throws {
    let sheet = try MoveSheet(pull.beside + "\n  " + pull.line)
    let after = try sheet.dragged(pull.item, pull.handle, pull.way.0, pull.way.1)
    #expect(after.text == sheet.text.replacingOccurrences(of: pull.line, with: pull.after))
  }

  static let pulls: [Pull] =
    places + sizes + tables + relations + texts + ends + turned

  private static let box = "rectangle { id: a; fill: #cccccc; "

  /// Units and roundings.
  private static let places: [Pull] = [
    Pull(line: box + "at: 10mm 20mm; size: 5mm }", way: (5, 0), after: box + "at: 15mm 20mm; size: 5mm }"),
    Pull(line: box + "at: 10mm 20mm; size: 5mm }", way: (0, -3.3), after: box + "at: 10mm 16.7mm; size: 5mm }"),
    Pull(line: box + "at: 10mm 20mm; size: 5mm }", way: (5, -3.3), after: box + "at: 15mm 16.7mm; size: 5mm }"),
    Pull(line: box + "at: 10mm  20mm ; size: 5mm }", way: (-12, 0), after: box + "at: -2mm  20mm ; size: 5mm }"),
    Pull(line: box + "at: -2mm 20mm; size: 5mm }", way: (12, 0), after: box + "at: 10mm 20mm; size: 5mm }"),
    Pull(line: box + "at: 10.0mm 20mm; size: 5mm }", way: (5, 0), after: box + "at: 15.0mm 20mm; size: 5mm }"),
    Pull(line: box + "at: 10.25mm 20mm; size: 5mm }", way: (5, 0), after: box + "at: 15.25mm 20mm; size: 5mm }"),
    Pull(line: box + "at: 10.25mm 20mm; size: 5mm }", way: (0.75, 0), after: box + "at: 11mm 20mm; size: 5mm }"),
    Pull(line: box + "at: 1cm 2.00cm; size: 5mm }", way: (5, 5), after: box + "at: 1.5cm 2.50cm; size: 5mm }"),
    Pull(line: box + "at: 1in 1in; size: 5mm }", way: (5, 0), after: box + "at: 1.197in 1in; size: 5mm }"),
    Pull(line: box + "at: 30pt 1in; size: 5mm }", way: (5, 0), after: box + "at: 44.2pt 1in; size: 5mm }"),
    Pull(line: box + "at: 50% 0; size: 5mm }", way: (5, 0), after: box + "at: 55% 0; size: 5mm }"),
    Pull(line: box + "at: 50% 0; size: 5mm }", way: (0, 5), after: box + "at: 50% 5mm; size: 5mm }"),
    Pull(line: box + "at: 初号 20mm; size: 5mm }", way: (5, 0), after: box + "at: 56.2pt 20mm; size: 5mm }"),
    Pull(line: box + "center: 50mm 20mm; size: 5mm }", way: (5, 1), after: box + "center: 55mm 21mm; size: 5mm }"),
  ]

  private static let sizes: [Pull] = [
    Pull(
      line: box + "at: 10mm 20mm; size: 8mm x 5mm }", handle: .e, way: (5, 2),
      after: box + "at: 10mm 20mm; size: 13mm x 5mm }"),
    Pull(
      line: box + "at: 10mm 20mm; size: 8mm x 5mm }", handle: .w, way: (5, 2),
      after: box + "at: 15mm 20mm; size: 3mm x 5mm }"),
    Pull(
      line: box + "at: 10mm 20mm; size: 8mm x 5mm }", handle: .nw, way: (-5, -2),
      after: box + "at: 5mm 18mm; size: 13mm x 7mm }"),
    Pull(
      line: box + "at: 10mm 20mm; width: 8mm; height: 5mm }", handle: .se, way: (1, 2),
      after: box + "at: 10mm 20mm; width: 9mm; height: 7mm }"),
    Pull(
      line: box + "at: 10mm 20mm; size: 8mm }", handle: .e, way: (5, 0), after: box + "at: 10mm 20mm; size: 13mm }"),
    Pull(
      line: box + "at: 10mm 20mm; size: 8mm }", handle: .nw, way: (-5, 2), after: box + "at: 5mm 15mm; size: 13mm }"),
    Pull(
      line: box + "center: 50mm 20mm; size: 8mm x 5mm }", handle: .e, way: (5, 0),
      after: box + "center: 52.5mm 20mm; size: 13mm x 5mm }"),
    Pull(
      line: box + "center: 50mm 20mm; size: 8mm x 5mm }", handle: .w, way: (5, 0),
      after: box + "center: 52.5mm 20mm; size: 3mm x 5mm }"),
    Pull(
      line: box + "at: 10mm 20mm; size: 8mm x 5mm }", handle: .e, way: (-40, 0),
      after: box + "at: 10mm 20mm; size: 1mm x 5mm }"),
    Pull(
      line: "seal \"测试专用章\" { id: a; at: 10mm 20mm; diameter: 40mm }", handle: .se, way: (2, 1),
      after: "seal \"测试专用章\" { id: a; at: 10mm 20mm; diameter: 42mm }"),
    Pull(
      line: "guilloche rosette { id: a; center: 50mm 40mm; diameter: 4cm }", handle: .e, way: (2, 0),
      after: "guilloche rosette { id: a; center: 51mm 40mm; diameter: 4.2cm }"),
    Pull(
      line: "qr \"https://example.org\" { id: a; alt: \"码\"; at: 10mm 20mm; size: 20% }", handle: .s, way: (0, 5),
      after: "qr \"https://example.org\" { id: a; alt: \"码\"; at: 10mm 20mm; size: 25% }"),
  ]

  private static let cells = "; row { text \"甲\" { font: song 9pt } text \"乙\" { font: song 9pt } } }"

  private static let tables: [Pull] = [
    Pull(
      line: "table { id: a; at: 10mm 20mm; width: 60mm; columns: 20mm, rest" + cells, handle: .e, way: (5, 0),
      after: "table { id: a; at: 10mm 20mm; width: 65mm; columns: 20mm, rest" + cells),
    // Not narrower than its columns.
    Pull(
      line: "table { id: a; at: 10mm 20mm; width: 60mm; columns: 20mm, 30mm" + cells, handle: .e, way: (-40, 0),
      after: "table { id: a; at: 10mm 20mm; width: 50.1mm; columns: 20mm, 30mm" + cells),
  ]

  private static let stone = "  rectangle { id: b; at: 40mm 40mm; size: 10mm; fill: #cccccc }"

  private static let relations: [Pull] = [
    Pull(
      line: box + "at: right of b + 4mm below b + 6mm; size: 5mm }", way: (5, 0),
      after: box + "at: right of b + 9mm below b + 6mm; size: 5mm }", beside: stone),
    Pull(
      line: box + "at: right of b + 4mm below b; size: 5mm }", way: (0, 3),
      after: box + "at: right of b + 4mm below b + 3mm; size: 5mm }", beside: stone),
    Pull(
      line: box + "at: right of b below b + 6mm; size: 5mm }", way: (0, -8),
      after: box + "at: right of b below b - 2mm; size: 5mm }", beside: stone),
    Pull(
      line: box + "at: right of b below b + 6mm; size: 5mm }", way: (0, -6),
      after: box + "at: right of b below b; size: 5mm }", beside: stone),
    Pull(
      line: box + "at: left of b + 2mm above b; size: 5mm }", way: (-3, -4),
      after: box + "at: left of b + 5mm above b + 4mm; size: 5mm }", beside: stone),
    Pull(
      line: box + "at: left of b + 2mm with b; size: 5mm }", handle: .w, way: (-3, 0),
      after: box + "at: left of b + 2mm with b; size: 8mm }", beside: stone),
    Pull(
      line: box + "at: left of b + 2mm with b; size: 5mm x 6mm }", handle: .e, way: (-1, 0),
      after: box + "at: left of b + 3mm with b; size: 4mm x 6mm }", beside: stone),
    Pull(
      line: box + "at: center center of b; size: 5mm }", way: (2, -2),
      after: box + "at: center + 2mm center of b - 2mm; size: 5mm }", beside: stone),
    Pull(
      line: box + "at: with b -2mm 5mm; size: 5mm }", way: (5, 0),
      after: box + "at: with b +3mm 5mm; size: 5mm }", beside: stone),
    // A sign behind `center` would be its offset.
    Pull(
      line: box + "at: center 2mm; size: 5mm }", way: (0, -3),
      after: box + "at: center + 0mm -1mm; size: 5mm }"),
    Pull(
      line: box + "at: center + 3mm -1mm; size: 5mm }", way: (-3, 0),
      after: box + "at: center + 0mm -1mm; size: 5mm }"),
    Pull(
      line: box + "at: below b + 6mm 28mm; size: 5mm }".replacing("below b + 6mm 28mm", with: "28mm below b + 10.50pt"),
      way: (0, 3), after: box + "at: 28mm below b + 19.00pt; size: 5mm }", beside: stone),
  ]

  private static let texts: [Pull] = [
    Pull(
      line: "text \"甲乙\" { id: a; font: song 10pt; baseline: 10mm 20mm }", way: (1, 1),
      after: "text \"甲乙\" { id: a; font: song 10pt; baseline: 11mm 21mm }"),
    Pull(
      line: "text \"甲乙\" { id: a; font: song 10pt; at: 2em 20mm }", way: (5, 0),
      after: "text \"甲乙\" { id: a; font: song 10pt; at: 3.42em 20mm }"),
    // 20pt are 7.06mm.
    Pull(
      line: "text \"甲乙\" { id: a; font: song 10pt; at: 10mm 20mm }", handle: .e, way: (5, 3),
      after: "text \"甲乙\" { id: a; font: song 10pt; at: 10mm 20mm; width: 12.1mm }"),
    Pull(
      line: "text \"甲乙\" { id: a; font: song 10pt; at: 10mm 20mm; width: 100% }", handle: .e, way: (-5, 0),
      after: "text \"甲乙\" { id: a; font: song 10pt; at: 10mm 20mm; width: 95% }"),
    Pull(
      line: "text \"甲乙\" { id: a; font: song 10pt; at: 10mm 20mm; width: 30mm }", handle: .w, way: (-5, 0),
      after: "text \"甲乙\" { id: a; font: song 10pt; at: 5mm 20mm; width: 35mm }"),
    // It takes all the room to the right: what is seen would not move with the number alone.
    Pull(
      line: "text \"甲乙\" { id: a; font: song 10pt; at: 10mm 20mm; align: right }", way: (-5, 0),
      after: "text \"甲乙\" { id: a; font: song 10pt; at: 5mm 20mm; align: right; width: 90mm }"),
    Pull(
      line: "text \"甲乙\" { id: a; font: song 10pt; at: center 20mm; align: center }", way: (-5, 0),
      after: "text \"甲乙\" { id: a; font: song 10pt; at: center - 5mm 20mm; align: center }"),
    Pull(
      line: "text \"甲乙\" { id: a; font: song 10pt; direction: vertical; at: 10mm 20mm; height: 30mm }", handle: .s,
      way: (0, 5),
      after: "text \"甲乙\" { id: a; font: song 10pt; direction: vertical; at: 10mm 20mm; height: 35mm }"),
  ]

  private static let ends: [Pull] = [
    Pull(
      line: "line { id: a; from: 10mm 20mm; to: 40mm 20mm }", way: (5, 0),
      after: "line { id: a; from: 15mm 20mm; to: 45mm 20mm }"),
    Pull(
      line: "line { id: a; from: 10mm 20mm; to: 40mm 20mm }", handle: .to, way: (0, 5),
      after: "line { id: a; from: 10mm 20mm; to: 40mm 25mm }"),
    Pull(
      line: "guilloche band { id: a; from: 10mm 20mm; to: 40mm 20mm; height: 5mm }", handle: .from, way: (-5, 1),
      after: "guilloche band { id: a; from: 5mm 21mm; to: 40mm 20mm; height: 5mm }"),
    Pull(
      line: "microtext \"甲乙\" { id: a; font: song 2pt; from: 10mm 20mm; to: 40mm 20mm }", handle: .to, way: (5, 0),
      after: "microtext \"甲乙\" { id: a; font: song 2pt; from: 10mm 20mm; to: 45mm 20mm }"),
    Pull(
      line: "path \"M 0 0 L 10 5\" { id: a; stroke: 1pt #000000; at: 10mm 20mm }", way: (5, 5),
      after: "path \"M 0 0 L 10 5\" { id: a; stroke: 1pt #000000; at: 15mm 25mm }"),
  ]

  /// Ways on the page in groups that are turned.
  private static let turned: [Pull] = [
    Pull(
      line: "group { id: g; at: 40mm 40mm; size: 20mm; rotate: 90; " + box + "at: 1mm 2mm; size: 5mm } }", way: (3, 0),
      after: "group { id: g; at: 40mm 40mm; size: 20mm; rotate: 90; " + box + "at: 1mm -1mm; size: 5mm } }",
      item: "g/a"),
    Pull(
      line: "group { id: g; at: 40mm 40mm; size: 20mm; rotate: 90; " + box + "at: 1mm 2mm; size: 5mm x 6mm } }",
      handle: .s, way: (0, 3),
      after: "group { id: g; at: 40mm 40mm; size: 20mm; rotate: 90; " + box + "at: 1mm 2mm; size: 8mm x 6mm } }",
      item: "g/a"),
    Pull(
      line: "group { id: g; at: 40mm 40mm; size: 20mm; rotate: 30; " + box + "at: 1mm 2mm; size: 5mm } }", way: (3, 0),
      after: "group { id: g; at: 43mm 40mm; size: 20mm; rotate: 30; " + box + "at: 1mm 2mm; size: 5mm } }",
      item: "g"),
    Pull(
      line: "group { id: g; at: 40mm 40mm; size: 50% x 10mm; " + box + "at: 10% 2mm; size: 5mm } }", way: (5, 0),
      after: "group { id: g; at: 40mm 40mm; size: 50% x 10mm; " + box + "at: 20% 2mm; size: 5mm } }",
      item: "g/a"),
  ]
}
