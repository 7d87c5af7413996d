import Foundation
import PressScene

@testable import PressGolden

extension Fault {
  /// What a designer's hand can do to groups, art, lists and pages.
  static let ofTranscriptLayouts: [Fault] = [
    Fault(
      "a group is turned further", layout("rotate: -15", "rotate: -12"), tells: "stamp is turned by 3° clockwise",
      line: "rotate: -12"),
    Fault(
      "a group is paler", layout("opacity: 0.8", "opacity: 0.6"), tells: "stamp changed opacity: 0.8 → 0.6",
      line: "opacity: 0.6"),
    Fault(
      "a group is cut round", layout("clip: box", "clip: ellipse"),
      tells: "stamp is cut to an ellipse of 36.00 × 12.00 mm, not to a box of 36.00 × 12.00 mm", line: "clip: ellipse"),
    Fault(
      "a group is no longer cut", layout("; clip: box", ""),
      tells: "stamp is no longer cut to a box of 36.00 × 12.00 mm", line: "group {"),
    Fault(
      "a turned group moves by 0.3 mm", layout("at: 72mm 26mm", "at: 72.3mm 26mm"), tells: "stamp moved 0.30 mm right",
      line: "72.3mm"),
    Fault(
      "a text in a turned group moves by 0.2 mm", layout("at: 3mm 3mm", "at: 3.2mm 3mm"),
      tells: "text “成绩专用” moved 0.20 mm right", line: "3.2mm"),
    Fault(
      "a group that was straight is turned", layout("at: 72mm 48mm", "at: 72mm 48mm; rotate: 3"),
      tells: "remarks is turned by 3° clockwise", line: "rotate: 3"),
    Fault(
      "a group that was solid is pale", layout("at: 72mm 48mm", "at: 72mm 48mm; opacity: 0.5"),
      tells: "remarks changed opacity: 1 → 0.5", line: "opacity: 0.5"),
    Fault(
      "a gradient is turned", layout("linear(0,", "linear(30,"),
      tells: "panel has its gradient turned by 30° clockwise",
      line: "linear(30,"),
    Fault(
      "a gradient ends in another colour", layout("#a61e22)", "#b61e22)"),
      tells: "panel changed colour: a gradient of #ffe9c7, #a61e22 → a gradient of #ffe9c7, #b61e22", line: "#b61e22"),
    Fault(
      "a gradient is radial", layout("linear(0, ", "radial("),
      tells: "panel changed colour: a gradient of #ffe9c7, #a61e22 → a radial gradient of #ffe9c7, #a61e22",
      line: "radial("),
    Fault(
      "what has a gradient moves by 0.3 mm", layout("at: 72mm 8mm", "at: 72mm 8.3mm"),
      tells: "panel moved 0.30 mm down",
      line: "8.3mm"),
    Fault(
      "a name is no longer bold", layout(#"bold("{name}")"#, #""{name}""#), tells: "intro has “林静” no longer bold",
      line: "text"),
    Fault(
      "a part of a text is bold", layout(#""已修完下列课程""#, #"bold("已修完") "下列课程""#),
      tells: "intro has “已修完” bold, by a line of 0.308 pt", line: "text"),
    Fault(
      "a part of a text has another colour", layout(#"bold("{name}")"#, #"bold(color(#a61e22, "{name}"))"#),
      tells: "intro has “林静” in #a61e22, not in #000000", line: "text"),
    Fault(
      "a part of a text is raised", layout(#""已修完下列课程""#, #""已修完下列" sup("课程")"#),
      tells: "intro has “课程” set at 6.6 pt, not 11 pt", line: "text"),
    Fault(
      "a column is a line", layout("direction: vertical; at: 118mm 8mm; height: 44mm", "at: 86mm 18mm"),
      tells: "text “竖排文字二〇二六” runs from left to right", line: "text"),
    Fault(
      "a column's letters stand further apart",
      layout("direction: vertical;", "direction: vertical; tracking: 0.05em;"),
      tells: "text “竖排文字二〇二六” has letters 0.19 mm further apart", line: "tracking"),
    Fault(
      "a paragraph's lines stand further apart", layout("leading: 1.5em", "leading: 1.6em"),
      tells: "has lines 0.39 mm further apart", line: "1.6em"),
    Fault(
      "a rosette has another seed", layout("diameter: 20mm", "diameter: 20mm; seed: 9"),
      tells: "rose is drawn otherwise",
      line: "seed: 9"),
    Fault(
      "a rosette is smaller", layout("diameter: 20mm", "diameter: 19mm"),
      tells: "rose changed size: 20.00 × 20.00 mm → 19.00 × 19.00 mm", line: "19mm"),
    Fault(
      "a rosette's lines are thicker", layout("diameter: 20mm", "diameter: 20mm; stroke: 0.4pt"),
      tells: "rose has a line of 0.4 pt, not 0.25 pt"),
    Fault(
      "a micro-text says something else", layout(#""CERTPRESS""#, #""CERTPRESs""#),
      tells: "fine is drawn otherwise: other figures", line: "microtext"),
    Fault(
      "a micro-text is larger", layout("hei 2pt", "hei 2.1pt"), tells: "fine is drawn otherwise: 90 figures, not 99",
      line: "2.1pt"),
    Fault(
      "a watermark says something else", layout("样张", "样本"),
      tells: "mark is drawn otherwise: other figures on pages 1–2", line: "watermark"),
    Fault(
      "a watermark is turned", layout("rotate: -30", "rotate: -25"),
      tells: "mark is turned by 5° clockwise on pages 1–2",
      line: "rotate: -25"),
    Fault(
      "a watermark is paler", layout("0.12", "0.1"), tells: "mark changed opacity: 0.12 → 0.1 on pages 1–2",
      line: "opacity: 0.1"),
    Fault(
      "a drawing is smaller", layout("14mm x 14mm", "13mm x 13mm"),
      tells: "徽章 changed size: 14.00 × 14.00 mm → 13.00 × 13.00 mm", line: "13mm"),
    Fault(
      "the letterhead moves, in a file of its own",
      .file("house.layout") { Data(String(decoding: $0, as: UTF8.self).replacing("8mm 7mm", with: "8mm 7.3mm").utf8) },
      tells: "heading “示例学院” moved 0.30 mm down on pages 1–2", line: "at: 8mm 7.3mm"),
    Fault(
      "the page's number moves on each page", layout("at: 8mm 91mm", "at: 8.5mm 91mm"),
      tells: "number moved 0.50 mm right on pages 1–2", line: "8.5mm"),
    Fault(
      "the table moves", layout("at: 8mm 24mm", "at: 8.3mm 24mm"), tells: "15 entries of 成绩 moved 0.30 mm right (1–15)"),
    Fault(
      "a page is full earlier", layout("until: 88mm", "until: 78mm"),
      tells: "2 entries of 成绩 are on page 2, were on page 1 (11–12)", "3 entries of 成绩 moved 9.64 mm down (13–15)"),
    Fault(
      "the next page begins lower", layout("again: 16mm", "again: 20mm"),
      tells: "3 entries of 成绩 moved 4.00 mm down (13–15)", "moved 4.00 mm down on page 2"),
    Fault(
      "one column of the entries is set wider",
      layout(#""{score}" { style: cell }"#, #""{score}" { style: cell; tracking: 0.1em }"#),
      tells: "成绩 1 分数, 成绩 2 分数, 成绩 3 分数 and 12 more have letters 0.28 mm further apart", line: "tracking: 0.1em"),
  ].map { $0.of(.transcript) }

  /// What can become of a list.
  static let ofEntries: [Fault] = [
    Fault(
      "two entries are added",
      .entries { $0 += [["course": "书法", "score": "90"], ["course": "珠算", "score": "91"]] },
      tells: "2 entries of 成绩 are new (16–17)", line: "row {"),
    Fault(
      "one entry is added in between", .entries { $0.insert(["course": "书法", "score": "90"], at: 2) },
      tells: "entry 3 of 成绩 is new", "12 entries of 成绩 moved 4.82 mm down (4–12, 14–16)",
      "entry 13 of 成绩 is on page 2, was on page 1", line: "row {"),
    Fault("the last entry is lost", .entries { $0.removeLast() }, tells: "entry 15 of 成绩 is gone"),
    Fault(
      "an entry in between is lost", .entries { $0.remove(at: 1) }, tells: "entry 2 of 成绩 is gone",
      "entry 12 of 成绩 is on page 1, was on page 2"),
    Fault(
      "so many are lost that there is one page", .entries { $0.removeLast(3) }, tells: "the document has 1 page, not 2",
      "3 entries of 成绩 are gone (13–15)"),
    Fault(
      "so many are added that there are three pages",
      .entries { $0 += (1...16).map { ["course": "选修\($0)", "score": "60"] } },
      tells: "the document has 3 pages, not 2",
      "16 entries of 成绩 are new (16–31)", "number reads “第1页，共3页”, not “第1页，共2页” on page 1"),
    Fault(
      "two entries change places", .entries { $0.swapAt(2, 4) }, tells: "entry 3 of 成绩 is entry 5 now",
      "entry 5 of 成绩 is entry 3 now"),
    Fault(
      "two neighbours change places", .entries { $0.swapAt(2, 3) }, tells: "entry 3 of 成绩 is entry 4 now",
      "entry 4 of 成绩 is entry 3 now"),
    Fault(
      "one value of an entry is another", .entries { $0[2]["score"] = "99" },
      tells: "成绩 3 分数 reads “99”, not “72”", line: "{score}"),
  ].map { $0.of(.transcript) }

  /// What the engine could get wrong on the way to a scene of two pages.
  static let ofTranscriptScenes: [Fault] = [
    Fault(
      "one item goes to another page",
      .scene { scene in
        guard let index = scene.pages[0].items.firstIndex(where: { $0.id == "panel" }) else { return }
        scene.pages[1].items.append(scene.pages[0].items.remove(at: index))
      }, tells: "panel is on page 2, was on page 1", line: "rectangle"),
    Fault(
      "the page's number is lost on the second page",
      .scene { $0.pages[1].items.removeAll { $0.id == "number" } }, tells: "number is gone"),
    Fault(
      "the whole text is bold",
      .scene {
        $0.change("note") { item in
          guard case .text(var runs, let fit) = item.content else { return }
          for index in runs.indices { runs[index].embolden = 0.5 }
          item.content = .text(runs, fit)
        }
      }, tells: "is bold now, by a line of 0.5 pt"),
    Fault(
      "the first line is indented by 1 mm less",
      .scene {
        $0.change("note") { item in
          guard case .text(var runs, let fit) = item.content else { return }
          runs[0].transform.tx = runs[0].transform.tx - Points(mm: 1)
          item.content = .text(runs, fit)
        }
      }, tells: "begins 1.00 mm further out"),
    Fault(
      "the stamp is cut elsewhere",
      .scene {
        $0.change("stamp") { $0.changeGroup { $0.clip = Path(rect: Rect(x: 0, y: 0, width: 90, height: 34)) } }
      }, tells: "stamp is cut to a box of 31.75 × 11.99 mm, not to a box of 36.00 × 12.00 mm"),
    Fault(
      "a gradient begins elsewhere",
      .scene {
        $0.change("panel") { item in
          item.changeShape { shape in
            guard case .linear(let start, let end, let stops)? = shape.fill?.paint else { return }
            shape.fill?.paint = .linear(start: Point(x: start.x + 9, y: start.y), end: end, stops: stops)
          }
        }
      }, tells: "panel has its gradient in another place"),
    Fault(
      "the rosette repeats less often",
      .scene {
        $0.change("rose") { item in
          guard case .pattern(var pattern) = item.content else { return }
          pattern.cell.removeLast()
          item.content = .pattern(pattern)
        }
      }, tells: "rose is drawn otherwise"),
  ].map { $0.of(.transcript) }
}
