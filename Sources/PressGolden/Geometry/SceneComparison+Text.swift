import PressScene

extension SceneComparison {
  mutating func compareText(
    _ before: Item, _ after: Item, _ old: (runs: [GlyphRun], fit: TextFit), _ new: (runs: [GlyphRun], fit: TextFit)
  ) {
    let known = changes.count
    let was = old.runs.map(\.text).joined()
    let text = new.runs.map(\.text).joined()
    if was != text { report(.reads(was: was, is: text), before, after) }
    compareFaces(before, after, old.runs, new.runs, isSameText: was == text)
    if old.fit.askedSize != new.fit.askedSize {
      report(.size(was: old.fit.askedSize, is: new.fit.askedSize), before, after)
    } else if old.fit.usedSize != new.fit.usedSize {
      report(.fitted(was: old.fit.usedSize, is: new.fit.usedSize), before, after)
    }
    if old.fit.lines != new.fit.lines { report(.lines(was: old.fit.lines, is: new.fit.lines), before, after) }
    if was == text { compareCharacterSizes(before, after, old, new) }
    let isSameSetting = changes.count == known
    compareLooks(before, after, old, new, isSameText: was == text)
    if old.runs.isVertical != new.runs.isVertical {
      report(.direction(new.runs.isVertical ? .vertical : .horizontal), before, after)
    } else if isSameSetting {
      comparePlaces(before, after, old, new)
    } else {
      // What is set otherwise has other places; only the box tells whether it was moved.
      let shift = (after.box.origin - before.box.origin).onGrid
      if abs(shift.x.value) > 0.01 || abs(shift.y.value) > 0.01 { report(.moved(by: shift), before, after) }
    }
    guard changes.count == known, old.fit.allowedWidth != new.fit.allowedWidth else { return }
    report(.allowedWidth(was: old.fit.allowedWidth, is: new.fit.allowedWidth), before, after)
  }

  private mutating func compareFaces(
    _ before: Item, _ after: Item, _ old: [GlyphRun], _ new: [GlyphRun], isSameText: Bool
  ) {
    guard isSameText else {
      // Another text may need another file of the same family.
      if let was = old.first?.face.hand, let family = new.first?.face.hand, was != family {
        report(.family(was: was, is: family), before, after)
      }
      return
    }
    let (was, faces) = (old.faces, new.faces)
    let changed = zip(was, faces).filter { $0.face.name != $1.face.name }
    if let (one, other) = changed.first {
      let isWhole = changed.count == was.count
      report(
        isWhole
          ? .family(was: one.face.name, is: other.face.name)
          : .characterFamily(
            String(String.UnicodeScalarView(changed.map(\.0.scalar))), was: one.face.name, is: other.face.name),
        before, after)
    } else if let (_, other) = zip(was, faces).first(where: { $0.face.digest != $1.face.digest }) {
      report(.fontFile(other.face.name), before, after)
    }
  }

  /// Compares the same characters of the same faces at the same size, glyph by glyph.
  private mutating func comparePlaces(
    _ before: Item, _ after: Item, _ old: (runs: [GlyphRun], fit: TextFit), _ new: (runs: [GlyphRun], fit: TextFit)
  ) {
    let isVertical = new.runs.isVertical
    let (was, marks) = (old.runs.marks(isVertical), new.runs.marks(isVertical))
    guard was.map(\.id) == marks.map(\.id) else { return report(.glyphs, before, after) }
    let ways = zip(was, marks).map { $1.onPage - $0.onPage }
    guard let first = ways.first else {
      compareBoxes(before, after)
      return
    }
    if ways.allSatisfy({ $0.isNear(first) }) {
      if !first.isNear(.zero) { report(.moved(by: first.onGrid), before, after) }
      return
    }
    if let spacing = commonSpacing(was, marks) {
      if let allowed = old.fit.allowedWidth, let width = new.fit.allowedWidth, allowed != width {
        report(.spread(was: allowed, is: width), before, after)
      } else {
        report(.tracking(by: spacing), before, after)
      }
    } else if let leading = commonLeading(was, marks) {
      report(.leading(by: leading), before, after)
    } else {
      comparePart(before, after, was, marks, ways)
    }
  }

