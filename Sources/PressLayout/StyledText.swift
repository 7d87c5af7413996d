import PressScene
import PressTemplate

/// A shaped text of which parts look otherwise.
struct StyledText {
  /// Advances, offsets and ink of raised and lowered parts are scaled: all numbers are in em of the whole.
  var shaped: ShapedText
  /// By cluster; empty where all look alike.
  private var looks: [InlineLook?] = []
  /// It was shaped for one line, and does not say where others may begin.
  private(set) var isUnbroken = false

  init(_ shaped: ShapedText, isUnbroken: Bool = false) {
    self.shaped = shaped
    self.isUnbroken = isUnbroken
  }

  func look(of cluster: Int) -> InlineLook? { looks.isEmpty ? nil : looks[cluster] }

  /// Shapes the parts each by itself, and takes the places where lines may break from the whole.
  static func joined(
    _ content: FilledTemplate.FilledText, family: String,
    shape: (String, String) -> (ShapedText, [ShapingProblem])
  ) -> (StyledText, [ShapingProblem]) {
    let (whole, _) = shape(content.string, family)
    var breaks: [Int: ShapedText.Cluster.Break] = [:]
    for cluster in whole.clusters { breaks[cluster.scalars.lowerBound] = cluster.breakBefore }
    let scalars = Array(content.string.unicodeScalars)
    var result = StyledText(ShapedText(text: content.string, faces: [], clusters: []))
    var problems: [ShapingProblem] = []
    for (range, look) in content.parts(count: scalars.count) {
      let text = String(String.UnicodeScalarView(scalars[range]))
      let (part, found) = shape(text, look?.family ?? family)
      problems += found.filter { !problems.contains($0) }
      let faces = part.faces.map { face in
        result.shaped.faces.firstIndex(of: face)
          ?? {
            result.shaped.faces.append(face)
            return result.shaped.faces.count - 1
          }()
      }
      for cluster in part.clusters {
        var moved = cluster
        moved.scalars = cluster.scalars.lowerBound + range.lowerBound..<cluster.scalars.upperBound + range.lowerBound
        moved.face = faces.isEmpty ? 0 : faces[cluster.face]
        moved.breakBefore = breaks[moved.scalars.lowerBound] ?? .none
        if let look, look.scale != 1 { moved.glyphs = cluster.glyphs.map { $0.scaled(by: look.scale) } }
        result.shaped.clusters.append(moved)
        result.looks.append(look)
      }
    }
    return (result, problems)
  }
}

extension FilledTemplate.FilledText {
  /// The whole text in parts that look alike.
  fileprivate func parts(count: Int) -> [(scalars: Range<Int>, look: InlineLook?)] {
    var parts: [(Range<Int>, InlineLook?)] = []
    var end = 0
    for (range, look) in looks where !range.isEmpty {
      if range.lowerBound > end { parts.append((end..<range.lowerBound, nil)) }
      parts.append((range, look))
      end = range.upperBound
    }
    if end < count { parts.append((end..<count, nil)) }
    return parts
  }
}

extension ShapedText.Glyph {
  fileprivate func scaled(by factor: Double) -> ShapedText.Glyph {
    ShapedText.Glyph(
      id: id, advance: advance * factor, offsetX: offsetX * factor, offsetY: offsetY * factor,
      ink: ShapedText.EmBox(
        minX: ink.minX * factor, minY: ink.minY * factor, maxX: ink.maxX * factor, maxY: ink.maxY * factor))
  }
}
