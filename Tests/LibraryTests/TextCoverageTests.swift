import CertPress
import TestKit
import Testing

@Suite("Who draws which character")
struct TextCoverageTests {
  private let press: Press

  init() throws { press = try Press(fonts: Repository.fonts) }

  private func standings(_ text: String, _ family: String? = nil) throws -> [[CoveredCharacter.Standing]] {
    try press.coverage(of: text, family: family).characters.map { $0.faces.map(\.standing) }
  }

  @Test("each family answers for itself, by the face that it would take")
  func families() throws {
    let coverage = try press.coverage(of: "王㺂")
    #expect(coverage.families == ["CertPress Song", "CertPress Hei", "CertPress Kai"])
    #expect(coverage.characters.map(\.standing) == [.core, .borrowed])
    #expect(
      coverage.characters[1].faces.map(\.name) == ["CertPress Song Ext", "CertPress Hei Ext", "CertPress Song Ext"])
    #expect(coverage.characters[1].faces.map(\.standing) == [.ext, .ext, .borrowed])
    #expect(coverage.isComplete)
  }

  @Test("the rare face, the last resort and nothing at all are told apart")
  func tiers() throws {
    #expect(try standings("𥖎", "kai") == [[.rare]])
    #expect(try standings("😀", "kai") == [[.missing]])
    #expect(try !press.coverage(of: "王😀").isComplete)
  }

  /// What rendering a text of one character in a family says.
  private func told(_ character: String, family: String) throws -> Set<String> {
    let text = """
      certificate "sheet" {
        page A5
        font it "\(family)"
        data { value text "值" }
        text "{value}" { font: it 12pt; at: 10mm 10mm; width: 100mm; fit: shrink(6pt), wrap(3) }
      }
      """
    let layout = try press.layout(Array(text.utf8), name: "sheet.layout")
    return Set(layout.check(Record(name: "record", values: ["value": .text(character)])).map(\.id))
  }

  @Test(
    "the answer is what rendering the character would say",
    arguments: ["王", "a", "·", "䶮", "贠", "㺂", "𥖎", "𠅤", "\u{2EBF0}", "😀", "é", "e\u{301}", "x\u{301}", "\u{F9DC}", "가"])
  func agreement(character: String) throws {
    let coverage = try press.coverage(of: character)
    for (index, family) in coverage.families.enumerated() {
      let standing = try #require(coverage.characters.map { $0.faces[index].standing }.max())
      let expected: Set<String> =
        switch standing {
        case .core, .ext: []
        case .borrowed, .rare: ["text.family-changed"]
        case .lastResort: ["text.family-changed", "text.foreign-forms"]
        case .missing: ["text.missing-character"]
        }
      #expect(try told(character, family: family) == expected, "\(family)")
    }
  }

  @Test("a character that only the last resort has is told as such, and rendering warns of its forms")
  func lastResort() throws {
    // Unified ideographs from rare blocks; which of them the last resort has is the fonts' affair.
    let candidates = String(String.UnicodeScalarView((0x20000...0x20FFF).compactMap(Unicode.Scalar.init)))
    let found = try press.coverage(of: candidates, family: "song").characters.first { $0.standing == .lastResort }
    let character = try #require(found)
    let told = try told(String(String.UnicodeScalarView(character.scalars)), family: "CertPress Song")
    #expect(told == ["text.family-changed", "text.foreign-forms"])
  }

  @Test("characters that Unicode calls equivalent are two, for a face may have one of them alone")
  func equivalents() throws {
    // U+F9DC is canonically U+9686.
    let characters = try press.coverage(of: "隆\u{F9DC}隆").characters
    #expect(characters.map(\.scalars) == [["隆"], ["\u{F9DC}"]])
    #expect(characters.map(\.standing) == [.core, .ext])
  }

  @Test("of a letter with a mark that no face has, the mark is told")
  func marks() throws {
    let characters = try press.coverage(of: "葛\u{E0100}").characters
    #expect(characters.map(\.scalars) == [["葛"], ["\u{E0100}"]])
    #expect(characters.map(\.standing) == [.core, .missing])
  }

  @Test("each character is told once, and a line feed is none")
  func once() throws { #expect(try press.coverage(of: "王\n王小王").characters.map(\.scalars) == [["王"], ["小"]]) }

  @Test("in records the places are told, however deep, and no place for what every core has")
  func places() throws {
    let item = RecordValue.object([Record.Field(name: "title", value: "贠学")])
    let records = [
      Record(name: "one", values: ["name": "王贠贠", "hours": .number("36"), "none": .null]),
      Record(name: "two", values: ["courses": .list([.init("体育"), .init(item)])]),
    ]
    let coverage = try press.coverage(of: records, family: "Kai")
    let told = coverage.characters.filter { $0.standing != .core }
    #expect(told.map(\.scalars) == [["贠"]])
    #expect(
      told.first?.places == [
        .init(number: 1, record: "one", field: "name"), .init(number: 2, record: "two", field: "courses[2].title"),
      ])
    let core = coverage.characters.filter { $0.standing == .core }
    #expect(core.count == 4)
    #expect(core.flatMap(\.places) == [])
  }

  @Test("a family is known by its name and by its role; of another one the names are told")
  func names() throws {
    for name in ["CertPress Kai", "kai", "Kai"] {
      #expect(try press.coverage(of: "王", family: name).families == ["CertPress Kai"])
    }
    let faults = #expect(throws: Faults.self) { try press.coverage(of: "王", family: "CertPress Kia") }
    #expect(faults?.diagnostics.map(\.id) == ["text.unknown-family"])
    #expect(faults?.diagnostics.first?.hint?.contains("CertPress Kai") == true)
  }
}
