import Testing

@testable import PressText

@Suite("Coverage")
struct CoverageTests {
  @Test("ranges and single code points are read, and looked up at their edges")
  func lookUp() throws {
    let coverage = try #require(Coverage(parsing: "20-7E,A0,4E00-9FFF,20000"))
    for codePoint: UInt32 in [0x20, 0x7E, 0xA0, 0x4E00, 0x9FFF, 0x20000] {
      #expect(coverage.contains(try #require(Unicode.Scalar(codePoint))))
    }
    for codePoint: UInt32 in [0x1F, 0x7F, 0x9F, 0xA1, 0x4DFF, 0xA000, 0x1FFFF, 0x20001] {
      #expect(!coverage.contains(try #require(Unicode.Scalar(codePoint))))
    }
  }

  @Test("the empty text covers nothing")
  func empty() throws { #expect(try #require(Coverage(parsing: "")) == .empty) }

  @Test(
    "what is no ascending list of code points is refused",
    arguments: [
      "20,", ",20", "20-", "-20", "7E-20", "30,20", "20-30,30", "110000", "2g", "4e00", "20 - 30", "1234567", "20--30",
    ])
  func refused(text: String) { #expect(Coverage(parsing: text) == nil) }

  @Test("the first code point outside of another coverage is found")
  func outside() throws {
    let small = try #require(Coverage(parsing: "30-40,50"))
    #expect(small.first(outside: try #require(Coverage(parsing: "20-60"))) == nil)
    #expect(small.first(outside: try #require(Coverage(parsing: "20-3F,41-60"))) == 0x40)
    #expect(small.first(outside: .empty) == 0x30)
  }
}
