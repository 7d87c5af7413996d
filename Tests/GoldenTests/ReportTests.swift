import CertPress
import Foundation
import FoundationXML
import TestKit
import Testing

@testable import PressGolden

@Suite("The report")
struct ReportTests {
  let house: House

  init() throws {
    house = try House()
    try house.add("group/equal")
    try house.add("other/broken", record: "{")
    try house.record()
    try house.write(House.sheet.replacing("at: 10mm 10mm", with: "at: 10.3mm 10mm"), "sheet.layout")
  }

  @Test("text: each case with its sentences and their lines, and a summary")
  func text() throws {
    let report = try house.harness().check()
    #expect(report.isFailure)
    let layout = house.path("golden/group/case/sheet.layout")
    #expect(report.text.hasPrefix("group/case differs:\n  值 moved 0.30 mm right  (\(layout):5:55)\n"))
    #expect(report.text.contains("\nother/broken is broken:\n  does not render:\n    "))
    #expect(report.text.hasSuffix("\n3 goldens checked, 2 differ\n"))
    #expect(!report.text.contains("group/equal"))
  }

  @Test("JSON: what changed, by how many millimetres, where")
  func json() throws {
    let report = try house.harness().check()
    let json = try #require(try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    #expect(json["failed"] as? Bool == true)
    let cases = try #require(json["cases"] as? [[String: Any]])
    #expect(cases.map { $0["name"] as? String } == ["group/case", "group/equal", "other/broken"])
    #expect(cases.map { $0["status"] as? String } == ["differs", "equal", "broken"])
    let moved = try #require((cases[0]["differences"] as? [[String: Any]])?.first)
    #expect(moved["id"] as? String == "golden.moved")
    #expect(moved["layer"] as? String == "geometry")
    #expect(moved["items"] as? [String] == ["greeting"])
    let right = try #require((moved["measures"] as? [String: Double])?["right_mm"])
    #expect(abs(right - 0.3) < 0.0005)
    #expect(moved["line"] as? Int == 5)
    #expect((moved["boxes"] as? [[String: Any]])?.map { $0["side"] as? String } == ["expected", "actual"])
  }

  @Test("JUnit: well-formed, a suite for each group, a failure for each case that differs")
  func junit() throws {
    try house.write("{\"value\": \"<&\\\"]]>\"}", "record.json")
    let report = try house.harness().check()
    let document = try XMLDocument(xmlString: report.junit)
    #expect(try document.nodes(forXPath: "/testsuites/testsuite/@name").map(\.stringValue) == ["group", "other"])
    #expect(try document.nodes(forXPath: "//testcase").count == 3)
    let failures = try document.nodes(forXPath: "//failure/@message").compactMap(\.stringValue)
    #expect(failures.count == 2)
    #expect(failures[0].hasPrefix("值 reads “<&\"]]>”, not “金本位”"))
    #expect(try document.nodes(forXPath: "/testsuites/@failures").first?.stringValue == "2")
  }

  @Test("annotations: GitHub's, one a finding, at the line of the layout that drew it")
  func annotations() throws {
    let report = try house.harness().check()
    let lines = report.annotations.split(separator: "\n")
    let layout = house.path("golden/group/case/sheet.layout")
    #expect(lines[0] == "::error file=\(layout),line=5,col=55,title=golden group/case::值 moved 0.30 mm right")
    // A finding of several lines is one annotation.
    #expect(lines.last?.contains("does not render:%0A") == true)
    #expect(lines.allSatisfy { $0.hasPrefix("::error ") })
  }

  @Test("the page holds everything, and nothing in it can end its script")
  func page() throws {
    try house.write("{\"value\": \"</script><b>\"}", "record.json")
    let page = String(decoding: try house.harness().check().page, as: UTF8.self)
    #expect(!page.contains("</script><b>"))
    #expect(page.contains("\\u003c/script>\\u003cb>") || page.contains("\\u003c/script\\u003e"))
    #expect(!page.contains("{{"))
    #expect(page.ranges(of: "data:image/png;base64,").count == 2)
    #expect(!page.contains("http://") && !page.contains("https://"))
  }
}
