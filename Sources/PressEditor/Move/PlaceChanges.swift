import PressScene
import PressTemplate

/// What a drag changes of an element: numbers that are written somewhere, and properties that it does not have yet.
struct PlaceChanges {
  struct Number {
    /// As in ``Element/provenance``.
    var key: String
    var isOffset = false
    /// How much more it becomes.
    var way: Points
    var percent: Points?
  }

  var numbers: [Number] = []
  /// By their names.
  var additions: [(property: String, length: WrittenLength)] = []
  /// It is as small as it can become.
  var isSmallest = false

  /// Of a line's ends.
  mutating func moveEnds(_ names: [String], by way: Point, percent: Percents) {
    for name in names {
      add(name + ".x", way.x, percent.x)
      add(name + ".y", way.y, percent.y)
    }
  }

  private mutating func add(_ key: String, _ way: Points, _ percent: Points?) {
    if !way.isNothing { numbers.append(Number(key: key, way: way, percent: percent)) }
  }

  /// What 100% come to.
  struct Percents {
    var x: Points?
    var y: Points?
  }

  /// Of a box.
  /// - Parameter again: on a later page `again` says how high it stands.
  mutating func shift(_ shift: EdgeShift, of element: Element, size: Size, percent: Percents, again: Bool) {
    isSmallest = shift.isSmallest
    for axis in [PlaceAxis.x, .y] {
      let (way, growth) = (axis.of(shift.origin), axis.of(shift.growth))
      let base = axis == .x ? percent.x : percent.y
      let length = axis == .x ? size.width : size.height
      if axis == .y, again {
        add("again", way, base)
      } else if let rule = element.placeRule(axis) {
        let moved = way + growth * rule.share
        if !moved.isNothing {
          numbers.append(
            Number(
              key: axis.rawValue, isOffset: rule.isOffset, way: rule.isReversed ? -moved : moved, percent: base))
          if growth.isNothing, element.isStretched(axis) { add(axis, length) }
        }
      }
      guard !growth.isNothing, !(axis == .y && element.isSquare) else { continue }
      if let key = element.sizeKey(axis) {
        numbers.append(Number(key: key, way: growth, percent: base))
      } else {
        add(axis, length + growth)
      }
    }
  }

  private mutating func add(_ axis: PlaceAxis, _ length: Points) {
    additions.append((axis == .x ? "width" : "height", WrittenLength(length)))
  }
}

extension Points {
  /// Less than the scene's grid.
  var isNothing: Bool { abs(value) < 0.0005 }
}
