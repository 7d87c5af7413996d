import PressDiagnostics
import PressScene
import PressSyntax
import PressTemplate
import Testing

@Suite("the sample layout")
struct SampleLayoutTests {
  let sample = Resolved(Fixture.sample)

  @Test("resolves without a word")
  func silence() {
    #expect(sample.diagnostics.isEmpty, "\(sample.report)")
    #expect(sample.template != nil)
  }

  @Test("has the sizes of the annex")
  func numbers() throws {
    let template = try #require(sample.template)
    #expect(template.name == "湖北省专业技术职称证书")
    #expect(abs(template.page.size.width.mm - 297) < 1e-9 && abs(template.page.size.height.mm - 210) < 1e-9)
    #expect(abs(template.page.area.x.mm - 7) < 1e-9 && abs(template.page.area.y.mm - 8) < 1e-9)
    #expect(abs(template.page.area.width.mm - 283) < 1e-9)

    let title = try #require(template.element("湖北省专业技术职称证书"))
    guard case .text(let heading) = title.kind else { return #expect(Bool(false)) }
    #expect(heading.style.family == "CertPress Song" && heading.style.size == 29)
    #expect(heading.style.tracking == .em(0.08) && heading.style.alignment == .center)
    #expect(title.role == .heading)
    #expect(title.placement.width == template.page.area.width)

    let label = try #require(template.element("fields/gender/性别"))
    guard case .text(let text) = label.kind else { return #expect(Bool(false)) }
    #expect(text.style.alignment == .distribute && text.style.size == 16)
    #expect(label.placement.width == 64 && label.role == .label)

    let value = try #require(template.element("fields/series/series"))
    guard case .text(let official) = value.kind else { return #expect(Bool(false)) }
    #expect(official.style.family == "CertPress Hei" && value.role == .value)
    #expect(
      official.style.fit == [.shrink(to: 12, written: "shrink(12pt)"), .wrap(lines: 2, written: "wrap(2)")])
    #expect(official.style.leading == .em(1.25))

    let column = try #require(template.element("fields"))
    guard case .column(let stack, let rows) = column.kind else { return #expect(Bool(false)) }
    #expect(decimal(try #require(stack.pitch).mm) + "mm" == column.provenance["pitch"]?.written && rows.count == 12)
    #expect(rows.allSatisfy { $0.placement.width == column.placement.width })

    let code = try #require(template.element("verify_url"))
    #expect(code.role == .figure(alternative: "查验二维码"))
    #expect(try #require(code.placement.width).mm.rounded(to: 6) == 40)

    let sealElement = try #require(template.element("seal"))
    guard case .seal(let seal) = sealElement.kind else { return #expect(Bool(false)) }
    #expect(seal.family == "CertPress Song" && seal.arc == 280)
    #expect(seal.ring.mm.rounded(to: 6) == 1.2 && seal.star.mm.rounded(to: 6) == 13.333333)
    #expect(sealElement.placement.over == [.text])
    guard case .center(let center) = sealElement.placement.anchor else { return #expect(Bool(false)) }
    #expect(decimal(center.x.mm) + "mm" == sealElement.provenance["x"]?.written)
    #expect(decimal(center.y.mm) + "mm" == sealElement.provenance["y"]?.written)

    let footer = try #require(template.element("scene"))
    guard case .text(let small) = footer.kind else { return #expect(Bool(false)) }
    #expect(small.style.size == 10.5 && small.style.family == "CertPress Kai")
    #expect(template.schema.fields.count == 18 && template.schema["scene"]?.isOptional == true)
    #expect(template.schema["id_number"]?.print == .mask(first: 6, last: 4, stars: 5))
  }

  @Test("the provenance of every number is that number")
  func provenance() throws {
    let template = try #require(sample.template)
    var numbers: [Span: String] = [:]
    func keep(_ provenance: [String: Provenance]) {
      for value in provenance.values {
        guard let span = value.span else { continue }
        #expect(sample.text(span) == value.written)
        numbers[span] = value.written
      }
    }
    keep(template.page.provenance)
    for field in template.schema.fields { keep(field.provenance) }
    for element in template.allElements { keep(element.provenance) }
    var count = 0
    sample.tree.forEachToken { token in
      let text = sample.source.text(token.range)
      guard token.kind == .number || text == "五号" else { return }
      count += 1
      #expect(numbers[Span(SourceID(index: 0), token.range)] == text, "\(text) at \(token.range)")
    }
    #expect(count > 50)
  }

  @Test("provenance tells styles, defaults and what follows from elsewhere apart")
  func origins() throws {
    let template = try #require(sample.template)
    let label = try #require(template.element("fields/name/姓名")).provenance
    #expect(label["font.size"]?.origin == .style("label") && label["font.size"]?.written == "16pt")
    #expect(label["width"]?.origin == .style("label") && label["width"]?.written == "4em")
    #expect(label["x"]?.origin == .derived(from: "fields/name"))
    #expect(label["leading"] == .standard)
    let row = try #require(template.element("fields/name")).provenance
    #expect(row["width"]?.origin == .derived(from: "fields"))
    let photo = try #require(template.element("photo")).provenance
    #expect(photo["x"]?.origin == .literal && photo["x"]?.written?.hasSuffix("mm") == true)
    #expect(photo["height"]?.origin == .literal && photo["height"]?.written != photo["width"]?.written)
  }

  @Test("paths are unique")
  func paths() throws {
    let all = try #require(sample.template).allElements.map(\.id)
    #expect(Set(all).count == all.count)
    #expect(all.contains("fields/name/name") && all.contains("fields/name/："))
  }

  @Test("every element knows the fields that can change it")
  func fields() throws {
    let template = try #require(sample.template)
    #expect(template.fields(of: "fields/title/title") == ["title"])
    #expect(template.fields(of: "fields/title/职称名称") == [])
    #expect(template.fields(of: "fields/title") == ["title"])
    #expect(template.fields(of: "scene") == ["scene", "expires"])
    #expect(template.fields(of: "seal") == [] && template.fields(of: "nothing") == nil)
    #expect(template.elements(dependingOn: "photo") == ["photo"])
    #expect(template.usedFields == Set(template.schema.fields.map(\.name)).subtracting(["certificate_number"]))
  }

  @Test("the dump says what each property came to and where it was written")
  func dump() throws {
    let text = try #require(sample.template).dump(sample.sources)
    let style = try #require(sample.template?.element("fields/name/姓名")?.provenance["font.size"]?.span)
    let place = "\(sample.source.line(at: style.range.lowerBound)):\(sample.source.column(at: style.range.lowerBound))"
    for line in [
      "\npage 841.89pt (297mm) x 595.276pt (210mm): A4 landscape at ",
      "\n  certificate_number text \"证书编号\" at ",
      "\n    max 40: 40 at ",
      "\n      text fields/name/姓名 label at ",
      "\n        font.size 16pt (5.644mm): 16pt from style 'label' at \(place)\n",
      "\n        x flows: from 'fields/name'\n",
      "\n      depends on name\n",
      "\n    quiet 4: by default\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(text == (try #require(Resolved(Fixture.sample).template).dump(sample.sources)))
  }
}

extension Double {
  fileprivate func rounded(to digits: Int) -> Double {
    let power = (0..<digits).reduce(1.0) { power, _ in power * 10 }
    return (self * power).rounded() / power
  }
}
