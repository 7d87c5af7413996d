import Glibc
import PressBytes
import PressScene
import Synchronization
import Testing

@testable import PressText

@Suite("Vertical text")
struct VerticalTests {
  private static let families = [Fixture.song, Fixture.hei, Fixture.kai]

  private func shape(_ text: String, _ family: String = Fixture.song) throws -> (ShapedText, [ShapingProblem]) {
    Shaper(try Fixture.library()).shapeVertically(text, family: family)
  }

  @Test("Han characters and kana are one em down each, in the middle of the column", arguments: families)
  func upright(family: String) throws {
    let (text, problems) = try shape("荣誉证书かナ", family)
    #expect(problems == [])
    #expect(text.advances == Array(repeating: 1, count: 6))
    for cluster in text.clusters {
      #expect(cluster.stance == .upright && cluster.glyphs.count == 1)
      #expect(cluster.glyphs[0].offsetX == -0.5 && abs(cluster.glyphs[0].offsetY - 0.88) < 0.01)
      #expect(cluster.columnInk.minX > -0.5 && cluster.columnInk.maxX < 0.5)
      #expect(cluster.columnInk.minY > 0 && cluster.columnInk.maxY < 1)
    }
  }

  @Test("common text raises no problem and its clusters are whole", arguments: families)
  func common(family: String) throws {
    let (text, problems) = try shape("「荣誉证书」《导则》，。、（2022年12月）——；：？！“好”‘的’…买买提·艾力～【甲】〔乙〕 IT 系统\n第3名", family)
    #expect(problems == [] && text.isWhole)
    #expect(text.clusters.count { $0.glyphs.isEmpty } == 1, "the line feed")
  }
}

@Suite("Marks of vertical text")
struct VerticalMarkTests {
  private static let families = [Fixture.song, Fixture.hei, Fixture.kai]

  private func cluster(_ text: String, _ family: String = Fixture.song, at index: Int = 0) throws -> ShapedText.Cluster
  {
    let (shaped, problems) = Shaper(try Fixture.library()).shapeVertically(text, family: family)
    #expect(problems == [])
    return try #require(shaped.clusters.indices.contains(index) ? shaped.clusters[index] : nil)
  }

  @Test("commas and full stops lie in the upper right quarter of their cell", arguments: families)
  func stops(family: String) throws {
    // The small forms have no vertical form in any face: they are moved there.
    for mark in ["，", "。", "、", "．", "﹐", "﹑", "﹒"] {
      let cluster = try cluster(mark, family)
      let ink = cluster.columnInk
      #expect(cluster.stance == .upright && cluster.advance == 1)
      #expect(ink.minX > 0 && ink.maxX < 0.5 && ink.minY > 0 && ink.maxY < 0.5, "\(mark)")
    }
  }

  @Test("；：？！ stand upright, to the right of the middle (GB/T 15834-2011, 5.2.1)", arguments: families)
  func pauses(family: String) throws {
    for mark in ["；", "：", "？", "！"] {
      let cluster = try cluster(mark, family)
      let ink = cluster.columnInk
      #expect(cluster.stance == .upright && cluster.advance == 1)
      #expect(ink.minX + ink.maxX > 0.2 && ink.maxX < 0.5 && ink.minY > 0 && ink.maxY < 1, "\(mark)")
      #expect(ink.maxY - ink.minY > ink.maxX - ink.minX, "not lying")
    }
  }

  @Test("brackets lie across the column: opening ones low in their cell, closing ones high", arguments: families)
  func brackets(family: String) throws {
    for pair in ["（）", "〔〕", "《》", "〈〉", "「」", "『』", "【】", "［］", "｛｝", "“”", "‘’"] {
      for (index, isOpening) in [true, false].enumerated() {
        let cluster = try cluster(pair, family, at: index)
        let ink = cluster.columnInk
        #expect(cluster.stance == .upright && cluster.advance == 1)
        #expect(ink.maxX - ink.minX > ink.maxY - ink.minY)
        #expect(isOpening ? ink.minY > 0.5 : ink.maxY < 0.5, "\(pair)")
      }
    }
  }

