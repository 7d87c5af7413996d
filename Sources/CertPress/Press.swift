import PressBytes
public import PressDiagnostics
import PressMedia
import PressPaint
import PressText
import Synchronization

/// The engine: a folder of fonts and the workers that use them. Make one at start-up and keep it; it may be used from any task
/// and any number of threads.
///
/// ```swift
/// let press = try Press(fonts: "/usr/share/certpress/fonts")
/// let layout = try press.layout(at: "layouts/hubei-professional-title.layout")
/// let record = try layout.record(json: bytes, name: "request 4711")
/// let document = try layout.render(record, as: .pdf, pictures: .directory("portraits"))
/// ```
///
/// Rendering is plain computation without waiting: call it where a thread may be busy for some milliseconds. Each rendering
/// under way has a worker of its own (a shaper, a painter, their open fonts); workers are kept for the next one.
public final class Press: Sendable {
  let fonts: FontLibrary
  private let idle = Mutex<[Worker]>([])

  /// Takes the variables by which a user can steer the C libraries (`HB_SHAPER_LIST`, `FC_DEBUG` …) out of this process's
  /// environment, so that the same inputs give the same bytes for everybody. A program calls it first of all in its `main`:
  /// it is not safe once other threads run.
  public static func isolateProcess() { LibraryEnvironment.clear() }

  /// Reads the manifest of a font folder. The fonts themselves are opened when a text first needs them.
  /// - Parameter fonts: path of the folder that holds `manifest.json`.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/environment`` where the folder is no font library.
  public init(fonts directory: String) throws(Faults) {
    do {
      fonts = try FontLibrary(directory: directory)
    } catch {
      throw Faults(.environment, error.diagnostics)
    }
  }

  /// Reads a layout file. Pictures that it names itself are looked for in its folder.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/environment`` if it cannot be read, ``Faults/Kind/input`` if it has errors: all
  ///   of them, with their places.
  public func layout(at path: String) throws(Faults) -> Layout {
    let bytes = try LayoutDraft.read(path)
    return try layout(bytes, name: path, pictures: .directory(Files.folder(of: path)))
  }

  /// Reads a layout from memory.
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - name: what diagnostics call it.
  ///   - pictures: where the pictures are that the layout itself names, and the files that it includes.
  public func layout(_ bytes: [UInt8], name: String, pictures: Pictures = .none) throws(Faults) -> Layout {
    try layout(LayoutDraft(bytes, name: name, files: pictures))
  }

  /// A layout that has been read already.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/input`` if it has errors.
  public func layout(_ draft: LayoutDraft) throws(Faults) -> Layout {
    guard let template = draft.template, !draft.diagnostics.hasErrors else {
      throw Faults(.input, draft.diagnostics, sources: draft.sources)
    }
    return Layout(
      press: self, template: template, sources: draft.sources, warnings: draft.diagnostics, pictures: draft.files)
  }

  /// Recomputes digests, sizes and coverage of all font files.
  /// - Returns: what differs from the manifest; empty if nothing does.
  public func verifyFonts() -> [Diagnostic] { fonts.verify() }

  /// The files of the font library, in the manifest's order.
  public var fontFiles: [InstalledFont] {
    fonts.files.map {
      InstalledFont(
        name: $0.face.name, digest: $0.face.digest, tier: $0.tier.rawValue, size: $0.size, licence: $0.licence)
    }
  }

  /// Of CertPress.
  public static let version = "0.1.0"

  /// The C libraries that decide what is drawn, by name, with the versions that run: with others a pixel may differ.
  public static var libraries: [String: String] {
    [TextLibraries.versions, PaintLibraries.versions].reduce(into: [:]) { all, some in
      all.merge(some) { known, _ in known }
    }
  }

  /// Runs `body` with a worker that nobody else has.
  func withWorker<Result, Failure: Error>(_ body: (Worker) throws(Failure) -> Result) throws(Failure) -> Result {
    let worker = idle.withLock { $0.popLast() } ?? Worker(fonts: fonts)
    defer { idle.withLock { $0.append(worker) } }
    return try body(worker)
  }
}

/// One file of the font library.
public struct InstalledFont: Sendable {
  /// The family: `CertPress Song`.
  public var name: String
  /// SHA-256 of the file, lower-case hex, as the manifest has it.
  public var digest: String
  /// `core`, `ext`, `rare` or `last-resort`.
  public var tier: String
  /// Bytes.
  public var size: Int
  /// SPDX identifier.
  public var licence: String
}
