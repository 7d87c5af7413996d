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

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - name: what diagnostics call it.
  public init(_ bytes: [UInt8], name: String) {
    let source = Source(name: name, bytes: bytes)
    var sources = SourceSet()
    id = sources.add(source)
    self.sources = sources
    let parsed = LayoutParser.parse(source, id: id)
    tree = parsed.tree
    let resolved = Template.resolve(parsed.tree, source: source)
    template = resolved.template
    diagnostics = (parsed.diagnostics + resolved.diagnostics).inFileOrder
  }

  /// Reads a file.
  public init(at path: String) throws(Faults) {
    self.init(try Self.read(path), name: path)
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
      let one = left.element.span?.range.lowerBound ?? .max
      let other = right.element.span?.range.lowerBound ?? .max
      return (one, left.offset) < (other, right.offset)
    }.map(\.element)
  }
}
