import PressBytes
public import PressScene

/// The fonts that a layout may use: the files of one directory, as its `manifest.json` lists them, and nothing else of this machine.
public final class FontLibrary: Sendable {
  /// As given.
  public let directory: String
  /// In the manifest's order; never empty.
  public let families: [FontFamily]
  /// In the manifest's order.
  public let files: [FontFile]
  /// Indices of the files that do not draw the mainland's forms.
  let foreignFiles: Set<Int>
  private let fileOfDigest: [String: Int]

  /// Reads `directory/manifest.json` and looks whether its files are there with the sizes it tells. Digests and coverages are
  /// left to ``verify()``: hashing 85 MB at each start would cost more than printing.
  ///
  /// - Throws: everything that is wrong with the manifest, or with the files.
  public init(directory: String) throws(FontLibraryError) {
    let manifest = try Manifest(directory: directory)
    self.directory = directory
    families = manifest.families
    files = manifest.files
    foreignFiles = Set(files.indices.filter { manifest.files[$0].forms != .mainland })
    fileOfDigest = Dictionary(
      files.indices.map { (manifest.files[$0].face.digest, $0) }, uniquingKeysWith: { first, _ in first })
    let faults = files.compactMap { file -> FontLibraryError.Fault? in
      guard let size = Files.size(of: file.path) else { return .missingFile(file.id) }
      return size == file.size ? nil : .sizeDiffers(file: file.id, expected: file.size, found: size)
    }
    guard faults.isEmpty else { throw FontLibraryError(directory: directory, faults: faults) }
  }

  /// The file that holds a face; nil where the face is of another library.
  public func face(for id: FaceID) -> FontFile? { fileIndex(of: id).map { files[$0] } }

  func fileIndex(of id: FaceID) -> Int? { fileOfDigest[id.digest] }

  public func family(named name: String) -> FontFamily? { families.first { $0.name == name } }
}
