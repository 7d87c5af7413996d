import PressScene
import PressTemplate

/// Where a line begins, and the white that is added between its clusters.
struct LineSpacing {
  /// From the edge of the box.
  let start: Points
  private let tracking: Points
  /// What a justified line adds at each place that can be widened.
  private var stretch: Points = 0
  /// The clusters behind which it is added.
  private var places: Set<Int> = []

  /// - Parameter room: the length of the box along the line.
  init(_ line: TextFitting.Line, of text: ShapedText, style: TextStyle, size: Points, room: Points) {
    let tracking = style.tracking.at(size)
    let slack = room - line.indent - line.width
    switch style.alignment {
    case .left:
      (start, self.tracking) = (line.indent, tracking)
    case .center:
      (start, self.tracking) = (line.indent + slack / 2, tracking)
    case .right:
      (start, self.tracking) = (line.indent + slack, tracking)
    case .distribute:
      // One character alone has no gap to widen: it stands in the middle.
      if line.inked < 2 {
        (start, self.tracking) = (line.indent + slack / 2, tracking)
      } else {
        (start, self.tracking) = (line.indent, tracking + slack / Double(line.inked - 1))
      }
    case .justify:
      (start, self.tracking) = (line.indent, tracking)
      guard !line.isLast, slack > 0 else { return }
      places = Self.places(in: line, of: text)
      if !places.isEmpty { stretch = slack / Double(places.count) }
    }
  }

  func gap(after cluster: Int) -> Points { places.contains(cluster) ? tracking + stretch : tracking }

  /// Spaces give way, and where Han stands on one side at least, the joints between characters (W3C clreq, "text alignment"):
  /// never the inside of a word or a number.
  private static func places(in line: TextFitting.Line, of text: ShapedText) -> Set<Int> {
    let scalars = Array(text.text.unicodeScalars)
    let inked = line.clusters.lowerBound..<line.clusters.lowerBound + line.inked
    func isWide(_ index: Int) -> Bool {
      text.clusters[index].scalars.contains { scalars[$0].isFullWidth }
    }
    return Set(
      inked.dropLast().filter { index in
        text.clusters[index].isSpace || isWide(index) && !text.clusters[index + 1].isSpace
          || isWide(index + 1) && !text.clusters[index].isSpace
      })
  }
}

extension Unicode.Scalar {
  /// Han, kana, hangul and the marks that take a full em.
  fileprivate var isFullWidth: Bool {
    switch value {
    case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
