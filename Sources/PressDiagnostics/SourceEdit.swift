/// A change of source text: the bytes of `span` become `replacement`. Fix-its, the formatter and a drag are lists of these.
public struct SourceEdit: Sendable, Equatable {
  public var span: Span
  public var replacement: String

  public init(_ span: Span, _ replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// A cure that a tool can apply.
public struct FixIt: Sendable, Equatable {
  /// What it does: `replace 'aling' with 'align'`.
  public var message: String
  public var edits: [SourceEdit]

  public init(_ message: String, _ edits: [SourceEdit]) {
    self.message = message
    self.edits = edits
  }
}

extension Source {
  /// The bytes after `edits`, which must not overlap; their order does not matter.
  public func applying(_ edits: [SourceEdit]) -> [UInt8] {
    var result = bytes
    for edit in edits.sorted(by: { $0.span.range.lowerBound > $1.span.range.lowerBound }) {
      result.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
    }
    return result
  }
}
