public import PressDiagnostics

extension SyntaxTree {
  /// The tree as text for `certpress dump --stage syntax`: one node a line, two spaces deeper than the node that holds it, with its
  /// place as `line:column` of its first and behind its last character, and the tokens as written.
  public func dump(of source: Source) -> String {
    var dumper = Dumper(source: source)
    dumper.line("file", 0..<source.bytes.count)
    dumper.inside { $0.statements(root.statements) }
    return dumper.text
  }
}

private struct Dumper {
  let source: Source
  var ruler: Source.Ruler
  var text = ""
  var depth = 0

  init(source: Source) {
    self.source = source
    ruler = Source.Ruler(source)
  }

  mutating func inside(_ body: (inout Dumper) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  mutating func line(_ node: String, _ range: Range<Int>, _ tokens: [Token] = []) {
    text += String(repeating: "  ", count: depth) + node + " " + place(range.lowerBound) + "-" + place(range.upperBound)
    for token in tokens { text += " " + visible(token.text(in: source)) }
    text += "\n"
  }

  private mutating func place(_ offset: Int) -> String {
    let (line, column) = ruler.place(at: offset)
    return "\(line):\(column)"
  }

  /// Controls as escapes, so that a node stays on its line.
  private func visible(_ written: String) -> String {
    var shown = ""
    for scalar in written.unicodeScalars {
      if scalar.isTreacherous || scalar.value < 0x20 {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  mutating func statements(_ list: [StatementSyntax]) {
    for statement in list {
      switch statement {
      case .element(let element):
        line("element", element.range, element.name.isMissing ? [] : [element.name])
        inside { dumper in
          for argument in element.arguments { dumper.term(argument) }
          if let block = element.block { dumper.block(block) }
        }
      case .property(let property):
        line("property", property.range, [property.name])
        inside { $0.list(property.value) }
      case .skipped(let tokens):
        line("skipped", statement.range, tokens)
      }
    }
  }

  private mutating func block(_ block: BlockSyntax) {
    var node = "block"
    if block.leftBrace == nil { node += " without {" }
    if block.rightBrace == nil { node += " without }" }
    line(node, block.range ?? 0..<0)
    inside { $0.statements(block.statements) }
  }

  private mutating func list(_ list: ListSyntax) {
    for entry in list.entries {
      // A single term speaks for itself.
      if entry.terms.count == 1 {
        term(entry.terms[0])
      } else {
        line("group", entry.range ?? 0..<0)
        inside { dumper in
          for term in entry.terms { dumper.term(term) }
        }
      }
    }
  }

  private mutating func term(_ term: TermSyntax) {
    switch term {
    case .number(let token, _, _): line("number", token.range, [token])
    case .string(let token, _): line("string", token.range, [token])
    case .word(let token, _): line("word", token.range, [token])
    case .color(let token, _, _, _): line("color", token.range, [token])
    case .call(let name, _, let arguments, _):
      line("call", term.range, [name])
      inside { $0.list(arguments) }
    case .broken(let tokens): line("broken", term.range, tokens)
    }
  }
}