  /// Where some letters only moved, and all by the same way.
  private mutating func comparePart(
    _ before: Item, _ after: Item, _ was: [Mark], _ marks: [Mark], _ ways: [Point]
  ) {
    let moved = ways.indices.filter { !ways[$0].isNear(.zero) }
    guard let way = moved.first.map({ ways[$0] }), moved.allSatisfy({ ways[$0].isNear(way) }) else {
      return report(.letters, before, after)
    }
    let firstLine = was.indices.prefix { was[$0].isOnLine(of: was[0]) }
    if moved == Array(firstLine), abs(marks[0].place.y.value - was[0].place.y.value) < 0.0021 {
      report(.indented(by: (marks[0].place.x - was[0].place.x).onGrid), before, after)
    } else {
      report(.characterMoved(moved.map { was[$0].text }.joined(), by: way.onGrid), before, after)
    }
  }

  /// What each letter's way to the next on its line gained, if it is the same for all.
  private func commonSpacing(_ was: [Mark], _ marks: [Mark]) -> Points? {
    var gains: [Points] = []
    for index in was.indices.dropFirst() where was[index].isOnLine(of: was[index - 1]) {
      guard marks[index].isOnLine(of: marks[index - 1]) else { return nil }
      gains.append((marks[index].place.x - marks[index - 1].place.x) - (was[index].place.x - was[index - 1].place.x))
    }
    guard let first = gains.first, abs(first.value) > 0.002, gains.allSatisfy({ abs(($0 - first).value) < 0.004 })
    else {
      return nil
    }
    return first.onGrid
  }

  /// What each baseline's way to the next gained, if letters only moved across their lines.
  private func commonLeading(_ was: [Mark], _ marks: [Mark]) -> Points? {
    var gains: [Points] = []
    for index in was.indices.dropFirst() {
      let gain = (marks[index].place.y - marks[index - 1].place.y) - (was[index].place.y - was[index - 1].place.y)
      if was[index].isOnLine(of: was[index - 1]) {
        guard abs(gain.value) < 0.004 else { return nil }
      } else {
        gains.append(gain)
      }
    }
    guard let first = gains.first, abs(first.value) > 0.002, gains.allSatisfy({ abs(($0 - first).value) < 0.004 })
    else {
      return nil
    }
    return first.onGrid
  }
}

/// A glyph on the page.
struct Mark {
  var id: GlyphID
  var onPage: Point
  /// Along its line and across: down and to the left in a column.
  var place: Point
  /// Its characters.
  var text: String

  func isOnLine(of other: Mark) -> Bool { abs((place.y - other.place.y).value) < 0.002 }
}

extension [GlyphRun] {
  fileprivate func marks(_ isVertical: Bool) -> [Mark] {
    flatMap { run in
      let scalars = Array<Unicode.Scalar>(run.text.unicodeScalars)
      return run.clusters.flatMap { cluster in
        let text = String(String.UnicodeScalarView(scalars[cluster.scalars]))
        return run.glyphs[cluster.glyphs].map { glyph in
          let place = run.transform(glyph.position)
          return Mark(
            id: glyph.id, onPage: place, place: isVertical ? Point(x: place.y, y: Points.zero - place.x) : place,
            text: text)
        }
      }
    }
  }

  /// Each character with the face that sets it.
  fileprivate var faces: [(scalar: Unicode.Scalar, face: FaceID)] {
    flatMap { run in run.text.unicodeScalars.map { ($0, run.face) } }
  }
}

extension FaceID {
  /// The family that a face continues: `CertPress Song Ext` is CertPress Song's.
  fileprivate var hand: String { name.hasSuffix(" Ext") ? String(name.dropLast(4)) : name }
}
