import PressDiagnostics
import PressScene

// What this room says about places that hang on others, pages, tables and included files.

// MARK: Places

extension Diagnostic {
  static func wrongAxis(_ word: String, isX: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-axis",
      isX
        ? "'\(word)' says how high something stands, and the first part of a place is from the left"
        : "'\(word)' says how far right something stands, and the second part of a place is from the top",
      at: span,
      hint: isX ? "write what is across first: 28mm \(word) …" : "write what is down behind it: \(word) … 44mm")
  }

  static func needlessOf(after word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.needless-of", "'\(word)' has no 'of' behind it", at: span, hint: "write \(word) title, say",
      fixIts: [.remove(span, "'of'")])
  }

  static func missingOf(after word: String, before span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-of", "'\(word)' wants 'of' before the element it hangs on", at: span,
      hint: "write \(word) of …", fixIts: [.insert("of ", before: span)])
  }

  static func missingTarget(of words: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.missing-target", "'\(words)' what? the id of an element is missing", at: span,
      hint: "give that element an id, as in id: title, and write \(words) title")
  }

  static func unknownTarget(
    _ id: String, isElsewhere: Bool, suggestion: String?, choices: [String], at span: Span
  ) -> Diagnostic {
    let hint =
      if isElsewhere {
        "'\(id)' stands in another block: only elements side by side can hang on one another"
      } else if let suggestion {
        "did you mean '\(suggestion)'?"
      } else if choices.isEmpty || choices.count > 100 {
        "give the element an id: id: \(id)"
      } else {
        "give the element an id: id: \(id); side by side with this one there are \(choices.quoted.enumeration)"
      }
    return Diagnostic(
      .error, "template.unknown-target", "no element here has the id '\(id)'", at: span, hint: hint,
      fixIts: isElsewhere ? [] : suggestion.map { [.replace(span, id, with: $0)] } ?? [])
  }

  static func relationCycle(_ names: [String], at span: Span, others: [Span]) -> Diagnostic {
    let chain = names.quoted.joined(separator: " → ")
    return Diagnostic(
      .error, "template.relation-cycle",
      names.count == 2 ? "this element hangs on itself" : "these elements hang on one another without end: \(chain)",
      at: span, hint: "give one of them a place of its own", notes: others.map { Note("and this one", at: $0) })
  }
}

// MARK: Pages and tables

extension Diagnostic {
  static func areaNeeded(at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.area-needed", "these pages differ in size, and nothing says how large the certificate is",
      at: span, hint: "add area, such as area 180mm x 260mm: it is the same on every page",
      notes: [Note("the first page is here", at: first)])
  }

  static func breaksInside(_ word: String, container: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.breaks-inside", "a '\(word)' in a '\(container)' cannot go on upon another page", at: span,
      hint: "move it out of the '\(container)'")
  }

  static func againWithoutUntil(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.again-without-until", "'again' says where it goes on, and nothing says where it stops",
      at: span,
      hint: "add until: with the height at which a page is full, such as until: 240mm")
  }

  static func againBelowUntil(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.out-of-range", "'again' must be above 'until'", at: span,
      hint: "write a smaller length, from the top of the area")
  }

  static func restWithoutWidth(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.rest-without-width", "the rest of what? this 'table' has no width", at: span,
      hint: "add width: with a length such as 170mm")
  }

  static func columnsTooWide(sum: Points, width: Points, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.columns-too-wide",
      "these columns are \(decimal(sum.mm, digits: 1))mm wide, and the table is \(decimal(width.mm, digits: 1))mm",
      at: span,
      hint: "make one of them narrower, or write rest for it")
  }

  static func wrongCellCount(_ count: Int, columns: Int, at span: Span, declaration: Span?) -> Diagnostic {
    Diagnostic(
      .error, "template.wrong-cell-count",
      "this row has \(count == 1 ? "one cell" : "\(count) cells"), and the table \(columns == 1 ? "one column" : "\(columns) columns")",
      at: span, hint: "write an element for each column; an empty cell is text \"\"",
      notes: declaration.map { [Note("the columns are here", at: $0)] } ?? [])
  }
}

// MARK: Art

extension Diagnostic {
  static func badPathData(_ error: PathDataError, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.bad-path", "this is not path data: \(error.words)", at: span,
      hint: "write it as in SVG, in millimetres without units: M 0 0 L 10 0 C 10 5 5 10 0 10 Z")
  }

  static func sameEnds(of word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.same-ends", "'from' and 'to' of this '\(word)' are the same place", at: span,
      hint: "move one of them")
  }

  static func notOfForm(_ name: String, form: String, at span: Span, statement: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.unknown-property", "'\(name)' means nothing for '\(form)'", at: span, hint: "remove it",
      fixIts: [.remove(statement, "'\(name)'")])
  }
}

extension PathDataError {
  fileprivate var words: String {
    let place = "at character \(offset + 1) "
    return switch expected {
    case .move: place + "it must begin with M, where the pen is set down"
    case .command: place + "a command's letter is wanted, such as L or C"
    case .commandOrNumber: place + "a number or a command's letter is wanted"
    case .number: place + "a number is wanted"
    case .flag: place + "0 or 1 is wanted"
    case .smallerNumber: place + "a number leads too far"
    case .fewerSegments: "it has more than \(PathData.segmentLimit) parts"
    }
  }
}

// MARK: Included files

extension Diagnostic {
  static func cannotInclude(_ name: String, _ reason: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.cannot-include", "'\(name)' cannot be included: \(reason)", at: span,
      hint: "names count from the folder of the layout that is rendered, and stay in it")
  }

  static func includeCycle(_ names: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.include-cycle",
      "this file includes itself: " + names.quoted.joined(separator: " → "), at: span, hint: "remove this 'include'")
  }

  static func includedTwice(_ name: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.included-twice", "'\(name)' is included a second time", at: span,
      hint: "once is enough: remove it",
      fixIts: [.remove(span, "this 'include'")], notes: [Note("the first time is here", at: first)])
  }

  static func nestedRepeat(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.nested-repeat", "a 'repeat' cannot stand in another one", at: span,
      hint: "move it out: lists hold no lists, so its entries are the same each time")
  }

  static func indexOutsideRepeat(at span: Span) -> Diagnostic {
    Diagnostic(
      .error, "template.index-outside-repeat", "'index' counts the entries of a list, and this stands in no 'repeat'",
      at: span, hint: "move it into a 'repeat'")
  }
}
