import Foundation

/// A sheet of two pages, with a table of a list's entries and one of each thing that art can do.
enum Transcript {
  static let house = #"""
    font song "CertPress Song"
    font hei "CertPress Hei"
    style body { font: song 11pt }
    style cell { font: song 8pt }
    text "示例学院" { id: letterhead; font: hei 14pt; at: 8mm 7mm; role: heading }
    """#

  static let layout = #"""
    certificate "成绩单" {
      include "house.layout"
      data {
        name text "姓名"
        grades list "成绩" {
          min: 1; max: 60
          course text "课程"
          score number "分数"
        }
      }
      page 130mm x 100mm {
        text "兹证明" bold("{name}") "已修完下列课程" { id: intro; style: body; at: 8mm 16mm }
        rectangle { id: panel; at: 72mm 8mm; size: 36mm x 8mm; fill: linear(0, #ffe9c7, #a61e22) }
        group {
          id: stamp; at: 72mm 26mm; size: 36mm x 12mm; rotate: -15; opacity: 0.8; clip: box
          text "成绩专用" { id: words; font: hei 14pt; at: 3mm 3mm }
          line { id: below; from: 3mm 9mm; to: 33mm 9mm }
        }
        group {
          id: remarks; at: 72mm 48mm
          text "附注" { id: remark; style: body; at: 0mm 0mm }
          text "补考通过" { id: second; style: body; at: 0mm 6mm }
        }
        guilloche rosette { id: rose; center: 112mm 75mm; diameter: 20mm }
        microtext "CERTPRESS" { id: fine; from: 72mm 92mm; to: 120mm 92mm; font: hei 2pt }
        text "竖排文字二〇二六" { id: side; style: body; direction: vertical; at: 118mm 8mm; height: 44mm }
        text "以上各科成绩均经核实，准予毕业，特发此单，以资证明。" {
          id: note; style: body; indent: 2em; fit: wrap(4); leading: 1.5em; at: 72mm 64mm; width: 28mm
        }
        image "emblem.svg" { id: emblem; at: 100mm 44mm; size: 14mm x 14mm; alt: "徽章" }
      }
      watermark "样张" { id: mark; font: hei 16pt; opacity: 0.12; rotate: -30; gap: 12mm }
      text "第{page}页，共{pages}页" { id: number; font: song 8pt; at: 8mm 91mm; role: caption }
      table {
        id: marks; at: 8mm 24mm; width: 56mm; columns: 10mm, rest, 14mm; until: 88mm; again: 16mm
        head { text "号" { style: cell }  text "课程" { style: cell }  text "分" { style: cell } }
        repeat grades {
          row { text "{index}" { style: cell }  text "{course}" { style: cell }  text "{score}" { style: cell } }
        }
      }
    }
    """#

  static func record() throws -> Data {
    let courses = ["语文", "数学", "外语", "物理", "化学", "生物", "历史", "地理", "政治", "体育", "音乐", "美术", "信息", "通用技术", "劳动"]
    let grades = courses.enumerated().map { ["course": $1, "score": "\(70 + $0)"] }
    return try JSONSerialization.data(withJSONObject: ["name": "林静", "grades": grades] as [String: Any])
  }
}
