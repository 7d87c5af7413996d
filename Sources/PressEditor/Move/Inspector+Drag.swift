import CertPress
import PressDiagnostics
import PressScene
import PressTemplate

extension Inspector {
  /// The changes of the source that carry out a drag: exactly the numbers that place the item, in their own units.
  ///
  /// What other elements place is not torn from them; it is told what it hangs on.
  public func drag(_ drag: Drag) -> DragOutcome {
    // Further than any sheet is wide no number may reach.
    guard abs(drag.dx) < 14_400, abs(drag.dy) < 14_400, let walk = walk(page: drag.page),
      let seen = walk.seen.first(where: { $0.id == drag.item })
    else { return .nothing }
    let element = walk.index[seen.node].element
    if let hangs = hangs(seen, in: walk.index) { return .hangs(on: hangs.on, message: hangs.message) }
    guard element.handles.contains(drag.handle) else {
      return .hangs(on: nil, message: withoutHandle(drag.handle, element))
    }
    guard let changes = changes(drag, of: seen, element, in: walk.index) else { return .nothing }
    let rewrite = Rewrite(element, draft: draft, outline: outline, index: walk.index)
    let label = (drag.handle == .move ? "move " : "resize ") + title(of: element)
    return rewrite.outcome(
      changes, scope: drag.scope, label: changes.isSmallest ? label + " to its smallest" : label)
  }

  private func changes(
    _ drag: Drag, of seen: Seen, _ element: Element, in index: ElementIndex
  ) -> PlaceChanges? {
    var changes = PlaceChanges()
    let percent = percents(of: seen.node, in: index)
    let space = seen.transform.turn
    let way = space.back(Point(x: drag.dx, y: drag.dy))
    if let ends = element.ends {
      let names = drag.handle == .move ? ["from", "to"] : [drag.handle.rawValue]
      // A line without a length is none.
      let length = drag.handle == .from ? ends.to - ends.from - way : ends.to - ends.from + way
      if drag.handle != .move, abs(length.x) < EdgeShift.least, abs(length.y) < EdgeShift.least { return nil }
      changes.moveEnds(names, by: way, percent: percent)
      return changes
    }
    let size = Size(
      width: element.writtenLength(.x) ?? seen.box.width, height: element.writtenLength(.y) ?? seen.box.height)
    let again = standsAgain(seen, element, page: drag.page)
    guard let pull = EdgePull(drag.handle) else {
      let shift = EdgeShift(origin: way, growth: .zero)
      changes.shift(shift, of: element, size: size, percent: percent, again: again)
      return changes
    }
    let (sine, cosine) = sineAndCosine(degrees: element.ownTurn)
    let turn = Transform.rotation(sine: sine, cosine: cosine)
    let frame = turn.then(space)
    let own = frame.back(Point(x: drag.dx, y: drag.dy))
    guard let shift = pull.turned(back: frame).shift(own, size: size, of: element, turn: turn) else { return nil }
    changes.shift(shift, of: element, size: size, percent: percent, again: again)
    return changes
  }

  /// What 100% come to for an element's place and size.
  private func percents(of node: Int, in index: ElementIndex) -> PlaceChanges.Percents {
    if let parent = index[node].parent {
      let placement = index[parent].element.placement
      return PlaceChanges.Percents(x: placement.width, y: placement.height)
    }
    let area = draft.template?.page.area
    return PlaceChanges.Percents(x: area?.width, y: area?.height)
  }

  /// It has come over from the page before, to where `again` says.
  private func standsAgain(_ seen: Seen, _ element: Element, page: Int) -> Bool {
    guard element.breaks != nil, element.provenance["again"]?.span != nil, let before = walk(page: page - 1) else {
      return false
    }
    return before.seen.contains { $0.id == seen.id }
  }
}

private func abs(_ length: Points) -> Points { max(length, -length) }
