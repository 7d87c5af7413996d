import CertPress
import Testing

/// An item lists exactly the fields that can change it. That it lists all of them is tried on layouts with all that moves things;
/// that it lists no others, on small ones.
@Suite("Fields of items")
struct DependenceTests {
  static let data = """
    name text "姓名"
    unit text "单位"
    note text "备注" { optional }
    url url "网址"
    photo image "照片" { optional }
    place text "地点" { default: "武汉" }
    grades list "成绩" { course text "课程"; score text "分数"; remark text "注" { optional } }
    awards list "奖" { optional; print: join("、") }
    """

  static let bodies = [
    // Relations, groups, a code under a watermark.
    """
    watermark "{place}" { font: hei 12pt; gap: 2mm }
    text name { id: a; at: 10mm 10mm; width: 30mm; font: song 12pt; fit: wrap(4) }
    text "{unit}" { id: b; at: right of a + 2mm below a + 2mm; font: song 10pt; fit: shrink(5pt), wrap(5) }
    when note { text note { id: c; at: center of b below b + 1mm; font: song 9pt } }
    text "固定" { id: d; at: left of b below c + 3mm; font: song 9pt }
    group { id: g; at: center below d + 1mm; rotate: 10
      text name { id: n; at: 0 0; font: song 9pt }
      text "旁" { id: m; at: right of n + 1mm 0; font: song 9pt }
      when note { rectangle { id: r; at: 0 below n; size: 3mm x 3mm; fill: #888888 } }
    }
    group { id: h; center: 80mm 15mm
      text "{place}" { id: p; at: 0 0; font: song 9pt }  text "尾" { id: q; at: 0 below p + 1mm; font: song 9pt }
    }
    qr url { at: with d + 20mm below d + 1mm; size: 14mm }
    microtext "{name}" { from: 10mm 76mm; to: 90mm 76mm; font: song 1.2pt }
    seal "{unit}" { center: 85mm 60mm; diameter: 20mm; font: song }
    """,
    // Rows and columns, and who gives way.
    """
    row { id: r; at: 5mm 5mm; width: 60mm; gap: 1mm
      text "前" { id: a; font: song 12pt; fit: shrink(4pt) }
      when note { text note { id: b; font: song 20pt } }
      text name { id: c; font: song 12pt; fit: shrink(4pt), wrap(3) }
      text unit { id: d; font: song 10pt }
      row { gap: 1mm; text "{place}" { id: e; font: song 9pt } text "后" { id: f; font: song 9pt } }
      text "末" { id: g; font: song 9pt }
    }
    row { id: w; at: 5mm 20mm; gap: 1mm
      repeat grades { text "{course}{unit}" { font: song 9pt }  text "{index}" { id: i; font: song 9pt } }
      column { text "{place}" { id: j; font: song 9pt } text "中" { id: k; font: song 9pt; align: center } }
      text "末" { id: l; font: song 9pt }
    }
    column { id: s; at: 5mm 32mm; width: 40mm; gap: 1mm
      text name { font: song 12pt; fit: wrap(3) }
      when photo { image photo { size: 5mm x 6mm } }
      repeat awards { text awards { font: song 9pt; fit: wrap(2) } }
      text "下" { id: under; font: song 9pt }
      group { text unit { id: u; at: 0 0; width: 30mm; font: song 9pt; fit: wrap(4) } text "组" { id: v; at: 0 below u; font: song 9pt } }
      text "底" { id: bottom; font: song 9pt }
    }
    column { id: t; at: 60mm 32mm; width: 30mm; pitch: 6mm
      text name { font: song 9pt; fit: shrink(3pt) }
      when note { text note { font: song 9pt } }
      text "固定" { id: fixed; font: song 9pt }
    }
    """,
    // Tables over several pages.
    """
    page 100mm x 80mm {
      table { id: t; at: 5mm 12mm; columns: 10mm, 30mm, rest; width: 80mm; until: 60mm; again: 8mm; padding: 1mm 0.5mm
        head { text "号" { font: song 9pt } text "{place}" { font: song 9pt; fit: wrap(3) } text "注" { font: song 9pt } }
        when note { row { text "注" { font: song 9pt } text note { font: song 9pt } text "" { font: song 9pt } } }
        repeat grades { row {
          text "{index}" { font: song 9pt } text "{course}{unit}" { font: song 9pt; fit: wrap(4) }
          when remark { text "{remark}{score}" { font: song 9pt; fit: wrap(4) } }
        } }
        row { text "末" { font: song 9pt } text name { font: song 9pt; fit: wrap(3) } text "完" { font: song 9pt } }
      }
      text "下" { id: under; at: 5mm below t + 1mm; font: song 9pt }
      column { id: c; at: with under below under + 2mm; width: 20mm; until: 70mm; again: 5mm; pitch: 6mm
        repeat awards { text awards { font: song 9pt; fit: wrap(3) } }
      }
      text "{page}/{pages}" { id: first; at: 90mm 74mm; font: song 9pt }
    }
    page 100mm x 80mm { text "{page}" { id: second; at: 10mm 10mm; font: song 9pt }  text "静" { id: still; at: 20mm 10mm; font: song 9pt } }
    text "{name}" { id: each; at: 5mm 2mm; font: song 9pt }
    text "共{pages}页" { id: count; at: 40mm 2mm; font: song 9pt }
    """,
    // Vertical text and inline runs.
    """
    text "{unit}" { id: v; at: 80mm 5mm; height: 40mm; font: song 12pt; direction: vertical; fit: wrap(4) }
    text "旁" { id: a; at: left of v + 1mm 5mm; font: song 9pt }
    text "{name}" { id: w; at: 60mm below a; font: song 12pt; direction: vertical }
    text "下" { id: b; at: 60mm below w + 1mm; font: song 9pt }
    text "证" bold("{name}") sup("{place}") in(kai, "{place}") { id: i; at: 5mm 5mm; width: 30mm; font: song 12pt; fit: wrap(5); align: justify }
    text "后" { id: c; at: center of i below i; font: song 9pt }
    """,
  ]

