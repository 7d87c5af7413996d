import PressDiagnostics
import PressSyntax
import Testing

/// One mistake: the layout with the place marked by `«»`, what is said of it, and the layout that the first fix-it makes.
struct Mistake: Sendable, CustomTestStringConvertible {
  var layout: String
  var id: String
  var message: String
  var hint: String?
  /// Nil where no fix-it is known.
  var mended: String?
  var fixIt: String?

  init(
    _ layout: String, _ id: String, _ message: String, hint: String? = nil, mended: String? = nil, fixIt: String? = nil
  ) {
    self.layout = layout
    self.id = "syntax." + id
    self.message = message
    self.hint = hint
    self.mended = mended
    self.fixIt = fixIt
  }

  var testDescription: String { layout.split(separator: "\n").joined(separator: "⏎") }

  /// The layout without its marks, and the marked bytes.
  var unmarked: (text: String, range: Range<Int>) {
    let parts = layout.split(omittingEmptySubsequences: false) { $0 == "«" || $0 == "»" }.map(String.init)
    let start = parts[0].utf8.count
    return (parts.joined(), start..<start + parts[1].utf8.count)
  }
}

@Suite struct MistakeTests {
  static let mistakes: [Mistake] = [
    // Strings
    Mistake(
      "text «\"姓名» { style: label }", "unclosed-string", "the closing quote of this text is missing",
      hint: "put '\"' behind it; a text ends on the line where it begins", mended: "text \"姓名\" { style: label }",
      fixIt: "insert '\"'"),
    Mistake(
      "text «姓名\"» { style: label }", "unopened-string", "the opening quote of this text is missing",
      mended: "text \"姓名\" { style: label }", fixIt: "insert '\"'"),
    Mistake(
      "row { text «\"姓名» { style: label }  text \"：\" { style: colon }  text \"{name}\" { style: personal } }",
      "unclosed-string", "the closing quote of this text is missing",
      mended: "row { text \"姓名\" { style: label }  text \"：\" { style: colon }  text \"{name}\" { style: personal } }"),
    Mistake(
      "a { one-of: «\"男», \"女\" }", "unclosed-string", "the closing quote of this text is missing",
      mended: "a { one-of: \"男\", \"女\" }"),
    Mistake(
      "a { title: «\"湖北省»; author: \"b\" }", "unclosed-string", "the closing quote of this text is missing",
      mended: "a { title: \"湖北省\"; author: \"b\" }"),
    Mistake(
      "qr «\"https://a.cn/{id}» { size: 1mm } // 5 units", "unclosed-string",
      "the closing quote of this text is missing", mended: "qr \"https://a.cn/{id}\" { size: 1mm } // 5 units"),
    Mistake(
      "text «打印时间: {print_date}\"» { style: note }", "unopened-string",
      "the opening quote of this text is missing", mended: "text \"打印时间: {print_date}\" { style: note }"),
    Mistake(
      "text \"姓名\"«\"» { style: label }", "stray-quote", "one quote too many", mended: "text \"姓名\" { style: label }",
      fixIt: "remove '\"'"),
    Mistake(
      "text «“姓名”» { style: label }", "wrong-quotes", "a text stands in straight quotes, not in '“'",
      hint: "put it between two '\"'", mended: "text \"姓名\" { style: label }",
      fixIt: "replace '“' with '\"', replace '”' with '\"'"),
    Mistake(
      "text \"姓名«”» { style: label }", "wrong-quotes", "a text stands in straight quotes, not in '”'",
      mended: "text \"姓名\" { style: label }"),
    Mistake(
      "text «'it \"is\"'»", "wrong-quotes", "a text stands in straight quotes, not in '''",
      mended: "text \"it \\\"is\\\"\""),
    Mistake(
      "text «「姓名」»", "wrong-quotes", "a text stands in straight quotes, not in '「'", mended: "text \"姓名\""),
    Mistake(
      "text \"a«\\q»\"", "unknown-escape", "'\\q' is no escape",
      hint: "there are '\\\"', '\\\\', '\\n', '\\t' and '\\u{…}'; a backslash itself is written twice",
      mended: "text \"a\\\\q\""),
    Mistake("text \"a«\\{»\"", "unknown-escape", "'\\{' is no escape", mended: "text \"a{{\""),
    Mistake(
      "text \"«\\u4DAE»\"", "bad-code-point", "a character by its number is written like '\\u{4DAE}'",
      mended: "text \"\\u{4DAE}\""),
    Mistake(
      "text \"«\\u{110000}»\"", "bad-code-point", "a character by its number is written like '\\u{4DAE}'",
      hint: "up to six hexadecimal digits in braces, at most 10FFFF"),
    Mistake(
      "text \"«{name»\"", "unclosed-field", "'{' in a text begins a field, and this one is not closed",
      hint: "close it with '}', or write '{{' to print a brace", mended: "text \"{name}\"", fixIt: "insert '}'"),
    Mistake(
      "text \"«{ name }»\"", "bad-field-name", "between braces in a text stands the name of one field",
      mended: "text \"{name}\""),
    Mistake("text \"«{}»\"", "bad-field-name", "between braces in a text stands the name of one field"),
    Mistake(
      "text \"a«}»\"", "lone-brace", "'}' in a text without a '{' before it", hint: "write '}}' to print a brace",
      mended: "text \"a}}\""),
    // Characters
    Mistake(
      "a { style«：»label }", "full-width", "full-width '：' where ':' belongs",
      hint: "switch the input method to half-width; full-width signs belong inside quotes only",
      mended: "a { style:label }", fixIt: "replace '：' with ':'"),
    Mistake("a «｛» b: 1 }", "full-width", "full-width '｛' where '{' belongs", mended: "a { b: 1 }"),
    Mistake("a { b: 1 «｝»", "full-width", "full-width '｝' where '}' belongs", mended: "a { b: 1 }"),
    Mistake("a { b: 1«；» c: 2 }", "full-width", "full-width '；' where ';' belongs", mended: "a { b: 1; c: 2 }"),
    Mistake("a: b(1«，» 2)", "full-width", "full-width '，' where ',' belongs", mended: "a: b(1, 2)"),
    Mistake("a: \"男\"«、»\"女\"", "full-width", "full-width '、' where ',' belongs", mended: "a: \"男\",\"女\""),
    Mistake("a: b«（»1)", "full-width", "full-width '（' where '(' belongs", mended: "a: b(1)"),
    Mistake("a: b(1«）»", "full-width", "full-width '）' where ')' belongs", mended: "a: b(1)"),
    Mistake("a: «２９ｐｔ»", "full-width", "full-width '２９ｐｔ' where '29pt' belongs", mended: "a: 29pt"),
    Mistake("«ｔｅｘｔ» \"a\"", "full-width", "full-width 'ｔｅｘｔ' where 'text' belongs", mended: "text \"a\""),
    Mistake("«／／» 说明", "wrong-comment", "comments do not begin with '／／' here", mended: "// 说明"),
    Mistake(
      "«#» 说明\na: 1", "wrong-comment", "comments do not begin with '#' here",
      hint: "a comment begins with '//' and goes to the end of its line", mended: "// 说明\na: 1"),
    Mistake("«/» 说明", "wrong-comment", "comments do not begin with '/' here", mended: "// 说明"),
    Mistake(
      "«/*» one\n   two */\na: 1", "wrong-comment", "comments do not go between '/*' and '*/' here",
      mended: "// one\n//    two \na: 1", fixIt: "write it with '//'"),
    Mistake(
      "a: 1 «/*» never closed", "wrong-comment", "comments do not begin with '/*' here", mended: "a: 1 // never closed"),
    Mistake(
      "a: 1 «@»", "unknown-character", "'@' (U+0040) means nothing here",
      hint: "delete it, or put the text it belongs to in double quotes", mended: "a: 1 ", fixIt: "remove '@'"),
    Mistake(
      "a: 1mm«,» b: 2", "missing-semicolon", "a comma between two properties, where ';' belongs",
      hint: "properties on one line are parted by ';'", mended: "a: 1mm; b: 2", fixIt: "replace ',' with ';'"),
    Mistake("a: 1«。» b: 2", "full-width", "full-width '。' where ';' belongs", mended: "a: 1; b: 2"),
    Mistake(
      "text \"«{{name}»\"", "lone-brace", "this has one brace on one side and two on the other",
      mended: "text \"{name}\""),
    Mistake(
      "text \"«{name}}»\"", "lone-brace", "this has one brace on one side and two on the other",
      mended: "text \"{name}\""),
    Mistake(
      "text \"«{name»先生\"", "unclosed-field", "'{' in a text begins a field, and this one is not closed",
      mended: "text \"{name}先生\""),
    Mistake(
      "fit: shrink«(»12pt, wrap(2)", "unclosed-parenthesis", "this '(' is not closed",
      mended: "fit: shrink(12pt), wrap(2)"),
    Mistake("a: «[»1", "unknown-character", "'[' (U+005B) means nothing here", mended: "a: 1"),
    Mistake("a «😀» { b: 1 }", "unknown-character", "'😀' (U+1F600) means nothing here", mended: "a  { b: 1 }"),
    Mistake(
      "text \"a«\u{202E}»b\"", "invisible-character", "invisible character U+202E in the layout",
      mended: "text \"ab\""),
    Mistake("a: «\u{200B}»1", "invisible-character", "invisible character U+200B in the layout", mended: "a: 1"),
    Mistake("a: 1 «\0» ;", "invisible-character", "invisible character U+0000 in the layout", mended: "a: 1  ;"),
    // Values
    Mistake(
      "title «=» \"a\"", "equals-sign", "'=' where ':' belongs", hint: "a property is written 'name: value'",
      mended: "title : \"a\"", fixIt: "replace '=' with ':'"),
    Mistake("title «:=» \"a\"", "equals-sign", "':=' where ':' belongs", mended: "title : \"a\""),
    Mistake("a: «.5mm»", "bad-number", "this is not written as a number", mended: "a: 0.5mm"),
    Mistake("a: «5.mm»", "bad-number", "this is not written as a number", mended: "a: 5mm"),
    Mistake("a: «+3mm»", "bad-number", "this is not written as a number", mended: "a: 3mm"),
    Mistake("a: «−3mm»", "bad-number", "this is not written as a number", mended: "a: -3mm"),
    Mistake("a: «1.2.3mm»", "bad-number", "this is not written as a number"),
    Mistake("a: «99999999mm»", "number-too-large", "this number is too large for anything on paper"),
    Mistake(
      "size: 28mm«x»39.2mm", "missing-space", "the 'x' between two lengths needs a space on either side",
      mended: "size: 28mm x 39.2mm", fixIt: "put spaces around the 'x'"),
    Mistake(
      "size: 28mm «x»39mm", "missing-space", "the 'x' between two lengths needs a space on either side",
      mended: "size: 28mm x 39mm"),
    Mistake(
      "area 283mm«×»194mm", "times-sign", "'×' between two lengths where 'x' belongs",
      hint: "a size is written '28mm x 39mm'", mended: "area 283mm x 194mm"),
    Mistake(
      "area 283mm «*» 194mm", "times-sign", "'*' between two lengths where 'x' belongs", mended: "area 283mm x 194mm"),
    Mistake("c: «#b08d3»", "bad-color", "a colour has six hexadecimal digits, or three, not 5"),
    Mistake(
      "c: «#b08d3eff»", "bad-color", "a colour has six hexadecimal digits, or three, not 8", mended: "c: #b08d3e"),
    Mistake("c: «#red»", "bad-color", "a colour has the digits 0 to 9 and the letters a to f"),
    Mistake(
      "fit: shrink(12pt)«,»", "stray-comma", "a comma with nothing to part",
      hint: "commas stand between the entries of a value, as in 'shrink(12pt), wrap(2)'", mended: "fit: shrink(12pt)",
      fixIt: "remove ','"),
    Mistake("fit: a«,»\nwidth: 1mm", "stray-comma", "a comma with nothing to part", mended: "fit: a\nwidth: 1mm"),
    Mistake(
      "fit: a«,»\ntext \"b\" { c: 1 }", "stray-comma", "a comma with nothing to part",
      mended: "fit: a\ntext \"b\" { c: 1 }"),
    Mistake("fit: a,«,» b", "stray-comma", "a comma with nothing to part", mended: "fit: a, b"),
    Mistake("text \"a\"«,» { b: 1 }", "stray-comma", "a comma with nothing to part", mended: "text \"a\" { b: 1 }"),
    Mistake(
      "fit: shrink(12pt) «wrap»(2)", "missing-comma", "a comma is missing before this",
      mended: "fit: shrink(12pt), wrap(2)"),
    Mistake("one-of: \"男\" «\"女\"»", "missing-comma", "a comma is missing before this", mended: "one-of: \"男\", \"女\""),
    Mistake("a { «;» b: 1 }", "stray-semicolon", "a semicolon with nothing before it", mended: "a {  b: 1 }"),
    Mistake(
      "a { width: 4em «align»: left }", "missing-semicolon", "a semicolon or a new line is missing before 'align'",
      hint: "properties on one line are parted by ';'", mended: "a { width: 4em; align: left }", fixIt: "insert ';'"),
    Mistake("at:«:» 1mm", "stray-colon", "a colon is out of place here", mended: "at: 1mm"),
    Mistake("«title:»\nauthor: \"b\"", "missing-value", "'title' has no value", hint: "write it behind the colon"),
    Mistake(
      "title:\n  «\"a\"»", "value-on-next-line", "the value of 'title' stands on another line", mended: "title: \"a\"",
      fixIt: "join the lines"),
    Mistake(
      "at: «(»1mm, 2mm)", "stray-parenthesis", "'(' without a name before it", mended: "at: 1mm, 2mm",
      fixIt: "remove '(', remove ')'"),
    Mistake(
      "print: mask 6, 4«)»", "stray-parenthesis", "')' closes nothing", mended: "print: mask(6, 4)", fixIt: "insert '('"
    ),
    Mistake(
      "a { fit: shrink«(»12pt }", "unclosed-parenthesis", "this '(' is not closed",
      hint: "put ')' behind the last argument", mended: "a { fit: shrink(12pt) }", fixIt: "insert ')'"),
    // Statements and blocks
    Mistake(
      "«{» b: 1 }", "missing-name", "a block without an element before it",
      hint: "a block belongs to an element: 'text \"…\" { … }'"),
    Mistake("«\"姓名\"» { style: label }", "missing-name", "a line begins with a word, not with a value"),
    Mistake("a { «:» 1mm; b: 2 }", "missing-name", "a value without a name before its colon"),
    Mistake(
      "a { «\"title\"»: \"b\" }", "missing-name", "the name before a colon is a word without quotes",
      mended: "a { title: \"b\" }"),
    Mistake(
      "document«:» { title: \"a\" }", "colon-before-block", "'document' with a block takes no colon",
      mended: "document { title: \"a\" }", fixIt: "remove ':'"),
    Mistake(
      "text «\"a\"» style: label }", "unopened-block", "the '{' after '\"a\"' is missing",
      mended: "text \"a\" { style: label }", fixIt: "insert '{'"),
    Mistake(
      "text \"a\" «style»: label; at: 1mm", "missing-braces", "'style' and what follows belong in braces",
      mended: "text \"a\" { style: label; at: 1mm }", fixIt: "insert '{', insert '}'"),
    Mistake(
      "text \"a\"\n«{»\n  b: 1\n}", "brace-on-next-line", "the '{' stands on another line than its element",
      mended: "text \"a\" {\n  b: 1\n}", fixIt: "join the lines"),
    Mistake(
      "a { b: 1 }\n«}»\nc: 2", "stray-brace", "'}' closes nothing", hint: "delete it, or look for a missing '{' above",
      mended: "a { b: 1 }\n\nc: 2"),
    Mistake(
      "a {\n  b: 1\n«»", "unclosed-block", "the file ends inside a block", hint: "put '}' where the block ends",
      mended: "a {\n  b: 1\n}\n", fixIt: "insert '}'"),
    Mistake(
      "a {\n  b {\n    c: 1\n  «d»: 2\n}", "unclosed-block", "a block is not closed before this",
      mended: "a {\n  b {\n    c: 1\n  }\n  d: 2\n}"),
    Mistake(
      "a {\n  b { c: 1\n  «d»: 2\n}", "unclosed-block", "a block is not closed before this",
      mended: "a {\n  b { c: 1 }\n  d: 2\n}"),
    Mistake(
      "row { text \"a\" { style: label  «text» \"b\" { style: x } }", "unclosed-block",
      "a block is not closed before this", mended: "row { text \"a\" { style: label }  text \"b\" { style: x } }"),
    Mistake(
      "a {\n  «data»\n    b: 1\n  }\n}", "unopened-block", "the '{' after 'data' is missing",
      mended: "a {\n  data {\n    b: 1\n  }\n}"),
  ]

