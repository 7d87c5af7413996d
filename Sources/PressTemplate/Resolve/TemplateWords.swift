import PressDiagnostics
import PressScene

// All words of this room about elements, properties and names; those about values are in TemplateWords+Values.swift. An id is
// stable: people look it up, and tests and tools match it.

extension FixIt {
  static func replace(_ span: Span, _ old: String, with new: String) -> FixIt {
    FixIt("replace '\(old)' with '\(new)'", [SourceEdit(span, new)])
  }

  static func insert(_ text: String, before span: Span) -> FixIt {
    let start = span.range.lowerBound
    return FixIt("insert '\(text.trimmed)'", [SourceEdit(Span(span.source, start..<start), text)])
  }

  static func insert(_ text: String, after span: Span) -> FixIt {
    let end = span.range.upperBound
    return FixIt("insert '\(text.trimmed)'", [SourceEdit(Span(span.source, end..<end), text)])
  }

  static func remove(_ span: Span, _ what: String) -> FixIt {
    FixIt("remove \(what)", [SourceEdit(span, "")])
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

// MARK: The file as a whole

extension Diagnostic {
  static func missingCertificate(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-certificate", "the layout has no certificate", at: span,
      hint: "put everything into one block: certificate \"NAME\" { … }; a file that others include is checked with them"
    )
  }

  static func secondCertificate(at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.second-certificate", "a layout has one certificate, and this is the second", at: span,
      hint: "put the second one into a file of its own", notes: [Note("the first one is here", at: first)])
  }

  static func outsideCertificate(_ spans: [Span]) -> Diagnostic {
    Diagnostic(
      .error, "template.outside-certificate", "this stands outside of the certificate", at: spans.first,
      hint: "move it into the certificate's block",
      notes: spans.dropFirst().map { Note("so does this", at: $0) })
  }

  static func emptyCertificate(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.empty-certificate", "nothing is printed on this certificate", at: span,
      hint: "add a text, say: text \"…\" { font: song 16pt; at: 20mm 20mm }")
  }

  static func missingPage(at span: Span, body: Span?) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-page", "the certificate does not say which paper it is printed on", at: span,
      hint: "add page A4 or page A4 landscape",
      fixIts: body.map { [.insert("\n  page A4 landscape\n", after: $0), .insert("\n  page A4\n", after: $0)] } ?? [])
  }

  static func areaTooLarge(_ side: String, area: Points, page: Points, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.area-too-large",
      "the area's \(side) of \(decimal(area.mm))mm is more than the page's \(decimal(page.mm))mm", at: span,
      hint: "make the area smaller, or turn the page to landscape")
  }
}

// MARK: Elements

extension Diagnostic {
  /// `suggestion` as it must be written, with a colon if it is a property. The other spans are of strangers that follow.
  static func unknownElement(
    _ word: String, in rule: ElementRule?, suggestion: String?, choices: [String], at spans: [Span]
  ) -> Diagnostic {
    let place = rule.map { " in '\($0.name)'" } ?? ""
    return Diagnostic(
      .error, "template.unknown-element", "unknown word '\(word)'" + place, at: spans.first,
      hint: suggestion.map { "did you mean '\($0)'?" }
        ?? (choices.isEmpty ? "nothing but its arguments belongs there" : "here may stand \(choices.alternatives)"),
      fixIts: zip(spans, suggestion.map { [$0] } ?? []).map { .replace($0, word, with: $1) },
      notes: spans.dropFirst().map { Note("nor is this known", at: $0) })
  }

  static func misplacedElement(
    _ word: String, in rule: ElementRule, belongsIn owners: [String], at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.misplaced-element", "'\(word)' does not belong in '\(rule.name)'", at: span,
      hint: rule.name == "table" && ElementRules.flowing.contains(word)
        ? "a table holds rows, and a row its cells: row { \(word) … }"
        : rule.isFlow && ElementRules.visible.contains(word)
          ? "'\(word)' has a place of its own: move it out of the '\(rule.name)'"
          : owners.isEmpty ? "it is the file's outermost block" : "it belongs in \(owners.quoted.alternatives)")
  }

  static func unexpectedBlock(of rule: ElementRule, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.unexpected-block", "'\(rule.name)' has no block", at: span,
      hint: "write it as \(rule.head)")
  }

  static func missingArgument(of word: String, example: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-argument", "'\(word)' is not complete", at: span, hint: "write \(example)")
  }

  static func missingPosition(of word: String, isText: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-position", "nothing says where this '\(word)' stands", at: span,
      hint: "add at: x y for its top left corner, " + (isText ? "center: x y, or baseline: x y" : "or center: x y"))
  }

  static func missingLine(of word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-position", "nothing says where this '\(word)' stands", at: span,
      hint: "add from: x y and to: x y for a line, or at: x y and size: for the edge of a box")
  }

  static func positionInFlow(_ name: String, flow: String, at span: Span, statement: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.position-in-flow", "the '\(flow)' around it says where it stands, not '\(name)'", at: span,
      hint: "remove it, or move the element out of the '\(flow)'", fixIts: [.remove(statement, "'\(name)'")])
  }

  static func duplicateID(_ id: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.duplicate-id", "two elements side by side are called '\(id)'", at: span,
      hint: "give this one another id", notes: [Note("the first one is here", at: first)])
  }

  static func alwaysPresent(_ field: Schema.Field, at span: Span) -> Diagnostic {
    let fallback = field.defaultText == nil ? nil : field.provenance["default"]?.span
    return Diagnostic(
      .warning, "template.always-present", "'\(field.name)' is always there, so 'when' changes nothing", at: span,
      hint: (fallback == nil ? "declare it optional" : "remove its default and declare it optional")
        + ", or take its elements out of the 'when'",
      notes: [
        fallback.map { Note("its default is here", at: $0) }
          ?? Note("it is declared here without 'optional'", at: field.span)
      ])
  }

  static func emptyContainer(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .warning, "template.empty-container", "nothing stands in this '\(word)'", at: span, hint: "remove it")
  }
}

