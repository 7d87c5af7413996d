import PressScene
import PressTemplate

/// What a text may stand on: a filled rectangle, or a picture, of which no single colour is known.
struct Ground {
  var rect: Rect
  var color: Color?

  init?(_ placed: Composition.PlacedElement) {
    switch (placed.element.kind, placed.item.content) {
    case (.rectangle(let rectangle), _):
      guard let fill = rectangle.fill else { return nil }
      self.init(rect: placed.item.box, color: fill.solid)
    case (_, .picture), (_, .code), (_, .group): self.init(rect: placed.item.inkBox, color: nil)
    default: return nil
    }
  }

  private init(rect: Rect, color: Color?) {
    self.rect = rect
    self.color = color
  }
}

extension AreaPaint {
  /// Its one colour; nil for a gradient.
  var solid: Color? { if case .solid(let color) = self { color } else { nil } }
}

extension [Ground] {
  /// The colours seen under a box, the grounds in painting order: the upper hide the lower, and what none covers is paper.
  func colors(under box: Rect) -> [Color] {
    // A sliver of ground beside the glyphs is none that they stand on.
    let least = Swift.min(0.5, Swift.min(box.width, box.height) / 2)
    var colors: [Color] = []
    var open = [box]
    for ground in reversed() where !open.isEmpty {
      var rest: [Rect] = []
      for part in open {
        let common = part.intersection(ground.rect)
        guard common.width > least, common.height > least else {
          rest.append(part)
          continue
        }
        if let color = ground.color, !colors.contains(color) { colors.append(color) }
        rest += part.without(common).filter { $0.width > least && $0.height > least }
      }
      open = rest
    }
    if !open.isEmpty, !colors.contains(.white) { colors.append(.white) }
    return colors
  }
}

extension Rect {
  /// What is left of it around a part of it: above, below, left and right.
  fileprivate func without(_ part: Rect) -> [Rect] {
    [
      Rect(x: x, y: y, width: width, height: part.y - y),
      Rect(x: x, y: part.maxY, width: width, height: maxY - part.maxY),
      Rect(x: x, y: part.y, width: part.x - x, height: part.height),
      Rect(x: part.maxX, y: part.y, width: maxX - part.maxX, height: part.height),
    ]
  }
}
