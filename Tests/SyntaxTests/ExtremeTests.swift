import PressDiagnostics
import PressSyntax
import Testing

/// Inputs that no person writes: the parser stays total, linear and shallow.
@Suite struct ExtremeTests {
  @Test("a megabyte of opening braces is three errors, and so is less of any other sign")
  func megabyte() {
    for sign in ["{", "\"", "(", ";", ",", "@", ":", "\0", "a{", "a("] {
      let size = sign == "{" ? 1_000_000 : 50_000
      let parsed = Parsed(String(repeating: sign, count: size / sign.utf8.count))
      #expect(parsed.tree.printed(from: parsed.source) == parsed.source.bytes)
      #expect((1...3).contains(parsed.diagnostics.count), "\(sign)")
    }
  }

  @Test(
    "a long repetition of anything ends soon, with a bounded list of errors",
    arguments: [
      "}", "{\n", "}\n", "a {\n", "\"{", "\"\\", "“", "「", "'", "a:", "a: b ", "a b: c ", "{}", "/*", "/*\n", "-", "1x",
      "1mmx1", "# ", "\"a b\" \" ", "a: (", "a: 1, ", "a \"b\" c: d ", "a: b \"c\" ", "'\"", "\"}", "「;", "｛", "a(\n",
      "{ ", "\"\\u{", "\u{202E}a", "a: b {",
    ])
  func repetition(unit: String) {
    let parsed = Parsed(String(repeating: unit, count: 30_000 / unit.utf8.count))
    #expect(parsed.tree.printed(from: parsed.source) == parsed.source.bytes)
    #expect(parsed.diagnostics.count <= 201)
    if parsed.diagnostics.count == 201 { #expect(parsed.ids.last == "syntax.too-many-errors") }
  }

  @Test("blocks nest up to the limit, and the one beyond it is one error with its inside unread")
  func deepBlocks() {
    func nested(_ depth: Int) -> Parsed {
      Parsed(String(repeating: "a { ", count: depth) + "b: 1" + String(repeating: " }", count: depth))
    }
    #expect(nested(200).diagnostics == [])
    #expect(nested(201).ids == ["syntax.too-deep"])
    let deep = nested(5000)
    #expect(deep.ids == ["syntax.too-deep"])
    #expect(deep.brokenPromises == [])
  }

  @Test("parentheses nest up to the same limit")
  func deepCalls() {
    func nested(_ depth: Int) -> Parsed {
      Parsed("a: " + String(repeating: "b(", count: depth) + "1" + String(repeating: ")", count: depth))
    }
    #expect(nested(200).diagnostics == [])
    #expect(nested(201).ids == ["syntax.too-deep"])
    #expect(nested(50_000).ids == ["syntax.too-deep"])
  }

  @Test("line breaks may be LF, CRLF or CR")
  func lineBreaks() {
    let text = String(decoding: sampleBytes, as: UTF8.self)
    for lineBreak in ["\r\n", "\r"] {
      let parsed = Parsed(String(text.unicodeScalars.reduce(into: "") { $0 += $1 == "\n" ? lineBreak : String($1) }))
      #expect(parsed.diagnostics == [])
      #expect(parsed.brokenPromises == [])
    }
    #expect(Parsed("text \"a\r\nb: 1\r\n").ids == ["syntax.unclosed-string"])
  }

  @Test("a byte order mark at the beginning is white space, elsewhere an error")
  func byteOrderMark() {
    #expect(Parsed([0xEF, 0xBB, 0xBF] + sampleBytes).diagnostics == [])
    #expect(Parsed("a: 1\n\u{FEFF}b: 2").ids == ["syntax.invisible-character"])
  }

  @Test("bytes that are not UTF-8 are one error with their places, and parsing goes on")
  func invalidUTF8() throws {
    let bytes = Array("a: 1\nb: \"x".utf8) + [0xFF] + Array("y\"\nc: ".utf8) + [0xC3, 0x28] + Array("\nd = 1".utf8)
    let parsed = Parsed(bytes)
    #expect(parsed.brokenPromises == [])
    #expect(parsed.ids.first == "syntax.not-utf8")
    #expect(parsed.ids.contains("syntax.equals-sign"))
    let diagnostic = try #require(parsed.diagnostics.first)
    #expect(diagnostic.message == "byte 0xFF is not valid UTF-8, nor is the text at 1 more places")
    #expect(diagnostic.span?.range == 10..<11)
    #expect(diagnostic.notes.map(\.span.range) == [17..<18])
    #expect(parsed.tree.root.statements.count >= 4)
  }

  @Test("overlong forms, surrogates and numbers beyond Unicode are not UTF-8")
  func malformedUTF8() {
    for bad in [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8], [0xE5, 0xA7],
    ]
      as [[UInt8]]
    {
      #expect(Parsed(Array("a: \"".utf8) + bad + Array("\"".utf8)).ids == ["syntax.not-utf8"], "\(bad)")
    }
  }

  @Test("a file in GBK or UTF-16, or one that is no text, is one error that says so")
  func otherEncodings() {
    // 证书 "姓名" as GBK, and once more so that there is no doubt.
    let gbk: [UInt8] = [0xD6, 0xA4, 0xCA, 0xE9, 0x20, 0x22, 0xD0, 0xD5, 0xC3, 0xFB, 0x22, 0x0A]
    #expect(
      Parsed(gbk + gbk).diagnostics.map(\.message) == [
        "this file seems to be written in GBK, and a layout is written in UTF-8"
      ])
    let text = "certificate \"a\" { page A4 }"
    let utf16 = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [[0xFF, 0xFE] + utf16, utf16] {
      let parsed = Parsed(bytes)
      #expect(parsed.diagnostics.map(\.message) == ["this file is written in UTF-16, and a layout is written in UTF-8"])
      #expect(parsed.brokenPromises == [])
    }
    var dice = Dice(state: 3)
    let noise = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &dice) }
    #expect(Parsed(noise).diagnostics.map(\.message) == ["this file is not a text"])
  }

  @Test("a layout with many errors lists the first two hundred and counts the rest")
  func manyErrors() {
    let parsed = Parsed(String(repeating: "a = 1\n", count: 1000))
    #expect(parsed.diagnostics.count == 201)
    #expect(parsed.diagnostics.last?.message == "800 more errors follow")
  }
}