// MARK: Properties

extension Diagnostic {
  static func missingColon(after name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-colon", "'\(name)' is a property and needs a colon", at: span,
      hint: "write '\(name): …'", fixIts: [.insert(":", after: span)])
  }

  static func extraColon(after name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.extra-colon", "'\(name)' is an element here and has no colon", at: span,
      hint: "write '\(name) …'", fixIts: [.remove(span, "':'")])
  }

  static func flagWithValue(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.flag-with-value", "'\(name)' stands by itself, without a value", at: span,
      hint: "write '\(name)', or leave it out", fixIts: [FixIt("write '\(name)'", [SourceEdit(span, name)])])
  }

  static func unknownProperty(
    _ name: String, of rule: ElementRule, suggestion: String?, owners: [String], at span: Span
  ) -> Diagnostic {
    let known = (rule.properties.map(\.name) + rule.flags).unique
    let hint =
      if let suggestion {
        "did you mean '\(suggestion)'?"
      } else if ["size", "font-size", "字号"].contains(name), rule.name == "text" {
        "a text has 'width' and 'height', and the size of its characters stands in 'font'"
      } else if rule.name == "certificate" {
        owners.isEmpty
          ? "a certificate has no properties, only elements"
          : "'\(name)' belongs to \(owners.quoted.alternatives), or in a 'style'"
      } else if !owners.isEmpty {
        "'\(name)' belongs to \(owners.quoted.alternatives); '\(rule.name)' has \(known.enumeration)"
      } else if known.isEmpty {
        "'\(rule.name)' has no properties"
      } else {
        "'\(rule.name)' has \(known.enumeration)"
      }
    return Diagnostic(
      .error, "template.unknown-property", "unknown property '\(name)' on '\(rule.name)'", at: span, hint: hint,
      fixIts: suggestion.map { [.replace(span, name, with: $0)] } ?? [])
  }

  static func missingProperty(_ name: String, of word: String, wanted: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-property", "'\(word)' needs '\(name)'", at: span,
      hint: "add \(name): with \(wanted)")
  }

  static func missingFont(_ part: String, of word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-font", "nothing says which \(part) this '\(word)' is set in", at: span,
      hint: "add font: with a font and a size such as song 16pt, or a style that has one")
  }

  static func duplicateProperty(_ name: String, at span: Span, first: Span, statement: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.duplicate-property", "'\(name)' stands here a second time", at: span,
      hint: "keep one of the two", fixIts: [.remove(statement, "this '\(name)'")],
      notes: [Note("the first one is here", at: first)])
  }

  static func conflictingProperties(_ name: String, _ other: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.conflicting-properties", "'\(name)' and '\(other)' say the same thing in two ways", at: span,
      hint: "keep one of the two", notes: [Note("'\(other)' is here", at: first)])
  }

  static func incompleteBox(of word: String, missing: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-property", "'\(word)' needs '\(missing)' too", at: span,
      hint: "add \(missing):, or write both as size: with a size such as 28mm x 39mm")
  }

  static func missingInk(of word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-property", "'\(word)' needs 'fill' or 'stroke'", at: span,
      hint: "add fill: with a colour such as #b08d3e, or stroke: with a width and a colour such as 0.5pt #000000")
  }

  static func dashWithoutStroke(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.dash-without-stroke", "'dash' parts a stroke, and there is none", at: span,
      hint: "add stroke: with a width and a colour such as 0.5pt #000000")
  }

  static func distributeWithoutWidth(_ alignment: String, side: String, at span: Span, note: Span?) -> Diagnostic {
    Diagnostic(
      .error, "template.distribute-without-width",
      "'\(alignment)' spreads characters over a \(side), and this text has none",
      at: span, hint: "add \(side): with a length such as " + (alignment == "justify" ? "160mm" : "4em"),
      notes: note.map { [Note("'\(alignment)' comes from here", at: $0)] } ?? [])
  }

  static func idleStyleProperty(_ name: String, style: String, users: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .warning, "template.idle-style-property",
      "'\(name)' of style '\(style)' does nothing: \(users.quoted.enumeration) has no such property", at: span,
      hint: "remove it from the style")
  }
}

