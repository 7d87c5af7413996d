import PressDiagnostics
import PressJSON
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(JSONError) -> JSONValue { try JSONReader.read(Array(text.utf8)) }

  private func fault(_ text: String) -> JSONError? { fault(Array(text.utf8)) }

  private func fault(_ bytes: [UInt8]) -> JSONError? { JSONReader.collect(bytes).errors.first }

  /// What a text reads as, written again.
  private func rewritten(_ text: String) throws -> String {
    var json = JSONWriter()
    json.value(try read(text))
    return json.text
  }

  @Test(
    "what RFC 8259 allows is read",
    arguments: [
      ("null", "null"), (" true\n", "true"), ("\u{FEFF}false", "false"), ("-0", "-0"), ("1.50e+07", "1.50e+07"),
      ("12345678901234567890123", "12345678901234567890123"), (#""""#, #""""#), ("[ ]", "[]"), ("{ }", "{}"),
      ("[1, [2,{\"a\" : [] }]\r\n]", "[1,[2,{\"a\":[]}]]"), (#"{"":0,"b":{"":1}}"#, #"{"":0,"b":{"":1}}"#),
      (#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud872\udc56""#, #""\"\\/\b\f\n\r\tAé𬡖""#),
      (#""\uD800\uDC00 \uFFFF""#, "\"𐀀 \u{FFFF}\""),
      ("\"姓名 \u{7F}\u{2028}𬱖\u{10FFFF}\"", "\"姓名 \u{7F}\u{2028}𬱖\u{10FFFF}\""), (#""\u0000""#, #""\u0000""#),
    ])
  func accepted(text: String, meaning: String) throws {
    #expect(try rewritten(text) == meaning)
  }

  @Test(
    "what RFC 8259 forbids is refused at its place",
    arguments: [
      ("", 0), (" \n", 2), ("[", 1), ("[1", 2), ("[1,", 3), ("[1,]", 2), ("[,1]", 1), ("[1 2]", 3), ("[1}", 2),
      ("1 2", 2),
      ("{", 1), ("{\"a\"", 4), ("{\"a\":", 5), ("{\"a\":1", 6), ("{\"a\":1,}", 6), ("{a:1}", 1), ("{'a':1}", 1),
      ("{\"a\" 1}", 5), ("{\"a\"=1}", 4), ("{\"a\":1 \"b\":2}", 7), ("{1:2}", 1), ("01", 0), ("-01", 1), ("-", 1),
      ("+1", 0),
      (".5", 0), ("1.", 2), ("1.e1", 2), ("1e", 2), ("1e+", 3), ("[1e+x]", 4), ("0x10", 1), ("NaN", 0),
      ("-Infinity", 1),
      ("True", 0), ("nulll", 0), ("nul", 0), ("truefalse", 0), ("/* a */ 1", 0), ("1 // a", 2), ("'a'", 0), ("“a”", 0),
      ("[1，2]", 2), ("\"a", 2), ("\"a\n\"", 2), ("\"a\tb\"", 2), ("\"\u{0}\"", 1), (#""\x""#, 1), (#""\u12G4""#, 1),
      (#""\u12"#, 1), (#""a\"#, 3), (#""\ud800""#, 1), (#""\udc00""#, 1), (#""\ud800\u0041""#, 1),
      (#""\ud800\ud800""#, 1),
      ("]", 0), ("1\u{0}", 0), ("\u{A0}1", 0), ("[\u{FEFF}1]", 1), (#"{"a":1,"b":2,"a":3}"#, 13),
      (#"{"é":1,"e\#u{301}":2}"#, 8),
    ])
  func refused(text: String, offset: Int) {
    let error = fault(text)
    #expect(error?.offset == offset, "\(String(describing: error))")
  }

  @Test(
    "bytes that are not UTF-8 are refused: overlong, surrogate, cut, too high, stray",
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0x80], [0xFF], [0xE5, 0xA7], [0xE5, 0x22], [0xF0, 0x9F, 0x98], [0xC3],
      [0xD0, 0xD5, 0xC3, 0xFB],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(fault([quote] + bytes + [quote]) == JSONError(.invalidUTF8(byte: bytes[0]), at: 1..<2))
    #expect(fault([quote] + bytes)?.problem == .invalidUTF8(byte: bytes[0]))
    #expect(fault(bytes)?.problem == .invalidUTF8(byte: bytes[0]))
  }

  @Test("every scalar of Unicode reads back as itself")
  func everyScalar() throws {
    for plane in UInt32(0)...16 {
      let scalars = (plane << 16...plane << 16 | 0xFFFF).compactMap(Unicode.Scalar.init)
      let text = String(String.UnicodeScalarView(scalars))
      var json = JSONWriter()
      json.string(text)
      let value = try JSONReader.read(json.bytes)
      #expect(value.string.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test(
    "UTF-16 is told from broken UTF-8",
    arguments: [[0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B], [0x7B, 0, 0x7D, 0], [0x31, 0]])
  func utf16(bytes: [UInt8]) {
    #expect(fault(bytes)?.problem == .notUTF8)
  }

  @Test("ranges cover values and keys, quotes and brackets included")
  func ranges() throws {
    let text = " {\"a\" : [10, \"x\"] }"
    let value = try read(text)
    let source = Source(name: "a", bytes: Array(text.utf8))
    let member = try #require(value.members?.first)
    #expect(source.text(value.range) == "{\"a\" : [10, \"x\"] }")
    #expect(source.text(member.keyRange) == "\"a\"")
    #expect(source.text(member.value.range) == "[10, \"x\"]")
    #expect(member.value.array?.map { source.text($0.range) } == ["10", "\"x\""])
  }

  @Test("a part of the bytes is read as if it stood alone, its ranges count from the beginning")
  func part() throws {
    let bytes = Array("{}\n[1,2]\n{}".utf8)
    let value = try JSONReader.read(bytes, in: 3..<8)
    #expect(value.range == 3..<8)
    #expect(value.array?.map(\.range) == [4..<5, 6..<7])
    #expect(JSONReader.collect(bytes, in: 3..<7).errors.map(\.offset) == [7])
  }

  @Test("a duplicate key is named with both places")
  func duplicates() throws {
    let error = try #require(fault(#"{"a":1,"a":2}"#))
    #expect(error.problem == .duplicateKey("a", first: 1..<4))
    #expect(error.range == 7..<10)
    #expect(error.message.contains("'a'"))
    #expect(error.related?.range == 1..<4)
  }

  @Test("duplicate keys of a large object are found without comparing all pairs")
  func manyKeys() {
    let members = (0..<100_000).map { "\"k\($0)\":0" } + ["\"k7\":1"]
    let bytes = Array("{\(members.joined(separator: ","))}".utf8)
    let elapsed = ContinuousClock().measure {
      guard case .duplicateKey("k7", _)? = fault(bytes)?.problem else {
        Issue.record("k7 is not found")
        return
      }
    }
    #expect(elapsed < .seconds(5))
  }

  @Test("all the faults within strings are told in one reading, in their order")
  func collected() {
    let errors = JSONReader.collect(Array("{\"a\":\"\\q\t\",\"a\":{\"b\":1,\"b\":\"\\ud800\"}}".utf8)).errors
    #expect(errors.map(\.offset) == [6, 8, 11, 22, 27])
  }

  @Test("a text of nothing but faults tells the first twenty")
  func errorLimit() {
    let errors = JSONReader.collect(Array(("\"" + String(repeating: "\\q", count: 1_000_000) + "\"").utf8)).errors
    #expect(errors.count == JSONReader.errorLimit)
  }

  @Test("nesting is read to its limit and refused beyond it, without harm to the stack")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try rewritten(nested(JSONReader.depthLimit)) == nested(JSONReader.depthLimit))
    #expect(fault(nested(129)) == JSONError(.tooDeep(limit: 128), at: 128..<129))
    #expect(fault(String(repeating: "[", count: 100_000))?.offset == 128)
    #expect(fault(String(repeating: "{\"a\":", count: 100_000))?.offset == 128 * 5)
  }

  @Test("accessors give what is there and nothing else")
  func accessors() throws {
    let value = try read(#"{"s":"x","i":-12,"d":2.5,"b":true,"n":null,"a":[1],"big":99999999999999999999}"#)
    #expect(value["s"]?.string == "x")
    #expect(value["i"]?.int == -12)
    #expect(value["d"]?.int == nil)
    #expect(value["d"]?.double == 2.5)
    #expect(value["big"]?.int == nil)
    #expect(value["b"]?.bool == true)
    #expect(value["n"]?.isNull == true)
    #expect(value["a"]?.array?.first?.int == 1)
    #expect(value["s"]?.int == nil)
    #expect(value["x"] == nil)
    #expect(value["s"]?["x"] == nil)
  }

  @Test("neither a value's description nor an error's words hold the text")
  func privacy() throws {
    let value = try read(#"{"name":"曹𬱖","id":421567196608104372}"#)
    var dumped = "\(value)"
    dump(value, to: &dumped)
    #expect(!dumped.contains("曹") && !dumped.contains("4215"))
    for text in [#"{"name":曹𬱖}"#, #"{"name":Cao}"#, #"{"name":"曹" 421567}"#, #"{"name" 曹}"#, "{\"name\":\"曹𬱖\n\"}"] {
      let error = try #require(fault(text))
      let words = "\(error) \(error.message) \(error.hint ?? "") \(error.related?.message ?? "")"
      for value in ["曹", "421567", "Cao"] { #expect(!words.contains(value), "\(words)") }
    }
  }

  @Test("words teach the usual slips")
  func words() throws {
    #expect(fault("[1,]")?.hint == "delete it")
    #expect(fault("[True]")?.hint == "write true")
    #expect(fault("{“a”:1}")?.hint?.contains("ASCII mark '\"'") == true)
    #expect(fault("{\"a\":1，}")?.message == "expected ',' or '}', found '，'")
    #expect(fault("[1 // one\n]")?.hint == "JSON has no comments")
    #expect(fault("{\"a\":\"x}\n")?.message == "the string is not closed on its line")
    #expect(fault("\"\u{1}\"")?.message == "control character U+0001 stands in a string without an escape")
    #expect(fault([0x22, 0xD0, 0xD5, 0x22])?.message == "byte D0 is not valid UTF-8")
  }
}
