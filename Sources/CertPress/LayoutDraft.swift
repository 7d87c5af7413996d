import PressBytes
public import PressDiagnostics
public import PressSyntax
public import PressTemplate

/// A layout file as far as it can be understood: what tools look at that must go on where a service would refuse.
public struct LayoutDraft: Sendable {
  public let sources: SourceSet
  public let id: SourceID
  public let tree: SyntaxTree
  /// Nil where the file is too broken for one.
  public let template: Template?
  /// All of the file's errors and warnings, in the order of the file.
  public let diagnostics: [Diagnostic]
  /// Where the files are that the layout includes.
  let files: Pictures

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - name: what diagnostics call it.
  ///   - files: where the files are that the layout includes.
  public init(_ bytes: [UInt8], name: String, files: Pictures = .none) {
    let source = Source(name: name, bytes: bytes)
    self.files = files
    let desk = IncludeDesk(files: files, layout: name)
    id = desk.sources.add(source)
    let parsed = LayoutParser.parse(source, id: id)
    tree = parsed.tree
    let resolved = Template.resolve(parsed.tree, source: source, files: desk)
    sources = desk.sources
    template = resolved.template
    diagnostics = (parsed.diagnostics + resolved.diagnostics).inFileOrder
  }

  /// Reads a file.
  public init(at path: String) throws(Faults) {
    self.init(try Self.read(path), name: path, files: .directory(Files.folder(of: path)))
  }

  static func read(_ path: String) throws(Faults) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(path, limit: Faults.inputLimit)
    } catch {
      throw Faults(error, reading: "layout")
    }
  }
}

extension [Diagnostic] {
  var inFileOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let (one, other) = (left.element.span, right.element.span)
      return (one?.source.index ?? .max, one?.range.lowerBound ?? .max, left.offset)
        < (other?.source.index ?? .max, other?.range.lowerBound ?? .max, right.offset)
    }.map(\.element)
  }
}
