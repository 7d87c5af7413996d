import PressScene

extension Paint {
  var isSolid: Bool { if case .solid = self { true } else { false } }
}
