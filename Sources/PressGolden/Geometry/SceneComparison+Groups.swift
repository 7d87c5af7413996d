import PressScene

extension SceneComparison {
  mutating func compareGroups(_ before: Item, _ after: Item, _ old: Group, _ new: Group) {
    if old.purpose != new.purpose { report(.kind, before, after) }
    if old.opacity != new.opacity { report(.opacity(was: old.opacity, is: new.opacity), before, after) }
    let turn = old.transform.turn(to: new.transform)
    let start = changes.count
    let shift = turn == .none ? compareBoxes(before, after) : compareTurned(before, after, turn)
    let isResized = turn == .none && shift == nil && !before.box.isNear(after.box)
    // The children move with the group where they are in its space, and by themselves where they are in that around it.
    let way = shift.map { old.transform.inner($0 - (new.transform.offset - old.transform.offset)) } ?? .zero
    compareClips(before, after, old.clip?.map { $0 + way }, new.clip, follows: changes.count > start && shift == nil)
    if old.isEngraving, new.isEngraving, compareEngravings(before, after, old, new) { return }
    let inner = changes.count
    // What moves or grows along with the whole is not told again.
    let children = way.isNear(.zero) ? old.children : old.children.map { $0.moved(by: way.onGrid) }
    compare(children, new.children)
    keep(from: inner) { fact in
      if case .otherwise = fact, shift != nil { return false }  // the rounding of the move
      return !isResized || !fact.followsSize
    }
    guard changes.count == start, old.transform != new.transform else { return }
    report(.letters, before, after)
  }

  /// - Returns: the way of its middle, around which it turns.
  private mutating func compareTurned(_ before: Item, _ after: Item, _ turn: Turn) -> Point? {
    report(turn.isMirrored ? .mirrored : .turned(degrees: turn.degrees), before, after)
    let way = (after.box.center - before.box.center).onGrid
    // The boxes around what is turned are rounded at all their sides.
    if !way.isNear(.zero) { report(.moved(by: way), before, after) }
    return nil
  }

  private mutating func compareClips(_ before: Item, _ after: Item, _ old: Path?, _ new: Path?, follows: Bool) {
    switch (old, new) {
    case (nil, nil): return
    case (let old?, let new?):
      if [old].isNear([new]) { return }
      // A box that is cut at its edge grows with it.
      if follows, old.segments.count == new.segments.count { return }
      report(.clip(was: old.words, is: new.words), before, after)
    default: report(.clip(was: old?.words, is: new?.words), before, after)
    }
  }

  /// Micro-texts and watermarks are letters cut into patterns: told as one.
  /// - Returns: whether they differ in more than their place.
  private mutating func compareEngravings(_ before: Item, _ after: Item, _ old: Group, _ new: Group) -> Bool {
    let (was, count) = (old.letters, new.letters)
    let known = changes.count
    let isSameCells = old.children.map(\.id) == new.children.map(\.id) && old.cells.isNear(new.cells)
    if let turn = old.firstPlace?.turn(to: new.firstPlace ?? .identity), turn != .none, isSameCells {
      // Turned, more or fewer have room.
      report(.turned(degrees: turn.degrees), before, after)
    } else if was != count || !isSameCells {
      report(.engraved(was: was, is: count), before, after)
    }
    return changes.count > known
  }
}

extension Group {
  /// Whether it consists of nothing but figures that repeat.
  fileprivate var isEngraving: Bool {
    !children.isEmpty && children.allSatisfy { if case .pattern = $0.content { true } else { false } }
  }

  private var patterns: [Pattern] {
    children.compactMap { if case .pattern(let pattern) = $0.content { pattern } else { nil } }
  }

  fileprivate var letters: Int { patterns.reduce(0) { $0 + $1.places.count } }
  fileprivate var cells: [Path] { patterns.flatMap { $0.cell.map(\.path) } }
  fileprivate var firstPlace: Transform? { patterns.first?.places.first }
}

extension Transform {
  fileprivate var offset: Point { Point(x: tx, y: ty) }

  /// A way of the space around it, in its own; zero where it flattens.
  fileprivate func inner(_ way: Point) -> Point {
    let area = a * d - b * c
    guard area != 0 else { return .zero }
    return Point(x: way.x * (d / area) - way.y * (c / area), y: way.y * (a / area) - way.x * (b / area))
  }
}

extension Path {
  /// `an ellipse of 30.00 × 20.00 mm`
  fileprivate var words: String {
    let size = Words.size(controlBox.size)
    let curves = segments.count { if case .curve = $0 { true } else { false } }
    let lines = segments.count { if case .line = $0 { true } else { false } }
    return switch (lines, curves) {
    case (3, 0): "a box of \(size)"
    case (0, 4): "an ellipse of \(size)"
    default: "an outline of \(size)"
    }
  }
}
