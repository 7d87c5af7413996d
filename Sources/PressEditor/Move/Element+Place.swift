import PressScene
import PressTemplate

/// How one coordinate of an element is written.
struct PlaceRule {
  /// The number is an offset from another element, or from the middle: `+ 6mm`, or nothing.
  var isOffset: Bool
  /// Which point of the box stands there: 0 its near edge, 1 its far edge.
  var share: Double
  /// A gap before another element grows when the element moves away from it, to the left or upwards.
  var isReversed: Bool
}

extension Element {
  /// How its coordinate is written; nil where it has none.
  func placeRule(_ axis: PlaceAxis) -> PlaceRule? {
    switch placement.anchor {
    case .flow, .own: return nil
    case .topLeft: return PlaceRule(isOffset: false, share: 0, isReversed: false)
    case .center: return PlaceRule(isOffset: false, share: 0.5, isReversed: false)
    case .baseline:
      // A vertical text stands on its lower edge.
      return PlaceRule(isOffset: false, share: axis == .y && isVertical ? 1 : 0, isReversed: false)
    case .relative(let x, let y):
      return switch axis == .x ? x : y {
      case .length: PlaceRule(isOffset: false, share: 0, isReversed: false)
      case .center: PlaceRule(isOffset: true, share: 0.5, isReversed: false)
      case .after, .with: PlaceRule(isOffset: true, share: 0, isReversed: false)
      case .before: PlaceRule(isOffset: true, share: 1, isReversed: true)
      }
    }
  }

  var isVertical: Bool {
    if case .text(let text) = kind { text.style.direction == .vertical } else { false }
  }

  /// What 1em of its lengths comes to.
  var em: Points? {
    switch kind {
    case .text(let text): text.style.size
    case .microtext(let microtext): microtext.size
    default: nil
    }
  }

  /// What it measures as written; nil where that follows from what it shows.
  func writtenLength(_ axis: PlaceAxis) -> Points? { axis == .x ? placement.width : placement.height }

  /// A text that is not flush left and has no width takes all the room that its place leaves, so that moving it would change
  /// its width and not, or not as far, what is seen of it.
  func isStretched(_ axis: PlaceAxis) -> Bool {
    guard case .text(let text) = kind, text.style.alignment != .left, (axis == .y) == isVertical,
      writtenLength(axis) == nil, let rule = placeRule(axis)
    else { return false }
    let isMiddle = rule.share == 0.5
    if isVertical { return !isMiddle && !rule.isReversed }
    return !(isMiddle && text.style.alignment == .center)
  }

  /// Degrees that it is turned, clockwise; what its edges are depends on that.
  var ownTurn: Double { if case .group(let group, _) = kind { group.rotation } else { 0 } }
}
