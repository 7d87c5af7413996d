import Testing

/// A layout with one mistake in it, and what must be said of it.
struct BrokenLayout: CustomTestStringConvertible, Sendable {
  /// ⟦…⟧ is where the error points.
  let text: String
  let id: String
  /// A part of the hint.
  let hint: String
  /// What the marked text is after the first fix-it; nil if there is none.
  let cure: String?

  /// - Parameter body: stands among well-formed declarations; a whole file if it begins with `certificate`, or `whole`.
  init(_ id: String, _ body: String, hint: String, cure: String? = nil, whole: Bool = false) {
    text = whole ? body : BrokenLayout.frame(body)
    self.id = "template." + id
    self.hint = hint
    self.cure = cure
  }

  var testDescription: String { id + ": " + (text.split(separator: "⟦").last.map { String($0.prefix(30)) } ?? "") }

  /// The file without its marks.
  var source: String { String(text.filter { $0 != "⟦" && $0 != "⟧" }) }

  /// The marked bytes in ``source``.
  var range: Range<Int>? {
    guard let open = text.firstIndex(of: "⟦"), let close = text.firstIndex(of: "⟧") else { return nil }
    let start = text[..<open].utf8.count
    return start..<start + text[text.index(after: open)..<close].utf8.count
  }

  private static func frame(_ body: String) -> String {
    """
    certificate "C" {
      page A4
      font song "CertPress Song"
      data {
        name text "姓名"
        note text "备注" { optional }
        birth date "出生"
        photo image "照片"
        link url "网址"
      }
      style big { font: song 20pt }
      text "甲" { style: big; at: 0 0 }
      \(body)
    }
    """
  }
}

extension BrokenLayout {
  static let words: [BrokenLayout] = [
    BrokenLayout("unknown-element", "⟦txt⟧ \"乙\" { style: big; at: 0 0 }", hint: "did you mean 'text'?", cure: "text"),
    BrokenLayout("unknown-element", "⟦banner⟧ \"乙\"", hint: "here may stand include, page, area"),
    BrokenLayout(
      "unknown-property", "text \"乙\" { style: big; at: 0 0; ⟦aling⟧: right }", hint: "did you mean 'align'?",
      cure: "align"),
    BrokenLayout(
      "unknown-property", "text \"乙\" { style: big; at: 0 0; ⟦diameter⟧: 4mm }", hint: "'diameter' belongs to 'seal'"),
    BrokenLayout("unknown-property", "text \"乙\" { style: big; at: 0 0; ⟦size⟧: 4mm }", hint: "stands in 'font'"),
    BrokenLayout("unknown-property", "⟦font⟧: song 16pt", hint: "or in a 'style'"),
    BrokenLayout(
      "unknown-property", "when note { ⟦glow⟧: 3; text \"乙\" { style: big; at: 0 0 } }", hint: "has no properties"),
    BrokenLayout(
      "missing-colon", "text \"乙\" { style: big; at: 0 0; ⟦align⟧ right }", hint: "write 'align: …'", cure: "align:"),
    BrokenLayout("missing-colon", "document { ⟦title⟧ \"乙\" }", hint: "write 'title: …'", cure: "title:"),
    BrokenLayout(
      "unknown-element", "text \"乙\" { style: big; at: 0 0; ⟦aling⟧ right }", hint: "did you mean 'align:'?",
      cure: "align:"),
    BrokenLayout(
      "extra-colon", "font⟦:⟧ kai \"CertPress Kai\"\ntext \"乙\" { font: kai 9pt; at: 0 0 }", hint: "write 'font …'",
      cure: ""),
    BrokenLayout("extra-colon", "text⟦:⟧ \"乙\"", hint: "write 'text …'", cure: ""),
    BrokenLayout(
      "misplaced-element", "text \"乙\" { style: big; at: 0 0; ⟦qr⟧ link { at: 0 0; size: 4cm } }", hint: "'certificate'"
    ),
    BrokenLayout(
      "misplaced-element", "column { at: 0 0; ⟦line⟧ { from: 0 0; to: 1mm 0 } }", hint: "move it out of the 'column'"),
    BrokenLayout(
      "misplaced-element", "column { at: 0 0; ⟦page⟧ A4; text \"乙\" { style: big } }", hint: "belongs in 'certificate'"),
    BrokenLayout("unexpected-block", "area 10mm x 10mm ⟦{⟧ }", hint: "write it as area"),
    BrokenLayout("missing-argument", "⟦text⟧ { style: big; at: 0 0 }", hint: "write text \"…\""),
    BrokenLayout("missing-argument", "⟦font kai⟧", hint: "font ALIAS \"FAMILY\""),
    BrokenLayout("missing-argument", "⟦style⟧ { align: left }", hint: "style NAME"),
    BrokenLayout("missing-position", "⟦text \"乙\"⟧ { style: big }", hint: "at: x y"),
    BrokenLayout("missing-position", "when note { ⟦qr link⟧ { size: 4cm } }", hint: "or center: x y"),
    BrokenLayout(
      "position-in-flow", "row { at: 0 0; text \"乙\" { style: big; ⟦at⟧: 0 0 } }",
      hint: "move the element out of the 'row'"),
    BrokenLayout(
      "position-in-flow", "row { at: 0 0; text \"乙\" { ⟦at⟧: 0 0; style: big } }",
      hint: "move the element out of the 'row'", cure: " style"),
    BrokenLayout("extra-value", "row ⟦3⟧ { at: 0 0; text \"乙\" { style: big } }", hint: "it wants", cure: ""),
    BrokenLayout("duplicate-property", "text \"乙\" { style: big; at: 0 0; ⟦at⟧: 1mm 0 }", hint: "keep one"),
    BrokenLayout("conflicting-properties", "text \"乙\" { style: big; at: 0 0; ⟦center⟧: 1mm 0 }", hint: "keep one"),
    BrokenLayout("conflicting-properties", "image photo { at: 0 0; width: 1cm; ⟦size⟧: 2cm }", hint: "keep one"),
    BrokenLayout(
      "conflicting-properties", "column { at: 0 0; pitch: 1cm; ⟦gap⟧: 2cm; text \"乙\" { style: big } }",
      hint: "keep one"),
    BrokenLayout(
      "duplicate-id", "text \"乙\" { style: big; at: 0 0; id: a }\ntext \"丙\" { style: big; at: 0 0; id: ⟦a⟧ }",
      hint: "another id"),
    BrokenLayout("duplicate-element", "area 90mm x 90mm\n⟦area⟧ 80mm x 90mm", hint: "keep one"),
    BrokenLayout(
      "flag-with-value", "data { x text \"叉\" { ⟦optional: yes⟧ } }", hint: "write 'optional'", cure: "optional"
    ).alone,
  ]

