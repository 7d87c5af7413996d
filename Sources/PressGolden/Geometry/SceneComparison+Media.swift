import Glibc
import PressScene

extension SceneComparison {
  mutating func comparePictures(_ before: Item, _ after: Item, _ old: PlacedPicture, _ new: PlacedPicture) {
    let isSame = old.picture.digest == new.picture.digest
    if !isSame { report(.picture, before, after) }
    let turn = old.transform.turn(to: new.transform)
    if turn.isMirrored { report(.mirrored, before, after) }
    if turn.degrees != 0 { report(.turned(degrees: turn.degrees), before, after) }
    let known = changes.count
    compareBoxes(before, after)
    guard changes.count == known, isSame, turn == .none else { return }
    if old.crop != new.crop || old.transform != new.transform { report(.crop, before, after) }
  }

  mutating func compareCodes(_ before: Item, _ after: Item, _ old: QRMatrix, _ new: QRMatrix) {
    if old.payload != new.payload { report(.payload, before, after) }
    if old.level != new.level { report(.level(was: old.level, is: new.level), before, after) }
    if old.payload == new.payload, old.level == new.level, old.modules != new.modules || old.mask != new.mask {
      report(.symbol, before, after)
    }
    compareBoxes(before, after)
  }
}

/// How the same picture lies otherwise.
struct Turn: Hashable {
  /// Clockwise, −180 to 180.
  var degrees: Double
  var isMirrored: Bool

  static let none = Turn(degrees: 0, isMirrored: false)

  /// Of a direction, clockwise from the right.
  static func degrees(x: Double, y: Double) -> Double { atan2(y, x) * 180 / .pi }

  /// From one direction to another: −180 to 180, in tenths.
  static func between(_ one: Double, _ other: Double) -> Double {
    var degrees = other - one
    while degrees > 180 { degrees -= 360 }
    while degrees <= -180 { degrees += 360 }
    let rounded = (degrees * 10).rounded() / 10
    return rounded == 0 ? 0 : rounded
  }
}

extension Transform {
  func turn(to other: Transform) -> Turn {
    func isMirror(_ map: Transform) -> Bool { map.a * map.d - map.b * map.c < 0 }
    func angle(_ map: Transform) -> Double { Turn.degrees(x: map.a, y: map.b) }
    let isMirrored = isMirror(self) != isMirror(other)
    // A mirrored picture has no angle to the other that a person would name.
    if isMirrored { return Turn(degrees: 0, isMirrored: true) }
    return Turn(degrees: Turn.between(angle(self), angle(other)), isMirrored: false)
  }
}
