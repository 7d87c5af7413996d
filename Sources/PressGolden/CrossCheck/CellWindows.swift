/// Two pages in cells of some pixels a side, and the mean difference of each square of cells.
struct CellWindows {
  let columns: Int
  let rows: Int
  /// For each window, the mean of the absolute differences of its cells' mean darkness, 0 to 255; row by row.
  let means: [Double]
  private let cell: Int
  private let across: Int

  /// - Parameters:
  ///   - cell: pixels a side.
  ///   - across: cells a side of a window; windows begin at every cell.
  init(_ one: GreyPage, _ other: GreyPage, cell: Int, across: Int) {
    self.cell = cell
    self.across = across
    let (width, height) = (min(one.width, other.width) / cell, min(one.height, other.height) / cell)
    let (before, after) = (Self.sums(one, cell, width, height), Self.sums(other, cell, width, height))
    // Summed areas: entry (x, y) holds all cells above and left of it.
    var areas = [Int](repeating: 0, count: (width + 1) * (height + 1))
    for y in 0..<height {
      var row = 0
      for x in 0..<width {
        row += abs(before[y * width + x] - after[y * width + x])
        areas[(y + 1) * (width + 1) + x + 1] = areas[y * (width + 1) + x + 1] + row
      }
    }
    columns = max(0, width - across + 1)
    rows = max(0, height - across + 1)
    var means: [Double] = []
    means.reserveCapacity(columns * rows)
    let count = Double(across * across * cell * cell)
    for y in 0..<rows {
      for x in 0..<columns {
        let (top, bottom) = (y * (width + 1), (y + across) * (width + 1))
        let sum = areas[bottom + x + across] - areas[bottom + x] - areas[top + x + across] + areas[top + x]
        means.append(Double(sum) / count)
      }
    }
    self.means = means
  }

  private static func sums(_ page: GreyPage, _ cell: Int, _ width: Int, _ height: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: width * height)
    for y in 0..<height * cell {
      let line = y / cell * width
      for x in 0..<width {
        var sum = 0
        let start = y * page.width + x * cell
        for pixel in start..<start + cell { sum += Int(page.darkness[pixel]) }
        sums[line + x] += sum
      }
    }
    return sums
  }

  func area(of window: Int) -> PixelArea {
    let (x, y) = (window % columns * cell, window / columns * cell)
    return PixelArea(columns: x..<x + across * cell, rows: y..<y + across * cell)
  }

  /// The windows, along one axis, that a range of pixels touches.
  func touching(_ pixels: Range<Int>, count: Int) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    let first = max(0, pixels.lowerBound / cell - across + 1)
    let last = min(count - 1, max(0, pixels.upperBound - 1) / cell)
    return first <= last ? first..<last + 1 : 0..<0
  }
}

extension PixelArea {
  func overlaps(_ other: PixelArea) -> Bool { columns.overlaps(other.columns) && rows.overlaps(other.rows) }

  /// Negative `pixels` make it smaller, down to nothing.
  func grown(by pixels: Int) -> PixelArea {
    func grown(_ range: Range<Int>) -> Range<Int> {
      let start = max(0, range.lowerBound - pixels)
      return start..<max(start, range.upperBound + pixels)
    }
    return PixelArea(columns: grown(columns), rows: grown(rows))
  }
}

extension [PixelArea] {
  /// Around all of them.
  var joined: PixelArea? {
    guard let first else { return nil }
    return dropFirst().reduce(first) { all, area in
      PixelArea(
        columns: Swift.min(
          all.columns.lowerBound, area.columns.lowerBound)..<Swift.max(all.columns.upperBound, area.columns.upperBound),
        rows: Swift.min(
          all.rows.lowerBound, area.rows.lowerBound)..<Swift.max(all.rows.upperBound, area.rows.upperBound))
    }
  }
}
