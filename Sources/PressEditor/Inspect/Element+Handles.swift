import PressScene
import PressTemplate

extension Element {
  /// What it can be dragged by, if nothing else places it.
  var handles: [Handle] {
    if isPlacedByItself { return [] }
    if ends != nil { return [.move, .from, .to] }
    if case .flow = placement.anchor { return [] }
    if case .text(let text) = kind {
      return text.style.direction == .vertical ? [.move, .n, .s] : [.move, .e, .w]
    }
    let (across, down) = (canChange(.x), canChange(.y))
    if across && down { return [.move, .n, .e, .s, .w, .ne, .nw, .se, .sw] }
    return [.move] + (across ? [.e, .w] : []) + (down ? [.n, .s] : [])
  }

  /// It goes along the area's edge, or covers the sheet.
  var isPlacedByItself: Bool {
    switch kind {
    case .border, .watermark: true
    default: false
    }
  }

  /// Where it begins and ends, if it runs from one point to another.
  var ends: (from: Point, to: Point)? {
    switch kind {
    case .line(let line): (line.from, line.to)
    case .guilloche(let guilloche):
      if case .band(let from, let to, _) = guilloche.form { (from, to) } else { nil }
    case .microtext(let microtext):
      if case .line(let from, let to) = microtext.along { (from, to) } else { nil }
    default: nil
    }
  }

  /// Its width or height is a number that is written somewhere.
  private func canChange(_ axis: PlaceAxis) -> Bool { sizeKey(axis).flatMap { provenance[$0]?.span } != nil }

  /// The property that holds its width or height.
  func sizeKey(_ axis: PlaceAxis) -> String? {
    if provenance["diameter"]?.span != nil { return "diameter" }
    let key = axis == .x ? "width" : "height"
    return provenance[key] == nil ? nil : key
  }

  /// One number is both width and height.
  var isSquare: Bool {
    guard let width = sizeKey(.x).flatMap({ provenance[$0]?.span }),
      let height = sizeKey(.y).flatMap({ provenance[$0]?.span })
    else { return false }
    return width == height
  }
}

/// Across or down.
enum PlaceAxis: String {
  case x, y

  func of(_ point: Point) -> Points { self == .x ? point.x : point.y }
  func length(_ box: Rect) -> Points { self == .x ? box.width : box.height }
}