  static let lengths: [BrokenLayout] = [
    BrokenLayout(
      "missing-unit", "text \"乙\" { style: big; at: 0 0; width: ⟦40⟧ }", hint: "write 40mm or 40pt", cure: "40mm"),
    BrokenLayout("missing-unit", "text \"乙\" { font: song ⟦16⟧; at: 0 0 }", hint: "write 16pt or 16mm", cure: "16pt"),
    BrokenLayout("missing-unit", "text \"乙\" { style: big; at: 0 0; leading: ⟦1.25⟧ }", hint: "1.25em", cure: "1.25em"),
    BrokenLayout(
      "detached-unit", "text \"乙\" { style: big; at: 0 0; width: ⟦40 mm⟧ }", hint: "write 40mm", cure: "40mm"),
    BrokenLayout(
      "unknown-unit", "text \"乙\" { style: big; at: 0 0; width: ⟦40mn⟧ }", hint: "did you mean 40mm?", cure: "40mm"),
    BrokenLayout(
      "unknown-unit", "text \"乙\" { style: big; at: 0 0; width: ⟦40毫米⟧ }", hint: "did you mean 40mm?", cure: "40mm"),
    BrokenLayout("unknown-unit", "text \"乙\" { style: big; at: 0 0; width: ⟦40furlong⟧ }", hint: "there are mm, cm"),
    BrokenLayout("pixels", "text \"乙\" { style: big; at: 0 0; width: ⟦85px⟧ }", hint: "63.75pt", cure: "63.75pt"),
    BrokenLayout("negative", "text \"乙\" { style: big; at: 0 0; width: ⟦-3mm⟧ }", hint: "write 3mm", cure: "3mm"),
    BrokenLayout("zero", "text \"乙\" { style: big; at: 0 0; width: ⟦0⟧ }", hint: "how large"),
    BrokenLayout("zero", "text \"乙\" { font: song ⟦0pt⟧; at: 0 0 }", hint: "how large"),
    BrokenLayout("too-large", "text \"乙\" { style: big; at: 0 0; width: ⟦99999cm⟧ }", hint: "5080mm"),
    BrokenLayout("percent-not-allowed", "text \"乙\" { style: big; at: 0 0; tracking: ⟦5%⟧ }", hint: "0.08em"),
    BrokenLayout(
      "percent-without-base", "row { at: 0 0; text \"乙\" { style: big; width: ⟦50%⟧ } }", hint: "give the 'row' a width"
    ),
    BrokenLayout(
      "percent-without-base", "column { at: 0 0; width: 3cm; rectangle { width: 50%; height: ⟦50%⟧; fill: #fff } }",
      hint: "give the 'column' a height"),
    BrokenLayout("em-without-size", "image photo { at: 0 0; size: ⟦4em⟧ }", hint: "in mm or pt"),
    BrokenLayout("em-without-size", "text \"乙\" { font: song ⟦2em⟧; at: 0 0 }", hint: "in mm or pt"),
    BrokenLayout("missing-x", "image photo { at: 0 0; size: 4cm ⟦5cm⟧ }", hint: "put x between them", cure: "x 5cm"),
    BrokenLayout("extra-x", "text \"乙\" { style: big; at: 1mm ⟦x⟧ 2mm }", hint: "remove the x", cure: ""),
    BrokenLayout("unexpected-comma", "text \"乙\" { style: big; at: 1mm⟦,⟧ 2mm }", hint: "write x and y", cure: ""),
    BrokenLayout("incomplete-value", "text \"乙\" { style: big; at: ⟦1mm⟧ }", hint: "write x and y"),
    BrokenLayout("extra-value", "text \"乙\" { style: big; at: 1mm 2mm ⟦3mm⟧ }", hint: "it wants", cure: ""),
    BrokenLayout("area-too-large", "area ⟦283mm⟧ x 194mm", hint: "turn the page"),
    BrokenLayout("out-of-range", "seal \"章\" { at: 0 0; diameter: 4cm; arc: ⟦400⟧ }", hint: "in that range"),
    BrokenLayout("out-of-range", "seal \"章\" { at: 0 0; diameter: 4cm; star: ⟦5cm⟧ }", hint: "smaller"),
    BrokenLayout(
      "unexpected-unit", "seal \"章\" { at: 0 0; diameter: 4cm; arc: ⟦270deg⟧ }", hint: "write 270", cure: "270"),
    BrokenLayout("not-whole", "qr link { at: 0 0; size: 4cm; quiet: ⟦2.5⟧ }", hint: "without decimals"),
  ]

