import CertPress
import Foundation
import TestKit
import Testing

/// One of the sample records, by its place in the file.
struct Person: Sendable, CustomTestStringConvertible {
  let index: Int
  var fields: [String: String]

  subscript(_ field: String) -> String { fields[field] ?? "" }

  var json: [UInt8] {
    get throws { try Array(JSONEncoder().encode(fields)) }
  }

  var testDescription: String { "record \(index)" }

  /// The lines of the twelve fields: the label as it reads, and the value as it is printed.
  var lines: [Line] {
    Line.all.map { line in
      var line = line
      line.value = self[line.field]
      if line.field == "id_number" { line.value = line.value.prefix(6) + "*****" + line.value.suffix(4) }
      return line
    }
  }

  var footer: String { "使用场景: \(self["scene"])　有效期至: \(self["expires"])" }
  var printed: String { "打印时间: \(self["print_date"])" }

  struct Line: Sendable {
    var field: String
    var label: String
    /// The part of the font's PostScript name that annex 2 asks for.
    var family: String
    var value = ""

    static let all: [Line] =
      [
        ("name", "姓名"), ("gender", "性别"), ("birth", "出生年月"), ("id_type", "证件类型"), ("id_number", "证件号码"),
      ].map { Line(field: $0, label: $1, family: "Kai") }
      + [
        ("series", "职称系列"), ("specialty", "专业名称"), ("title", "职称名称"), ("review_body", "评审组织"),
        ("approving_authority", "批准单位"), ("approval_number", "批准文号"), ("approval_date", "批准时间"),
      ].map { Line(field: $0, label: $1, family: "Hei") }
  }
}

/// Who is looked at: a sample that holds all that is special among the records, or everyone when the variable
/// `CERTPRESS_SOAK` is set.
enum People {
  static let title = "湖北省专业技术职称证书"
  static let caption = "扫描二维码查验证书"

  static let everyone: [Person] = {
    let records = (try? Repository.records()) ?? []
    return records.enumerated().compactMap { index, data in
      (try? JSONDecoder().decode([String: String].self, from: data)).map { Person(index: index, fields: $0) }
    }
  }()

  static let soaks = ProcessInfo.processInfo.environment["CERTPRESS_SOAK"] != nil
  static let looked = soaks ? everyone : sample
  /// For what takes long.
  static let few = soaks ? everyone : Array(sample.prefix(6))

  /// Each portrait, each rare character, the longest and the shortest of each field, each length of a name with an interpunct,
  /// each series and each level.
  static let sample: [Person] = {
    var chosen: Set<Int> = []
    func first(of key: (Person) -> [String]) {
      var seen: Set<String> = []
      for person in everyone where key(person).contains(where: { !seen.contains($0) }) {
        seen.formUnion(key(person))
        chosen.insert(person.index)
      }
    }
    first { [$0["photo"]] }
    first { rare(in: $0) }
    first { $0["name"].contains("·") ? [String($0["name"].count)] : [] }
    first { [$0["series"], $0["title"]] }
    for field in everyone.first.map({ $0.fields.keys.sorted() }) ?? [] {
      let byLength = everyone.sorted { ($0[field].count, $0.index) < ($1[field].count, $1.index) }
      for person in [byLength.first, byLength.last] {
        if let person { chosen.insert(person.index) }
      }
    }
    return everyone.filter { chosen.contains($0.index) }
  }()

  /// The characters outside of the unified ideographs of 1993 (U+4E00–9FA5), where fonts begin to have gaps.
  static func rare(in person: Person) -> [String] {
    person.fields.values.flatMap(\.unicodeScalars)
      .filter { (0x3400..<0x4E00).contains($0.value) || (0x9FA6..<0xA000).contains($0.value) || $0.value > 0x1FFFF }
      .map { String($0) }
  }
}

@Suite("The sample of records")
struct SampleTests {
  @Test("all 200 records are there, and the sample holds all that is special among them")
  func sample() throws {
    let (everyone, sample) = (People.everyone, People.sample)
    #expect(everyone.count == 200)
    #expect(sample.count >= 24 && sample.count < 60, "\(sample.count)")
    #expect(Set(everyone.flatMap(People.rare)).count >= 9)
    #expect(Set(everyone.flatMap(People.rare)) == Set(sample.flatMap(People.rare)))
    #expect(Set(everyone.map { $0["photo"] }) == Set(sample.map { $0["photo"] }))
    for line in Person.Line.all {
      #expect(everyone.map { $0[line.field].count }.max() == sample.map { $0[line.field].count }.max())
    }
  }
}
