/// What keeps an SVG file from being drawn, and where it stands. Parts of the file that it quotes are cut to 40 characters.
public struct SVGFault: Error, Equatable, Sendable {
  public var problem: Problem
  /// Nil: the file as a whole.
  public var place: Place?

  public init(_ problem: Problem, at place: Place? = nil) {
    self.problem = problem
    self.place = place
  }

  /// Both count from 1, columns in characters. For an attribute it is the place of its element.
  public struct Place: Equatable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  public enum Problem: Error, Equatable, Sendable {
    /// expat's own sentence.
    case malformed(reason: String)
    /// The outermost element is another.
    case root(String)
    /// A document type that declares something, or may.
    case documentType
    /// A reference to an entity that only a document type could declare.
    case entity(String)
    /// Neither a viewBox nor a width and height.
    case noSize
    /// A width or height of the art that is not from 0.001 to 1,000,000.
    case size(Double)
    /// An element that is not drawn.
    case element(String)
    /// An element inside one that cannot hold it.
    case misplaced(String, inside: String)
    /// Rules of a `style` element or a linked sheet.
    case styleSheet
    /// A property or attribute that changes the picture and is not followed.
    case property(String, value: String)
    /// A `fill` or `stroke` by `url(…)`.
    case paintServer(property: String)
    /// A value that cannot be read.
    case value(String, of: String)
    /// A length in a unit that depends on a font.
    case unit(String, of: String)
    /// A number beyond 1,000,000,000.
    case number(String)
    /// Which character of a path's `d` cannot stand there, from 1.
    case pathData(character: Int)
    /// A stroke under a transform that scales it more one way than the other.
    case unevenStroke
    /// A translucent group, or a translucent element of translucent coats, whose parts overlap.
    case overlapping
    /// A point or stroke that reaches too far from the viewBox.
    case farAway
    case tooManyBytes(Int)
    case tooManySegments
    case tooManyDashes(Int)
    case tooDeep
    /// Nothing is painted.
    case empty
  }
}

extension String {
  /// Short enough to be quoted.
  var quoted: String {
    unicodeScalars.count <= 40 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(39))) + "…"
  }
}
