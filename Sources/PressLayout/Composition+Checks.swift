import PressDiagnostics
import PressScene
import PressTemplate

extension Composition {
  /// What paper would not forgive: things off the sheet, things on top of each other, a QR symbol without its quiet zone.
  mutating func checkPlacement() {
    let sheet = Rect(origin: .zero, size: setup.size)
    // A text of blanks, or of characters that no font has, is nowhere.
    var outside: [[PlacedElement]] = []
    for placed in placed where placed.item.inkBox != .zero {
      if !sheet.contains(placed.item.inkBox, tolerance: 0.01) {
        diagnostics.append(offPage(placed))
      } else if !placed.layers.isEmpty, !setup.area.contains(placed.item.inkBox, tolerance: 0.01) {
        // What one row, column or table places leaves it together.
        let root = placed.item.id.firstName
        if root != placed.item.id, let index = outside.firstIndex(where: { $0[0].item.id.firstName == root }) {
          outside[index].append(placed)
        } else {
          outside.append([placed])
        }
      }
    }
    diagnostics += outside.map { outsideArea($0[0], more: $0.count - 1) }
    for (upper, above) in placed.enumerated() {
      for below in placed[..<upper] where overlap(above, below) && !overflows(above, below) {
        diagnostics.append(overlapping(above, below))
      }
    }
    for index in placed.indices { checkQuietZone(ofCodeAt: index) }
  }

  /// A text that is too long lies over its neighbour for that reason, which has been told.
  private func overflows(_ above: PlacedElement, _ below: PlacedElement) -> Bool {
    overflowing.contains(above.item.id) || overflowing.contains(below.item.id)
  }

  private mutating func checkQuietZone(ofCodeAt index: Int) {
    let code = placed[index]
    guard let zone = code.quietZone else { return }
    let sheet = Rect(origin: .zero, size: setup.size)
    if sheet.contains(code.item.inkBox, tolerance: 0.01), !sheet.contains(zone) {
      diagnostics.append(quietZoneOffPage(code, zone: zone))
    }
    checkDensity(of: code)
    for (other, element) in placed.enumerated() where other != index {
      let fillsOver = other > index && element.fill != nil
      if (fillsOver ? [element.item.inkBox] : element.obstacles).contains(where: { touches($0, zone) }) {
        diagnostics.append(quietZoneCovered(code, by: element, zone: zone))
      }
    }
    // From the symbol downwards: a white ground under the whole zone hides whatever lies below it.
    for ground in placed[..<index].reversed() {
      guard let fill = ground.fill, touches(ground.item.inkBox, zone) else { continue }
      if fill != .solid(.white) { diagnostics.append(quietZoneColored(code, by: ground)) }
      if case .rectangle = ground.element.kind, ground.item.inkBox.contains(zone) { break }
    }
  }

  private mutating func checkDensity(of code: PlacedElement) {
    guard case .code(let placed) = code.item.content else { return }
    let count = Double(placed.matrix.size)
    let module = placed.frame.width / count
    if module < Legible.module - 0.01 {
      diagnostics.append(denseCode(code, module: module, side: Legible.module * count))
    }
  }

  /// Art may lie under and over art; text, pictures, codes and seals may not meet each other or a line, unless the layout
  /// says so with `over`.
  private func overlap(_ above: PlacedElement, _ below: PlacedElement) -> Bool {
    if above.item.id == below.item.id || above.element.id == below.element.id && above.element.layer == nil {
      return false
    }
    guard !above.layers.isEmpty || !below.layers.isEmpty else { return false }
    if !below.layers.isEmpty, below.layers.isSubset(of: above.element.placement.over) { return false }
    return above.obstacles.contains { upper in below.obstacles.contains { touches(upper, $0) } }
  }

  /// Boxes that share more than a hair: ink boxes are outer bounds, so 0.1 pt of them says nothing.
  private func touches(_ one: Rect, _ other: Rect) -> Bool {
    let common = one.intersection(other)
    return common.width.value > 0.1 && common.height.value > 0.1
  }
}

extension Composition.PlacedElement {
  /// The colour of a filled area, which others may stand on.
  fileprivate var fill: AreaPaint? {
    switch element.kind {
    case .rectangle(let rectangle): rectangle.fill
    case .ellipse(let ellipse): ellipse.fill
    case .path(let path): path.fill
    default: nil
    }
  }
}

extension Element {
  /// What `over` calls it; nil for art.
  // Swift 6.3.1's optimizer fails on this switch where it is inlined.
  @inline(never)
  var layer: Placement.Layer? {
    switch kind {
    case .text: .text
    case .image: .image
    case .qr: .qr
    case .seal: .seal
    case .line, .rectangle, .ellipse, .path, .border, .guilloche, .microtext, .watermark, .row, .column, .table, .head,
      .group, .when, .repeat, .page:
      nil
    }
  }
}

extension String {
  /// The first part of a path.
  fileprivate var firstName: Substring { prefix { $0 != "/" } }
}
