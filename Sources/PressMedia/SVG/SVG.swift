public import PressScene

/// SVG art → paths: the static shapes of SVG 1.1 in plain colours. XML is read by expat.
///
/// What is not drawn is refused by name and place, never left out: a seal without its ring is worse than no seal.
public enum SVG {
  /// Limits on what is read, far above what printed art needs.
  public static let maximumBytes = 4 << 20
  /// Lines, curves and dashes, of the whole file.
  public static let maximumSegments = 100_000
  public static let maximumDepth = 100
  /// How far from the viewBox a point may lie, as a multiple of its longer side: beyond, cairo's coordinates would not hold it.
  static let maximumReach = 100.0

  /// Reads a whole SVG file into paths in the space of its viewBox, with full precision.
  ///
  /// - The viewBox is the size; without one, `width` and `height` are, in CSS pixels. `preserveAspectRatio` says nothing
  ///   here, and `class` neither, as there are no style sheets.
  /// - Transforms are multiplied into the points. A stroke under one that scales by more than 0.1 % unevenly is refused:
  ///   its width is no longer one number.
  /// - Opacity is multiplied into the shapes. Where that is not the same picture, because shapes of a translucent group
  ///   overlap, the file is refused. Fill and stroke of one element become two shapes where `fill-opacity` or
  ///   `stroke-opacity` lets the fill show through.
  /// - `title`, `desc`, `metadata`, `defs` and elements of other namespaces are passed over; so is what `display: none` hides.
  ///
  /// - Throws: `MediaError.svg` with line and column, `.emptyPicture`, `.outOfMemory`.
  public static func read(_ bytes: [UInt8]) throws(MediaError) -> VectorArt {
    guard !bytes.isEmpty else { throw .emptyPicture }
    guard bytes.count <= maximumBytes else { throw .svg(SVGFault(.tooManyBytes(bytes.count))) }
    return try SVGParser.read(bytes)
  }

  /// Whether the first element is an `svg`, past declaration, comments and document type. Looks at 64 kB at most.
  public static func isSVG(_ bytes: [UInt8]) -> Bool {
    var head = bytes.prefix(1 << 16)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    // UTF-16: markup is ASCII, so that every other byte can go.
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      head = [] + head.dropFirst(2).filter { $0 != 0 }
    }
    var scanner = SVGScanner(Array(head))
    while true {
      scanner.skipSpace()
      if scanner.take("<?") {
        scanner.skip(past: "?>")
      } else if scanner.take("<!--") {
        scanner.skip(past: "-->")
      } else if scanner.take("<!DOCTYPE") {
        scanner.skipSpace()
        return scanner.take("svg")
      } else {
        return scanner.take("<") && scanner.name().split(separator: ":").last == "svg"
      }
    }
  }
}
