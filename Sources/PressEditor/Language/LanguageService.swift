public import CertPress
public import PressDiagnostics
import PressSyntax

/// Answers what an editor asks of one version of a layout file, or of a file that it includes: what may stand at a place, what
/// stands there, where it comes from. Offsets count the file's bytes; half-typed and broken files are answered as far as they are
/// understood.
///
/// A value: what it is asked changes nothing, and the same draft gives the same answers.
public struct LanguageService: Sendable {
  public let draft: LayoutDraft
  /// Which of the layout's files is asked about: itself, or one that it includes.
  public let id: SourceID
  /// The layout's files, the one that is asked about as it is now.
  public let sources: SourceSet
  let tree: SyntaxTree
  /// False where the text has gone on since the draft was made.
  let isCurrent: Bool
  /// Families of fonts that `font` may name.
  let families: @Sendable () -> [String]
  /// Files beside the layout that `image` and `include` may name.
  let files: @Sendable () -> [String]
  /// What the layout and the files it includes declare and use.
  let names: NameIndex

  /// - Parameters:
  ///   - id: the file that is asked about; by default the layout itself.
  ///   - text: the file's text where it has gone on since the draft was made. Then only the text is asked: completion, names,
  ///     the outline, formatting. There are no cures and no computed values, which take a new draft. Reading the text takes a
  ///     twentieth of the time of a draft.
  ///   - families: the names of the fonts' families; asked only where one is completed.
  ///   - files: names of files from the layout's folder; asked only where one is completed.
  public init(
    _ draft: LayoutDraft, of id: SourceID? = nil, text: [UInt8]? = nil,
    families: @escaping @Sendable () -> [String] = { [] }, files: @escaping @Sendable () -> [String] = { [] }
  ) {
    let id = id ?? draft.id
    self.draft = draft
    self.id = id
    isCurrent = text == nil
    self.families = families
    self.files = files
    if let text {
      var sources = SourceSet()
      for (index, source) in draft.sources.all.enumerated() {
        _ = sources.add(index == id.index ? Source(name: source.name, bytes: text) : source)
      }
      self.sources = sources
    } else {
      sources = draft.sources
    }
    let isRead = isCurrent && id == draft.id
    tree = isRead ? draft.tree : LayoutParser.parse(sources[id], id: id).tree
    names = NameIndex(draft, sources, tree)
  }

  /// The text of the file that is asked about.
  public var source: Source { sources[id] }

  func cursor(at offset: Int) -> Cursor {
    Cursor(at: min(max(offset, 0), source.bytes.count), in: tree, of: source)
  }
}
