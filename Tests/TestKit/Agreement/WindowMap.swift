/// How far two drawings of a page are apart: for each cell of half a millimetre the worst of the windows of 1 mm whose middles lie
/// in it.
///
/// A pixel differs by the channel that differs most, and not at all within ``rounding``. A window's level is the mean over its
/// pixels, as if the contrast around it were full: what is pale counts as much as what is black.
struct WindowMap {
  /// Levels of a channel that are rounding: of two gradients, of two opacities.
  static let rounding = 2
  /// Contrast below which no difference is enlarged any more, of 255.
  static let leastContrast = 24
  /// Cells a millimetre.
  static let cells = 2.0

  let columns: Int
  let rows: Int
  /// 0 to 255, row by row.
  let levels: [Double]

  /// - Parameters:
  ///   - reference: whose contrast it is measured by.
  ///   - size: in millimetres, of what is compared; the rest at the right and below is not.
  init(_ page: DrawnPage, _ reference: DrawnPage, dpi: Double, size: (width: Double, height: Double)) {
    let scale = dpi / 25.4
    let side = max(1, Int(scale.rounded()))
    let width = min(page.width, reference.width, Int(size.width * scale))
    let height = min(page.height, reference.height, Int(size.height * scale))
    columns = Int(Double(width) / scale * Self.cells) + 1
    rows = Int(Double(height) / scale * Self.cells) + 1
    let cells = (
      columns: (0..<width).map { Self.cell(Double($0), scale) }, rows: (0..<height).map { Self.cell(Double($0), scale) }
    )
    var worst = [UInt32](repeating: 0, count: columns * rows)
    if width >= side, height >= side {
      let areas = Self.areas(page, reference, width: width, height: height)
      let line = width + 1
      for y in 0...height - side {
        let row = Self.cell(Double(y) + Double(side) / 2, scale) * columns
        for x in 0...width - side {
          let (top, bottom) = (y * line + x, (y + side) * line + x)
          let sum = areas[bottom + side] &- areas[bottom] &- areas[top + side] &+ areas[top]
          guard sum > 0 else { continue }
          let cell = row + Self.cell(Double(x) + Double(side) / 2, scale)
          if sum > worst[cell] { worst[cell] = sum }
        }
      }
    }
    let contrasts = Self.contrasts(reference, cells: cells, columns: columns, rows: rows)
    levels = zip(worst, contrasts).map { sum, contrast in
      Double(sum) / Double(side * side) * 255 / Double(max(contrast, Self.leastContrast))
    }
  }

  private static func cell(_ pixel: Double, _ scale: Double) -> Int { Int(pixel / scale * cells) }

  /// The worst level within a cell of `cell`.
  func level(around column: Int, _ row: Int) -> Double {
    var worst = 0.0
    for y in row - 1...row + 1 where (0..<rows).contains(y) {
      for x in column - 1...column + 1 where (0..<columns).contains(x) { worst = max(worst, levels[y * columns + x]) }
    }
    return worst
  }

  /// Sums of all pixels' differences above and left of each corner. They may run over; their differences do not.
  private static func areas(_ page: DrawnPage, _ reference: DrawnPage, width: Int, height: Int) -> [UInt32] {
    let line = width + 1
    return [UInt32](unsafeUninitializedCapacity: line * (height + 1)) { areas, count in
      areas.initialize(repeating: 0)
      page.channels.withUnsafeBufferPointer { one in
        reference.channels.withUnsafeBufferPointer { other in
          for y in 0..<height {
            var sum: UInt32 = 0
            let (here, there, above, below) = (3 * y * page.width, 3 * y * reference.width, y * line, (y + 1) * line)
            for x in 0..<width {
              let (a, b) = (here + 3 * x, there + 3 * x)
              let difference = max(
                abs(Int32(one[a]) - Int32(other[b])), abs(Int32(one[a + 1]) - Int32(other[b + 1])),
                abs(Int32(one[a + 2]) - Int32(other[b + 2])))
              if difference > rounding { sum &+= UInt32(difference) }
              areas[below + x + 1] = areas[above + x + 1] &+ sum
            }
          }
        }
      }
      count = line * (height + 1)
    }
  }

  /// Around each cell, its neighbours included: from the darkest to the lightest, in the channel where that is most.
  private static func contrasts(
    _ page: DrawnPage, cells: (columns: [Int], rows: [Int]), columns: Int, rows: Int
  ) -> [Int] {
    var darkest = [UInt8](repeating: 255, count: 3 * columns * rows)
    var lightest = [UInt8](repeating: 0, count: 3 * columns * rows)
    page.channels.withUnsafeBufferPointer { channels in
      for (y, row) in cells.rows.enumerated() {
        for (x, column) in cells.columns.enumerated() {
          let (pixel, cell) = (3 * (y * page.width + x), 3 * (row * columns + column))
          for channel in 0..<3 {
            let value = channels[pixel + channel]
            if value < darkest[cell + channel] { darkest[cell + channel] = value }
            if value > lightest[cell + channel] { lightest[cell + channel] = value }
          }
        }
      }
    }
    return (0..<columns * rows).map { index in
      let (column, row) = (index % columns, index / columns)
      var most = 0
      for channel in 0..<3 {
        var (dark, light) = (255, 0)
        for y in max(0, row - 1)...min(rows - 1, row + 1) {
          for x in max(0, column - 1)...min(columns - 1, column + 1) {
            let cell = 3 * (y * columns + x) + channel
            dark = min(dark, Int(darkest[cell]))
            light = max(light, Int(lightest[cell]))
          }
        }
        most = max(most, light - dark)
      }
      return most
    }
  }
}
