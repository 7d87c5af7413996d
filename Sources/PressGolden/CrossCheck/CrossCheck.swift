import CertPress
import PressScene

/// Holds the PDF, as poppler draws it, against our own PNG of the same scene: a painter that loses or shifts something in one of the
/// two is found though both are as they always were.
///
/// Both pages are drawn at 600 dpi, in grey. Compared are
/// - each glyph's centre of ink, ``Bounds/shift`` at most. Poppler 22.12 draws a glyph at the whole pixel above and left of its
///   place: half a pixel on average, which is taken off, and half a pixel (0.021 mm) more or less, which is not;
/// - each item's outermost ink, ``Bounds/shift`` at most, where nothing else is near;
/// - every window of 1 mm: the mean difference of its cells of a quarter of a millimetre, so that neither softened edges nor another
///   way of scaling pictures counts. 0.1 mm of any edge does.
///
/// What was measured, and why this catches 0.1 mm of one glyph, stands in docs/goldens.md.
struct CrossCheck {
  enum Bounds {
    /// Millimetres.
    static let shift = 0.05
    /// Of the ink of a glyph: another glyph has another amount.
    static let mass = 0.06
    /// An em, in pixels, below which a comma has too few of them for that.
    static let leastEm = 50.0
    /// Levels of 255, mean over a window.
    static let window = 24.0
    /// The same where there is text: the half pixel of poppler's shows at every edge of a dense character.
    static let textWindow = 48.0
    /// The same for pictures of coarse pixels, edges with transparency among them.
    static let coarseWindow = 40.0
    /// What is pale differs less: the bounds of windows are multiplied by the darkness of the darkest thing in them, this at least.
    static let leastContrast = 0.15
  }

  /// The largest deviations that were met, whether too large or not.
  struct Extremes: Sendable {
    var shift = 0.0
    var mass = 0.0
    var edge = 0.0
    var window = 0.0
    var textWindow = 0.0
    /// Of windows with pale things only, as if these were black.
    var paleWindow = 0.0
    var glyphs = 0
    var edges = 0
  }

  let dpi: Double
  let page: Page
  /// From 1.
  let number: Int
  let geometry: GeometryLayer
  /// The PDF's page, then our own.
  let pdf: GreyPage
  let png: GreyPage

  var differences: [Difference] = []
  var extremes = Extremes()
  /// Cells of glyphs and areas of items, in pixels.
  var glyphs: [Glyph] = []
  var areas: [(item: Item, areas: [PixelArea])] = []
  /// How dark each of them can be at most, 0 to 1.
  var contrasts: [Double] = []

  struct Glyph {
    var item: Item
    var text: String
    /// Around the cell.
    var area: PixelArea
    /// What the cell is on the page where it stands askew; nil where it is the area.
    var cell: SkewCell?
  }

  /// - Returns: what the two painters draw otherwise, all pages; what cannot be compared is no agreement.
  static func differences(of rendering: Rendering, geometry: GeometryLayer) throws(Faults) -> [Difference] {
    let (checks, obstacles) = try checks(of: rendering, geometry: geometry)
    return obstacles.map { Difference(.pixels, "golden.painters-disagree", $0) } + checks.flatMap(\.differences)
  }

  /// - Returns: the check of each page, and sentences about pages that cannot be held against each other.
  static func checks(
    of rendering: Rendering, geometry: GeometryLayer
  ) throws(Faults) -> (checks: [CrossCheck], obstacles: [String]) {
    let dpi = resolution(for: rendering.scene)
    let pages = try PDFReader.pages(of: rendering.pdf, dpi: dpi)
    var checks: [CrossCheck] = []
    var obstacles: [String] = []
    if pages.count != rendering.scene.pages.count {
      obstacles.append("poppler draws \(pages.count) pages of the PDF, the scene has \(rendering.scene.pages.count)")
    }
    for (index, (page, pdf)) in zip(rendering.scene.pages, pages).enumerated() {
      let png = try rendering.layout.paint(rendering.scene, as: .png(dpi: dpi), page: index)
      guard let picture = try? Raster(png: png) else {
        obstacles.append("page \(index + 1) is no whole PNG at \(decimal(dpi)) dpi")
        continue
      }
      // Poppler rounds up what is left of a pixel.
      guard abs(pdf.width - picture.width) <= 1, abs(pdf.height - picture.height) <= 1 else {
        obstacles.append("page \(index + 1) has another size as PDF than as PNG")
        continue
      }
      var check = CrossCheck(
        dpi: dpi, page: page, number: index + 1, geometry: geometry, pdf: pdf, png: GreyPage(picture))
      check.run()
      checks.append(check)
    }
    return (checks, obstacles)
  }

  /// 600 dpi, less for sheets that would have too many pixels.
  private static func resolution(for scene: Scene) -> Double {
    let largest = scene.pages.map { $0.size.width.value * $0.size.height.value }.max() ?? 0
    return min(600, (150_000_000 / max(largest, 1)).squareRoot() * 72).rounded(.down)
  }

  private init(dpi: Double, page: Page, number: Int, geometry: GeometryLayer, pdf: GreyPage, png: GreyPage) {
    self.dpi = dpi
    self.page = page
    self.number = number
    self.geometry = geometry
    self.pdf = pdf
    self.png = png
  }

