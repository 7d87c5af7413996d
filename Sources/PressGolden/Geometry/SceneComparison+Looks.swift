import PressScene

extension SceneComparison {
  /// Colour and weight, of all characters or of some.
  mutating func compareLooks(
    _ before: Item, _ after: Item, _ old: (runs: [GlyphRun], fit: TextFit), _ new: (runs: [GlyphRun], fit: TextFit),
    isSameText: Bool
  ) {
    guard isSameText else {
      if let (one, other) = zip(old.runs, new.runs).first(where: { $0.paint != $1.paint }) {
        report(.color(was: one.paint, is: other.paint), before, after)
      }
      return
    }
    let (was, looks) = (old.runs.looks, new.runs.looks)
    let colored = was.indices.filter { was[$0].paint != looks[$0].paint }
    if let first = colored.first {
      let (paint, now) = (was[first].paint, looks[first].paint)
      report(
        colored.count == was.count
          ? .color(was: paint, is: now) : .characterColor(looks.text(colored), was: paint, is: now), before, after)
    }
    // The stroke grows with the type.
    let emboldened = was.indices.filter { index in
      (was[index].bold > 0) != (looks[index].bold > 0)
        || (was[index].size == looks[index].size && was[index].bold != looks[index].bold)
    }
    guard let first = emboldened.first else { return }
    let some = emboldened.count == was.count ? nil : looks.text(emboldened)
    report(.bold(was: was[first].bold, is: looks[first].bold, some), before, after)
  }

  /// Of some characters, where the text is set at the same size.
  mutating func compareCharacterSizes(
    _ before: Item, _ after: Item, _ old: (runs: [GlyphRun], fit: TextFit), _ new: (runs: [GlyphRun], fit: TextFit)
  ) {
    guard old.fit.usedSize == new.fit.usedSize else { return }
    let (was, looks) = (old.runs.looks, new.runs.looks)
    let sized = was.indices.filter { was[$0].size != looks[$0].size }
    guard let first = sized.first else { return }
    let (size, now) = (was[first].size, looks[first].size)
    let alike = sized.filter { was[$0].size == size && looks[$0].size == now }
    report(.characterSize(looks.text(alike), was: size, is: now), before, after)
  }
}

/// How a character looks, but for its face and its place.
private struct CharacterLook {
  var scalar: Unicode.Scalar
  var size: Points
  var paint: Paint
  var bold: Points
}

extension [GlyphRun] {
  fileprivate var looks: [CharacterLook] {
    flatMap { run in
      run.text.unicodeScalars.map {
        CharacterLook(scalar: $0, size: run.size, paint: run.paint, bold: run.embolden)
      }
    }
  }

  /// Whether it goes down a column, upright or turned.
  var isVertical: Bool { contains { $0.direction == .vertical || ($0.transform.a == 0 && $0.transform.b == 1) } }
}

extension [CharacterLook] {
  fileprivate func text(_ indices: [Int]) -> String {
    String(String.UnicodeScalarView(indices.map { self[$0].scalar }))
  }
}

extension Point {
  /// Both lie on the scene's grid, so that a thousandth can be rounding.
  func isNear(_ other: Point) -> Bool {
    abs((x - other.x).value) < 0.0021 && abs((y - other.y).value) < 0.0021
  }
}
