public import PressDiagnostics

extension SyntaxTree {
  /// The file as the tree's tokens hold it: byte for byte what was parsed, however broken it was.
  /// - Parameter source: the source that was parsed.
  public func printed(from source: Source) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count)
    forEachToken { token in
      bytes.append(contentsOf: source.bytes[token.trivia])
      bytes.append(contentsOf: source.bytes[token.range])
    }
    return bytes
  }
}
