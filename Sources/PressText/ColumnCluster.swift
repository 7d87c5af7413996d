import PressScene

/// Glyphs of one file as they stand in a column.
struct ColumnCluster {
  var scalars: Range<Int>
  var file: Int
  var glyphs: [ShapedText.Glyph]
  var stance: ShapedText.Cluster.Stance

  init(scalars: Range<Int>, file: Int, glyphs: [ShapedText.Glyph], stance: ShapedText.Cluster.Stance) {
    self.scalars = scalars
    self.file = file
    self.glyphs = glyphs
    self.stance = stance
  }

  /// How wide the ink of a cell may be, in em. Two digits of our faces have 0.82 to 1.12 em, most of them more than 1, and are not
  /// squeezed: they may stand out of the column by a sixteenth on each side (as W3C JLREQ lets them), so that 11日 and 24日 look alike.
  static let widestCell = 1.125

  /// Glyphs side by side in one cell, their ink in the column's middle, on the baseline of the Han characters; nil if they are too
  /// wide.
  init?(cell glyphs: [ShapedText.Glyph], scalars: Range<Int>, file: Int) {
    var pen = 0.0
    var (left, right) = (Double.infinity, -Double.infinity)
    for glyph in glyphs {
      left = min(left, pen + glyph.ink.minX)
      right = max(right, pen + glyph.ink.maxX)
      pen += glyph.advance
    }
    guard right - left <= Self.widestCell else { return nil }
    pen = -(left + right) / 2
    var placed = glyphs
    for index in glyphs.indices {
      placed[index].offsetX = pen
      placed[index].offsetY = 0.5 + ShapedText.middle
      placed[index].advance = index == glyphs.count - 1 ? 1 : 0
      pen += glyphs[index].advance
    }
    self.init(scalars: scalars, file: file, glyphs: placed, stance: .upright)
  }

  /// The ink in the middle of half an em: an interpunct.
  var inHalfEm: ColumnCluster {
    withGlyphs { glyph in
      glyph.advance = 0.5
      glyph.offsetX = -(glyph.ink.minX + glyph.ink.maxX) / 2
      glyph.offsetY = 0.25 - (glyph.ink.minY + glyph.ink.maxY) / 2
    }
  }

  /// The ink in the upper right quarter, about where faces have it in theirs: a comma whose face has no form for columns.
  var atUpperRight: ColumnCluster {
    withGlyphs { glyph in
      glyph.offsetX = 0.3 - (glyph.ink.minX + glyph.ink.maxX) / 2
      glyph.offsetY = 0.25 - (glyph.ink.minY + glyph.ink.maxY) / 2
    }
  }

  private func withGlyphs(_ change: (inout ShapedText.Glyph) -> Void) -> ColumnCluster {
    var copy = self
    for index in copy.glyphs.indices { change(&copy.glyphs[index]) }
    return copy
  }

  /// Neighbouring dashes of one kind become one cluster, so that nothing is put between them: the face's strokes meet.
  static func joiningDashes(_ clusters: [ColumnCluster], of scalars: [Unicode.Scalar]) -> [ColumnCluster] {
    var joined: [ColumnCluster] = []
    joined.reserveCapacity(clusters.count)
    for cluster in clusters {
      if let last = joined.last, last.scalars.upperBound == cluster.scalars.lowerBound, last.file == cluster.file,
        last.stance == cluster.stance,
        Orientation.isDash(scalars[cluster.scalars.lowerBound]),
        scalars[cluster.scalars.lowerBound] == scalars[last.scalars.upperBound - 1]
      {
        joined[joined.count - 1].scalars = last.scalars.lowerBound..<cluster.scalars.upperBound
        joined[joined.count - 1].glyphs += cluster.glyphs
      } else {
        joined.append(cluster)
      }
    }
    return joined
  }
}
