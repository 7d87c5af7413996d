/// A text after shaping, independent of its size: all numbers are in em.
///
/// Hinting is off and positions are not rounded, so a run at 16 pt is exactly the run at 12 pt times 4/3. Fitting is therefore
/// arithmetic, and shaping happens once a text.
public struct ShapedText: Sendable {
  public struct Glyph: Hashable, Sendable {
    public var id: GlyphID
    /// In em.
    public var advance: Double
    /// From the pen to the glyph's origin, in em, y down.
    public var offsetX: Double
    public var offsetY: Double
    /// The ink from the glyph's origin, in em, y down; empty for a space.
    public var ink: EmBox

    public init(id: GlyphID, advance: Double, offsetX: Double, offsetY: Double, ink: EmBox) {
      self.id = id
      self.advance = advance
      self.offsetX = offsetX
      self.offsetY = offsetY
      self.ink = ink
    }
  }

  /// A box in em, y down.
  public struct EmBox: Hashable, Sendable {
    public var minX, minY, maxX, maxY: Double
    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
      self.minX = minX
      self.minY = minY
      self.maxX = maxX
      self.maxY = maxY
    }
    public static let empty = EmBox(minX: 0, minY: 0, maxX: 0, maxY: 0)
    public var isEmpty: Bool { minX >= maxX || minY >= maxY }
  }

  /// What cannot be parted: the glyphs of one or several characters, all of one face.
  public struct Cluster: Hashable, Sendable {
    public enum Break: Hashable, Sendable {
      /// A line may not begin here.
      case none
      /// A line may begin here.
      case allowed
      /// A line begins here (the cluster before holds the line break).
      case mandatory
    }

    /// How it stands in a column of vertical text; a horizontal text knows only `upright`.
    public enum Stance: Hashable, Sendable {
      /// As it is. In a column, ``Glyph/advance`` is the way down, and the offsets lead from the pen, at the top of the cell in
      /// the column's middle, to the glyph's origin.
      case upright
      /// Turned by 90° clockwise: advances and offsets are those of horizontal text, to be turned with it. The baseline lies
      /// ``ShapedText/middle`` left of the column's middle.
      case rotated
    }

    /// Index into ``ShapedText/faces``.
    public var face: Int
    public var glyphs: [Glyph]
    /// Indices into the Unicode scalars of ``ShapedText/text``.
    public var scalars: Range<Int>
    /// May a line begin before this cluster? The first cluster says `none`.
    public var breakBefore: Break
    /// True where it is white space that vanishes at a line's end.
    public var isSpace: Bool
    public var stance: Stance

    public var advance: Double { glyphs.reduce(0) { $0 + $1.advance } }

    public init(
      face: Int, glyphs: [Glyph], scalars: Range<Int>, breakBefore: Break, isSpace: Bool, stance: Stance = .upright
    ) {
      self.face = face
      self.glyphs = glyphs
      self.scalars = scalars
      self.breakBefore = breakBefore
      self.isSpace = isSpace
      self.stance = stance
    }
  }

  /// From the baseline up to the middle of the em box, in em: the box reaches from 0.12 below to 0.88 above.
  public static let middle = 0.38

  public var text: String
  public var faces: [FaceID]
  /// In reading order: left to right, or down a column.
  public var clusters: [Cluster]

  public init(text: String, faces: [FaceID], clusters: [Cluster]) {
    self.text = text
    self.faces = faces
    self.clusters = clusters
  }
}

/// What shaping found out about a text's characters.
public enum ShapingProblem: Hashable, Sendable {
  /// No face of the family's chain has it.
  case missingCharacter(Unicode.Scalar)
  /// The text's own family lacks `character`; the whole text is set in another, the style changes.
  case familyChanged(character: Unicode.Scalar, asked: String, used: String)
  /// `character` exists only in a face that draws another region's forms (`japanese`).
  case foreignForms(character: Unicode.Scalar, family: String, forms: String)
  /// The layout names a family that the manifest lacks.
  case unknownFamily(String)
}