  static let values: [BrokenLayout] = [
    BrokenLayout(
      "wrong-value", "text \"乙\" { style: big; at: 0 0; align: ⟦3mm⟧ }",
      hint: "left, center, right, justify or distribute"),
    BrokenLayout("wrong-value", "text \"乙\" { style: big; at: 0 0; color: ⟦red⟧ }", hint: "#ff0000", cure: "#ff0000"),
    BrokenLayout("wrong-value", "text \"乙\" { style: big; at: 0 0; color: ⟦pale⟧ }", hint: "#b08d3e"),
    BrokenLayout(
      "wrong-value", "text \"乙\" { style: big; at: 0 0; color: ⟦8a6d2f⟧ }", hint: "#8a6d2f", cure: "#8a6d2f"),
    BrokenLayout(
      "wrong-value", "text \"乙\" { style: big; at: 0 0; color: ⟦rgb(138, 109, 7)⟧ }", hint: "#8a6d07", cure: "#8a6d07"),
    BrokenLayout(
      "quoted-word", "text \"乙\" { style: big; at: 0 0; color: ⟦\"#8a6d2f\"⟧ }", hint: "#8a6d2f", cure: "#8a6d2f"),
    BrokenLayout("quoted-word", "text \"乙\" { style: big; at: 0 0; width: ⟦\"60mm\"⟧ }", hint: "60mm", cure: "60mm"),
    BrokenLayout(
      "wrong-value", "line { from: 0 0; to: 1mm 0; stroke: ⟦#000000 1pt⟧ }", hint: "1pt #000000", cure: "1pt #000000"),
    BrokenLayout(
      "wrong-axis", "text \"乙\" { id: a; style: big; at: 0 0 }\ntext \"丙\" { style: big; at: ⟦below a + 2mm 3mm⟧ }",
      hint: "write 3mm below a + 2mm", cure: "3mm below a + 2mm"),
    BrokenLayout(
      "no-fields-here", "document { date: ⟦\"{birth}\"⟧ }", hint: "write birth", cure: "birth"),
    BrokenLayout(
      "unexpected-unit", "group { at: 0 0; opacity: ⟦80%⟧; text \"乙\" { style: big; at: 0 0 } }", hint: "write 0.8",
      cure: "0.8"),
    BrokenLayout("wrong-value", "text ⟦12mm⟧ { style: big; at: 0 0 }", hint: "a text in quotes or a field"),
    BrokenLayout(
      "unknown-word", "text \"乙\" { style: big; at: 0 0; align: ⟦centre⟧ }", hint: "did you mean 'center'?",
      cure: "center"),
    BrokenLayout(
      "unknown-word", "text \"乙\" { style: big; at: 0 0; align: ⟦loose⟧ }",
      hint: "write left, center, right, justify or distribute"),
    BrokenLayout("unknown-word", "border ⟦wavy⟧ { width: 7mm }", hint: "did you mean 'wave'?", cure: "wave"),
    BrokenLayout("unknown-word", "qr link { at: 0 0; size: 4cm; level: ⟦m⟧ }", hint: "did you mean 'M'?", cure: "M"),
    BrokenLayout(
      "quoted-word", "text \"乙\" { style: big; at: 0 0; align: ⟦\"left\"⟧ }", hint: "write left", cure: "left"),
    BrokenLayout("missing-quotes", "document { language: ⟦zh-CN⟧ }", hint: "\"zh-CN\"", cure: "\"zh-CN\""),
    BrokenLayout("not-a-language", "document { language: ⟦\"中文\"⟧ }", hint: "BCP 47"),
    BrokenLayout("not-a-date", "document { date: ⟦\"2022-02-30\"⟧ }", hint: "year-month-day"),
    BrokenLayout("no-fields-here", "qr link { at: 0 0; size: 4cm; alt: ⟦\"{name}\"⟧ }", hint: "without fields"),
    BrokenLayout("font-order", "text \"乙\" { font: ⟦16pt song⟧; at: 0 0 }", hint: "write song 16pt", cure: "song 16pt"),
    BrokenLayout("missing-font", "text \"乙\" { font: ⟦song⟧; at: 0 0 }", hint: "such as song 16pt"),
    BrokenLayout("missing-font", "⟦text \"乙\"⟧ { at: 0 0 }", hint: "or a style"),
    BrokenLayout("shrink-not-smaller", "text \"乙\" { style: big; at: 0 0; fit: shrink(⟦20pt⟧) }", hint: "below 20pt"),
    BrokenLayout("repeated-step", "text \"乙\" { style: big; at: 0 0; fit: wrap(2), ⟦wrap(3)⟧ }", hint: "keep one"),
    BrokenLayout("out-of-range", "text \"乙\" { style: big; at: 0 0; fit: wrap(⟦1⟧) }", hint: "in that range"),
    BrokenLayout("missing-argument", "text \"乙\" { style: big; at: 0 0; fit: ⟦shrink⟧ }", hint: "shrink(12pt)"),
    BrokenLayout(
      "unknown-word", "text \"乙\" { style: big; at: 0 0; fit: ⟦shrnk⟧(12pt) }", hint: "did you mean 'shrink'?",
      cure: "shrink"),
    BrokenLayout("distribute-without-width", "text \"乙\" { style: big; at: 0 0; align: ⟦distribute⟧ }", hint: "4em"),
    BrokenLayout("missing-property", "⟦seal \"章\"⟧ { at: 0 0 }", hint: "add diameter:"),
    BrokenLayout("missing-property", "⟦image photo⟧ { at: 0 0; width: 4cm }", hint: "add height:"),
    BrokenLayout("missing-property", "⟦image \"logo.png\"⟧ { at: 0 0; size: 4cm }", hint: "role: artifact"),
    BrokenLayout("missing-property", "⟦rectangle⟧ { at: 0 0; size: 4cm }", hint: "fill:"),
    BrokenLayout("missing-property", "⟦line⟧ { from: 0 0 }", hint: "add to:"),
    BrokenLayout(
      "dash-without-stroke", "rectangle { at: 0 0; size: 4cm; fill: #fff; ⟦dash⟧: 1mm }", hint: "add stroke:"),
    BrokenLayout("quoted-word", "text \"乙\" { font: ⟦\"song\"⟧ 9pt; at: 0 0 }", hint: "write song", cure: "song"),
    BrokenLayout("quoted-word", "text \"乙\" { style: ⟦\"big\"⟧; at: 0 0 }", hint: "write big", cure: "big"),
    BrokenLayout(
      "missing-parentheses", "text \"乙\" { style: big; at: 0 0; fit: ⟦shrink 12pt⟧, wrap(2) }",
      hint: "write shrink(12pt)",
      cure: "shrink(12pt)"),
  ]