  @Test("a bracket whose face has no vertical form is turned about the middle of its box")
  func turnedBracket() throws {
    // Kai has 〖 and nothing for it in a column.
    let cluster = try cluster("〖", Fixture.kai)
    #expect(cluster.stance == .rotated && cluster.advance == 1)
    #expect(cluster.glyphs[0].offsetX == 0 && cluster.glyphs[0].offsetY == 0)
    #expect(cluster.columnInk.minY > 0.5 && abs(cluster.columnInk.minX + cluster.columnInk.maxX) < 0.05)
  }

  @Test("dashes are one line down the middle and one cluster, two or more of them", arguments: families)
  func dashes(family: String) throws {
    for count in 2...5 {
      let dash = try cluster("甲" + String(repeating: "—", count: count) + "乙", family, at: 1)
      #expect(dash.scalars == 1..<1 + count && dash.stance == .upright && dash.advance == Double(count))
      var pen = 0.0
      var reached: Double?
      for glyph in dash.glyphs {
        #expect(abs(glyph.offsetX + (glyph.ink.minX + glyph.ink.maxX) / 2) < 0.005, "in the middle")
        let top = pen + glyph.offsetY + glyph.ink.minY
        // Song and Hei have strokes for two and three; a longer line is made of these.
        if let reached, family == Fixture.kai || count < 4 { #expect(top <= reached) }
        reached = pen + glyph.offsetY + glyph.ink.maxY
        pen += glyph.advance
      }
      #expect(try #require(reached) > Double(count) - 0.1)
    }
  }

  @Test("an ellipsis has its dots one below another, in the middle", arguments: families)
  func ellipsis(family: String) throws {
    for mark in ["…", "⋯"] {
      let ink = try cluster(mark, family).columnInk
      #expect(abs(ink.minX + ink.maxX) < 0.01 && ink.maxY - ink.minY > 0.7)
    }
  }

  @Test("the interpunct of a name is in the middle of half an em", arguments: families)
  func interpunct(family: String) throws {
    let cluster = try cluster("买买提·艾力", family, at: 3)
    let ink = cluster.columnInk
    #expect(cluster.stance == .upright && cluster.advance == 0.5)
    #expect(abs(ink.minX + ink.maxX) < 1e-9 && abs((ink.minY + ink.maxY) / 2 - 0.25) < 1e-9)
  }
}

@Suite("Words and numbers in vertical text")
struct VerticalWordTests {
  private static let families = [Fixture.song, Fixture.hei, Fixture.kai]

  /// The text with `|` between clusters and `↻` before those that are turned.
  private func marked(_ text: String, _ family: String = Fixture.song) throws -> String {
    let scalars = Array(text.unicodeScalars)
    return Shaper(try Fixture.library()).shapeVertically(text, family: family).0.clusters.map { cluster in
      (cluster.stance == .rotated ? "↻" : "") + cluster.scalars.map { String(scalars[$0]) }.joined()
    }.joined(separator: "|")
  }

  @Test("numbers of one or two digits share an upright cell, longer ones are turned", arguments: families)
  func numbers(family: String) throws {
    #expect(try marked("4月12日", family) == "4|月|12|日")
    #expect(try marked("2022年", family) == "↻2|↻0|↻2|↻2|年")
    #expect(try marked("第 8 名", family) == "第|↻ |8|↻ |名")
    #expect(try marked("44\n24", family) == "44|\n|24")
  }

  @Test("digits of a longer expression are turned with it")
  func expressions() throws {
    #expect(try marked("得3.5分") == "得|↻3|↻.|↻5|分")
    #expect(try marked("No. 5") == "↻N|↻o|↻.|↻ |↻5")
    #expect(try marked("9-10月") == "↻9|↻-|↻1|↻0|月")
  }

  @Test("a letter alone stands upright, words are turned and kerned")
  func letters() throws {
    #expect(try marked("A级IT") == "A|级|↻I|↻T")
    let library = try Fixture.library()
    let word = Shaper(library).shapeVertically("甲AV", family: Fixture.song).0.clusters.dropFirst()
    let horizontal = Shaper(library).shape("AV", family: Fixture.song).0.clusters
    #expect(word.map(\.glyphs) == horizontal.map(\.glyphs), "as in a horizontal line")
  }

  @Test("an apostrophe is turned with its word, quotes about a word are not")
  func apostrophe() throws {
    #expect(try marked("don’t") == "↻d|↻o|↻n|↻’|↻t")
    #expect(try marked("说“OK”。") == "说|“|↻O|↻K|”|。")
  }

