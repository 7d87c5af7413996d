import CertPress
import PressDiagnostics
import PressEditor

/// A layout with a cursor in it, written as ▮.
struct Marked {
  let service: LanguageService
  let offset: Int

  init(_ text: String, files: [String: String] = [:]) {
    let parts = text.split(separator: "▮", maxSplits: 1, omittingEmptySubsequences: false)
    offset = parts[0].utf8.count
    let bytes = parts.flatMap { Array($0.utf8) }
    let draft = LayoutDraft(bytes, name: "/家/badge.layout", files: .memory(files.mapValues { Array($0.utf8) }))
    service = LanguageService(
      draft, families: { ["CertPress Song", "CertPress Kai"] }, files: { ["house.layout", "logo.svg", "notes.txt"] })
  }

  /// What stands in `▮` of a certificate with fonts, fields, styles and a photo.
  static func inside(_ body: String) -> Marked {
    Marked(
      """
      certificate "试" {
        page A4
        font song "CertPress Song"
        font kai "CertPress Kai"
        data {
          name text "姓名" { max: 30 }
          photo image "照片"
          day date "日期"
          grades list "成绩" { course text "课程" }
        }
        style label { font: song 16pt; color: #b08d3e }
        image photo { id: portrait; at: 10mm 10mm; size: 28mm x 39mm }
        \(body)
      }
      """)
  }

  var labels: [String] { service.completions(at: offset).map(\.label) }

  func insertion(_ label: String) -> String? {
    service.completions(at: offset).first { $0.label == label }?.insertion.template
  }

  var hover: String? { service.hover(at: offset)?.markdown }

  func text(_ range: Range<Int>) -> String { service.source.text(range) }
}
