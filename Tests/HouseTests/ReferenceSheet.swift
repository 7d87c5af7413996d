import CertPress
import Foundation
@testable import PressTemplate

/// Puts a piece of a layout into a whole one that declares what the piece uses.
struct ReferenceSheet {
  let text: String

  init(_ piece: String) {
    let lines = piece.split(separator: "\n").map { $0.drop { $0 == " " } }
    let missing = ReferenceSheet.declarations.filter { declaration in
      !lines.contains { $0.hasPrefix(declaration.beginning + " ") }
    }
    // Something to see, where the piece has only declarations.
    let mark = "rectangle { at: 270mm 180mm; size: 1mm; fill: #000000 }"
    text = (["certificate \"示例\" {"] + missing.map(\.text) + [piece, mark, "}", ""]).joined(separator: "\n")
  }

  private static let declarations: [(beginning: String, text: String)] = [
    ("page", "page A4 landscape"), ("area", "area 277mm x 190mm"), ("font song", "font song \"CertPress Song\""),
    ("font hei", "font hei \"CertPress Hei\""), ("font kai", "font kai \"CertPress Kai\""),
    ("style label", "style label { font: song 16pt }"), ("data", data),
  ]

  /// The fields that the page's pieces use.
  private static let data = """
    data {
      name text "姓名"; award text "奖项"; issuer text "颁发单位"; day date "颁发日期"; address url "查验地址"
      hours number "学时"; photo image "照片"; teacher text "指导教师" { optional }; scene text "使用场景" { optional }
    }
    """

  var diagnostics: [Diagnostic] {
    ReferenceSheet.faults(LayoutDraft(Array(text.utf8), name: "piece.layout").diagnostics)
  }

  /// Without what is no fault of a piece: that something is declared and not used.
  static func faults(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { !$0.id.hasPrefix("template.unused-") && $0.id != "template.idle-style-property" }
  }
}

extension ReferenceSheet {
  /// A sheet with one element that has one property, and else what it needs.
  init?(element: String, property: String, value: String) {
    let given = property + ": " + value
    switch element {
    case "document": self.init("document { \(given) }")
    case "field":
      let sheets = ["text", "date"].map { ReferenceSheet("data { field \($0) \"标签\" { \(given) } }") }
      guard let sheet = sheets.first(where: { $0.diagnostics.isEmpty }) ?? sheets.first else { return nil }
      self = sheet
    default:
      guard let (head, standard, inside) = ReferenceSheet.elements[element] else { return nil }
      var needed = standard
      let rivals = PropertyNode.rivals(of: property)
      needed.removeAll { $0.name == property || rivals.contains($0.name) }
      if ["image", "rectangle"].contains(element) {
        if property == "width" { needed.append(("height", "30mm")) }
        if property == "height" { needed.append(("width", "30mm")) }
      }
      let block = needed.map { $0.name + ": " + $0.value } + [given] + inside
      self.init(head + " { " + block.joined(separator: "; ") + " }")
    }
  }

  private static let elements: [String: (head: String, needed: [(name: String, value: String)], inside: [String])] = [
    "text": ("text name", [("font", "song 16pt"), ("at", "20mm 20mm"), ("width", "60mm")], []),
    "image": ("image photo", [("at", "20mm 20mm"), ("size", "30mm")], []),
    "qr": ("qr address", [("at", "20mm 20mm"), ("size", "30mm")], []),
    "seal": ("seal \"示例\"", [("at", "20mm 20mm"), ("diameter", "40mm"), ("font", "song")], []),
    "line": ("line", [("from", "20mm 20mm"), ("to", "60mm 20mm")], []),
    "rectangle": (
      "rectangle", [("at", "20mm 20mm"), ("size", "30mm"), ("fill", "#ffffff"), ("stroke", "1pt")], []
    ),
    "border": ("border wave", [("width", "7mm")], []),
    "row": ("row", [("at", "20mm 20mm")], ["text name { font: song 16pt }"]),
    "column": ("column", [("at", "20mm 20mm")], ["text name { font: song 16pt }"]),
  ]
}
