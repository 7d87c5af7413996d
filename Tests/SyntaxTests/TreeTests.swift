import PressDiagnostics
import PressSyntax
import Testing

/// What the tree says of a right layout.
@Suite struct TreeTests {
  /// The only statement of a text, which must be right.
  private func property(_ text: String) throws -> PropertySyntax {
    let parsed = Parsed(text)
    try #require(parsed.diagnostics == [])
    guard case .property(let property) = try #require(parsed.tree.root.statements.first) else {
      throw Unexpected(what: parsed.tree.dump(of: parsed.source))
    }
    return property
  }

  private func element(_ text: String) throws -> (ElementSyntax, Parsed) {
    let parsed = Parsed(text)
    try #require(parsed.diagnostics == [])
    guard case .element(let element) = try #require(parsed.tree.root.statements.first) else {
      throw Unexpected(what: parsed.tree.dump(of: parsed.source))
    }
    return (element, parsed)
  }

  private struct Unexpected: Error { var what: String }

  @Test(
    "a number is its value and its unit as written",
    arguments: [
      ("29pt", 29, "pt"), ("0.08em", 0.08, "em"), ("-0.5mm", -0.5, "mm"), ("100%", 100, "%"), ("2", 2, ""),
      ("12号", 12, "号"), ("007", 7, ""), ("39.2mm", 39.2, "mm"), ("0.1", 0.1, ""), ("123456.789", 123456.789, ""),
      ("0.30000000000000000000004pt", 0.3, "pt"), ("4em2", 4, "em2"),
    ] as [(String, Double, String)])
  func number(text: String, value: Double, unit: String) throws {
    guard case .number(_, let foundValue, let foundUnit) = try property("a: \(text)").value.entries[0].terms[0] else {
      throw Unexpected(what: text)
    }
    #expect(foundValue == value)
    #expect(foundUnit == unit)
  }

  @Test("a text resolves escapes and doubled braces and names its fields with their places")
  func string() throws {
    let text = #"a: "使用{{场景}}: {scene}\n\"\\\t\u{4DAE}{one-of}""#
    guard case .string(let token, let literal) = try property(text).value.entries[0].terms[0] else {
      throw Unexpected(what: text)
    }
    let source = Source(name: "x", bytes: Array(text.utf8))
    #expect(token.text(in: source) == String(text.dropFirst(3)))
    #expect(literal.pieces.count == 4)
    #expect(literal.pieces[0] == .text("使用{场景}: "))
    guard case .field("scene", let range) = literal.pieces[1] else { throw Unexpected(what: "\(literal)") }
    #expect(source.text(range) == "scene")
    #expect(literal.pieces[2] == .text("\n\"\\\t䶮"))
    guard case .field("one-of", _) = literal.pieces[3] else { throw Unexpected(what: "\(literal)") }
    #expect(literal.plain == nil)
  }

  @Test("an empty text is one empty piece")
  func emptyString() throws {
    guard case .string(_, let literal) = try property("a: \"\"").value.entries[0].terms[0] else {
      throw Unexpected(what: "")
    }
    #expect(literal.plain == "")
  }

  @Test("a text in straight quotes may hold any other quotes")
  func quotesInside() throws {
    guard case .string(_, let literal) = try property("a: \"他说“好”、‘x’「y」'z'\"").value.entries[0].terms[0] else {
      throw Unexpected(what: "")
    }
    #expect(literal.plain == "他说“好”、‘x’「y」'z'")
  }

  @Test("colours have two digits each, or one that counts twice")
  func color() throws {
    for (text, expected) in [("#b08d3e", [0xB0, 0x8D, 0x3E]), ("#F0c", [0xFF, 0, 0xCC])] as [(String, [UInt8])] {
      guard case .color(_, let red, let green, let blue) = try property("a: \(text)").value.entries[0].terms[0] else {
        throw Unexpected(what: text)
      }
      #expect([red, green, blue] == expected)
    }
  }

  @Test("a value is groups of terms parted by commas, and goes on after a line that ends in a comma")
  func list() throws {
    let value = try property("fit: shrink(12pt, a b),\n  wrap(2)").value
    #expect(value.entries.count == 2)
    #expect(value.entries[0].comma != nil)
    guard case .call(_, _, let arguments, let right) = value.entries[0].terms[0] else { throw Unexpected(what: "") }
    #expect(arguments.entries.map(\.terms.count) == [1, 2])
    #expect(right != nil)
    #expect(try property("size: 28mm x 39mm").value.entries[0].terms.count == 3)
    #expect(try property("date: now()").value.entries[0].terms.count == 1)
  }

  @Test("an element has arguments on its line and a block, and another may follow the block")
  func elements() throws {
    let (row, _) = try element("row { text \"a\" { style: label } text \"b\" { optional; max: 30 } }")
    #expect(row.arguments.isEmpty)
    let block = try #require(row.block)
    #expect(block.statements.count == 2)
    guard case .element(let second) = block.statements[1], let inner = second.block else { throw Unexpected(what: "") }
    #expect(inner.statements.count == 2)
    guard case .element(let optional) = inner.statements[0], case .property = inner.statements[1] else {
      throw Unexpected(what: "")
    }
    #expect(optional.terminators.count == 1)
  }

  @Test("spans go from a node's first byte to its last")
  func spans() throws {
    let text = "// c\n text \"姓名\" { size: 1mm x 2mm, 3 ; fit: wrap(2) };"
    let (element, parsed) = try element(text)
    func shown(_ span: Span?) -> String? { span.map { parsed.source.text($0.range) } }
    let id = parsed.tree.source
    #expect(shown(element.span(in: id)) == "text \"姓名\" { size: 1mm x 2mm, 3 ; fit: wrap(2) }")
    #expect(shown(element.headSpan(in: id)) == "text \"姓名\"")
    #expect(shown(element.block?.span(in: id)) == "{ size: 1mm x 2mm, 3 ; fit: wrap(2) }")
    guard case .property(let size) = try #require(element.block?.statements.first) else { throw Unexpected(what: "") }
    #expect(shown(size.span(in: id)) == "size: 1mm x 2mm, 3")
    #expect(shown(size.valueSpan(in: id)) == "1mm x 2mm, 3")
    #expect(shown(size.value.entries[0].span(in: id)) == "1mm x 2mm")
    #expect(shown(size.value.entries[0].terms[2].span(in: id)) == "2mm")
    guard case .property(let fit) = try #require(element.block?.statements.last) else { throw Unexpected(what: "") }
    #expect(shown(fit.value.entries[0].terms[0].span(in: id)) == "wrap(2)")
  }

  @Test("a token knows whether it begins a line, with any line break")
  func lineStarts() {
    for lineBreak in ["\n", "\r\n", "\r", " // c\n", "\n\n"] {
      let parsed = Parsed("a b" + lineBreak + "c")
      var starts: [Bool] = []
      parsed.tree.forEachToken { starts.append($0.startsLine) }
      #expect(starts == [false, false, true, false])
      #expect(parsed.tree.root.statements.count == 2)
    }
  }

  @Test("the dump has one node a line with its place and its text")
  func dump() {
    let parsed = Parsed("row {\n  text \"姓名\" { at: 1mm 2mm; fit: wrap(2) } )\n}")
    #expect(
      parsed.tree.dump(of: parsed.source) == """
        file 1:1-3:2
          element 1:1-3:2 row
            block 1:5-3:2
              element 2:3-2:42 text
                string 2:8-2:12 "姓名"
                block 2:13-2:42
                  property 2:15-2:26 at
                    group 2:19-2:26
                      number 2:19-2:22 1mm
                      number 2:23-2:26 2mm
                  property 2:28-2:40 fit
                    call 2:33-2:40 wrap
                      number 2:38-2:39 2
              skipped 2:43-2:44 )

        """)
  }
}
