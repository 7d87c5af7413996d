import PressScene

extension CrossCheck {
  mutating func compareWindows() {
    let cell = max(1, Int((0.25 / pixel).rounded()))
    let windows = CellWindows(pdf, png, cell: cell, across: 4)
    var text = [Bool](repeating: false, count: windows.columns * windows.rows)
    for glyph in glyphs {
      for row in windows.touching(glyph.area.rows, count: windows.rows) {
        for column in windows.touching(glyph.area.columns, count: windows.columns) {
          text[row * windows.columns + column] = true
        }
      }
    }
    let contrasts = windowContrasts(windows)
    let coarse = coarsePictures.map(\.area)
    var worst: [String: (item: Item?, mean: Double, area: PixelArea)] = [:]
    for index in text.indices {
      let mean = windows.means[index]
      let area = windows.area(of: index)
      if coarse.contains(where: { $0.overlaps(area) }) { continue }
      let contrast = contrasts[index]
      if contrast < 1 {
        extremes.paleWindow = max(extremes.paleWindow, mean / contrast * (text[index] ? 0.5 : 1))
      } else if text[index] {
        extremes.textWindow = max(extremes.textWindow, mean)
      } else {
        extremes.window = max(extremes.window, mean)
      }
      guard mean > (text[index] ? Bounds.textWindow : Bounds.window) * contrast else { continue }
      let item = areas.last { $0.areas.contains { $0.overlaps(area) } }?.item
      if mean > worst[item?.id ?? ""]?.mean ?? 0 { worst[item?.id ?? ""] = (item, mean, area) }
    }
    for (_, found) in worst.sorted(by: { $0.key < $1.key }) {
      let place = Words.place(found.area.rect(dpi: dpi))
      if let item = found.item {
        tell(item, "look at \(place)", in: found.area)
      } else {
        let sentence = "the PDF draws something where the scene has nothing (\(place))\(onPage)"
        differences.append(
          Difference(
            .pixels, "golden.pdf-stray", sentence, page: number,
            boxes: [.init(side: .both, rect: found.area.rect(dpi: dpi))]))
      }
    }
  }

  /// For each window, how dark the darkest thing in it can be; 1 where nothing is drawn.
  private func windowContrasts(_ windows: CellWindows) -> [Double] {
    var result = [Double](repeating: 0, count: windows.columns * windows.rows)
    for (item, contrast) in zip(areas, contrasts) {
      for area in item.areas {
        let columns = windows.touching(area.columns, count: windows.columns)
        for row in windows.touching(area.rows, count: windows.rows) {
          for index in row * windows.columns + columns.lowerBound..<row * windows.columns + columns.upperBound
          where result[index] < contrast { result[index] = contrast }
        }
      }
    }
    return result.map { $0 == 0 ? 1 : max($0, Bounds.leastContrast) }
  }

  /// Pictures of so few pixels that each can be seen: one program draws them as squares, another softens them.
  private var coarsePictures: [(item: Item, area: PixelArea, pixel: Double)] {
    areas.compactMap { item, areas in
      let source = item.content.sourcePixel
      guard source > 0.1, let area = areas.joined else { return nil }
      return (item, area, source)
    }
  }

  /// Compares the mean darkness of squares of six pixels of the picture, 1 mm at least.
  mutating func compareCoarsePictures() {
    for (item, area, source) in coarsePictures {
      let side = max(1, Int((max(1, source * 6) / pixel).rounded()))
      for top in stride(from: area.rows.lowerBound, to: area.rows.upperBound, by: side) {
        for left in stride(from: area.columns.lowerBound, to: area.columns.upperBound, by: side) {
          let square = PixelArea(columns: left..<left + side, rows: top..<top + side)
          let dark = [png, pdf].map { ($0.ink(in: square)?.mass ?? 0) / Double(side * side) }
          guard abs(dark[0] - dark[1]) > Bounds.coarseWindow else { continue }
          return tell(item, "look at \(Words.place(square.rect(dpi: dpi)))", in: square)
        }
      }
    }
  }
}
