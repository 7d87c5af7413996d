import CCairo
import PressScene

/// Makes pages into PNGs, band by band, and keeps what it can use again; a worker's own.
///
/// Each band starts as its background, kept from an earlier page where there was one; the rest is drawn on it, and only the tiles
/// that were touched are encoded anew. A band in which nothing else is drawn is a copy of its chunk. Kept or not, the bytes are the
/// same: a tile's tokens depend on its pixels alone.
final class PageRaster {
  private let faces: FontFaces
  private let pictures: PictureCache
  private let buffers = RasterBuffers()
  private let kept: KeptBands
  /// Of items that have a plate; they are asked for again with each page.
  private var reaches: [Plate: Reach] = [:]
  private var reachBoxes = 0

  /// Dots per inch.
  static let resolutions = 36.0...1200.0
  /// A4 at 1200 dpi has 139 million.
  private static let mostPixels = 160_000_000
  static let rowsPerBand = 96
  /// Half a megabyte.
  private static let mostReachBoxes = 1 << 14

  init(faces: FontFaces, pictures: PictureCache, kept: KeptBands = KeptBands()) {
    self.faces = faces
    self.pictures = pictures
    self.kept = kept
  }

  func png(_ page: Page, dpi: Double) throws(PaintError) -> [UInt8] {
    defer { pictures.trim(keeping: page.items.ownPictures) }
    let (width, height) = try pixels(of: page.size, dpi: dpi)
    let background = try Background(of: page.items) { item throws(PaintError) in
      try reach(of: item).pixels(dpi: dpi)
    }
    let bands = BandEncoder(width: width, buffers: buffers)
    var encoder = PNGEncoder(width: width, height: height, pixelsPerMetre: Int((dpi / 0.0254).rounded()))
    for top in stride(from: 0, to: height, by: Self.rowsPerBand) {
      let rows = top..<min(top + Self.rowsPerBand, height)
      let (band, key) = try self.band(of: background, rows: rows, dpi: dpi, bands)
      let layers = background.others.filter { $0.isSeen(in: rows) }
      if layers.isEmpty {
        encoder.append(chunk(of: band, key, bands), rows: rows.count, sums: band.sums)
      } else {
        let change = try draw(layers, on: band, rows: rows, dpi: dpi, bands)
        bands.withChunk(of: change) { encoder.append($0, rows: rows.count, sums: $1) }
      }
    }
    return encoder.finish()
  }

  private func pixels(of size: Size, dpi: Double) throws(PaintError) -> (width: Int, height: Int) {
    guard Self.resolutions.contains(dpi) else {
      throw PaintError(.resolution(asked: dpi, allowed: Self.resolutions))
    }
    try size.checkForPaper()
    let width = Int((size.width.value * dpi / 72).rounded())
    let height = Int((size.height.value * dpi / 72).rounded())
    guard width * height <= Self.mostPixels else {
      throw PaintError(.tooManyPixels(width: width, height: height, limit: Self.mostPixels))
    }
    return (width, height)
  }

  private func reach(of item: Item) throws(PaintError) -> Reach {
    guard let plate = item.plate else { return try Reach(of: item, faces: faces) }
    if let reach = reaches[plate] { return reach }
    let reach = try Reach(of: item, faces: faces)
    reachBoxes += 1 + reach.boxes.count
    if reachBoxes > Self.mostReachBoxes {
      reaches.removeAll(keepingCapacity: true)
      reachBoxes = 1 + reach.boxes.count
    }
    reaches[plate] = reach
    return reach
  }

  private func band(
    of background: Background, rows: Range<Int>, dpi: Double, _ bands: BandEncoder
  ) throws(PaintError) -> (TokenBand, KeptBands.Key) {
    let layers = background.items.filter { $0.isSeen(in: rows) }
    let key = KeptBands.Key(
      plates: layers.compactMap(\.item.plate), width: bands.grid.width, rows: rows, dpi: dpi)
    if let band = kept.band(key) { return (band, key) }
    let pixels = buffers.pixels(count: bands.grid.width * rows.count)
    pixels.update(repeating: 0xFF_FFFF, count: bands.grid.width * rows.count)
    try draw(layers, on: pixels, width: bands.grid.width, rows: rows, dpi: dpi)
    let band = TokenBand(pixels: pixels, grid: bands.grid, rows: rows.count, distances: bands.distances)
    kept.keep(band, for: key)
    return (band, key)
  }

  private func chunk(of band: TokenBand, _ key: KeptBands.Key, _ bands: BandEncoder) -> [UInt8] {
    if let chunk = band.chunk { return chunk }
    let chunk = bands.chunk(of: band)
    kept.finish(band, of: key, chunk: chunk)
    return chunk
  }

  private func draw(
    _ layers: [Background.Layer], on band: TokenBand, rows: Range<Int>, dpi: Double, _ bands: BandEncoder
  ) throws(PaintError) -> BandChange {
    var touched = TouchedTiles(grid: band.grid, rows: rows.count)
    for layer in layers {
      for box in layer.reach { touched.touch(box.moved(up: rows.lowerBound)) }
    }
    let pixels = buffers.pixels(count: band.grid.width * rows.count)
    let change = BandChange(of: band, touching: touched, pixels: pixels, distances: bands.distances)
    try draw(layers, on: pixels, width: band.grid.width, rows: rows, dpi: dpi)
    return change
  }

  private func draw(
    _ layers: [Background.Layer], on pixels: UnsafeMutablePointer<UInt32>, width: Int, rows: Range<Int>, dpi: Double
  ) throws(PaintError) {
    guard !layers.isEmpty else { return }
    let surface = try CairoSurface(on: pixels, width: width, rows: rows)
    let painter = PNGPainter(
      context: try CairoContext(on: surface.pointer), faces: faces, pictures: pictures, buffers: buffers, dpi: dpi)
    cairo_scale(painter.cairo, dpi / 72, dpi / 72)
    try painter.draw(layers.map(\.item))
    cairo_surface_flush(surface.pointer)
  }
}

extension [Item] {
  /// Digests of the pictures that are the layout's, whatever the record.
  fileprivate var ownPictures: Set<String> {
    reduce(into: []) { digests, item in
      guard item.isStatic else { return }
      switch item.content {
      case .picture(let placed): digests.insert(placed.picture.digest)
      case .group(let group): digests.formUnion(group.children.ownPictures)
      default: break
      }
    }
  }
}
