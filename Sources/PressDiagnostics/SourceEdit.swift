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
    for edit in edits.inTextOrder.reversed() {
      result.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
    }
    return result
  }
}

extension [SourceEdit] {
  /// By where they begin; what is put in at a place before what is replaced there; of two that are put in, the first first.
  public var inTextOrder: [SourceEdit] {
    enumerated().sorted { one, other in
      let (left, right) = (one.element.span.range, other.element.span.range)
      return (left.lowerBound, left.upperBound, one.offset) < (right.lowerBound, right.upperBound, other.offset)
    }.map(\.element)
  }
}
