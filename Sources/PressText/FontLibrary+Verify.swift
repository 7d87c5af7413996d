import PressBytes
public import PressDiagnostics
import PressScene

extension FontLibrary {
  /// Compares each file with what the manifest tells of it: digest, size, metrics and every character. Reads all of them, about
  /// 85 MB.
  ///
  /// - Returns: nothing where all is as it should be.
  public func verify() -> [Diagnostic] {
    let freeType = FreeTypeLibrary()
    let faults = files.flatMap { Self.faults(of: $0, freeType: freeType) }
    return FontLibraryError(directory: directory, faults: faults).diagnostics
  }

  private static func faults(of file: FontFile, freeType: FreeTypeLibrary?) -> [FontLibraryError.Fault] {
    guard let size = Files.size(of: file.path), let bytes = try? Files.read(file.path) else {
      return [.missingFile(file.id)]
    }
    var faults: [FontLibraryError.Fault] = []
    if size != file.size {
      faults.append(.sizeDiffers(file: file.id, expected: file.size, found: size))
    } else if SHA256.hex(of: bytes) != file.face.digest {
      faults.append(.digestDiffers(file: file.id))
    }
    guard let freeType, let face = FontFace(path: file.path, library: freeType) else {
      return faults + [.unreadableFont(file: file.id)]
    }
    return faults + metricFaults(of: file, face) + coverageFaults(of: file, face)
  }

  private static func metricFaults(of file: FontFile, _ face: FontFace) -> [FontLibraryError.Fault] {
    let unitsPerEm = Double(file.unitsPerEm)
    let told = [
      ("unitsPerEm", file.unitsPerEm, face.unitsPerEm),
      ("glyphs", file.glyphCount, face.glyphCount),
      ("ascent", Int((file.ascent * unitsPerEm).rounded()), face.ascent),
      ("descent", Int((file.descent * unitsPerEm).rounded()), face.descent),
    ]
    return told.filter { $0.1 != $0.2 }.map { .metricDiffers(file: file.id, name: $0.0, expected: $0.1, found: $0.2) }
  }

  private static func coverageFaults(of file: FontFile, _ face: FontFace) -> [FontLibraryError.Fault] {
    guard let told = file.characters.value?.drawn else { return [.badManifest(line: nil, .badCoverage(file: file.id))] }
    let found = face.coverage
    return [
      told.first(outside: found).map { .characterMissing(file: file.id, codePoint: $0) },
      found.first(outside: told).map { .characterUntold(file: file.id, codePoint: $0) },
    ].compactMap(\.self)
  }
}
