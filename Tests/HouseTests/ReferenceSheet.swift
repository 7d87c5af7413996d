import CertPress
import Foundation
@testable import PressTemplate
import TestKit

/// Puts a piece of a layout into a whole one that declares what the piece uses.
struct ReferenceSheet {
  let text: String

  init(_ piece: String) {
    let lines = piece.split(separator: "\n").map { $0.drop { $0 == " " } }
    let missing = ReferenceSheet.declarations.filter { declaration in
      !lines.contains { line in
        // The file that a piece includes has fonts of its own.
        [declaration.beginning, declaration.beginning.hasPrefix("font") ? "include" : nil].contains { beginning in
          beginning.map { line.hasPrefix($0 + " ") } ?? false
        }
      }
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
      grades list "成绩" { course text "课程"; score number "分数" }; members list "成员"
    }
    """

  /// Files that a piece includes.
  static let files = Pictures.directory(Repository.path("golden/reference/include"))

  var diagnostics: [Diagnostic] {
    let draft = LayoutDraft(Array(text.utf8), name: "piece.layout", files: ReferenceSheet.files)
    return ReferenceSheet.faults(draft.diagnostics)
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
      let sheets = Schema.Field.FieldType.allCases.map(\.rawValue).map {
        ReferenceSheet("data { name \($0) \"姓名\"; field \($0) \"标签\" { \(given) } }")
      }
      guard let sheet = sheets.first(where: { $0.diagnostics.isEmpty }) ?? sheets.first else { return nil }
      self = sheet
    default:
      // What hangs on something needs it beside itself, what goes on needs an end.
      let beside = !value.contains(" photo") ? "" : "rectangle { id: photo; at: 1mm 1mm; size: 1mm; fill: #000000 }\n"
      guard var piece = ReferencePiece.all[ReferencePiece.name(of: element, with: property)] else { return nil }
      let rivals = PropertyNode.rivals(of: property)
      piece.needed.removeAll { $0.name == property || rivals.contains($0.name) }
      if property == "again" { piece.needed.append(("until", "180mm")) }
      if piece.needed.contains(where: { $0.name == "size" }) == false, piece.isBox {
        if property == "width" { piece.needed.append(("height", "30mm")) }
        if property == "height" { piece.needed.append(("width", "30mm")) }
      }
      let block = piece.needed.map { $0.name + ": " + $0.value } + [given] + piece.inside
      let written = piece.head + " { " + block.joined(separator: "; ") + " }"
      self.init(beside + piece.around.replacing("…", with: written))
    }
  }
}

/// An element with what it needs to stand on a sheet.
private struct ReferencePiece {
  var head: String
  var needed: [(name: String, value: String)]
  var inside: [String] = []
  /// What it stands in: the element in place of the dots.
  var around = "…"

  var isBox: Bool { ["image", "rectangle", "ellipse", "microtext"].contains { head.hasPrefix($0) } }

  /// Some elements have two forms, with properties of their own.
  static func name(of element: String, with property: String) -> String {
    switch (element, property) {
    case ("guilloche", "from"), ("guilloche", "to"), ("guilloche", "height"): "guilloche band"
    case ("microtext", "from"), ("microtext", "to"): "microtext line"
    default: element
    }
  }

  private static let place = ("at", "20mm 20mm")
  private static let cells =
    "row { text name { font: song 16pt }; text name { font: song 16pt }; text \"\" { font: song 16pt } }"

  static let all: [String: ReferencePiece] = [
    "text": ReferencePiece(
      head: "text name", needed: [("font", "song 16pt"), place, ("width", "60mm"), ("height", "40mm")]),
    "image": ReferencePiece(head: "image photo", needed: [place, ("size", "30mm")]),
    "qr": ReferencePiece(head: "qr address", needed: [place, ("size", "30mm")]),
    "seal": ReferencePiece(head: "seal \"示例\"", needed: [place, ("diameter", "40mm"), ("font", "song")]),
    "line": ReferencePiece(head: "line", needed: [("from", "20mm 20mm"), ("to", "60mm 20mm")]),
    "rectangle": ReferencePiece(
      head: "rectangle", needed: [place, ("size", "30mm"), ("fill", "#ffffff"), ("stroke", "1pt")]),
    "ellipse": ReferencePiece(
      head: "ellipse", needed: [place, ("size", "30mm"), ("fill", "#ffffff"), ("stroke", "1pt")]),
    "path": ReferencePiece(
      head: "path \"M 0 0 L 10 10 L 0 10 Z\"", needed: [place, ("fill", "#ffffff"), ("stroke", "1pt")]),
    "border": ReferencePiece(head: "border wave", needed: [("width", "7mm")]),
    "guilloche": ReferencePiece(head: "guilloche rosette", needed: [place, ("diameter", "30mm")]),
    "guilloche band": ReferencePiece(
      head: "guilloche band", needed: [("from", "20mm 60mm"), ("to", "60mm 80mm"), ("height", "8mm")]),
    "microtext": ReferencePiece(
      head: "microtext \"示例\"", needed: [("font", "song 1.2pt"), place, ("size", "30mm")]),
    "microtext line": ReferencePiece(
      head: "microtext \"示例\"", needed: [("font", "song 1.2pt"), ("from", "20mm 20mm"), ("to", "60mm 20mm")]),
    "watermark": ReferencePiece(head: "watermark \"示例\"", needed: [("font", "hei 30pt")]),
    "row": ReferencePiece(head: "row", needed: [place], inside: ["text name { font: song 16pt }"]),
    "column": ReferencePiece(head: "column", needed: [place], inside: ["text name { font: song 16pt }"]),
    "table": ReferencePiece(
      head: "table", needed: [place, ("width", "90mm"), ("columns", "9mm, 9mm, 9mm")], inside: [cells]),
    "head": ReferencePiece(
      head: "head", needed: [], inside: ["text name { font: song 16pt }"], around: "column { at: 20mm 20mm; … }"),
    "group": ReferencePiece(
      head: "group", needed: [place, ("size", "30mm")], inside: ["text name { font: song 16pt; at: 0mm 0mm }"]),
  ]
}
