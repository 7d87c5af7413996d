import Foundation
import PressTemplate
import TestKit
import Testing

@Suite("The TextMate grammar")
struct LanguageGrammarTests {
  private let grammar: LanguageGrammar

  init() throws { grammar = try LanguageGrammar() }

  private func scope(_ word: String, in text: String) -> String? {
    grammar.tokens(text).first { $0.text == word }?.scope
  }

  @Test("each element, property, word, type, unit and 字号 of the language is matched as what it is")
  func vocabulary() {
    for element in Vocabulary.elements where element.name != "field" {
      #expect(scope(element.name, in: "  \(element.name) {") == "keyword.control.element.certpress", "\(element.name)")
      for property in element.properties {
        let found = scope(property.name, in: "  text \"甲\" { \(property.name): 1mm }")
        #expect(found == "support.type.property-name.certpress", "\(property.name)")
        for word in property.words where property.examples[word] == nil {
          #expect(scope(word, in: "{ align: \(word); }") == "support.constant.certpress", "\(word)")
        }
        for example in property.examples.values {
          let name = String(example.prefix { $0 != "(" })
          #expect(scope(name, in: "{ fit: \(example) }") == "support.function.certpress", "\(example)")
        }
      }
      for word in element.words where element.examples[word] == nil {
        #expect(scope(word, in: "x: \(word)") == "support.constant.certpress", "\(word)")
      }
      for flag in element.flags { #expect(scope(flag, in: "{ \(flag) }") == "storage.modifier.certpress") }
    }
    for type in Schema.Field.FieldType.allCases {
      #expect(scope(type.rawValue, in: "data {\n  甲 \(type.rawValue) \"乙\"\n}") == "storage.type.certpress")
    }
    for unit in LengthUnit.allCases {
      #expect(scope(unit.rawValue, in: "width: 12\(unit.rawValue);") == "keyword.other.unit.certpress")
    }
    for size in TypeSize.all {
      #expect(scope(size.name, in: "font: song \(size.name)") == "constant.numeric.certpress")
    }
  }

  @Test("it has no element and no property that the language has not")
  func nothingMore() {
    let elements = Set(Vocabulary.elements.map(\.name)).subtracting(["field"])
    #expect(grammar.words("element") == elements)
    #expect(grammar.words("property") == Set(Vocabulary.elements.flatMap(\.properties).map(\.name)))
    let words =
      Vocabulary.elements.flatMap { $0.words + $0.properties.flatMap(\.words) }
    #expect(grammar.words("word") == Set(words))
  }

  @Test("lines are split as a person reads them")
  func lines() {
    typealias Token = LanguageGrammar.Token
    #expect(
      grammar.tokens("  text \"{name} \\\"同学{{\" { over: text; at: 0mm -1.5mm } // text") == [
        Token(text: "text", scope: "keyword.control.element.certpress"),
        Token(text: "\"", scope: "string.quoted.double.certpress"),
        Token(text: "{name}", scope: "variable.other.field.certpress"),
        Token(text: "\\\"", scope: "constant.character.escape.certpress"),
        Token(text: "同学", scope: "string.quoted.double.certpress"),
        Token(text: "{{", scope: "constant.character.escape.certpress"),
        Token(text: "\"", scope: "string.quoted.double.certpress"),
        Token(text: "{", scope: "punctuation.section.block.certpress"),
        Token(text: "over", scope: "support.type.property-name.certpress"),
        Token(text: ":", scope: "punctuation.separator.certpress"),
        Token(text: "text", scope: "support.constant.certpress"),
        Token(text: "; ", scope: ""),
        Token(text: "at", scope: "support.type.property-name.certpress"),
        Token(text: ":", scope: "punctuation.separator.certpress"),
        Token(text: "0", scope: "constant.numeric.certpress"), Token(text: "mm", scope: "keyword.other.unit.certpress"),
        Token(text: "-1.5", scope: "constant.numeric.certpress"),
        Token(text: "mm", scope: "keyword.other.unit.certpress"),
        Token(text: "}", scope: "punctuation.section.block.certpress"),
        Token(text: "// text", scope: "comment.line.double-slash.certpress"),
      ])
    let data = grammar.tokens("data {\n  date date \"日\" { print: date(\"d\") }\n}\nimage photo { }")
    #expect(data.contains(Token(text: "date", scope: "variable.other.field.certpress")))
    #expect(data.contains(Token(text: "date", scope: "support.function.certpress")))
    #expect(data.contains(Token(text: "photo", scope: "variable.other.field.certpress")))
    let style = grammar.tokens("style 标签 { font: song 16pt; color: #b08d3e }")
    #expect(style.contains(Token(text: "标签", scope: "entity.name.type.certpress")))
    #expect(style.contains(Token(text: "#b08d3e", scope: "constant.other.color.certpress")))
  }

  @Test("in the layouts of this repository each element's word is one to the grammar")
  func layouts() throws {
    let folder = URL(filePath: Repository.path("layouts"))
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "layout" {
      let tokens = grammar.tokens(try String(contentsOf: file, encoding: .utf8))
      #expect(tokens.count { $0.scope == "keyword.control.element.certpress" } > 10)
      // Nothing but names, signs and what only a person understands is left.
      let left = tokens.filter { $0.scope.isEmpty && $0.text.contains { $0.isNumber || $0 == "\"" || $0 == "#" } }
      #expect(left.isEmpty, "\(file.lastPathComponent): \(left.map(\.text))")
    }
  }
}
