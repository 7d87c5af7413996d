import CertPress
import TestKit
import Testing

@Suite("What is composed once")
struct ComposedOnceTests {
  private func layouts(of press: Press) throws -> [String: Layout] {
    var layouts: [String: Layout] = [:]
    for sheet in GoldenSheet.all where layouts[sheet.layout] == nil {
      layouts[sheet.layout] = try press.layout(at: sheet.layout)
    }
    return layouts
  }

  @Test("nothing that was composed before changes a scene, a diagnostic or a byte, in whatever order sheets come")
  func sameAsFresh() throws {
    let layouts = try layouts(of: Press(fonts: Repository.fonts))
    var first: [String: Outcome] = [:]
    var generator = Mixer(state: 11)
    for round in 0..<2 {
      for sheet in GoldenSheet.all.shuffled(using: &generator) {
        let warm = try Outcome(sheet, of: #require(layouts[sheet.layout]))
        let key = sheet.layout + sheet.name
        if round == 0 {
          first[key] = try Outcome(sheet, of: Press(fonts: Repository.fonts).layout(at: sheet.layout))
        }
        let fresh = try #require(first[key])
        #expect(warm.dump == fresh.dump, "\(sheet.name), round \(round)")
        #expect(warm.diagnostics == fresh.diagnostics, "\(sheet.name), round \(round)")
        #expect(warm.pdf == fresh.pdf && warm.png == fresh.png, "bytes of \(sheet.name), round \(round)")
      }
    }
    // The cases are there, and most of them can be printed.
    #expect(first.count > 80 && first.values.count { $0.pdf != nil && $0.png != nil } > 60)
  }

  @Test("two items of one plate are equal in all but their reading order, in all goldens")
  func plates() throws {
    let layouts = try layouts(of: Press(fonts: Repository.fonts))
    var known: [Plate: (look: String, sheet: String)] = [:]
    var reused = 0
    var generator = Mixer(state: 12)
    for _ in 0..<2 {
      for sheet in GoldenSheet.all.shuffled(using: &generator) {
        let layout = try #require(layouts[sheet.layout])
        let record = try layout.record(json: sheet.record, name: sheet.name)
        for item in layout.preview(record, pictures: sheet.pictures).scene.pages.flatMap(\.items).flatMap(\.all) {
          guard let plate = item.plate else { continue }
          let look = item.look
          if let before = known[plate] {
            #expect(before.look == look, "\(item.id) of \(sheet.name) and \(before.sheet)")
            reused += 1
          } else {
            known[plate] = (look, sheet.name)
          }
        }
      }
    }
    #expect(known.count > 200 && reused > 1_000)
  }

  @Test("what hangs on no field has one plate with every record, and no record's values")
  func statics() throws {
    let layout = try Press(fonts: Repository.fonts).layout(at: Repository.layout)
    var plates: [String: Plate] = [:]
    for json in try Repository.records().prefix(12) {
      let record = try layout.record(json: [UInt8](json), name: "r")
      let items = try layout.scene(for: record, pictures: .directory(Repository.data)).scene.pages[0].items
      for item in items {
        guard item.fields.isEmpty else {
          #expect(item.plate == nil || item.words == "扫描二维码查验证书", "\(item.id) hangs on a value")
          continue
        }
        let plate = try #require(item.plate, "\(item.id)")
        #expect(plates[item.id] == nil || plates[item.id] == plate, "\(item.id)")
        plates[item.id] = plate
      }
      let values = record.fields.compactMap { if case .text(let text) = $0.value { text } else { nil } }
      for item in items where item.plate != nil {
        #expect(!values.contains { $0.count > 1 && item.words.contains($0) }, "\(item.id) holds a value")
      }
    }
    // 24 labels and colons, the heading, the note, three parts of the border, the seal.
    #expect(plates.count == 30 && Set(plates.values).count == 30)
  }

  @Test("a kept part is used again wherever it lands in the same place, and only there")
  func flowing() throws {
    let text = """
      certificate "Test" {
        page 100mm x 80mm
        font song "CertPress Song"
        data { note text "备注" { optional } }
        column { at: 10mm 10mm; width: 60mm; gap: 1mm
          when note { text note { font: song 12pt; fit: wrap(4) } }
          text "落款" { id: foot; font: song 12pt }
        }
      }
      """
    let layout = try Press(fonts: Repository.fonts).layout(Array(text.utf8), name: "test.layout")
    func foot(_ note: RecordValue) throws -> Item {
      let items = try layout.scene(for: Record(name: "r", values: ["note": note])).scene.pages[0].items
      return try #require(items.first { $0.id.hasSuffix("foot") })
    }
    let (alone, below, other) = (try foot(.null), try foot("甲"), try foot("乙"))
    #expect(alone.box != below.box && alone.plate != below.plate)
    #expect(below.box == other.box && below.plate == other.plate && below.plate != nil)
    #expect(try foot(.null).plate == alone.plate)
  }

  @Test("what has something to tell tells it each time")
  func tellsAgain() throws {
    let text = """
      certificate "Test" {
        page 100mm x 80mm
        font song "CertPress Song"
        text "这一行放不下" { at: 10mm 10mm; width: 10mm; font: song 12pt }
        text "\\u{E000}" { at: 10mm 30mm; font: song 12pt }
        seal "挤在一起的很多很多很多很多很多很多字" { center: 70mm 40mm; diameter: 12mm; font: song; size: 4mm }
      }
      """
    let layout = try Press(fonts: Repository.fonts).layout(Array(text.utf8), name: "test.layout")
    let record = Record(name: "r", values: [:])
    let first = layout.check(record)
    #expect(first.contains { $0.id == "layout.text-overflow" } && first.contains { $0.id == "layout.seal-crowded" })
    for _ in 0..<3 { #expect(layout.check(record) == first) }
  }

  @Test("a watermark keeps clear of each record's symbol, whatever the one before was like")
  func watermark() throws {
    let text = """
      certificate "Test" {
        page 100mm x 80mm
        font hei "CertPress Hei"
        data { url url "网址" }
        watermark "样张" { font: hei 8pt; gap: 1mm }
        qr url { at: 60mm 40mm; size: 30mm; alt: "码" }
      }
      """
    func stamps(_ layout: Layout, _ length: Int) -> (String, Plate?) {
      let url = "https://example.cn/" + String(repeating: "x", count: length)
      let items = layout.preview(Record(name: "r", values: ["url": .text(url)])).scene.pages[0].items
      return (items[0].look, items[0].plate)
    }
    func load() throws -> Layout {
      try Press(fonts: Repository.fonts).layout(Array(text.utf8), name: "test.layout")
    }
    let layout = try load()
    let (short, long) = (stamps(layout, 1), stamps(layout, 200))
    #expect(short.0 != long.0 && short.1 != long.1 && short.1 != nil)
    #expect(stamps(layout, 1) == short && stamps(layout, 200) == long)
    #expect(stamps(try load(), 200).0 == long.0)
  }
}

extension Item {
  /// Itself, and what stands in it.
  fileprivate var all: [Item] {
    guard case .group(let group) = content else { return [self] }
    return [self] + group.children.flatMap(\.all)
  }

  fileprivate var words: String {
    if case .text(let runs, _) = content { runs.map(\.text).joined() } else { "" }
  }

  /// All of it but its reading order.
  fileprivate var look: String {
    func bare(_ item: Item) -> Item {
      var item = item
      item.readingOrder = nil
      if case .group(var group) = item.content {
        group.children = group.children.map(bare)
        item.content = .group(group)
      }
      return item
    }
    let places = all.map { "\($0.span) \($0.provenance.sorted { $0.key < $1.key })" }
    return SceneDump.text(bare(self)) + places.joined(separator: "\n")
  }
}