  @Test("a cell of two digits is one em high, its ink in the middle of the column", arguments: families)
  func cell(family: String) throws {
    let shaper = Shaper(try Fixture.library())
    for number in 0..<100 {
      let text = number < 10 ? "\(number)月" : "\(number)日"
      let cluster = shaper.shapeVertically(text, family: family).0.clusters[0]
      #expect(cluster.stance == .upright && cluster.advance == 1 && cluster.glyphs.count == (number < 10 ? 1 : 2))
      let ink = cluster.columnInk
      #expect(abs(ink.minX + ink.maxX) < 1e-9 && ink.minY > 0 && ink.maxY < 1)
      #expect(ink.maxX - ink.minX <= ColumnCluster.widestCell)
      #expect(cluster.glyphs.allSatisfy { $0.ink.maxX - $0.ink.minX > 0.2 }, "not squeezed")
    }
  }

  @Test("what is too wide for a cell is none")
  func tooWide() {
    let glyph = ShapedText.Glyph(
      id: 1, advance: 0.6, offsetX: 0, offsetY: 0,
      ink: ShapedText.EmBox(minX: 0, minY: -0.7, maxX: 0.6, maxY: 0))
    #expect(ColumnCluster(cell: [glyph], scalars: 0..<1, file: 0) != nil)
    #expect(ColumnCluster(cell: [glyph, glyph], scalars: 0..<2, file: 0) == nil)
  }
}

@Suite("Any text, vertically")
struct AnyVerticalTextTests {
  @Test("rare characters come from the same faces with the same warnings, upright")
  func rare() throws {
    let shaper = Shaper(try Fixture.library())
    for text in ["张㺂三", "张𥖎三", "王𬭼𠅤", "张\u{2EBF0}㺂", "\u{20547}"] {
      for family in [Fixture.song, Fixture.hei, Fixture.kai] {
        let (vertical, problems) = shaper.shapeVertically(text, family: family)
        let (horizontal, expected) = shaper.shape(text, family: family)
        #expect(problems == expected && vertical.faceNames == horizontal.faceNames)
        #expect(vertical.clusters.map { $0.glyphs.map(\.id) } == horizontal.clusters.map { $0.glyphs.map(\.id) })
        #expect(vertical.clusters.allSatisfy { $0.glyphs.isEmpty || $0.advance == 1 && $0.stance == .upright })
      }
    }
    #expect(
      shaper.shapeVertically("姓", family: "CertPress Sogn").1 == [.unknownFamily("CertPress Sogn")])
  }

