import CFontconfig
import CFreeType
import CPango

/// The libraries that shape text and read outlines.
public enum TextLibraries {
  /// Names and versions, as they run: another one may place a glyph otherwise.
  public static var versions: [String: String] {
    [
      "pango": String(cString: pango_version_string()),
      "harfbuzz": String(cString: hb_version_string()),
      "freetype": freeType,
    ]
  }

  private static var freeType: String {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0 else { return "unknown" }
    defer { FT_Done_FreeType(library) }
    var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
    FT_Library_Version(library, &major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }
}
