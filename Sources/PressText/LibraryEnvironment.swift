import Glibc

/// The variables by which the C libraries let a user change what they do.
public enum LibraryEnvironment {
  /// Measured with fontconfig 2.14.1 and HarfBuzz 6.0: `FC_DEBUG` prints to stdout, a wrong `FC_LANG` to stderr, and
  /// `HB_SHAPER_LIST=fallback` takes kerning and ligatures away. Everything else (`FONTCONFIG_*`, the locale, `PANGO_*`, `G_*`)
  /// changes nothing here.
  static let names = ["FC_DEBUG", "FC_LANG", "FREETYPE_PROPERTIES", "HB_OPTIONS", "HB_SHAPER_LIST"]

  /// Takes them out of the process's environment, so that the same inputs give the same bytes for everybody. For a program's
  /// `main`, first of all: taking a variable out is not safe once other threads run.
  public static func clear() {
    for name in names { unsetenv(name) }
  }
}
