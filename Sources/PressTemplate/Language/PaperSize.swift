public import PressScene

/// Paper by name, upright; the ISO sizes are exact in millimetres (ISO 216).
public enum PaperSize: String, Sendable, CaseIterable {
  case A3, A4, A5, A6, B5, letter, legal

  /// Upright.
  public var size: Size {
    let (width, height) = millimetres
    return Size(width: Points(mm: width), height: Points(mm: height))
  }

  private var millimetres: (Double, Double) {
    switch self {
    case .A3: (297, 420)
    case .A4: (210, 297)
    case .A5: (148, 210)
    case .A6: (105, 148)
    case .B5: (176, 250)
    case .letter: (215.9, 279.4)
    case .legal: (215.9, 355.6)
    }
  }
}
