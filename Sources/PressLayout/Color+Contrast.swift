import Glibc
import PressScene

extension Color {
  /// Relative luminance, 0 (black) to 1 (white): WCAG 2.1, with the knee of sRGB itself.
  var luminance: Double {
    let linear = Self.linear
    return linear[Int(red)] * 0.2126 + linear[Int(green)] * 0.7152 + linear[Int(blue)] * 0.0722
  }

  /// Each channel's light.
  private static let linear: [Double] = (0...255).map { channel in
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// 1 (the same) to 21 (black on white): WCAG 2.1, success criterion 1.4.3.
  func contrast(to other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Nearly without a hue: a tenth of black, not a gold.
  var isGrey: Bool {
    let most = max(red, green, blue)
    return Int(most - min(red, green, blue)) * 5 <= Int(most)
  }
}