// MARK: Names

extension Diagnostic {
  static func unknownName(
    _ kind: Names.Kind, _ name: String, uses: [Names.Use],
    suggestion: (name: String, declaration: Span, isUsed: Bool)?, declared: [String]
  ) -> Diagnostic {
    var fixIts: [FixIt] = []
    var notes = uses.dropFirst().map { Note("used here too", at: $0.span) }
    if let suggestion {
      fixIts = [
        FixIt(
          "replace '\(name)' with '\(suggestion.name)'", uses.map { SourceEdit($0.span, suggestion.name) })
      ]
      if !suggestion.isUsed {
        // Written so everywhere but where it is declared: then that is the slip.
        let rename = FixIt("rename '\(suggestion.name)' to '\(name)'", [SourceEdit(suggestion.declaration, name)])
        fixIts.insert(rename, at: uses.count > 1 ? 0 : 1)
      }
      notes.append(Note("'\(suggestion.name)' is declared here", at: suggestion.declaration))
    } else if let bare = uses.first(where: \.isBare) {
      fixIts = [FixIt("put it in quotes", [SourceEdit(bare.span, "\"" + name + "\"")])]
    }
    let hint =
      if let suggestion {
        "did you mean '\(suggestion.name)'?"
      } else if uses.contains(where: \.isBare) {
        "a bare word is a field; a text stands in quotes"
      } else {
        switch kind {
        case .font: "declare it: font \(name) \"FAMILY\"" + declared.asRest
        case .style: "declare it: style \(name) { … }" + declared.asRest
        case .field:
          "declare it in 'data': \(name) text \"LABEL\""
            + (declared.count <= 12 ? declared.filter { !$0.contains("/") }.asRest : "")
        }
      }
    return Diagnostic(
      .error, "template.unknown-\(kind.rawValue)", "no \(kind.rawValue) is called '\(name)'", at: uses.first?.span,
      hint: hint, fixIts: fixIts, notes: notes)
  }

  static func entryOutsideRepeat(_ name: String, list: String, uses: [Names.Use], _ declaration: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.unknown-field",
      "'\(name)' is a field of each entry of '\(list)', and this stands outside of them",
      at: uses.first?.span, hint: "move it into repeat \(list) { … }",
      notes: uses.dropFirst().map { Note("used here too", at: $0.span) }
        + [Note("'\(name)' is declared here", at: declaration)])
  }

  /// - Parameter missing: the one name that is used and not declared.
  static func duplicateName(
    _ kind: Names.Kind, _ name: String, at span: Span, first: Span, missing: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, "template.duplicate-\(kind.rawValue)", "a second \(kind.rawValue) is called '\(name)'", at: span,
      hint: missing.map { "is this '\($0)'? that one is used and not declared" } ?? "give one of the two another name",
      fixIts: missing.map { [FixIt("rename this '\(name)' to '\($0)'", [SourceEdit(span, $0)])] } ?? [],
      notes: [Note("the first one is here", at: first)])
  }

  static func duplicateElement(_ word: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.duplicate-element", "a certificate has one '\(word)', and this is the second", at: span,
      hint: "keep one of the two", notes: [Note("the first one is here", at: first)])
  }

  static func reservedName(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.reserved-name", "'\(name)' is a size of type and cannot name a font", at: span,
      hint: "choose another alias")
  }

  static func reservedFieldName(_ name: BuiltInName, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.reserved-name", "'\(name.rawValue)' is \(name.meaning) and cannot name a field", at: span,
      hint: "choose another name")
  }

  static func innerNameTaken(_ name: String, list: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.duplicate-field", "a field outside of the list is called '\(name)' too", at: span,
      hint: "give this one a name that is not taken, such as \(list)_\(name)",
      notes: [Note("the other one is here", at: first)])
  }

  static func styleCycle(_ names: [String], at span: Span, others: [Span]) -> Diagnostic {
    let chain = names.quoted.joined(separator: " → ")
    return Diagnostic(
      .error, "template.style-cycle", "these styles take over one another without end: \(chain)", at: span,
      hint: "remove one of these 'style:'", notes: others.map { Note("and here", at: $0) })
  }

  static func unused(_ kind: Names.Kind, _ name: String, at span: Span, statement: Span?) -> Diagnostic {
    Diagnostic(
      .warning, "template.unused-\(kind.rawValue)", "nothing uses the \(kind.rawValue) '\(name)'", at: span,
      hint: "remove it", fixIts: statement.map { [.remove($0, "'\(name)'")] } ?? [])
  }
}

extension [String] {
  /// Each in single quotes.
  var quoted: [String] { map { "'" + $0 + "'" } }

  /// The first of each, in order.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }

  fileprivate var asRest: String { isEmpty ? "" : "; declared are " + quoted.enumeration }
}
