public import PressScene

/// Where a column or table ends on its page and goes on upon the next.
public struct PageBreaks: Sendable, Hashable {
  /// Nothing of it stands below this, counted from the area's top.
  public var until: Points
  /// Where it begins on the pages that follow; nil: as high as on the first.
  public var again: Points?

  public init(until: Points, again: Points?) {
    self.until = until
    self.again = again
  }
}

/// Children one below the other: `pitch` from top to top, or else `gap` between them.
public struct ColumnElement: Sendable, Hashable {
  public var pitch: Points?
  public var gap: Points
  /// Nil: all of it stands on one page.
  public var breaks: PageBreaks?

  public init(pitch: Points?, gap: Points, breaks: PageBreaks?) {
    self.pitch = pitch
    self.gap = gap
    self.breaks = breaks
  }
}

/// Rows of cells in columns of the same widths, with rules between them.
public struct TableElement: Sendable, Hashable {
  public enum Rules: String, Sendable, CaseIterable {
    /// Around each cell.
    case grid
    /// Above and below each row.
    case rows
    /// 三线表: a strong one above and below all, a fine one below the head.
    case three
    /// Around the whole.
    case frame
    case none
  }
  /// Nil: what the others leave, in equal shares.
  public var columns: [Points?]
  /// White around what stands in a cell: left and right, above and below.
  public var padding: Size
  public var rules: Rules
  public var stroke: Stroke
  /// Of each row; nil: as high as what stands in it.
  public var pitch: Points?
  /// Nil: all of it stands on one page.
  public var breaks: PageBreaks?

  public init(
    columns: [Points?], padding: Size, rules: Rules, stroke: Stroke, pitch: Points?, breaks: PageBreaks?
  ) {
    self.columns = columns
    self.padding = padding
    self.rules = rules
    self.stroke = stroke
    self.pitch = pitch
    self.breaks = breaks
  }
}

/// Children with places of their own, drawn as one thing.
public struct GroupElement: Sendable, Hashable {
  public enum Clip: String, Sendable, CaseIterable { case box, ellipse }

  /// Degrees, clockwise, about the middle.
  public var rotation: Double
  /// 0 (invisible) to 1.
  public var opacity: Double
  public var clip: Clip?

  public init(rotation: Double, opacity: Double, clip: Clip?) {
    self.rotation = rotation
    self.opacity = opacity
    self.clip = clip
  }

  /// True if its children can as well be drawn one by one.
  public var isPlain: Bool { rotation == 0 && opacity == 1 && clip == nil }
}

extension Element {
  /// What stands in it.
  public var children: [Element] {
    switch kind {
    case .row(_, let children), .column(_, let children), .table(_, let children), .head(_, let children),
      .group(_, let children), .when(_, let children), .repeat(_, let children), .page(_, let children):
      children
    case .text, .image, .qr, .seal, .line, .rectangle, .ellipse, .path, .border, .guilloche, .microtext, .watermark: []
    }
  }

  /// How it goes on upon other pages; nil for what stays on one.
  public var breaks: PageBreaks? {
    switch kind {
    case .column(let column, _): column.breaks
    case .table(let table, _): table.breaks
    default: nil
    }
  }

  /// Itself, or what it holds where it is no more than a condition.
  public var standingTogether: [Element] {
    switch kind {
    case .when(_, let children), .page(_, let children): children.flatMap(\.standingTogether)
    default: [self]
    }
  }

  /// The same with other children.
  func with(_ children: [Element]) -> Element {
    var element = self
    switch kind {
    case .row(let gap, _): element.kind = .row(gap: gap, children: children)
    case .column(let column, _): element.kind = .column(column, children: children)
    case .table(let table, _): element.kind = .table(table, children: children)
    case .head(let gap, _): element.kind = .head(gap: gap, children: children)
    case .group(let group, _): element.kind = .group(group, children: children)
    case .when(let field, _): element.kind = .when(field: field, children: children)
    case .repeat(let field, _): element.kind = .repeat(field: field, children: children)
    case .page(let number, _): element.kind = .page(number: number, children: children)
    case .text, .image, .qr, .seal, .line, .rectangle, .ellipse, .path, .border, .guilloche, .microtext, .watermark:
      break
    }
    return element
  }

  /// Fields that it prints or asks for itself.
  var ownFields: Set<String> {
    switch kind {
    case .text(let text): text.text.fields
    case .image(let image): if case .field(let name, _) = image.source { [name] } else { [] }
    case .qr(let code): code.payload.fields
    case .seal(let seal): seal.text.fields.union(seal.bottom?.fields ?? [])
    case .microtext(let microtext): microtext.text.fields
    case .watermark(let watermark): watermark.text.fields
    case .when(let field, _), .repeat(let field, _): [field]
    case .line, .rectangle, .ellipse, .path, .border, .guilloche, .row, .column, .table, .head, .group, .page: []
    }
  }

  /// The texts that it prints or stands for, in reading order.
  public var texts: [TextTemplate] {
    switch kind {
    case .text(let text): [text.text]
    case .image(let image):
      if case .field(let name, let span) = image.source {
        [TextTemplate(pieces: [.field(name, span)], span: span)]
      } else {
        []
      }
    case .qr(let code): [code.payload]
    case .seal(let seal): [seal.text] + (seal.bottom.map { [$0] } ?? [])
    case .microtext(let microtext): [microtext.text]
    case .watermark(let watermark): [watermark.text]
    default: []
    }
  }
}
