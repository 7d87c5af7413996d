public import PressScene
import Synchronization

/// One file of the font library, as the manifest describes it.
public struct FontFile: Sendable {
  public enum Tier: String, CaseIterable, Sendable {
    /// Common Chinese and what a certificate prints besides.
    case core
    /// The rest of the same face.
    case ext
    /// Rare Han characters that the faces before it lack.
    case rare
    case lastResort = "last-resort"
  }

  /// Whose shapes the Han characters have.
  public enum Forms: String, CaseIterable, Sendable {
    case mainland
    case japanese
  }

  /// The manifest's name for it: `song-ext`.
  public let id: String
  public let face: FaceID
  /// Its place on this machine; the font is the file's only one (index 0).
  public let path: String
  public let tier: Tier
  public let forms: Forms
  /// The file's size in bytes.
  public let size: Int
  public let unitsPerEm: Int
  public let glyphCount: Int
  /// From the baseline up, in em.
  public let ascent: Double
  /// From the baseline down, in em.
  public let descent: Double
  /// SPDX identifier.
  public let licence: String
  /// Path of the licence's text, relative to the library's directory.
  public let licenceFile: String

  let characters: LazyCharacters
}

/// The characters of a font file.
final class FileCharacters: Sendable {
  /// Those that it draws.
  let drawn: Coverage
  /// Those among them whose glyph or place depends on their neighbours.
  let complex: Coverage

  init(drawn: Coverage, complex: Coverage) {
    self.drawn = drawn
    self.complex = complex
  }

  func isSimple(_ scalar: Unicode.Scalar) -> Bool { drawn.contains(scalar) && !complex.contains(scalar) }
}

/// The manifest's words on a file's characters, read when they are first asked for: the rare faces' are 25,000 ranges, and most
/// certificates never ask.
final class LazyCharacters: Sendable {
  private let drawn: String
  private let complex: String
  private let cell = Mutex<FileCharacters??>(nil)

  init(drawn: String, complex: String) {
    self.drawn = drawn
    self.complex = complex
  }

  /// Nil if the words are no lists of code points, or the complex characters are not all drawn ones.
  var value: FileCharacters? {
    cell.withLock { cell in
      if let known = cell { return known }
      let read = parsed
      cell = .some(read)
      return read
    }
  }

  private var parsed: FileCharacters? {
    guard let drawn = Coverage(parsing: drawn), let complex = Coverage(parsing: complex),
      complex.first(outside: drawn) == nil
    else { return nil }
    return FileCharacters(drawn: drawn, complex: complex)
  }
}
