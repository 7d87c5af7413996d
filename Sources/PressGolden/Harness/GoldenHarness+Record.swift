public import CertPress
import PressBytes
import PressDiagnostics
import PressScene

extension GoldenHarness {
  /// What recording one case did.
  public struct Recording: Sendable {
    public var name: String
    /// Files that are new, changed or gone, as paths.
    public var files: [String]
    /// What is otherwise from now on; empty for a case that had no golden.
    public var differences: [Difference]
    /// Why nothing was recorded.
    public var faults: Faults?
  }

  /// Renders all cases and writes what they are expected to be from now on, and what they were drawn with.
  /// - Returns: a recording for each case, and the environment's file if it was written.
  /// - Throws: ``Faults`` where only a part would be recorded, with other libraries or fonts than the rest has been.
  public func record(
    progress: @Sendable (_ done: Int, _ recording: Recording) -> Void = { _, _ in }
  ) throws(Faults) -> (recordings: [Recording], environment: String?) {
    if folder.isPart, recorded != environment {
      let differences =
        recorded.map { environment.differences(from: $0).joined(separator: "; ") }
        ?? "\(GoldenFolder.environment) does not say what"
      throw Faults(
        .environment,
        [
          Diagnostic(
            .error, "golden.other-environment", "the other goldens were recorded with something else: \(differences)",
            hint: "record all of them together, or work where that is installed")
        ])
    }
    let recordings = each({ record($0) }, progress: progress)
    let path = folder.path + "/" + GoldenFolder.environment
    // A case that could not be recorded still has its golden of before, if it has one.
    let isWhole = recorded == nil || !recordings.contains { $0.faults != nil }
    guard recorded != environment, isWhole else { return (recordings, nil) }
    do throws(FileError) {
      try Files.write(Array(environment.text.utf8), to: path)
    } catch {
      throw Faults(writing: error)
    }
    return (recordings, path)
  }

  /// Records one case. One that has errors, shows nothing, or whose PDF draws otherwise than its PNG is never recorded.
  public func record(_ golden: GoldenCase) -> Recording {
    let before = Files.exists(golden.path(GoldenCase.File.scene)) ? check(golden).differences : []
    do throws(Faults) {
      let files = golden.isOfDiagnostics ? try diagnosticsFiles(golden) : try expectations(golden)
      return Recording(
        name: golden.name, files: try golden.replaceExpectations(by: files),
        differences: before.filter { $0.id != "golden.stray" }, faults: nil)
    } catch {
      return Recording(name: golden.name, files: [], differences: [], faults: error)
    }
  }

  /// The files of a case, by name.
  private func expectations(_ golden: GoldenCase) throws(Faults) -> [(name: String, bytes: [UInt8])] {
    _ = try CaseSettings(of: golden)
    let rendering = try Rendering(golden, press: press)
    var files: [(name: String, bytes: [UInt8])] = []
    for (index, png) in rendering.pictures.enumerated() {
      guard let picture = try? Raster(png: png), !picture.isBlank else {
        throw refusal(
          "golden.blank", "'\(golden.name)' renders to a blank picture", hint: "give the sheet something to show")
      }
      let name = GoldenCase.File.picture(page: index + 1)
      let packed = picture.smallestPNG() ?? png
      files.append((name, golden.keeps(picture, in: name, unlessLargerThan: packed.count) ?? packed))
    }
    let structure = try PDFStructure(of: rendering.pdf)
    let geometry = GeometryLayer(
      names: ItemNames(of: [rendering.scene], schema: rendering.layout.schema), scene: rendering.scene,
      sources: rendering.layout.sources)
    let old = PDFStructure(
      text: (try? golden.expected(GoldenCase.File.structure).get()).map { String(decoding: $0, as: UTF8.self) } ?? "")
    if old.digest != structure.digest,
      let disagreement = try CrossCheck.differences(of: rendering, geometry: geometry).first
    {
      throw refusal(
        "golden.painters-disagree", "'\(golden.name)' is not the same as PDF and as PNG: \(disagreement.sentence)",
        hint: "this is a bug of CertPress, not of the sheet: please report it")
    }
    files.append((GoldenCase.File.scene, Array(rendering.dump.utf8)))
    files.append((GoldenCase.File.text, Array(try PDFReader.text(of: rendering.pdf).utf8)))
    files.append((GoldenCase.File.structure, Array(structure.text.utf8)))
    if !rendering.warnings.isEmpty { files.append((GoldenCase.File.warnings, Array(rendering.warningsText.utf8))) }
    return files
  }

  func refusal(_ id: String, _ message: String, hint: String) -> Faults {
    Faults(.input, [Diagnostic(.error, id, message, hint: hint)])
  }
}

extension GoldenCase {
  /// The file that holds these very pixels already: another version of zlib packs them otherwise, which is no reason to write
  /// them anew.
  fileprivate func keeps(_ picture: Raster, in file: String, unlessLargerThan size: Int) -> [UInt8]? {
    guard let bytes = try? expected(file).get(), bytes.count < size + size / 20, let old = try? Raster(png: bytes),
      picture.mismatch(with: old) == nil, old.pixels == picture.pixels
    else { return nil }
    return bytes
  }

  /// Writes what is new or changed and takes away what no longer belongs there.
  /// - Returns: the paths.
  fileprivate func replaceExpectations(by files: [(name: String, bytes: [UInt8])]) throws(Faults) -> [String] {
    var changed: [String] = []
    for (name, bytes) in files where (try? Files.read(path(name))) != bytes {
      try write(bytes, to: name)
      changed.append(path(name))
    }
    for entry in Files.entries(of: folder)
    where File.isExpectation(entry) && !files.contains(where: { $0.name == entry }) {
      Files.remove(path(entry))
      changed.append(path(entry) + " (removed)")
    }
    return changed
  }
}
