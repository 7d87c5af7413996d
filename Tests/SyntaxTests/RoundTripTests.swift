import PressSyntax
import Testing

/// Whatever goes in comes out of the tree byte for byte.
@Suite struct RoundTripTests {
  @Test("the sample layout has no syntax error and prints itself")
  func sample() {
    #expect(sampleBytes.count > 1000)
    let parsed = Parsed(sampleBytes)
    #expect(parsed.diagnostics == [])
    #expect(parsed.brokenPromises == [])
  }

  @Test("the sample without one of its bytes prints itself", arguments: 0..<7)
  func deletedByte(phase: Int) {
    for offset in stride(from: phase, to: sampleBytes.count, by: 91) {
      var bytes = sampleBytes
      bytes.remove(at: offset)
      #expect(Parsed(bytes).brokenPromises == [], "byte \(offset) deleted")
    }
  }

  static let nasty: [[UInt8]] =
    [
      "{", "}", "(", ")", "\"", "'", "\\", "/", "/*", "//", "#", ";", ":", ",", "=", "\n", "\r", "\t", "\0", "“", "”",
      "｛", "｝", "：", "；", "　", "\u{FEFF}", "\u{202E}", "\u{2028}", "e\u{301}", "👩‍👩‍👧", "9", "-", ".", "%", "x", "@",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC0, 0x80], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ]

  @Test("the sample with one byte replaced by something nasty prints itself", arguments: nasty.indices)
  func replacedByte(index: Int) {
    for offset in stride(from: index, to: sampleBytes.count, by: 307) {
      var bytes = sampleBytes
      bytes.replaceSubrange(offset...offset, with: RoundTripTests.nasty[index])
      #expect(Parsed(bytes).brokenPromises == [], "byte \(offset) replaced by \(RoundTripTests.nasty[index])")
    }
  }

  @Test("the sample cut off anywhere prints itself")
  func cutOff() {
    for end in stride(from: 0, to: sampleBytes.count, by: 37) {
      #expect(Parsed(Array(sampleBytes[..<end])).brokenPromises == [], "cut at \(end)")
    }
  }

  static let soup =
    nasty
    + [
      " ", " ", " ", "\n", "\n", "text", "font", "row", "一", "〇", "五号", "at", "12mm", "29pt", "100%", "-0.5em",
      "1.2.3", "#fff", "#b08d3e", "\"姓名\"", "\"{name}\"", "\"{{\"", "\"", "text \"a\" { style: label }", "mask(6, 4)",
      "{ optional; max: 30 }", "size: 28mm x 39mm", "28mmx39mm", "×", "*", "// c\n", "/* c */", "# c\n", "title:", "：",
      "‘a’", "「a」", "\\u{4DAE}", "\"\\u{", "+", "−3mm", "、", "（", "》",
    ].map { Array($0.utf8) }

  @Test("ten thousand soups of tokens print themselves", arguments: 0..<10)
  func tokenSoup(batch: Int) {
    var dice = Dice(state: UInt64(batch))
    for number in 0..<1000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &dice) {
        bytes += RoundTripTests.soup.randomElement(using: &dice) ?? []
      }
      let broken = Parsed(bytes).brokenPromises
      #expect(broken == [], "batch \(batch), soup \(number): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("random bytes print themselves")
  func randomBytes() {
    var dice = Dice(state: 99)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0..<200, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
      #expect(Parsed(bytes).brokenPromises == [], "\(bytes)")
    }
  }

  @Test("an empty file, a file of white space and a file of one comment have nothing to complain of")
  func nearlyEmpty() {
    for text in ["", " ", "\n", "// only this", "\u{FEFF}", "\u{FEFF}// a\r\n"] {
      let parsed = Parsed(text)
      #expect(parsed.brokenPromises == [])
      #expect(parsed.diagnostics == [])
      #expect(parsed.tree.root.statements.isEmpty)
    }
  }

  @Test("every syntax tree can be dumped")
  func dumps() {
    var dice = Dice(state: 7)
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<20 { bytes += RoundTripTests.soup.randomElement(using: &dice) ?? [] }
      let parsed = Parsed(bytes)
      #expect(parsed.tree.dump(of: parsed.source).hasPrefix("file 1:1-"))
    }
  }
}