  static let names: [BrokenLayout] = [
    BrokenLayout(
      "unknown-font", "text \"乙\" { font: ⟦sonq⟧ 9pt; at: 0 0 }", hint: "did you mean 'song'?", cure: "song"),
    BrokenLayout("unknown-font", "text \"乙\" { font: ⟦kai⟧ 9pt; at: 0 0 }", hint: "declared are 'song'"),
    BrokenLayout("unknown-style", "text \"乙\" { style: ⟦bigg⟧; at: 0 0 }", hint: "did you mean 'big'?", cure: "big"),
    BrokenLayout("unknown-style", "text \"乙\" { style: ⟦small⟧; at: 0 0 }", hint: "declare it: style small"),
    BrokenLayout(
      "unknown-field", "text \"{⟦nmae⟧}\" { style: big; at: 0 0 }", hint: "did you mean 'name'?", cure: "name"),
    BrokenLayout("unknown-field", "text \"{⟦expires⟧}\" { style: big; at: 0 0 }", hint: "declare it in 'data'"),
    BrokenLayout("unknown-field", "text ⟦姓名⟧ { style: big; at: 0 0 }", hint: "a text stands in quotes", cure: "\"姓名\""),
    BrokenLayout(
      "unknown-field", "when ⟦notes⟧ { text \"乙\" { style: big; at: 0 0 } }", hint: "did you mean 'note'?", cure: "note"
    ),
    BrokenLayout("wrong-field-type", "text \"{⟦photo⟧}\" { style: big; at: 0 0 }", hint: "image photo { … }"),
    BrokenLayout("wrong-field-type", "image ⟦name⟧ { at: 0 0; size: 4cm }", hint: "another field"),
    BrokenLayout("wrong-field-type", "document { date: ⟦name⟧ }", hint: "another field"),
    BrokenLayout("duplicate-font", "font ⟦song⟧ \"CertPress Kai\"", hint: "another name"),
    BrokenLayout("duplicate-style", "style ⟦big⟧ { align: left }", hint: "another name"),
    BrokenLayout("reserved-name", "font ⟦五号⟧ \"CertPress Kai\"", hint: "another alias"),
    BrokenLayout(
      "style-cycle", "style a { style: ⟦b⟧ }\nstyle b { style: a }\ntext \"乙\" { style: a; font: song 9pt; at: 0 0 }",
      hint: "remove one"),
    BrokenLayout(
      "style-cycle", "style a { style: ⟦a⟧ }\ntext \"乙\" { style: a; font: song 9pt; at: 0 0 }", hint: "remove one"),
  ]

