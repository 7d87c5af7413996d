public import CertPress
public import PressDiagnostics
import PressSyntax

/// Answers what an editor asks of one version of a layout file: what may stand at a place, what stands there, where it comes
/// from. Offsets count the file's bytes; half-typed and broken files are answered as far as they are understood.
///
/// A value: what it is asked changes nothing, and the same draft gives the same answers.
public struct LanguageService: Sendable {
  public let draft: LayoutDraft
  /// Families of fonts that `font` may name.
  let families: @Sendable () -> [String]
  /// Files beside the layout that `image` and `include` may name.
  let files: @Sendable () -> [String]
  /// What the layout and the files it includes declare and use.
  let names: NameIndex

  /// - Parameters:
  ///   - families: the names of the fonts' families; asked only where one is completed.
  ///   - files: names of files from the layout's folder; asked only where one is completed.
  public init(
    _ draft: LayoutDraft, families: @escaping @Sendable () -> [String] = { [] },
    files: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.draft = draft
    self.families = families
    self.files = files
    names = NameIndex(draft)
  }

  /// The text of the layout itself.
  public var source: Source { draft.sources[draft.id] }

  func cursor(at offset: Int) -> Cursor {
    Cursor(at: min(max(offset, 0), source.bytes.count), in: draft.tree, of: source)
  }
}
