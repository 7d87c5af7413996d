import PressScene
import PressTemplate

/// Collects the clusters of one face and one look on one line.
struct RunBuilder {
  private var run: GlyphRun
  /// Which scalars of the whole text it has, without neighbours.
  private var pieces: [Range<Int>] = []
  private var scalarCount = 0
  private let face: Int
  private let look: InlineLook?
  private let stance: ShapedText.Cluster.Stance
  private let isVertical: Bool
  /// The em of the whole text: what advances and offsets count in.
  private let size: Points
  /// Where the run begins along the line.
  private let start: Points

  /// Bold has a stroke around its outlines, of which half thickens each side of a stem: 1/36 em in a text of 16 pt, and less as the
  /// type grows, whose counters would close in dense characters.
  private static func boldness(at size: Points) -> Points {
    size * 0.028 * min(1, (16 / max(1, size.value)).squareRoot())
  }

  /// - Parameters:
  ///   - pen: along the line.
  ///   - axis: the baseline of a horizontal line, the middle of a vertical one.
  ///   - room: how many clusters it may get.
  init(
    _ cluster: ShapedText.Cluster, _ look: InlineLook?, face: FaceID, style: TextStyle, size: Points, pen: Points,
    axis: Points, room: Int
  ) {
    self.face = cluster.face
    self.look = look
    self.size = size
    stance = cluster.stance
    isVertical = style.direction == .vertical
    start = pen.onGrid
    let lift = size * (look?.lift ?? 0)
    let transform: Transform =
      if !isVertical {
        .translation(pen.onGrid, (axis - lift).onGrid)
      } else if cluster.stance == .rotated {
        // Turned clockwise, what was above the baseline lies right of it.
        Transform.rotation(sine: 1, cosine: 0).then(
          .translation((axis - size * ShapedText.middle + lift).onGrid, pen.onGrid))
      } else {
        .translation(axis.onGrid, pen.onGrid)
      }
    run = GlyphRun(
      face: face, size: (size * (look?.scale ?? 1)).onGrid, paint: .solid(look?.color ?? style.color),
      transform: transform, direction: isVertical && cluster.stance == .upright ? .vertical : .horizontal, glyphs: [],
      text: "", clusters: [])
    run.glyphs.reserveCapacity(room)
    run.clusters.reserveCapacity(room)
    if look?.isBold ?? false { run.embolden = Self.boldness(at: run.size).onGrid }
  }

  /// All that was collected, with its part of the text: a run of the whole text shares it.
  func finished(_ text: String, _ scalars: [Unicode.Scalar]) -> GlyphRun {
    var run = run
    if scalarCount == scalars.count {
      run.text = text
    } else {
      // Put together as bytes: `String.UnicodeScalarView.append` takes three thousand instructions each time (Swift 6.3).
      var bytes: [UInt8] = []
      for index in pieces.joined() { bytes.append(contentsOf: scalars[index].utf8) }
      run.text = String(decoding: bytes, as: UTF8.self)
    }
    return run
  }

  func takes(_ cluster: ShapedText.Cluster, _ look: InlineLook?) -> Bool {
    cluster.face == face && look == self.look && cluster.stance == stance
  }

  mutating func append(
    _ cluster: ShapedText.Cluster, pen: Points, gap: Points, ink: inout Rect
  ) {
    let firstGlyph = run.glyphs.count
    let firstScalar = scalarCount
    var pen = pen
    for (index, glyph) in cluster.glyphs.enumerated() {
      let advance = size * glyph.advance + (index == cluster.glyphs.count - 1 ? gap : 0)
      let position = position(of: glyph, pen: pen)
      let step = ((pen + advance).onGrid - pen.onGrid).onGrid
      run.glyphs.append(GlyphRun.Glyph(id: glyph.id, position: position, advance: step))
      if !glyph.ink.isEmpty {
        ink = ink.union(self.ink(of: glyph, at: position))
      }
      pen += advance
    }
    if let last = pieces.last, last.upperBound == cluster.scalars.lowerBound {
      pieces[pieces.count - 1] = last.lowerBound..<cluster.scalars.upperBound
    } else {
      pieces.append(cluster.scalars)
    }
    scalarCount += cluster.scalars.count
    run.clusters.append(
      Cluster(
        glyphs: firstGlyph..<run.glyphs.count, scalars: firstScalar..<firstScalar + cluster.scalars.count))
  }

  /// On the page.
  private func ink(of glyph: ShapedText.Glyph, at position: Point) -> Rect {
    let isTurned = stance == .rotated
    let origin = isTurned ? .zero : Point(x: run.transform.tx, y: run.transform.ty)
    let box = Rect(
      x: origin.x + position.x + size * glyph.ink.minX, y: origin.y + position.y + size * glyph.ink.minY,
      width: size * (glyph.ink.maxX - glyph.ink.minX), height: size * (glyph.ink.maxY - glyph.ink.minY)
    ).insetBy(run.embolden / -2)
    return isTurned ? run.transform(box) : box
  }

  /// In the run's own space.
  private func position(of glyph: ShapedText.Glyph, pen: Points) -> Point {
    let (x, y) = (size * glyph.offsetX, size * glyph.offsetY)
    return (isVertical && stance == .upright ? Point(x: x, y: pen + y - start) : Point(x: pen + x - start, y: y)).onGrid
  }
}