  static let data: [BrokenLayout] = [
    BrokenLayout("duplicate-field", "data { x text \"叉\"\n ⟦x⟧ date \"叉\" }", hint: "another name").alone,
    BrokenLayout("unknown-word", "data { x ⟦txt⟧ \"叉\" }", hint: "did you mean 'text'?", cure: "text").alone,
    BrokenLayout("incomplete-field", "data { ⟦x \"叉\"⟧ }", hint: "birth date").alone,
    BrokenLayout("incomplete-field", "data { ⟦text \"叉\"⟧ }", hint: "birth date").alone,
    BrokenLayout("incomplete-field", "data { ⟦x text⟧ }", hint: "birth date").alone,
    BrokenLayout("missing-quotes", "data { x text ⟦叉⟧ }", hint: "\"叉\"", cure: "\"叉\"").alone,
    BrokenLayout("rule-not-for-type", "data { x image \"叉\" { ⟦max⟧: 3 } }", hint: "text, url or list").alone,
    BrokenLayout("rule-not-for-type", "data { x date \"叉\" { print: ⟦mask(6, 4)⟧ } }", hint: "text or number").alone,
    BrokenLayout("rule-not-for-type", "data { x text \"叉\" { print: ⟦date(\"yyyy\")⟧ } }", hint: "date").alone,
    BrokenLayout("min-above-max", "data { x text \"叉\" { max: 3; min: ⟦5⟧ } }", hint: "smaller than 'max'").alone,
    BrokenLayout("impossible-value", "data { x text \"叉\" { max: 1; one-of: ⟦\"甲乙\", \"丙\"⟧ } }", hint: "remove").alone,
    BrokenLayout("repeated-value", "data { x text \"叉\" { one-of: \"甲\", ⟦\"甲\"⟧ } }", hint: "keep one").alone,
    BrokenLayout("wrong-mask", "data { x text \"叉\" { print: ⟦mask(6)⟧ } }", hint: "mask(6, 4)").alone,
    BrokenLayout(
      "unknown-date-part", "data { x date \"叉\" { print: date(⟦\"YYYY年\"⟧) } }", hint: "yyyy, yy, MMMM",
      cure: "\"yyyy年\""
    )
    .alone,
    BrokenLayout("empty-date-pattern", "data { x date \"叉\" { print: date(⟦\"年\"⟧) } }", hint: "yyyy, yy, MMMM").alone,
    BrokenLayout(
      "unknown-word", "data { x date \"叉\" { print: date(⟦chinesse⟧) } }", hint: "did you mean 'chinese'?",
      cure: "chinese"
    ).alone,
    BrokenLayout("unknown-property", "data { x text \"叉\" { ⟦maxx⟧: 3 } }", hint: "did you mean 'max'?", cure: "max")
      .alone,
    BrokenLayout(
      "unknown-element", "data { x text \"叉\" { ⟦optonal⟧ } }", hint: "did you mean 'optional'?", cure: "optional"
    ).alone,
  ]

