import PressDiagnostics
import PressScene
import PressTemplate

/// What paper, printers and copiers ask for.
enum Legible {
  /// The least size of 汉字: below it strokes run into each other.
  static let size: Points = 6
  /// The least size of texts of Latin letters and digits alone.
  static let latinSize: Points = 5
  /// WCAG 2.1 AA, of texts.
  static let contrast = 4.5
  /// Of texts from ``largeSize`` on, and of lines.
  static let largeContrast = 3.0
  static let largeSize: Points = 14
  /// Office printers leave 4.2 mm of the sheet white (100 pixels at 600 dpi), and feed it to a millimetre.
  static let edge = Points(mm: 5)
  /// The thinnest stroke of a dark colour.
  static let hairline: Points = 0.2
  /// The thinnest stroke of a light colour, which is printed as a screen of dots.
  static let lightHairline: Points = 0.5
  /// The luminance from which a colour is light.
  static let light = 0.5
}

extension Composition {
  /// What the paper shows and people could still not read, copy or get out of their printer.
  mutating func checkLegibility() {
    var grounds: [Ground] = []
    var last: Part?
    for index in placed.indices where placed[index].item.inkBox != .zero {
      let element = placed[index].element
      // A frame is three items.
      if element !== last {
        if element.isReadText, let small = smallText(index) { diagnostics.append(small) }
        if let faint = lowContrast(index, on: grounds) { diagnostics.append(faint) }
        if let near = nearEdge(index) { diagnostics.append(near) }
        if element.isLine || element.isFrame, let thin = hairline(index) { diagnostics.append(thin) }
      }
      last = element
      // A text or line is none, whatever lies on it.
      if !element.isReadText, !element.isLine, let ground = Ground(placed[index]) { grounds.append(ground) }
    }
  }

  private func smallText(_ index: Int) -> Diagnostic? {
    guard case .text(let runs, let fit) = placed[index].item.content,
      fit.usedSize < Legible.size
    else { return nil }
    let least = runs.allSatisfy(\.isLatin) ? Legible.latinSize : Legible.size
    return fit.usedSize < least ? tooSmall(placed[index], fit: fit, least: least) : nil
  }

  /// Ornaments and seals are not for reading; a coloured line is an ornament, a grey one guides the eye or the pen.
  private func lowContrast(_ index: Int, on grounds: [Ground]) -> Diagnostic? {
    guard let color = placed[index].element.inkColor else { return nil }
    var needed = Legible.largeContrast
    if placed[index].element.isReadText, case .text(_, let fit) = placed[index].item.content,
      fit.usedSize < Legible.largeSize
    {
      needed = Legible.contrast
    }
    let colors = grounds.colors(under: placed[index].item.inkBox)
    guard let worst = colors.min(by: { color.contrast(to: $0) < color.contrast(to: $1) }),
      color.contrast(to: worst) < needed
    else { return nil }
    return faint(placed[index], color: color, on: worst, needed: needed)
  }

  /// What touches the sheet's edge or crosses it is meant to be trimmed; text never is.
  private func nearEdge(_ index: Int) -> Diagnostic? {
    guard !placed[index].element.isUnseen else { return nil }
    let sheet = Rect(origin: .zero, size: setup.size)
    let (isText, isArt) = (placed[index].element.layers == Layers(.text), placed[index].element.layers.isEmpty)
    // A frame at 5 mm has half its stroke beyond.
    let box = isArt ? placed[index].item.box : placed[index].item.inkBox
    // The first of the nearest ones is told.
    var nearest: (side: String, distance: Points) = ("left", box.x)
    if box.y < nearest.distance { nearest = ("top", box.y) }
    if sheet.maxX - box.maxX < nearest.distance { nearest = ("right", sheet.maxX - box.maxX) }
    if sheet.maxY - box.maxY < nearest.distance { nearest = ("bottom", sheet.maxY - box.maxY) }
    guard nearest.distance < Legible.edge - 0.01 else { return nil }
    if !isText, nearest.distance < 0.01 { return nil }
    // A QR symbol there has no room for its quiet zone, which has been told.
    if let zone = placed[index].quietZone, !sheet.contains(zone) { return nil }
    // Off the page and outside the area have been told.
    guard sheet.contains(placed[index].item.inkBox, tolerance: 0.01),
      isArt || setup.area.contains(placed[index].item.inkBox, tolerance: 0.01)
    else { return nil }
    return atEdge(placed[index], side: nearest.side, distance: nearest.distance)
  }

  private func hairline(_ index: Int) -> Diagnostic? {
    let (width, paint): (Points, Paint)
    switch placed[index].element.kind {
    case .line(let line): (width, paint) = (line.stroke.width, line.stroke.paint)
    case .rectangle(let rectangle):
      guard let stroke = rectangle.stroke else { return nil }
      (width, paint) = (stroke.width, stroke.paint)
    case .border(let border): (width, paint) = (border.rule, .solid(border.color))
    default: return nil
    }
    guard width < Legible.lightHairline else { return nil }
    let isLight = if case .solid(let color) = paint { color.luminance > Legible.light } else { false }
    let least = isLight ? Legible.lightHairline : Legible.hairline
    return width < least ? tooThin(placed[index], width: width, least: least, isLight: isLight) : nil
  }
}

extension GlyphRun {
  /// Latin letters, digits, their punctuation and currency signs.
  fileprivate var isLatin: Bool {
    text.unicodeScalars.allSatisfy { $0.value < 0x250 || (0x2000..<0x20D0).contains($0.value) }
  }
}
