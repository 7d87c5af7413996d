import PressScene
import PressTemplate

/// A column or table that may go on upon other pages.
struct FlowState {
  /// Rows that are to be placed yet.
  var rest: ArraySlice<Present>
  /// Rows that have been placed and stand again on each page.
  var heads: [Present]
  var left: Points
  var top: Points
  var width: Points
  var isPending: Bool { !rest.isEmpty }
  var isEnded: Bool { rest.isEmpty }
}

extension Composition {
  /// As much of a column or table as this page takes.
  mutating func composeFlow(_ element: Part, in container: Rect, _ placed: inout [PlacedElement]) {
    guard let breaks = element.element.breaks else { return }
    let isFirst = flows[element.id] == nil
    var state = flows[element.id] ?? start(element, in: container)
    let top = isFirst ? state.top : breaks.again ?? state.top
    let room = breaks.until - top + 0.001
    let fitter = StackFitter(element: element, width: state.width)
    var rows: [StackRow] = []
    var height: Points = 0
    func append(_ row: StackRow) {
      rows.append(row)
      height += row.step
    }
    if !isFirst {
      for head in state.heads { append(fitter.row(head, &self)) }
    }
    while let next = state.rest.first {
      let count = diagnostics.count
      let row = fitter.row(next, &self)
      if height + row.height > room {
        let nextTop = breaks.again ?? state.top
        let fitsLater = isFirst && nextTop < top && row.height <= breaks.until - nextTop
        if rows.contains(where: { !$0.isHead }) || fitsLater {
          diagnostics.removeLast(diagnostics.count - count)
          break
        }
        // A page that held nothing but heads would be followed by another one like it.
        diagnostics.append(rowTooHigh(next, height: row.height, room: room - height))
      }
      append(row)
      if next.isHead { state.heads.append(next) }
      state.rest = state.rest.dropFirst()
    }
    // A head at the foot of a page stands over nothing: it goes along to the next.
    if state.isPending { while let last = rows.last, last.isHead { rows.removeLast() } }
    flows[element.id] = state
    let origin = container.origin + Point(x: state.left, y: top)
    let stack = Stack(rows: rows, gap: fitter.gap, width: state.width)
    boxes[element.id] = Rect(origin: origin, size: Size(width: state.width, height: stack.height))
    stack.place(element, id: itemID(of: element), at: origin, &placed)
  }

  /// Where it begins. Its size is not known, so it can hang on others by its near edges only; what centres it centres its width.
  private mutating func start(_ element: Part, in container: Rect) -> FlowState {
    let width = element.placement.width
    let (origin, block) = layOut(element.shell ?? element, in: container)
    return FlowState(
      rest: present(in: element)[...], heads: [], left: origin.x - container.x, top: origin.y - container.y,
      width: width ?? block.size.width)
  }
}

extension Present {
  var isHead: Bool { if case .head = element.kind { true } else { false } }
}
