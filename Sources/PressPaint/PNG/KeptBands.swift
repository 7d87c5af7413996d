import PressScene

/// Bands of backgrounds, kept from page to page by the plates that are on them; a worker's own. No item without a plate is ever in
/// one, so nothing of a record is.
final class KeptBands {
  /// All that a band's pixels depend on.
  struct Key: Hashable {
    /// In painting order.
    var plates: [Plate]
    /// Pixels.
    var width, rows: Int
    /// The first row, from the top of the page.
    var top: Int
    var dpi: Double

    /// Without plates a band is white, wherever it stands.
    init(plates: [Plate], width: Int, rows: Range<Int>, dpi: Double) {
      self.plates = plates
      self.width = width
      self.rows = rows.count
      top = plates.isEmpty ? 0 : rows.lowerBound
      self.dpi = plates.isEmpty ? 0 : dpi
    }
  }

  /// Bytes in memory. Hubei's certificate takes 1.3 MB at 150 dpi and 3.9 MB at 300.
  let capacity: Int
  private(set) var size = 0
  private var bands: [Key: (band: TokenBand, lastUse: Int)] = [:]
  private var uses = 0

  init(capacity: Int = 8 << 20) { self.capacity = capacity }

  func band(_ key: Key) -> TokenBand? {
    uses += 1
    bands[key]?.lastUse = uses
    return bands[key]?.band
  }

  func keep(_ band: TokenBand, for key: Key) {
    size += band.size - (bands[key]?.band.size ?? 0)
    bands[key] = (band, uses)
    trim()
  }

  /// Gives a band the chunk that says it as it is; it counts among what is kept if the band still does.
  func finish(_ band: TokenBand, of key: Key, chunk: [UInt8]) {
    if bands[key]?.band === band { size += chunk.count }
    band.chunk = chunk
    trim()
  }

  /// Lets go of what was not used for longest.
  private func trim() {
    while size > capacity, let oldest = bands.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      bands.removeValue(forKey: oldest.key)
      size -= oldest.value.band.size
    }
  }
}