  /// Some records; each field of each is put in place of the first one's.
  static let values: [String: [String]] = [
    "name": ["\"张三\"", "\"欧阳司马买买提·艾力湖北武汉\"", "\"李\""],
    "unit": ["\"办公室\"", "\"湖北省恩施土家族苗族自治州人力资源和社会保障局\"", "\"处\""],
    "note": ["\"注\"", "null", "\"备注长一些\""],
    "url": [
      "\"https://example.cn/1\"", "\"https://example.cn/a-very-much-longer-address/of/a/certificate/0123456789\"",
    ],
    "photo": ["\"rgb.png\"", "null"],
    "place": ["\"汉\"", "\"湖北省武汉市武昌区洪山路\"", "null"],
    "grades": [
      "[{\"course\": \"语文\", \"score\": \"9\"}, {\"course\": \"数学\", \"score\": \"8\", \"remark\": \"补\"}]",
      "[{\"course\": \"中国特色社会主义理论体系概论\", \"score\": \"9\", \"remark\": \"补考一次以后及格\"}]",
      "[" + (1...9).map { "{\"course\": \"课\($0)\", \"score\": \"\($0)\"}" }.joined(separator: ",") + "]",
    ],
    "awards": ["[\"一等奖\"]", "null", "[\"一等奖\", \"湖北省武汉市二等奖\", \"三等奖\", \"四\", \"五\"]"],
  ]

