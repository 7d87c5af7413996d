import CertPress
import Foundation
@testable import PressTemplate

/// Puts a piece of a layout into a whole one that declares what the piece uses.
struct ReferenceSheet {
  let text: String

  init(_ piece: String) {
    var declarations: [String] = []
    func declare(_ word: String, _ declaration: String, if isUsed: Bool = true) {
      if isUsed, !piece.contains(try! Regex(#"(?m)^\s*\#(word)\b"#)) { declarations.append(declaration) }
    }
    declare("page", "page A4 landscape")
    declare("area", "area 277mm x 190mm")
    let seals = piece.contains("seal ") && !piece.contains("font:")
    for (alias, family) in [("song", "CertPress Song"), ("hei", "CertPress Hei"), ("kai", "CertPress Kai")] {
      let isUsed = piece.contains(try! Regex(#"\b\#(alias)\b"#)) || alias == "song" && seals
      declare("font \(alias)", "font \(alias) \"\(family)\"", if: isUsed)
    }
    declare("style label", "style label { font: song 16pt }", if: piece.contains("style: label"))
    declare("data", ReferenceSheet.data)
    // Something to see, where the piece has only declarations.
    let mark = "rectangle { at: 270mm 180mm; size: 1mm; fill: #000000 }"
    text = "certificate \"示例\" {\n" + (declarations + [piece, mark]).joined(separator: "\n") + "\n}\n"
  }

  /// The fields that the page's pieces use.
  private static let data = """
    data {
      name text "姓名"; award text "奖项"; issuer text "颁发单位"; day date "颁发日期"; address url "查验地址"
      hours number "学时"; photo image "照片"; teacher text "指导教师" { optional }; scene text "使用场景" { optional }
    }
    """

  /// What the layout's author is told. That something is declared and not used is no fault of a piece.
  var diagnostics: [Diagnostic] {
    LayoutDraft(Array(text.utf8), name: "piece.layout").diagnostics.filter { !$0.id.hasPrefix("template.unused-") }
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
      guard var (head, needed, inside) = ReferenceSheet.elements[element] else { return nil }
      let rivals = PropertyNode.rivals(of: property)
      needed.removeAll { $0.name == property || rivals.contains($0.name) }
      if ["image", "rectangle"].contains(element) {
        if property == "width" { needed.append(("height", "30mm")) }
        if property == "height" { needed.append(("width", "30mm")) }
      }
      if !inside.isEmpty { inside = "; " + inside }
      let block = needed.map { $0.name + ": " + $0.value } + [given]
      self.init(head + " { " + block.joined(separator: "; ") + inside + " }")
    }
  }

  private static let elements: [String: (head: String, needed: [(name: String, value: String)], inside: String)] = [
    "text": ("text name", [("font", "song 16pt"), ("at", "20mm 20mm"), ("width", "60mm")], ""),
    "image": ("image photo", [("at", "20mm 20mm"), ("size", "30mm")], ""),
    "qr": ("qr address", [("at", "20mm 20mm"), ("size", "30mm")], ""),
    "seal": ("seal \"示例\"", [("at", "20mm 20mm"), ("diameter", "40mm"), ("font", "song")], ""),
    "line": ("line", [("from", "20mm 20mm"), ("to", "60mm 20mm")], ""),
    "rectangle": (
      "rectangle", [("at", "20mm 20mm"), ("size", "30mm"), ("fill", "#ffffff"), ("stroke", "1pt")], ""
    ),
    "border": ("border wave", [("width", "7mm")], ""),
    "row": ("row", [("at", "20mm 20mm")], "text name { font: song 16pt }"),
    "column": ("column", [("at", "20mm 20mm")], "text name { font: song 16pt }"),
  ]
}