  private mutating func run() {
    for (item, map, opacity) in page.leaves {
      areas.append((item, item.inkRegions.map { PixelArea(map($0), dpi: dpi) }))
      contrasts.append(item.content.darkness * opacity)
      guard case .text(let runs, _) = item.content else { continue }
      glyphs += runs.flatMap { run in
        run.cells.map { cell in
          let way = run.transform.then(map)
          return Glyph(
            item: item, text: cell.text, area: PixelArea(way(cell.rect), dpi: dpi),
            cell: SkewCell(cell.rect, by: way, dpi: dpi))
        }
      }
    }
    compareGlyphs()
    compareEdges()
    compareWindows()
    compareCoarsePictures()
  }

  /// Millimetres a pixel.
  var pixel: Double { 25.4 / dpi }

  /// No bound is finer than the pixels of the sheet.
  private var shiftBound: Double { max(Bounds.shift, 1.2 * pixel) }

  private mutating func compareGlyphs() {
    for (index, glyph) in glyphs.enumerated() where !isTouched(index) {
      // What is a space has nothing but its neighbours' edges.
      if glyph.text.allSatisfy(\.isWhitespace) { continue }
      let (own, other) = (png.ink(in: glyph.area, of: glyph.cell), pdf.ink(in: glyph.area, of: glyph.cell))
      // Less than a hundredth of a square millimetre of ink is a space with a neighbour's edge in it.
      let least = 255 * 0.01 / (pixel * pixel)
      guard let own, own.mass > least else { continue }
      guard let other, other.mass > least else {
        tell(glyph.item, "\(glyph.text) is not there in the PDF", in: glyph.area)
        continue
      }
      extremes.glyphs += 1
      let shift = Point(
        x: Points(mm: (other.x - own.x + 0.5) * pixel), y: Points(mm: (other.y - own.y + 0.5) * pixel))
      let way = max(abs(shift.x.mm), abs(shift.y.mm))
      let mass = abs(other.mass / own.mass - 1)
      extremes.shift = max(extremes.shift, way)
      extremes.mass = max(extremes.mass, mass)
      if way > shiftBound {
        tell(glyph.item, "\(glyph.text) lies \(Words.way(shift)) of its place in the PDF", in: glyph.area)
      } else if mass > Bounds.mass, Double(glyph.area.rows.count) >= Bounds.leastEm {
        tell(glyph.item, "\(glyph.text) has \(other.mass > own.mass ? "more" : "less") ink in the PDF", in: glyph.area)
      }
    }
  }

  private mutating func compareEdges() {
    let near = Int((0.5 / pixel).rounded())
    for item in page.items {
      let ids = Set(item.withChildren.map(\.id))
      let own = areas.filter { ids.contains($0.item.id) }.flatMap(\.areas)
      guard let around = own.joined?.grown(by: near),
        !areas.contains(where: { !ids.contains($0.item.id) && $0.areas.contains { $0.overlaps(around) } }),
        let before = png.edges(in: around)
      else { continue }
      guard let after = pdf.edges(in: around) else {
        tell(item, "it is not there in the PDF")
        continue
      }
      extremes.edges += 1
      // Poppler's half pixel is that of glyphs.
      let habit = if case .text = item.content { 0.5 } else { 0.0 }
      let box = item.box
      let edges: [(own: Double, other: Double, box: Points)] = [
        (before.left, after.left, box.x), (before.top, after.top, box.y), (before.right, after.right, box.maxX),
        (before.bottom, after.bottom, box.maxY),
      ]
      for edge in edges {
        let way = abs(edge.other - edge.own + habit) * pixel
        // Where a picture ends is its box's edge; where something in a picture ends, each program has its own opinion of a pixel.
        let isBox = abs(edge.own * pixel - edge.box.mm) < 0.1
        let bound = isBox ? shiftBound : max(shiftBound, item.content.sourcePixel * 1.5)
        if isBox || item.content.sourcePixel == 0 { extremes.edge = max(extremes.edge, way) }
        guard way > bound else { continue }
        tell(item, "its outermost ink lies \(Words.mm(way)) elsewhere in the PDF")
        break
      }
    }
  }

  /// Whether something else is drawn in a glyph's cell: another item, or a line too near. Neighbours share an edge, which does not
  /// count.
  private func isTouched(_ index: Int) -> Bool {
    let glyph = glyphs[index]
    let inner = glyph.area.grown(by: -2)
    return areas.contains { item, areas in
      item.id != glyph.item.id
        && areas.contains { area in area.overlaps(inner) && glyph.cell.map { $0.overlaps(SkewCell(area)) } ?? true }
    }
      || glyphs.indices.contains { other in
        guard other != index, glyphs[other].area.overlaps(inner) else { return false }
        guard let cell = glyph.cell else { return true }
        return cell.overlaps(glyphs[other].cell ?? SkewCell(glyphs[other].area))
      }
  }

  var onPage: String { geometry.scene.pages.count > 1 ? " on page \(number)" : "" }

  mutating func tell(_ item: Item, _ how: String, in area: PixelArea? = nil) {
    differences.append(
      Difference(
        .pixels, "golden.painters-disagree",
        "\(geometry.names[item.id]) is not drawn alike as PDF and as PNG: \(how)\(onPage)",
        items: [item.id], place: geometry.place(of: item.id), page: number,
        boxes: [.init(side: .both, rect: area?.rect(dpi: dpi) ?? item.inkBox)]))
  }
}
