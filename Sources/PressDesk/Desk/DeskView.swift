import CertPress
import PressBytes
import PressDiagnostics
import PressEditor
import PressRecord
import PressScene

/// What the layout's files hold, and the last picture that they gave.
struct DeskView: Sendable {
  /// One page as it is shown.
  struct Page: Sendable {
    var size: Size
    var area: Rect
    var picture: SVGPage
    var items: [InspectedItem]
  }

  let path: String
  private(set) var draft: LayoutDraft
  /// Nil while the layout has errors.
  private(set) var layout: Layout?
  /// The last that could be made.
  private(set) var pages: [Page] = []
  /// The texts that the pages' places point into: those of the last picture, which may be others than the files are now.
  private(set) var pageSources = SourceSet()
  /// What a drag is reckoned by; nil where the pages shown are not of the files as they are.
  private(set) var inspector: Inspector?
  /// The pages are of an earlier state, since this one has errors that keep it from being composed.
  private(set) var isStale = false
  private(set) var diagnostics: [Diagnostic] = []
  /// The layout's sources, and the record's behind them.
  private(set) var sources = SourceSet()
  private let layoutLog: PictureLog
  private var recordLog = PictureLog()

  /// - Throws: ``Faults`` if the file cannot be read.
  init(of path: String) throws(Faults) {
    self.path = path
    (draft, layoutLog) = try Self.read(path)
  }

  private static func read(_ path: String) throws(Faults) -> (LayoutDraft, PictureLog) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path, limit: Faults.inputLimit)
    } catch {
      throw Faults(error, reading: "layout")
    }
    let log = PictureLog()
    return (LayoutDraft(bytes, name: path, files: log.pictures(in: Files.folder(of: path))), log)
  }

  /// All files whose change is a change of the picture.
  var files: Set<String> { layoutLog.paths.union(recordLog.paths).union([path]) }

  /// Reads the files again. One that is gone for a moment, or for good, stays as it was, and is seen to come back.
  /// - Returns: whether anything is otherwise.
  mutating func reload() -> Bool {
    // A pipe would keep the desk waiting for its writer.
    guard Files.isRegular(path), let bytes = try? Files.read(path, limit: Faults.inputLimit),
      bytes != draft.sources[draft.id].bytes || layoutLog.isOutdated || recordLog.isOutdated,
      let view = try? DeskView(of: path, before: self)
    else { return false }
    self = view
    return true
  }

  private init(of path: String, before: DeskView) throws(Faults) {
    try self.init(of: path)
    // The inspector reckons with the text that was read before: it is not for this one.
    (pages, pageSources) = (before.pages, before.pageSources)
  }

  /// Makes the picture of a record.
  mutating func show(_ record: DeskRecord, with press: Press) {
    sources = draft.sources
    diagnostics = draft.diagnostics
    isStale = true
    recordLog = PictureLog()
    if layout == nil { layout = try? press.layout(draft) }
    guard let layout else { return }
    do throws(Faults) {
      let value = try layout.record(json: record.json, name: record.name)
      sources = layout.sources(with: value)
      let (scene, problems) = layout.preview(value, pictures: record.pictures(recordLog))
      diagnostics += problems
      guard !scene.pages.isEmpty else { return }
      let inspector = Inspector(draft, scene: scene)
      pages = try scene.pages.enumerated().map { index, page throws(Faults) in
        Page(
          size: page.size, area: page.area, picture: try layout.svg(scene, page: index),
          items: inspector.items(page: index))
      }
      pageSources = draft.sources
      self.inspector = inspector
      isStale = false
    } catch {
      diagnostics += error.diagnostics
      sources = error.sources
    }
  }
}
