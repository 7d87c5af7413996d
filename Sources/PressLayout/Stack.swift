import PressScene
import PressTemplate

/// A row of a column or table that waits for its place.
struct StackRow {
  var block: Block
  /// What it takes on the page.
  var height: Points
  /// To the top of the next one.
  var step: Points
  var isHead: Bool
}

/// Rows one below the other.
struct Stack {
  var rows: [StackRow]
  var gap: Points
  var width: Points

  /// From the top of the first to the foot of the last.
  var height: Points {
    guard let last = rows.last else { return 0 }
    return rows.dropLast().reduce(Points.zero) { $0 + $1.step } + last.height
  }

  /// The top of each row, from the top of all.
  var tops: [Points] {
    var top: Points = 0
    return rows.map { row in
      defer { top += row.step }
      return top
    }
  }
}

extension Stack {
  /// Draws the rows, and the rules of a table below them.
  /// - Parameter id: of the element's items.
  func place(_ element: Part, id: String, at origin: Point, _ placed: inout [Composition.PlacedElement]) {
    if case .table(let table, _) = element.kind, !rows.isEmpty {
      placed += rules(of: table, of: element, id: id, at: origin)
    }
    for (row, top) in zip(rows, tops) { row.block.place(Point(x: origin.x, y: origin.y + top), &placed) }
  }
}

/// Lays out the rows of a column or table of known width.
struct StackFitter {
  let element: Part
  let width: Points

  var gap: Points { if case .column(let column, _) = element.kind { column.gap } else { 0 } }

  func row(_ present: Present, _ composition: inout Composition) -> StackRow {
    if case .table(let table, _) = element.kind {
      return composition.with(present.entry) {
        $0.tableRow(present.element, widths: table.widths(in: width), table)
      }
    }
    guard case .column(let column, _) = element.kind else {
      return StackRow(block: .nothing, height: 0, step: 0, isHead: false)
    }
    let own = present.element.placement
    let room = Bounds(width: own.width ?? width, height: own.height ?? column.pitch)
    let block = composition.layOut(present, in: room)
    let height = column.pitch ?? block.size.height
    return StackRow(block: block, height: height, step: column.pitch ?? height + column.gap, isHead: present.isHead)
  }
}

extension Composition {
  /// Children one below the other.
  mutating func layOutColumn(
    _ children: [Present], _ column: ColumnElement, of element: Part, in bounds: Bounds
  ) -> Block {
    let width = element.placement.width ?? bounds.width
    let fitter = StackFitter(element: element, width: width)
    let stack = Stack(rows: children.map { fitter.row($0, &self) }, gap: column.gap, width: width)
    let size = Size(width: width, height: element.placement.height ?? stack.height)
    let id = itemID(of: element)
    return Block(size: size, baseline: stack.rows.first?.block.baseline ?? 0) { origin, placed in
      stack.place(element, id: id, at: origin, &placed)
    }
  }
}
