import PressScene
import PressTemplate

/// Sets fitted lines into a box: pen positions, glyph runs, ink. Everything lands on the scene's grid here, once.
struct TextSetting {
  let text: StyledText
  let style: TextStyle
  let fit: TextFitting.Result

  private var isVertical: Bool { style.direction == .vertical }

  func runs(in box: Rect) -> (runs: [GlyphRun], ink: Rect) {
    var runs: [GlyphRun] = []
    var ink = Rect.zero
    let scalars = Array(text.shaped.text.unicodeScalars)
    for (number, line) in fit.lines.enumerated() {
      let down = style.leading.at(fit.size) * Double(number)
      // The baseline of a horizontal line, the middle of a vertical one.
      let axis = isVertical ? box.maxX - fit.size / 2 - down : box.y + fit.size * emBoxAscent + down
      let spacing = LineSpacing(
        line, of: text.shaped, style: style, size: fit.size, room: isVertical ? box.height : box.width)
      var pen = (isVertical ? box.y : box.x) + spacing.start
      var builder: RunBuilder?
      for index in line.clusters {
        let cluster = text.shaped.clusters[index]
        if cluster.glyphs.isEmpty { continue }  // a line break: no ink, nothing to extract
        let look = text.look(of: index)
        if builder == nil || !(builder?.takes(cluster, look) ?? false) {
          if let builder { runs.append(builder.finished(text.shaped.text, scalars)) }
          builder = RunBuilder(
            cluster, look, face: text.shaped.faces[cluster.face], style: style, size: fit.size, pen: pen, axis: axis,
            room: line.clusters.upperBound - index)
        }
        let gap = spacing.gap(after: index)
        builder?.append(cluster, pen: pen, gap: gap, ink: &ink)
        pen += fit.size * cluster.advance + gap
      }
      if let builder { runs.append(builder.finished(text.shaped.text, scalars)) }
    }
    return (runs, ink)
  }
}