  @Test("one mistake is one error at its place, and the cure mends it", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let (text, range) = mistake.unmarked
    let parsed = Parsed(text)
    #expect(parsed.brokenPromises == [])
    #expect(parsed.ids == [mistake.id])
    let diagnostic = try #require(parsed.diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.message == mistake.message)
    #expect(diagnostic.span?.range == range)
    if let hint = mistake.hint { #expect(diagnostic.hint == hint) }
    if let fixIt = mistake.fixIt { #expect(diagnostic.fixIts.first?.message == fixIt) }
    if let mended = mistake.mended {
      let bytes = parsed.source.applying(try #require(diagnostic.fixIts.first).edits)
      #expect(String(decoding: bytes, as: UTF8.self) == mended)
      #expect(Parsed(bytes).diagnostics == [])
    } else {
      #expect(diagnostic.fixIts == [])
    }
  }

  @Test("messages and hints are one lower-case sentence without a full stop", arguments: mistakes)
  func style(_ mistake: Mistake) {
    for diagnostic in Parsed(mistake.unmarked.text).diagnostics {
      for words in [diagnostic.message, diagnostic.hint ?? "x"] {
        #expect(!words.hasSuffix("."))
        #expect(!words.contains("\n"))
        #expect(words.first?.isUppercase != true)
      }
    }
  }

  @Test("a block without its end names the line where it begins")
  func note() throws {
    let parsed = Parsed("a {\n  b {\n    c: 1\n")
    #expect(parsed.ids == ["syntax.unclosed-block"])
    let diagnostic = try #require(parsed.diagnostics.first)
    #expect(diagnostic.message == "the file ends inside 2 blocks")
    #expect(diagnostic.notes.map { parsed.source.line(at: $0.span.range.lowerBound) } == [1, 2])
    #expect(Parsed(parsed.source.applying(diagnostic.fixIts[0].edits)).diagnostics == [])
  }

  @Test("mistakes on several lines are all told in one run, in the order of the file")
  func severalMistakes() {
    let parsed = Parsed("a {\n  b = 1\n  text “x”\n  c: .5mm\n  d: #12345\n  e: f(1\n}")
    #expect(
      parsed.ids == [
        "syntax.equals-sign", "syntax.wrong-quotes", "syntax.bad-number", "syntax.bad-color",
        "syntax.unclosed-parenthesis",
      ])
  }

  @Test("parsing goes on as if the cure had been made")
  func goodwill() throws {
    let parsed = Parsed("style label｛ size： ２８ｍｍ×.5mm； color＝“#x” ｝")
    guard case .element(let style) = parsed.tree.root.statements[0], let block = style.block,
      case .property(let size) = block.statements[0], case .property(let color) = block.statements[1]
    else {
      Issue.record("\(parsed.tree.dump(of: parsed.source))")
      return
    }
    guard case .number(_, 28, "mm") = size.value.entries[0].terms[0],
      case .word(_, "x") = size.value.entries[0].terms[1], case .number(_, 0.5, "mm") = size.value.entries[0].terms[2],
      case .string(_, let literal) = color.value.entries[0].terms[0]
    else {
      Issue.record("\(parsed.tree.dump(of: parsed.source))")
      return
    }
    #expect(literal.plain == "#x")
    #expect(size.terminators.count == 1)
  }

  @Test("a word in full-width letters is read as the word it means")
  func fullWidthWord() throws {
    let parsed = Parsed("ｔｅｘｔ \"a\"")
    guard case .element(let element) = parsed.tree.root.statements[0] else {
      Issue.record("no element")
      return
    }
    #expect(element.name.word(in: parsed.source) == "text")
    #expect(element.name.text(in: parsed.source) == "ｔｅｘｔ")
  }
}
