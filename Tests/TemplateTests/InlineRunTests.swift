import PressDiagnostics
import PressScene
import Testing

@testable import PressTemplate

@Suite("Inline runs of a template")
struct InlineRunTests {
  private func text(_ content: String) throws -> TextTemplate {
    let resolved = Resolved(layout("text \(content) { id: t; at: 0 0; font: song 12pt }"))
    guard case .text(let text)? = try #require(resolved.template, "\(resolved.report)").element("t")?.kind else {
      throw NoText()
    }
    return text.text
  }

  private struct NoText: Error {}

  @Test("each call looks as it says, and calls nest")
  func looks() throws {
    let text = try text("\"甲\" bold(\"乙{name}\" sup(\"丙\")) in(kai, \"丁\") color(#ff0000, sub(\"戊\"))")
    let strings = text.pieces.map { piece -> String in
      switch piece {
      case .text(let text): text
      case .field(let name, _): "{\(name)}"
      }
    }
    #expect(strings == ["甲", "乙", "{name}", "丙", "丁", "戊"])
    #expect(text.looks.map(\.pieces) == [1..<3, 3..<4, 4..<5, 5..<6])
    #expect(text.looks.map(\.look.isBold) == [true, true, false, false])
    #expect(text.looks.map(\.look.rise) == [.none, .superscript, .none, .lowered])
    #expect(text.looks[2].look.family == "CertPress Kai")
    #expect(text.looks[3].look.color == Color(red: 255, green: 0, blue: 0))
    #expect(text.fields == ["name"])
  }

  @Test(
    "a call that is not known, or lacks a part, is one error",
    arguments: [
      ("\"甲\" bald(\"乙\")", "template.unknown-word"), ("\"甲\" bold()", "template.missing-argument"),
      ("\"甲\" in(\"乙\")", "template.missing-argument"), ("\"甲\" color(\"乙\")", "template.missing-argument"),
      ("\"甲\" in(fang, \"乙\")", "template.unknown-font"),
    ])
  func mistakes(content: String, id: String) {
    let resolved = Resolved(layout("text \(content) { at: 0 0; font: song 12pt }"))
    #expect(resolved.errors.map(\.id) == [id], "\(resolved.report)")
  }
}
