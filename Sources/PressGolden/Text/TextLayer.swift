import PressScene

/// The third layer: what an independent reader extracts from the PDF.
struct TextLayer {
  let geometry: GeometryLayer
  /// Whether the scene is another than expected: the text then may be, as long as it is the scene's.
  let isSceneChanged: Bool
  let expected: Scene?
  let actual: Scene

  func differences(_ was: String, _ text: String) -> [Difference] {
    if was == text { return [] }
    if !was.allSatisfy(\.isBlank), text.allSatisfy(\.isBlank) {
      let sentence = "the PDF has no text any more: nobody can search it, copy from it or have it read aloud"
      return [Difference(.text, "golden.text-lost", sentence)]
    }
    if isSceneChanged, isTrue(text) { return [] }
    var result: [Difference] = []
    let hunks = hunks(LineDifference.lines(from: was, to: text))
    let elsewhere = Set(hunks.flatMap(\.gone)).intersection(hunks.flatMap(\.new))
    for hunk in hunks {
      for index in 0..<max(hunk.gone.count, hunk.new.count) {
        let old = index < hunk.gone.count ? hunk.gone[index] : nil
        let new = index < hunk.new.count ? hunk.new[index] : nil
        result += difference(
          old.flatMap { elsewhere.contains($0) ? nil : $0 }, new.flatMap { elsewhere.contains($0) ? nil : $0 })
      }
    }
    for line in elsewhere.sorted() {
      result.append(
        Difference(.text, "golden.text-order", "\(Words.quoted(line)) stands in another place of the PDF's text"))
    }
    return result
  }

  private struct Hunk {
    var gone: [String] = []
    var new: [String] = []
  }

  private func hunks(_ lines: [LineDifference.Line]) -> [Hunk] {
    var hunks: [Hunk] = []
    var isOpen = false
    for line in lines {
      // A page ends with a form feed, which stands before the next one's first line.
      switch line.withoutPageBreak {
      case .same:
        isOpen = false
        continue
      case .gone(let text), .new(let text):
        if !isOpen { hunks.append(Hunk()) }
        isOpen = true
        if text.isEmpty { continue }
        if case .gone = line {
          hunks[hunks.count - 1].gone.append(text)
        } else {
          hunks[hunks.count - 1].new.append(text)
        }
      }
    }
    return hunks
  }

  private func difference(_ old: String?, _ new: String?) -> [Difference] {
    switch (old, new) {
    case (let old?, let new?):
      let items = texts(in: old, but: new)
      let subject = items.isEmpty ? "a line of the PDF's text" : "the PDF's text of \(list(items))"
      return [
        Difference(
          .text, "golden.text", "\(subject) reads \(Words.quoted(new)), not \(Words.quoted(old))", items: items,
          place: items.first.flatMap { geometry.place(of: $0) }, boxes: boxes(items))
      ]
    case (let old?, nil):
      let items = texts(in: old, but: "")
      return [
        Difference(
          .text, "golden.text", "\(Words.quoted(old)) is gone from the PDF's text", items: items,
          place: items.first.flatMap { geometry.place(of: $0) }, boxes: boxes(items))
      ]
    case (nil, let new?):
      return [Difference(.text, "golden.text", "the PDF's text has a new line \(Words.quoted(new))")]
    case (nil, nil): return []
    }
  }

  /// The items whose text stood in the old line and does not stand in the new one.
  private func texts(in old: String, but new: String) -> [String] {
    let (old, new) = (old.solid, new.solid)
    return (expected ?? actual).texts.filter { !$0.text.isEmpty && old.contains($0.text) && !new.contains($0.text) }
      .map(\.id)
  }

  /// Whether a text is what the scene's items say, whatever stands between them: the same characters as often, and each text whole
  /// that is long enough to be told from parts of others. (What goes down a column is read across by some readers.)
  private func isTrue(_ text: String) -> Bool {
    let text = text.solid
    let items = actual.texts
    return Self.counts(items.map(\.text).joined()) == Self.counts(text)
      && items.allSatisfy { $0.isVertical || $0.text.count < 3 || text.contains($0.text) }
  }

  private static func counts(_ text: String) -> [Unicode.Scalar: Int] {
    text.unicodeScalars.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private func list(_ items: [String]) -> String { items.map { geometry.names[$0] }.joined(separator: " and ") }

  private func boxes(_ items: [String]) -> [Difference.Box] {
    actual.pages.flatMap(\.items).flatMap(\.withChildren).filter { items.contains($0.id) }.map {
      .init(side: .both, rect: $0.inkBox)
    }
  }
}

extension Scene {
  fileprivate var texts: [(id: String, text: String, isVertical: Bool)] {
    pages.flatMap(\.items).flatMap(\.withChildren).compactMap { item in
      guard case .text(let runs, _) = item.content else { return nil }
      return (item.id, runs.map(\.text).joined().solid, runs.isVertical)
    }
  }
}

extension String {
  /// Without white space: a reader guesses where spaces are.
  fileprivate var solid: String { String(unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init)) }
}

extension Character {
  /// White space, and what no reader can show.
  fileprivate var isBlank: Bool {
    isWhitespace
      || unicodeScalars.allSatisfy { $0.value == 0 || $0.value == 0xFFFD || $0.properties.generalCategory == .control }
  }
}

extension LineDifference.Line {
  fileprivate var withoutPageBreak: Self {
    func clean(_ text: String) -> String { text.hasPrefix("\u{0C}") ? String(text.dropFirst()) : text }
    return switch self {
    case .same(let text): .same(clean(text))
    case .gone(let text): .gone(clean(text))
    case .new(let text): .new(clean(text))
    }
  }
}
