import PressScene

// What a drawing can reach at most, from the drawing itself: a painter that trusts an item's ink box would cut ink where the box
// is wrong.

extension Shape {
  /// In the shape's own space.
  var paintedBox: Rect {
    guard let stroke else { return path.controlBox }
    // A mitre reaches miterLimit half widths from its corner, a square cap √2.
    let reach = stroke.width / 2 * (stroke.join == .miter ? max(stroke.miterLimit, 1.5) : 1.5)
    return path.controlBox.grown(by: reach)
  }
}

extension [Shape] {
  var paintedBox: Rect { map(\.paintedBox).joined }
}

extension GlyphRun {
  /// Around all that is drawn, on the page. No glyph of ours reaches three ems from its origin.
  var paintedBox: Rect {
    transform(glyphs.map { Rect(origin: $0.position, size: .zero).grown(by: size * 3) }.joined)
  }
}

extension Content {
  /// In the space the content is drawn in.
  var paintedBox: Rect {
    switch self {
    case .text(let runs, _): runs.map(\.paintedBox).joined
    case .shapes(let shapes): shapes.paintedBox
    case .picture(let picture): picture.crop
    case .code(let code): code.frame.grown(by: 1)
    case .pattern(let pattern):
      {
        let cell = pattern.cell.paintedBox
        return pattern.places.map { $0(cell) }.joined
      }()
    case .group(let group): group.transform(group.children.paintedBox)
    }
  }
}

extension [Item] {
  var paintedBox: Rect { map(\.content.paintedBox).joined }
}

extension [Rect] {
  /// Around all of them, those without area too.
  fileprivate var joined: Rect {
    guard let first else { return .zero }
    var (left, top, right, bottom) = (first.x, first.y, first.maxX, first.maxY)
    for rect in self {
      left = Swift.min(left, rect.x)
      top = Swift.min(top, rect.y)
      right = Swift.max(right, rect.maxX)
      bottom = Swift.max(bottom, rect.maxY)
    }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension Rect {
  func grown(by distance: Points) -> Rect {
    Rect(x: x - distance, y: y - distance, width: width + distance * 2, height: height + distance * 2)
  }
}
