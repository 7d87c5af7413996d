import CertPress
import PressBytes
import PressDiagnostics
import PressRecord

extension GoldenHarness {
  /// A broken layout, and what a designer is told about it.
  func checkDiagnostics(_ golden: GoldenCase) throws(Faults) -> Outcome {
    let files = try diagnosticsFiles(golden)
    var differences: [Difference] = []
    var evidence = Outcome.Evidence()
    for (name, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      switch golden.expected(name) {
      case .failure(let nothing):
        differences.append(Difference(.render, "golden.nothing-expected", nothing.sentence))
      case .success(let found):
        let was = String(decoding: found, as: UTF8.self)
        if was == text { continue }
        evidence.texts.append((name, was, text))
        differences.append(Difference(.render, "golden.diagnostics", sentence(name, was, text)))
      }
    }
    for stray in golden.strays(expected: files.map(\.name), used: namedFiles(of: golden)) {
      differences.append(
        Difference(.render, "golden.stray", "'\(stray)' in the case's folder belongs to nothing: remove it"))
    }
    return Outcome(
      name: golden.name, status: differences.isEmpty ? .equal : .differs, layout: try golden.layoutPath,
      differences: differences, evidence: evidence)
  }

  /// Files of the folder that its layout, a part of that or its record names in quotes; a broken layout may ask for none of them.
  private func namedFiles(of golden: GoldenCase) -> Set<String> {
    let entries = Files.entries(of: golden.folder)
    let texts = entries.filter { $0.hasSuffix(".layout") || $0 == GoldenCase.File.record }.compactMap { name in
      (try? golden.read(name, as: "layout")).map { String(decoding: $0, as: UTF8.self) }
    }
    return Set(entries.filter { entry in texts.contains { $0.contains("\"" + entry + "\"") } })
  }

  private func sentence(_ name: String, _ was: String, _ text: String) -> String {
    let changed = LineDifference.lines(from: was, to: text)
    let gone = changed.firstNonNil { if case .gone(let line) = $0, !line.trimmed.isEmpty { line.trimmed } else { nil } }
    let new = changed.firstNonNil { if case .new(let line) = $0, !line.trimmed.isEmpty { line.trimmed } else { nil } }
    let what =
      switch name {
      case GoldenCase.File.mendedLayout: "the layout after its fix-its"
      case GoldenCase.File.remaining: "what is still told after the fix-its"
      default: "what the designer is told"
      }
    return switch (gone, new) {
    case (let gone?, let new?): "\(what) is \(Words.quoted(new, atMost: 120)), not \(Words.quoted(gone, atMost: 120))"
    case (let gone?, nil): "\(what) lacks \(Words.quoted(gone, atMost: 120))"
    case (nil, let new?): "\(what) has \(Words.quoted(new, atMost: 120)) besides"
    case (nil, nil): "\(what) differs in its empty lines"
    }
  }

  /// The diagnostics of the case's layout and record, the layout once all fix-its are applied, and what is wrong with that.
  /// - Throws: ``Faults`` where there is nothing to tell: the case belongs elsewhere.
  func diagnosticsFiles(_ golden: GoldenCase) throws(Faults) -> [(name: String, bytes: [UInt8])] {
    let path = try golden.layoutPath
    let name = String(path.split(separator: "/").last ?? "sheet.layout")
    let draft = LayoutDraft(
      try golden.layoutBytes(path), name: name, files: .directory(Files.folder(of: path)))
    let told = try told(of: draft, golden, path)
    guard !told.isEmpty else {
      throw refusal(
        "golden.no-diagnostics", "'\(golden.name)' has nothing to complain about",
        hint: "a case below diagnostics/ is a layout with a mistake in it; move this one to another group")
    }
    var files = [(name: GoldenCase.File.diagnostics, bytes: Array(told.utf8))]
    // One round, and warnings too: what each diagnostic's own cure makes of the layout.
    let fixed = draft.fixed(from: .warning, rounds: 1)
    if !fixed.applied.isEmpty {
      files.append((GoldenCase.File.mendedLayout, fixed.bytes))
      let remaining = try self.told(of: fixed.draft, golden, path)
      if !remaining.isEmpty { files.append((GoldenCase.File.remaining, Array(remaining.utf8))) }
    }
    return files
  }

  /// What a designer is told of a layout, and of the case's record if the layout has no errors; empty for nothing.
  private func told(of draft: LayoutDraft, _ golden: GoldenCase, _ path: String) throws(Faults) -> String {
    var (diagnostics, sources) = (draft.diagnostics, draft.sources)
    if !diagnostics.hasErrors, Files.exists(golden.path(GoldenCase.File.record)) {
      do throws(Faults) {
        let layout = try press.layout(
          sources[draft.id].bytes, name: sources[draft.id].name, pictures: .directory(Files.folder(of: path)))
        let record = try layout.record(
          json: golden.read(GoldenCase.File.record, as: "record"), name: GoldenCase.File.record)
        diagnostics += layout.check(record, pictures: .directory(golden.folder))
        sources = layout.sources(with: record)
      } catch {
        (diagnostics, sources) = (error.diagnostics, error.sources)
      }
    }
    return diagnostics.isEmpty ? "" : TerminalPrinter(sources: sources).text(of: diagnostics)
  }
}

extension Sequence {
  fileprivate func firstNonNil<Value>(_ value: (Element) -> Value?) -> Value? {
    for element in self {
      if let found = value(element) { return found }
    }
    return nil
  }
}
