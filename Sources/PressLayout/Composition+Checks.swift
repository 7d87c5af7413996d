import PressDiagnostics
import PressScene
import PressTemplate

extension Composition {
  /// What paper would not forgive: things off the sheet, things on top of each other, a QR symbol without its quiet zone.
  mutating func checkPlacement() {
    checkEdges()
    checkOverlaps()
    for index in placed.indices {
      checkQuietZone(ofCodeAt: index)
      checkDensity(ofCodeAt: index)
    }
  }

  private mutating func checkEdges() {
    let sheet = Rect(origin: .zero, size: setup.size)
    // A text of blanks, or of characters that no font has, is nowhere; one that does not fit has been told of.
    var outside: [[PlacedElement]] = []
    for index in placed.indices {
      let ink = placed[index].item.inkBox
      // Nearly all stand where they may.
      if ink == .zero || sheet.contains(ink, tolerance: 0.01) && setup.area.contains(ink, tolerance: 0.01) { continue }
      let placed = placed[index]
      if isMisfit(placed) { continue }
      if !sheet.contains(ink, tolerance: placed.mayBleed ? Self.bleed : 0.01) {
        diagnostics.append(offPage(placed))
      } else if !placed.layers.isEmpty, !setup.area.contains(ink, tolerance: 0.01) {
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
  }

  /// Most pairs lie far apart, which a box around each tells soonest.
  private mutating func checkOverlaps() {
    let reaches = placed.indices.map { placed[$0].reach }
    for upper in placed.indices {
      for lower in 0..<upper where touches(reaches[upper], reaches[lower]) {
        // Art over art.
        if placed[upper].layers.isEmpty, placed[lower].layers.isEmpty { continue }
        let (above, below) = (placed[upper], placed[lower])
        if overlap(above, below), !isMisfit(above), !isMisfit(below) { diagnostics.append(overlapping(above, below)) }
      }
    }
  }

  private func isMisfit(_ placed: PlacedElement) -> Bool { !misfits.isEmpty && misfits.contains(placed.item.id) }

  /// Grounds and ornaments may cross the sheet's edge by as much as a printer trims (3 mm, and 2 more for a hand that slips): they are cut
  /// there.
  private static let bleed = Points(mm: 5)

  /// Modules of less than four pixels at 300 dpi are more than office printers and phones can be trusted with.
  private static let leastModule = Points(4 * 72.0 / 300)

  private mutating func checkDensity(ofCodeAt index: Int) {
    guard case .code(let symbol) = placed[index].item.content else { return }
    let module = symbol.frame.width / Double(symbol.matrix.size)
    if module < Self.leastModule {
      diagnostics.append(denseCode(placed[index], module: module, least: Self.leastModule))
    }
  }

  private mutating func checkQuietZone(ofCodeAt index: Int) {
    guard let zone = placed[index].quietZone else { return }
    let code = placed[index]
    let sheet = Rect(origin: .zero, size: setup.size)
    if sheet.contains(code.item.inkBox, tolerance: 0.01), !sheet.contains(zone) {
      diagnostics.append(quietZoneOffPage(code, zone: zone))
    }
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

  /// Art may lie under and over art; text, pictures, codes and seals may not meet each other or a line, unless the layout
  /// says so with `over`.
  private func overlap(_ above: PlacedElement, _ below: PlacedElement) -> Bool {
    if above.item.id == below.item.id || above.element.id == below.element.id && above.element.layers.isEmpty {
      return false
    }
    guard !above.layers.isEmpty || !below.layers.isEmpty else { return false }
    let layers = below.layers.isEmpty ? Layers(.line) : below.layers
    if layers.isSubset(of: above.element.over) { return false }
    return above.obstacles.contains { upper in below.obstacles.contains { touches(upper, $0) } }
  }

  /// Boxes that share more than a hair: ink boxes are outer bounds, so 0.1 pt of them says nothing.
  private func touches(_ one: Rect, _ other: Rect) -> Bool {
    let common = one.intersection(other)
    return common.width.value > 0.1 && common.height.value > 0.1
  }
}

extension Composition.PlacedElement {
  /// Around all its obstacles.
  fileprivate var reach: Rect {
    guard let first = obstacles.first else { return .zero }
    return obstacles.count == 1 ? first : obstacles.reduce(first) { $0.union($1) }
  }

  /// Art without anything to read.
  fileprivate var mayBleed: Bool {
    switch element.kind {
    case .rectangle, .ellipse, .path, .border, .guilloche, .line, .watermark: true
    default: false
    }
  }

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
