public import CertPress
public import PressDiagnostics
import PressSyntax

/// Answers what an editor asks of one version of a layout file, or of a file that it includes: what may stand at a place, what stands there, where it comes
/// from. Offsets count the file's bytes; half-typed and broken files are answered as far as they are understood.
///
/// A value: what it is asked changes nothing, and the same draft gives the same answers.
public struct LanguageService: Sendable {
  public let draft: LayoutDraft
  /// Which of the layout's files is asked about: itself, or one that it includes.
  public let id: SourceID
  let tree: SyntaxTree
  /// Families of fonts that `font` may name.
  let families: @Sendable () -> [String]
  /// Files beside the layout that `image` and `include` may name.
  let files: @Sendable () -> [String]
  /// What the layout and the files it includes declare and use.
  let names: NameIndex

  /// - Parameters:
  ///   - id: the file that is asked about; by default the layout itself.
  ///   - families: the names of the fonts' families; asked only where one is completed.
  ///   - files: names of files from the layout's folder; asked only where one is completed.
  public init(
    _ draft: LayoutDraft, of id: SourceID? = nil, families: @escaping @Sendable () -> [String] = { [] },
    files: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.draft = draft
    self.id = id ?? draft.id
    tree = self.id == draft.id ? draft.tree : LayoutParser.parse(draft.sources[self.id], id: self.id).tree
    self.families = families
    self.files = files
    names = NameIndex(draft)
  }

  /// The text of the file that is asked about.
  public var source: Source { draft.sources[id] }

  func cursor(at offset: Int) -> Cursor {
    Cursor(at: min(max(offset, 0), source.bytes.count), in: tree, of: source)
  }
}
