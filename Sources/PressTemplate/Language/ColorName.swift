/// Colours by the names that people try, as they must be written.
enum ColorName {
  private static let all = [
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff", "gold": "#ffd700",
    "grey": "#808080", "gray": "#808080", "brown": "#a52a2a", "navy": "#000080", "黑色": "#000000", "白色": "#ffffff",
    "红色": "#ff0000", "蓝色": "#0000ff", "金色": "#ffd700", "灰色": "#808080",
  ]

  /// The colour that CSS has under that name.
  static func hex(_ name: String) -> String? { all[name.lowercased()] }
}
