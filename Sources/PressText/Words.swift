import Glibc
public import PressDiagnostics
public import PressScene

// All that this room tells people, in one place.

extension FontLibraryError {
  /// One for each fault. They name files of the library and no place in a layout.
  public var diagnostics: [Diagnostic] { faults.map { $0.diagnostic(directory: directory) } }
}

extension FontLibraryError.Fault {
  fileprivate func diagnostic(directory: String) -> Diagnostic {
    let restore = "restore the fonts from the release, or build them again"
    switch self {
    case .noManifest(let code):
      return Diagnostic(
        .error, "text.no-manifest",
        "there is no font manifest that can be read at '\(directory)/manifest.json': \(reason(code))",
        hint: "name the fonts' folder with --fonts, the one that holds manifest.json")
    case .badManifest(let line, let fault):
      let place = line.map { " in line \($0)" } ?? ""
      return Diagnostic(
        .error, "text.bad-manifest", "the font manifest '\(directory)/manifest.json' is wrong\(place): \(fault.words)",
        hint: restore)
    case .missingFile(let file):
      return Diagnostic(
        .error, "text.missing-font-file",
        "the file of font '\(file)', which the manifest in '\(directory)' lists, is not there",
        hint: restore)
    case .sizeDiffers(let file, let expected, let found):
      return Diagnostic(
        .error, "text.font-size-differs",
        "the file of font '\(file)' in '\(directory)' has \(found) bytes, the manifest says \(expected)", hint: restore)
    case .digestDiffers(let file):
      return Diagnostic(
        .error, "text.font-digest-differs",
        "the file of font '\(file)' in '\(directory)' is not the one of the manifest, its SHA-256 differs",
        hint: restore)
    case .unreadableFont(let file):
      return Diagnostic(
        .error, "text.unreadable-font",
        "the file of font '\(file)' in '\(directory)' is no font that FreeType can open", hint: restore)
    case .metricDiffers(let file, let name, let expected, let found):
      return Diagnostic(
        .error, "text.font-metric-differs",
        "the file of font '\(file)' in '\(directory)' has \(name) \(found), the manifest says \(expected)",
        hint: restore)
    case .characterMissing(let file, let codePoint):
      return Diagnostic(
        .error, "text.font-coverage-differs",
        "the file of font '\(file)' in '\(directory)' lacks \(hex(codePoint)), which the manifest promises",
        hint: restore)
    case .characterUntold(let file, let codePoint):
      return Diagnostic(
        .error, "text.font-coverage-differs",
        "the file of font '\(file)' in '\(directory)' has \(hex(codePoint)), of which the manifest does not tell",
        hint: restore)
    }
  }
}

extension FontLibraryError.ManifestFault {
  fileprivate var words: String {
    switch self {
    case .notJSON(let reason): reason
    case .unknownFormat(let format): "its format is \(format), this version reads \(Manifest.format)"
    case .wrongValue(let key, let expected): "'\(key)' has to be \(expected)"
    case .duplicate(let key, let value): "two entries have the \(key) '\(value)'"
    case .unknownFile(let id, let family): "the chain of '\(family)' names the file '\(id)', which is not listed"
    case .noFamilies: "it lists no family"
    case .badCoverage(let file): "the characters of '\(file)' are no ascending list of code points"
    }
  }
}

extension ShapingProblem {
  /// - Parameters:
  ///   - field: the data field whose value is the text; nil for a text of the layout itself.
  ///   - families: the library's, for a suggestion where the layout names another.
  public func diagnostic(
    field: String? = nil, record: String? = nil, at span: Span? = nil, families: [FontFamily] = []
  ) -> Diagnostic {
    let text = field.map { "the value of '\($0)'" } ?? "this text"
    switch self {
    case .missingCharacter(let scalar):
      return Diagnostic(
        .error, "text.missing-character", "no font has \(shown(scalar)), which \(text) needs", at: span,
        hint: cure(of: scalar), field: field, record: record)
    case .familyChanged(let scalar, let asked, let used):
      return Diagnostic(
        .warning, "text.family-changed", "'\(asked)' lacks \(shown(scalar)), so \(text) uses '\(used)'", at: span,
        hint: "look at the printed form; a family that has the character keeps the style", field: field, record: record)
    case .foreignForms(let scalar, let family, let forms):
      return Diagnostic(
        .warning, "text.foreign-forms",
        "\(shown(scalar)) in \(text) is drawn by '\(family)', whose forms are \(forms) and may differ from the mainland's",
        at: span, hint: "compare the printed character with the person's document before issuing", field: field,
        record: record)
    case .unknownFamily(let name):
      let names = families.map(\.name)
      let nearest = Suggestion.nearest(to: name, among: names)
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        .error, "text.unknown-family", "there is no font family '\(name)'", at: span,
        hint: nearest.map { "did you mean '\($0)'?" } ?? (names.isEmpty ? nil : "the families are \(list)"),
        field: field, record: record)
    }
  }

  private func cure(of scalar: Unicode.Scalar) -> String {
    if scalar.properties.isVariationSelector {
      return
        "it chooses a variant of the character before it, which the fonts do not have; delete it if the usual form is right"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return "it is an invisible character, delete it"
    case .nonspacingMark, .spacingMark, .enclosingMark: return "write the letter and its mark as one character"
    case .privateUse: return "it is a private character of one system; find the Unicode character that it stood for"
    default:
      return "check that it is the right character; if it is, the certificate can't be printed before a font has it"
    }
  }
}

/// The character with its code point, or the code point alone where nothing would be seen.
private func shown(_ scalar: Unicode.Scalar) -> String {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark, .spacingMark, .enclosingMark,
    .privateUse,
    .unassigned, .surrogate, .spaceSeparator:
    hex(scalar.value)
  default: "'\(scalar)' (\(hex(scalar.value)))"
  }
}

private func hex(_ codePoint: UInt32) -> String {
  let digits = String(codePoint, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// `strerror` speaks the locale's language, so the usual cases are told here.
private func reason(_ code: Int32) -> String {
  switch code {
  case ENOENT, ENOTDIR: "no such file"
  case EACCES, EPERM: "reading it is not allowed"
  case EISDIR: "it is not a file"
  default: "system error \(code)"
  }
}