  static let files: [BrokenLayout] = [
    BrokenLayout("missing-certificate", "⟦⟧", hint: "certificate \"NAME\"", whole: true),
    BrokenLayout("missing-certificate", "⟦page⟧ A4\nborder plain { width: 5mm }", hint: "into one block", whole: true),
    BrokenLayout(
      "unknown-element", "⟦certifcate⟧ \"C\" { page A4; border plain { width: 5mm } }",
      hint: "did you mean 'certificate'?", cure: "certificate", whole: true),
    BrokenLayout(
      "second-certificate", "certificate \"C\" { page A4; border plain { width: 5mm } }\n⟦certificate⟧ \"D\" { }",
      hint: "file of its own", whole: true),
    BrokenLayout(
      "outside-certificate",
      "certificate \"C\" { page A4; border plain { width: 5mm } }\n⟦border⟧ plain { width: 9mm }", hint: "move it",
      whole: true),
    BrokenLayout("empty-certificate", "⟦certificate \"C\"⟧ { page A4 }", hint: "add a text", whole: true),
    BrokenLayout("empty-certificate", "⟦certificate \"C\"⟧ { }", hint: "add a text", whole: true),
    BrokenLayout(
      "missing-page", "⟦certificate \"C\"⟧ { border plain { width: 5mm } }", hint: "add page A4", whole: true),
    BrokenLayout(
      "missing-argument", "⟦certificate⟧ { page A4; border plain { width: 5mm } }", hint: "certificate \"NAME\"",
      whole: true),
    BrokenLayout(
      "unknown-word", "certificate \"C\" { page ⟦a4⟧; border plain { width: 5mm } }", hint: "did you mean 'A4'?",
      cure: "A4", whole: true),
    BrokenLayout(
      "unknown-word", "certificate \"C\" { page A4 ⟦landscpe⟧; border plain { width: 5mm } }",
      hint: "did you mean 'landscape'?", cure: "landscape", whole: true),
  ]

  static let all = words + lengths + values + names + data + lists + printing + files

  /// The body in a file without other declarations.
  var alone: BrokenLayout {
    let body = text.split(separator: "\n").dropFirst(12).dropLast().joined(separator: "\n")
    return BrokenLayout(
      String(id.dropFirst("template.".count)),
      "certificate \"C\" {\n  page A4\n  border plain { width: 5mm }\n" + body + "\n}", hint: hint, cure: cure,
      whole: true)
  }
}
