import PressScene

/// A page as darkness: 0 for white paper, 255 for black, row by row from the top left.
struct GreyPage {
  let width: Int
  let height: Int
  let darkness: [UInt8]

  init(_ picture: Raster) {
    width = picture.width
    height = picture.height
    // The weights that poppler makes grey with.
    darkness = picture.pixels.map { pixel in
      let (red, green, blue) = (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
      return 255 - UInt8((red * 77 + green * 151 + blue * 28 + 128) >> 8)
    }
  }

  /// The pages of a stream of PGM files (netpbm's `P5` with 255 levels).
  /// - Returns: nil where it is none.
  static func pages(pgm stream: [UInt8]) -> [GreyPage]? {
    var pages: [GreyPage] = []
    var offset = 0
    while offset < stream.count {
      var words: [ArraySlice<UInt8>] = []
      while words.count < 4 {
        guard let end = stream[offset...].firstIndex(where: { $0 <= 0x20 }) else { return nil }
        if end > offset { words.append(stream[offset..<end]) }
        offset = end + 1
      }
      let numbers = words.dropFirst().compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      guard words[0].elementsEqual("P5".utf8), numbers.count == 3, numbers[2] == 255, numbers[0] > 0, numbers[1] > 0,
        offset + numbers[0] * numbers[1] <= stream.count
      else { return nil }
      let end = offset + numbers[0] * numbers[1]
      pages.append(GreyPage(width: numbers[0], height: numbers[1], darkness: stream[offset..<end].map { 255 - $0 }))
      offset = end
    }
    return pages
  }

  private init(width: Int, height: Int, darkness: [UInt8]) {
    self.width = width
    self.height = height
    self.darkness = darkness
  }

  /// The sum of all darkness in an area, and its centre in pixels; nil where there is none.
  /// - Parameter cell: what of the area is looked at; nil: all.
  func ink(in area: PixelArea, of cell: SkewCell? = nil) -> (mass: Double, x: Double, y: Double)? {
    var (mass, sumX, sumY) = (0, 0, 0)
    for row in area.rows.clamped(to: 0..<height) {
      var line = 0
      for column in area.columns.clamped(to: 0..<width) {
        if let cell, !cell.contains(column: column, row: row) { continue }
        let dark = Int(darkness[row * width + column])
        line += dark
        sumX += dark * column
      }
      mass += line
      sumY += line * row
    }
    guard mass > 0 else { return nil }
    return (Double(mass), Double(sumX) / Double(mass), Double(sumY) / Double(mass))
  }

  /// The edges of the ink in an area, in pixels: where the darkest pixel of a column or row passes a quarter of the darkest of all.
  func edges(in area: PixelArea) -> Edges? {
    let (columns, rows) = (area.columns.clamped(to: 0..<width), area.rows.clamped(to: 0..<height))
    var across = [UInt8](repeating: 0, count: columns.count)
    var down = [UInt8](repeating: 0, count: rows.count)
    for row in rows {
      for column in columns {
        let dark = darkness[row * width + column]
        across[column - columns.lowerBound] = max(across[column - columns.lowerBound], dark)
        down[row - rows.lowerBound] = max(down[row - rows.lowerBound], dark)
      }
    }
    guard let darkest = across.max(), darkest >= 12 else { return nil }
    let limit = Double(darkest) / 4
    guard let left = Self.rise(across, limit), let right = Self.rise(across.reversed(), limit),
      let top = Self.rise(down, limit), let bottom = Self.rise(down.reversed(), limit)
    else { return nil }
    return Edges(
      left: Double(columns.lowerBound) + left, top: Double(rows.lowerBound) + top,
      right: Double(columns.upperBound) - right, bottom: Double(rows.upperBound) - bottom)
  }

  struct Edges {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  /// Where a profile first passes a limit, between two pixels.
  private static func rise(_ profile: [UInt8], _ limit: Double) -> Double? {
    guard let index = profile.firstIndex(where: { Double($0) >= limit }) else { return nil }
    guard index > 0 else { return 0 }
    let (before, after) = (Double(profile[index - 1]), Double(profile[index]))
    return Double(index) - 1 + (limit - before) / (after - before)
  }
}
