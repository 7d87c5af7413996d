import PressDiagnostics
import PressRecord
@testable import PressTemplate
import Testing

/// Values and what a layout makes of them.
@Suite("forms in which values are printed")
struct PrintFormTests {
  private func expect(
    _ rule: String, of type: String = "number", _ cases: [(value: RecordValue, printed: String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (value, printed) in cases {
      let result = try FillingTests.fill("\(type) \"x\" { print: \(rule) }", value)
      #expect(
        result.printed == printed && result.ids.isEmpty, "\(rule): \(printed) \(result.said)",
        sourceLocation: sourceLocation)
    }
  }

  @Test("decimals are rounded half away from zero on the digits as they are written")
  func decimals() throws {
    try expect(
      "number(2)",
      [
        (.number("1"), "1.00"), (.number("1.005"), "1.01"), (.number("2.675"), "2.68"), (.number("0.125"), "0.13"),
        (.number("-0.125"), "-0.13"), (.number("0.124999999999999999999"), "0.12"), (.number("9.995"), "10.00"),
        (.number("99.999"), "100.00"), (.number("-0.001"), "0.00"), (.number("-0"), "0.00"), (.text("007.5"), "7.50"),
        (.number("12345678901234567890.005"), "12345678901234567890.01"), (.number("1.5e3"), "1500.00"),
        (.number("1E-3"), "0.00"), (.number("5e-3"), "0.01"), (.number("123.456e-1"), "12.35"),
        (.number("0e999999999999"), "0.00"),
      ])
    try expect("number(0)", [(.number("0.5"), "1"), (.number("0.49"), "0"), (.number("-1.5"), "-2"), ("60", "60")])
    try expect("number(20)", [("0.1", "0.10000000000000000000")])
  }

  @Test("thousands are parted, decimals are not")
  func thousands() throws {
    try expect(
      "number(0, \",\")",
      [
        ("0", "0"), ("999", "999"), ("1000", "1,000"), ("999999.5", "1,000,000"), ("-1234567", "-1,234,567"),
        (.number("1e9"), "1,000,000,000"), ("123456", "123,456"),
      ])
    try expect("number(4, \"\u{202F}\")", [("1234567.12345", "1\u{202F}234\u{202F}567.1235")])
  }

  @Test("numbers are read in Chinese")
  func chinese() throws {
    try expect(
      "chinese",
      [
        ("0", "零"), ("7", "七"), ("10", "十"), ("15", "十五"), ("20", "二十"), ("100", "一百"), ("105", "一百零五"),
        ("110", "一百一十"), ("111", "一百一十一"), ("1000", "一千"), ("1001", "一千零一"), ("1010", "一千零一十"),
        ("2022", "二千零二十二"), ("10000", "一万"), ("10001", "一万零一"), ("10500", "一万零五百"), ("15000", "一万五千"),
        ("100000", "十万"), ("120500", "十二万零五百"), ("1000000", "一百万"), ("10000001", "一千万零一"),
        ("20005000", "二千万五千"), ("100000000", "一亿"), ("100005000", "一亿零五千"), ("100010000", "一亿零一万"),
        ("1234567890", "十二亿三千四百五十六万七千八百九十"), ("1000000000000", "一万亿"),
        ("1000100000000", "一万零一亿"), ("9999999999999999", "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
        ("123.5", "一百二十三点五"), ("0.05", "零点零五"), ("3.140", "三点一四零"), ("-10", "负十"), ("-0.0", "零点零"),
        (.number("1.5e2"), "一百五十"),
      ])
  }

  @Test("capital numerals leave no one out")
  func capital() throws {
    try expect(
      "capital",
      [
        ("123.5", "壹佰贰拾叁点伍"), ("10", "壹拾"), ("16", "壹拾陆"), ("100000", "壹拾万"), ("4078", "肆仟零柒拾捌"),
        ("0", "零"), ("-9", "负玖"),
      ])
  }

  @Test("amounts of money are written as the People's Bank wants them on bills")
  func money() throws {
    try expect(
      "money",
      [
        ("123.45", "壹佰贰拾叁元肆角伍分"), ("100", "壹佰元整"), ("0", "零元整"), ("-0.00", "零元整"), ("0.5", "伍角"),
        ("0.05", "伍分"), ("0.55", "伍角伍分"), ("10", "壹拾元整"), ("100000", "壹拾万元整"), ("-100", "负壹佰元整"),
        ("12.500", "壹拾贰元伍角"),
        // The examples of the rules for bills.
        ("1409.50", "壹仟肆佰零玖元伍角"), ("6007.14", "陆仟零柒元壹角肆分"), ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"), ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"),
        ("9999999999999999.99", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        (.number("1e4"), "壹万元整"),
      ])
  }

  @Test(
    "a number that its form cannot say is refused",
    arguments: [
      ("money", "1.234", "too-many-decimals"), ("money", "10000000000000000", "number-too-large"),
      ("chinese", "12345678901234567", "number-too-large"), ("capital", "1e16", "number-too-large"),
      ("number(2)", "1e999", "number-too-large"), ("number(2)", "1e-999", "number-too-large"),
      ("chinese", "1e99999999999999999999", "number-too-large"),
    ])
  func refused(rule: String, value: String, id: String) throws {
    let result = try FillingTests.fill("number \"x\" { print: \(rule) }", .number(value))
    #expect(result.printed == nil && result.ids == [id])
    let diagnostic = try #require(result.said.first)
    #expect(diagnostic.field == "f" && !diagnostic.message.contains(value) && diagnostic.notes.count == 1)
  }

  @Test("dates know the English month and two digits of the year")
  func dates() throws {
    try expect(
      "date(\"d MMMM yyyy\")", of: "date", [("2022-04-06", "6 April 2022"), ("2022-12-31", "31 December 2022")])
    try expect("date(\"MMM d, yy\")", of: "date", [("2009-05-01", "May 1, 09"), ("2022-09-30", "Sep 30, 22")])
    try expect("date(\"MMMM yyyy\")", of: "date", [("2022-02", "February 2022")])
    try expect("date(\"yyyy-MM-dd\")", of: "date", [("2022-04-06", "2022-04-06")])
    #expect(try FillingTests.fill("date \"x\" { print: date(\"MMM yyyy\") }", "2022").ids == ["not-a-date"])
  }

  @Test("a list of texts is one text")
  func join() throws {
    let both: RecordValue = .list([RecordValue.Item("甲"), RecordValue.Item("乙"), RecordValue.Item("丙")])
    try expect("join(\"、\")", of: "list", [(both, "甲、乙、丙")])
    try expect("join(\"、\", \"和\")", of: "list", [(both, "甲、乙和丙"), (.list([RecordValue.Item("甲")]), "甲")])
    try expect("join(\"\")", of: "list", [(both, "甲乙丙")])
    #expect(try FillingTests.fill("list \"x\"", both).printed == "甲、乙、丙")
  }

  // MARK: Defaults

  @Test(
    "a default is printed as it stands where the record has no value",
    arguments: [
      ("text \"x\" { default: \"无\"; print: mask(6, 4); max: 1 }", "无"),
      ("date \"x\" { default: \"长期有效\"; print: date(chinese) }", "长期有效"),
      ("number \"x\" { default: \"—\"; print: money }", "—"), ("url \"x\" { default: \"none\" }", "none"),
    ])
  func defaults(declaration: String, printed: String) throws {
    for value in [RecordValue.null, "", " "] {
      let result = try FillingTests.fill(declaration, value)
      #expect(result.printed == printed && result.ids.isEmpty, "\(result.said)")
    }
    let template = try FillingTests.template("f " + declaration, "text \"{f}\" { style: s }")
    let (filled, said) = template.filled(by: Record(name: "r", values: [:]))
    #expect(filled?.values["f"] == .text(printed) && said.isEmpty)
  }

  @Test("a value comes before the default, and is checked as ever")
  func defaultAndValue() throws {
    #expect(try FillingTests.fill("date \"x\" { default: \"长期有效\" }", "2022-04-06").printed == "2022-04-06")
    #expect(try FillingTests.fill("date \"x\" { default: \"长期有效\" }", "长期有效").ids == ["not-a-date"])
  }

  @Test("asking whether a field with a default is there is a warning")
  func alwaysPresent() throws {
    let resolved = Resolved(
      "certificate \"C\" { page A4; data { f text \"x\" { default: \"无\"; optional } }\n"
        + "when f { rectangle { at: 0 0; size: 1cm; fill: #000000 } } }")
    #expect(resolved.diagnostics.map(\.id) == ["template.always-present"])
    #expect(resolved.diagnostics.first?.hint?.contains("remove its default") == true)
    #expect(resolved.template?.schema["f"]?.isOptional == true)
  }
}