  @Test("every value of the sample records has the problems and the line breaks of horizontal text")
  func records() throws {
    let bytes = try Files.read(Fixture.root + "/Tests/Data/records.ndjson")
    let shaper = Shaper(try Fixture.library())
    let values = Set(String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0 == "\"" || $0.isNewline }))
    for value in values {
      let (vertical, problems) = shaper.shapeVertically(String(value), family: Fixture.kai)
      let (horizontal, expected) = shaper.shape(String(value), family: Fixture.kai)
      #expect(problems == expected && vertical.isWhole)
      #expect(vertical.lineBeginnings == horizontal.lineBeginnings)
    }
  }

  @Test("scalars from all of Unicode can be set in a column, and none vanishes without a word")
  func everyScalar() throws {
    let shaper = Shaper(try Fixture.library())
    for start in stride(from: UInt32(0), through: 0x10FFFF, by: 0x400) {
      let scalars = (start..<start + 0x400).compactMap(Unicode.Scalar.init)
      // Of Han, every eighth thousand: they are all alike.
      guard !scalars.isEmpty, start < 0x3400 || 0xF800..<0x10000 ~= start || start % 0x2000 == 0 else { continue }
      var text = String.UnicodeScalarView()
      for (index, scalar) in scalars.enumerated() { text += [scalar, index % 2 == 0 ? "国" : "A"] }
      let (shaped, problems) = shaper.shapeVertically(String(text), family: Fixture.song)
      #expect(shaped.isWhole)
      #expect(problems == shaper.shape(String(text), family: Fixture.song).1)
      let missing = Set(problems.compactMap { if case .missingCharacter(let scalar) = $0 { scalar } else { nil } })
      let all = Array(text)
      for cluster in shaped.clusters {
        let scalar = all[cluster.scalars.lowerBound]
        #expect(!cluster.glyphs.isEmpty || scalar == "\n" || missing.contains(scalar))
        #expect(cluster.advance >= 0 && cluster.glyphs.allSatisfy { abs($0.offsetX) < 4 && abs($0.offsetY) < 4 })
      }
    }
  }

  @Test(
    "hostile texts are whole",
    arguments: ["", "\n\n", "\0一\0", "e\u{301}甲\u{301}", "‘’‘’", "1\u{200D}2", "——\n——", "·", "A·甲·B", "\u{202E}12月"])
  func hostile(text: String) throws {
    let shaper = Shaper(try Fixture.library())
    let (shaped, problems) = shaper.shapeVertically(text, family: Fixture.hei)
    #expect(shaped.isWhole && problems == shaper.shape(text, family: Fixture.hei).1)
  }

  @Test("the same comes again, cached or not, and beside the horizontal text")
  func cache() throws {
    let shaper = Shaper(try Fixture.library())
    for text in ["「姓名」：12月", "AVA 2021", "𠅤——"] {
      let first = shaper.shapeVertically(text, family: Fixture.kai, cached: true)
      let horizontal = shaper.shape(text, family: Fixture.kai, cached: true)
      #expect(first.0.clusters != horizontal.0.clusters)
      for cached in [true, false] {
        #expect(shaper.shapeVertically(text, family: Fixture.kai, cached: cached).0.clusters == first.0.clusters)
        #expect(shaper.shape(text, family: Fixture.kai, cached: cached).0.clusters == horizontal.0.clusters)
      }
    }
  }

  @Test("8 threads with a shaper each get the same")
  func threads() throws {
    let library = try Fixture.library()
    let results = Mutex<[[ShapedText.Cluster]]>([])
    try Threads.run(8) { _ in
      var clusters: [ShapedText.Cluster] = []
      for family in [Fixture.song, Fixture.hei, Fixture.kai] {
        clusters += Shaper(library).shapeVertically("「张𬭼」2022年12月——AVA", family: family).0.clusters
      }
      results.withLock { $0.append(clusters) }
    }
    let all = results.withLock { $0 }
    #expect(all.count == 8 && all.allSatisfy { $0 == all[0] })
  }

  @Test("10,000 characters take less than 0.3 s", arguments: ["张三李四", "张A李1", "——“A", "1 2 "])
  func long(pattern: String) throws {
    let shaper = Shaper(try Fixture.library())
    let text = String(repeating: pattern, count: 2500)
    // Processor time, because the other tests run beside this one.
    let start = processorTime()
    let (shaped, _) = shaper.shapeVertically(text, family: Fixture.song)
    #expect(processorTime() - start < 0.3)
    #expect(shaped.isWhole)
  }

  /// Of this thread, in seconds.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension ShapedText.Cluster {
  /// The ink in its cell of a column, in em: x from the column's middle, y down from the cell's top.
  fileprivate var columnInk: ShapedText.EmBox {
    var pen = 0.0
    var box = ShapedText.EmBox(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
    for glyph in glyphs {
      var ink = glyph.ink
      switch stance {
      case .upright:
        ink = ShapedText.EmBox(
          minX: glyph.offsetX + ink.minX, minY: pen + glyph.offsetY + ink.minY, maxX: glyph.offsetX + ink.maxX,
          maxY: pen + glyph.offsetY + ink.maxY)
      case .rotated:  // what was up points to the right
        ink = ShapedText.EmBox(
          minX: -ShapedText.middle - glyph.offsetY - ink.maxY, minY: pen + glyph.offsetX + ink.minX,
          maxX: -ShapedText.middle - glyph.offsetY - ink.minY, maxY: pen + glyph.offsetX + ink.maxX)
      }
      box = ShapedText.EmBox(
        minX: min(box.minX, ink.minX), minY: min(box.minY, ink.minY), maxX: max(box.maxX, ink.maxX),
        maxY: max(box.maxY, ink.maxY))
      pen += glyph.advance
    }
    return box
  }
}

extension ShapedText {
  /// The scalars before which a line may or must begin.
  fileprivate var lineBeginnings: [Int: Cluster.Break] {
    Dictionary(
      uniqueKeysWithValues: clusters.filter { $0.breakBefore != .none }.map { ($0.scalars.lowerBound, $0.breakBefore) })
  }
}
