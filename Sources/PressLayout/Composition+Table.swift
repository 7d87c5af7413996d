import PressScene
import PressTemplate

extension TableElement {
  /// The width of each column; those without one share what is left.
  func widths(in width: Points) -> [Points] {
    let fixed = columns.reduce(Points.zero) { $0 + ($1 ?? 0) }
    let open = columns.count { $0 == nil }
    let share = open > 0 ? max(0, (width - fixed) / Double(open)) : 0
    return columns.map { $0 ?? share }
  }
}

extension Composition {
  mutating func layOutTable(_ children: [Present], _ table: TableElement, of element: Part) -> Block {
    let width = element.placement.width ?? table.columns.reduce(Points.zero) { $0 + ($1 ?? 0) }
    let fitter = StackFitter(element: element, width: width)
    let stack = Stack(rows: children.map { fitter.row($0, &self) }, gap: 0, width: width)
    let id = itemID(of: element)
    return Block(size: Size(width: width, height: stack.height), baseline: stack.height) { origin, placed in
      stack.place(element, id: id, at: origin, &placed)
    }
  }

  /// Cells side by side, each in the middle of the row's height.
  mutating func tableRow(_ row: Part, widths: [Points], _ table: TableElement) -> StackRow {
    let inside = table.pitch.map { max(0, $0 - table.padding.height * 2) }
    var cells: [(left: Points, block: Block, isLine: Bool)] = []
    var left: Points = 0
    for (cell, width) in zip(row.children, widths) {
      let room = max(0, width - table.padding.width * 2)
      // What a `when` leaves out is an empty cell.
      if let present = present([cell]).first {
        let own = present.element.placement
        let bounds = Bounds(width: min(own.width ?? room, room), height: own.height ?? inside)
        isCell = (own.width ?? room) >= room
        defer { isCell = false }
        let block = layOut(present, in: bounds)
        cells.append(
          (left + table.padding.width, block.narrowed(to: room), present.element.typeSize != nil && !block.isParagraph))
      }
      left += width
    }
    let content = cells.map(\.block.size.height).max() ?? 0
    // Single lines of several sizes stand on one baseline.
    let line = cells.filter(\.isLine).map(\.block.size.height).max() ?? 0
    let height = table.pitch ?? content + table.padding.height * 2
    let block = Block(size: Size(width: left, height: height), baseline: height) { origin, placed in
      for cell in cells {
        let top =
          cell.isLine
          ? (height - line) / 2 + line * emBoxAscent - cell.block.baseline : (height - cell.block.size.height) / 2
        cell.block.place(Point(x: origin.x + cell.left, y: origin.y + top), &placed)
      }
    }
    let isHead = if case .head = row.kind { true } else { false }
    return StackRow(block: block, height: height, step: height, isHead: isHead)
  }

}

extension Stack {
  /// The lines between and around them.
  func rules(
    of table: TableElement, of element: Part, id: String, at origin: Point
  ) -> [Composition.PlacedElement] {
    let box = Rect(origin: origin, size: Size(width: width, height: height))
    // A single cell has no lines inside.
    let shapes = TableRules(table: table, box: box, stack: self).shapes.filter { !$0.path.segments.isEmpty }
    guard !shapes.isEmpty else { return [] }
    let ink = shapes.reduce(Rect.zero) { $0.union($1.path.controlBox.insetBy(($1.stroke?.width ?? 0) / -2)) }
    let item = Item(
      id: id + "/rules", span: element.span, provenance: element.provenance, fields: element.fields,
      role: .artifact, box: box.onGrid, inkBox: ink.onGrid, content: .shapes(shapes))
    let obstacles = shapes.flatMap(\.lines)
    return [Composition.PlacedElement(item: item, element: element, obstacles: obstacles)]
  }
}

extension Shape {
  /// The boxes of its straight pieces.
  fileprivate var lines: [Rect] {
    var pen = Point.zero
    var start = Point.zero
    return path.segments.compactMap { segment in
      let end: Point
      switch segment {
      case .move(let point):
        (pen, start) = (point, point)
        return nil
      case .line(let point): end = point
      case .curve(_, _, let point): end = point
      case .close: end = start
      }
      defer { pen = end }
      return Path([.move(pen), .line(end)]).controlBox.insetBy((stroke?.width ?? 0) / -2)
    }
  }
}

extension Block {
  /// A text that is narrower than its cell keeps its place at the left; a picture stands in the middle.
  fileprivate func narrowed(to width: Points) -> Block {
    guard size.width < width, baseline == size.height else { return self }
    let (inner, shift) = (place, (width - size.width) / 2)
    return Block(size: Size(width: width, height: size.height), baseline: baseline) { origin, placed in
      inner(Point(x: origin.x + shift, y: origin.y), &placed)
    }
  }
}

/// The lines of a table.
private struct TableRules {
  let table: TableElement
  let box: Rect
  let stack: Stack

  /// The strong rules of 三线表 ÷ its fine one (GB/T 7713 draws them at about twice the weight).
  private static let strong = 2.0

  var shapes: [Shape] {
    let tops = stack.tops.map { box.y + $0 }
    switch table.rules {
    case .none: return []
    case .frame: return [shape([Path(rect: box)])]
    case .rows: return [shape((tops + [box.maxY]).map(across))]
    case .grid:
      return [shape(tops.dropFirst().map(across) + columns.map(down)), shape([Path(rect: box)])]
    case .three:
      let foot = Array(zip(stack.rows, stack.tops)).last { $0.0.isHead }.map { box.y + $1 + $0.height }
      return [shape([across(box.y), across(box.maxY)], weight: Self.strong)]
        + (foot.map { [shape([across($0)])] } ?? [])
    }
  }

  /// Between the columns.
  private var columns: [Points] {
    var left = box.x
    return table.widths(in: box.width).dropLast().map { width in
      left += width
      return left
    }
  }

  private func across(_ y: Points) -> Path { Path([.move(Point(x: box.x, y: y)), .line(Point(x: box.maxX, y: y))]) }
  private func down(_ x: Points) -> Path { Path([.move(Point(x: x, y: box.y)), .line(Point(x: x, y: box.maxY))]) }

  private func shape(_ paths: [Path], weight: Double = 1) -> Shape {
    var stroke = table.stroke
    stroke.width = (stroke.width * weight).onGrid
    return Shape(paths.reduce(into: Path()) { $0 += $1 }.onGrid, stroke: stroke)
  }
}
