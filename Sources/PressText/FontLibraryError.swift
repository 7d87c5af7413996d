/// What is wrong with a font library. Words: ``diagnostics``.
public struct FontLibraryError: Error, Sendable, Equatable {
  /// The library's directory, as given.
  public var directory: String
  public var faults: [Fault]

  public enum Fault: Sendable, Equatable {
    /// There is no manifest that could be read; `code` is the system's error number.
    case noManifest(code: Int32)
    /// `line` is 1-based; nil where the fault is found long after reading.
    case badManifest(line: Int?, ManifestFault)
    case missingFile(String)
    case sizeDiffers(file: String, expected: Int, found: Int)
    case digestDiffers(file: String)
    /// FreeType cannot open the file.
    case unreadableFont(file: String)
    /// A number in the manifest is not the file's: `unitsPerEm`, `glyphs`, `ascent`, `descent`.
    case metricDiffers(file: String, name: String, expected: Int, found: Int)
    /// The manifest promises a character that the file lacks.
    case characterMissing(file: String, codePoint: UInt32)
    /// The file has a character that the manifest does not tell of.
    case characterUntold(file: String, codePoint: UInt32)
  }

  public enum ManifestFault: Sendable, Equatable {
    /// `reason` is the JSON reader's sentence.
    case notJSON(reason: String)
    case unknownFormat(Int)
    /// `key` is missing or not what `expected` says.
    case wrongValue(key: String, expected: String)
    case duplicate(key: String, value: String)
    /// A family's chain names a file that is not in the list.
    case unknownFile(id: String, family: String)
    case noFamilies
    /// A coverage that is no ascending list of code points.
    case badCoverage(file: String)
  }
}
