import PressScene

/// Lengths with their units. Absolute units are those of CSS: 96 user units an inch.
enum SVGLength {
  /// What a percentage is one of (SVG 1.1, 7.10).
  enum Axis { case horizontal, vertical, diagonal }

  /// In user units. `viewport` nil: percentages cannot be read.
  static func read(
    _ text: String, of attribute: String, along axis: Axis, viewport: Size?
  ) throws(SVGFault.Problem) -> Double {
    var scanner = SVGScanner(text)
    scanner.skipSpace()
    guard let number = try scanner.number() else { throw .value(text.quoted, of: attribute) }
    let unit = scanner.rest().trimmed.lowercased()
    switch unit {
    case "", "px": return number
    case "in": return number * 96
    case "cm": return number * 96 / 2.54
    case "mm": return number * 96 / 25.4
    case "q": return number * 96 / 101.6
    case "pt": return number * 96 / 72
    case "pc": return number * 16
    case "%":
      guard let viewport else { throw .unit(text.quoted, of: attribute) }
      return number / 100 * viewport.extent(along: axis)
    case "em", "ex", "ch", "rem", "vw", "vh", "vmin", "vmax": throw .unit(text.quoted, of: attribute)
    default: throw .value(text.quoted, of: attribute)
    }
  }
}

extension Size {
  fileprivate func extent(along axis: SVGLength.Axis) -> Double {
    switch axis {
    case .horizontal: width.value
    case .vertical: height.value
    case .diagonal: ((width.value * width.value + height.value * height.value) / 2).squareRoot()
    }
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    var bytes = Array(utf8)[...]
    bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
