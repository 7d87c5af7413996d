import CertPress
import Testing

@Suite("Paragraphs")
struct ParagraphTests {
  static let long =
    "经湖北省职称改革工作领导小组办公室批准，张三同志（身份证号420000199001010000）具备“高级工程师”任职资格；依据鄂职改办〔2022〕43号文件，于2022年1月30日通过评审——有效期长期。《职称证书》编号：HB-2022-000123，通过率98％以上……特此证明！"

  private func paragraph(_ properties: String, _ text: String = long, width: Double = 60) throws -> Item {
    let sheet = try Composed(
      "text \"\(text)\" { id: p; at: 10mm 10mm; width: \(width)mm; font: song 10.5pt; fit: wrap(20); \(properties) }",
      page: "page 200mm x 200mm")
    #expect(sheet.errors == [])
    return try sheet.item("p")
  }

  @Test("justified lines end flush, the last line does not")
  func justified() throws {
    for width in stride(from: 40.0, through: 90, by: 3.7) {
      let item = try paragraph("align: justify", width: width)
      let lines = item.ends
      #expect(lines.count > 2)
      for line in lines.dropLast() { #expect(near(line.end, item.box.maxX), "\(width)") }
      for line in lines { #expect(near(line.start, item.box.x)) }
      #expect(try #require(lines.last).end < item.box.maxX - 1 || width > 80)
    }
  }

  @Test("a line that the text itself ends is not stretched")
  func ended() throws {
    let item = try paragraph("align: justify", "甲乙丙\\n丁戊己")
    #expect(item.ends.map { ($0.end - item.box.x).value.rounded() } == [32, 32])
  }

  @Test("the first line of each paragraph is indented, the others not")
  func indent() throws {
    for align in ["left", "justify"] {
      let item = try paragraph("indent: 2em; align: \(align)", Self.long + "\\n" + Self.long)
      let starts = item.ends.map { $0.start - item.box.x }
      #expect(starts.filter { near($0, 21) }.count == 2 && near(starts[0], 21))
      #expect(starts.allSatisfy { near($0, 21) || near($0, 0) })
    }
  }

  @Test("no line begins with a closing mark or ends with an opening one, and numbers and words are whole")
  func breaks() throws {
    for width in stride(from: 40.0, through: 90, by: 1.3) {
      let item = try paragraph("", width: width)
      let lines = item.lines
      #expect(lines.joined() == Self.long)
      for line in lines {
        #expect(!"。，、；：？！）》」』”’…—％".contains(try #require(line.first)), "\(line)")
        #expect(!"（《「『“‘".contains(try #require(line.last)), "\(line)")
      }
      for whole in ["办〔2022〕43号", "2022", "30", "420000199001010000", "000123", "98％", "……", "——"] {
        #expect(lines.contains { $0.contains(whole) }, "\(whole) at \(width): \(lines)")
      }
    }
  }

  @Test("ends of lines are those that the alignment says", arguments: ["left", "center", "right"])
  func alignment(align: String) throws {
    let item = try paragraph("align: \(align)")
    for line in item.ends {
      switch align {
      case "left": #expect(near(line.start, item.box.x))
      case "right": #expect(near(line.end, item.box.maxX))
      default: #expect(near(line.start - item.box.x, item.box.maxX - line.end, 0.004))
      }
    }
  }

  @Test("distributed lines reach from edge to edge, the last as well")
  func distributed() throws {
    let item = try paragraph("align: distribute", "湖北省职称改革工作领导小组办公室湖北")
    #expect(item.ends.count == 2)
    for line in item.runs {
      let last = try #require(line.glyphs.last)
      #expect(
        near(line.transform.tx, item.box.x) && near(line.transform.tx + last.position.x + line.size, item.box.maxX))
    }
  }
}

extension Item {
  /// Where the advances of each line begin and end.
  var ends: [(start: Points, end: Points)] {
    var lines: [(y: Points, start: Points, end: Points)] = []
    for run in runs {
      guard let first = run.glyphs.first, let last = run.glyphs.last else { continue }
      let (start, end) = (run.transform.tx + first.position.x, run.transform.tx + last.position.x + last.advance)
      // The white of the last joint is none of the line's: characters of an em end an em behind their beginning.
      if let known = lines.last, near(known.y, run.transform.ty) {
        lines[lines.count - 1].end = end
      } else {
        lines.append((run.transform.ty, start, end))
      }
    }
    return lines.map { ($0.start, $0.end) }
  }
}