  @Test("every item that a field changes lists it", arguments: bodies.indices)
  func sound(number: Int) throws {
    let body = Self.bodies[number]
    let workshop = try Workshop(body, page: body.hasPrefix("page") ? "" : "page 100mm x 80mm", data: Self.data)
    func record(_ changed: String, _ value: Int, base: Int) -> String {
      let fields = Self.values.map { name, values in
        "\"\(name)\": \(values[name == changed ? value : base % values.count])"
      }
      return "{" + fields.sorted().joined(separator: ", ") + "}"
    }
    for base in 0..<3 {
      for (field, values) in Self.values.sorted(by: { $0.key < $1.key }) {
        var looks: [String: (String, Set<String>)]?
        for value in values.indices {
          let sheet = try workshop.composed(record(field, value, base: base))
          #expect(!sheet.scene.pages.isEmpty, "\(sheet.errors)")
          let now = look(of: sheet)
          guard let before = looks else {
            looks = now
            continue
          }
          for (id, (dump, fields)) in now {
            guard let (other, _) = before[id] else {
              #expect(fields.contains(field) || isLater(id), "\(id) is there with another \(field): \(fields.sorted())")
              continue
            }
            if dump != other { #expect(fields.contains(field), "\(id) changes with \(field): \(fields.sorted())") }
          }
          for (id, (_, fields)) in before where now[id] == nil {
            #expect(fields.contains(field) || isLater(id), "\(id) goes with another \(field): \(fields.sorted())")
          }
          looks = now
        }
      }
    }
  }

  /// What stands on every page is the same on each page that there is.
  private func isLater(_ id: String) -> Bool {
    ["/each", "/count"].contains { id.hasSuffix($0) } || id.contains("still")
  }

  /// How each item looks, by page and path.
  private func look(of sheet: Composed) -> [String: (String, Set<String>)] {
    var looks: [String: (String, Set<String>)] = [:]
    for page in sheet.scene.pages.indices {
      for item in sheet.scene.pages[page].items {
        var bare = item
        bare.readingOrder = nil
        bare.provenance = [:]
        // What stands on a page of its own is the same on whichever sheet that is.
        let key = ["second", "still"].contains(item.id) ? item.id : "\(page)/\(item.id)"
        looks[key] = (String(describing: bare.content) + "\(bare.box) \(bare.inkBox)", item.fields)
      }
    }
    return looks
  }

  @Test("an item lists no field that cannot change it")
  func exact() throws {
    let workshop = try Workshop(
      """
      text name { id: a; at: 10mm 10mm; font: song 12pt }
      text "下" { id: below; at: with a below a + 2mm; font: song 12pt }
      text "右" { id: right; at: right of a + 2mm 10mm; font: song 12pt }
      text unit { id: b; at: 10mm 40mm; width: 30mm; font: song 12pt; fit: wrap(3) }
      text "下" { id: under; at: 10mm below b; font: song 12pt }
      text "右" { id: beside; at: right of b with b; font: song 12pt }
      table { id: t; at: 60mm 10mm; columns: 15mm, 15mm; pitch: 6mm
        head { text "甲" { id: h; font: song 9pt } text place { font: song 9pt } }
        repeat grades { row { text course { font: song 9pt } text "定" { id: same; font: song 9pt } } }
      }
      text "下" { id: foot; at: 60mm below t; font: song 9pt }
      text "{page}" { id: page; at: 90mm 70mm; font: song 9pt }
      qr "https://example.cn" { at: 80mm 50mm; size: 14mm; alt: "码" }
      watermark "样" { font: hei 12pt }
      """, data: Self.data)
    let fields = Dictionary(workshop.layout.template.allElements.map { ($0.id, $0.fields) }) { $0.union($1) }
    #expect(fields["below"] == [] && fields["right"] == ["name"] && fields["a"] == ["name"])
    #expect(fields["under"] == ["unit"] && fields["beside"] == [])
    #expect(fields["t/甲/h"] == [] || fields["t/head/h"] == [])
    #expect(fields["foot"] == ["grades"] && fields["page"] == [])
    #expect(fields["watermark"] == [] && fields["t/grades/same"] == ["grades"])
  }
}
