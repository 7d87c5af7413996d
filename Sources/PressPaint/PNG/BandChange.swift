/// A background on which something is drawn: first its pixels where they are needed, then its tokens with those of the touched tiles
/// exchanged.
struct BandChange {
  let background: TokenBand
  private let touched: TouchedTiles
  /// Of the whole band; only tiles that are touched in some row have sensible ones.
  private let pixels: UnsafeMutablePointer<UInt32>
  private let distances: PixelDistances
  /// Without the touched tiles until ``tokenize(into:)``.
  private(set) var counts: SymbolCounts
  private(set) var sums: PixelSums
  /// In the order of the stream.
  private(set) var slices: [Slice] = []

  /// Tokens of the background, or of what was drawn.
  struct Slice {
    var isDrawn: Bool
    var range: Range<Int>
  }

  /// Fills in the background's pixels wherever touched tiles are, from the first row down to the last touched one.
  init(
    of background: TokenBand, touching touched: TouchedTiles, pixels: UnsafeMutablePointer<UInt32>,
    distances: PixelDistances
  ) {
    self.background = background
    self.touched = touched
    self.pixels = pixels
    self.distances = distances
    counts = background.counts
    sums = background.sums
    background.withContents { contents in
      for tile in touched.depths.indices {
        for row in 0..<touched.depths[tile] { restore(tile, row: row, from: contents) }
      }
    }
  }

  private mutating func restore(_ tile: Int, row: Int, from contents: TokenBand.Contents) {
    let grid = background.grid
    let place = row * grid.count + tile
    let tokens = UnsafeBufferPointer(rebasing: contents.tokens[contents.tokens(of: place)])
    let line = pixels + row * grid.width
    var left = contents.left(of: place)
    var x = grid.pixels(of: tile).lowerBound
    var stretch = PixelSums()
    for token in tokens {
      switch token & PixelToken.kinds {
      case 0:
        line[x] = token
        left = token
        stretch.add(token)
        x &+= 1
      case PixelToken.filterByte: break
      case PixelToken.leftward:
        let count = Int(token & 0xFFFF) / 3
        (line + x).update(repeating: left, count: count)
        stretch.add(left, times: count)
        x &+= count
      default:
        let count = Int(token & 0xFFFF) / 3
        (line + x).update(from: line + x - grid.width, count: count)
        for place in x..<x &+ count { stretch.add(line[place]) }
        x &+= count
        left = line[x &- 1]
      }
    }
    guard touched.marks[place] > 0 else { return }
    counts.remove(tokens, distances)
    sums.remove(stretch, after: grid.bytes(after: tile, ofRow: row, of: background.rows))
  }

  /// To be called once, when all is drawn.
  mutating func tokenize(into drawn: TokenBuffer) {
    background.withContents { contents in
      for row in 0..<background.rows { tokenize(row, over: contents, into: drawn) }
    }
    counts.add(drawn.tokens, distances)
  }

  private mutating func tokenize(_ row: Int, over contents: TokenBand.Contents, into drawn: TokenBuffer) {
    let grid = background.grid
    let line = PixelLine(pixels: pixels + row * grid.width, width: grid.width, looksUp: row > 0 && distances.reachesUp)
    for tile in 0..<grid.count {
      let place = row * grid.count + tile
      guard touched.marks[place] > 0 else {
        append(Slice(isDrawn: false, range: contents.tokens(of: place)))
        continue
      }
      let range = grid.pixels(of: tile)
      let isLeftThere = tile > 0 && touched.depths[tile - 1] > row
      let left = isLeftThere ? line.pixels[range.lowerBound - 1] : contents.left(of: place)
      let start = drawn.count
      let stretch = drawn.append(atMost: PixelLine.mostTokens) { line.tokenize(range, left: left, into: $0) }
      append(Slice(isDrawn: true, range: start..<drawn.count))
      sums.add(stretch, after: grid.bytes(after: tile, ofRow: row, of: background.rows))
    }
  }

  private mutating func append(_ slice: Slice) {
    if let last = slices.last, last.isDrawn == slice.isDrawn, last.range.upperBound == slice.range.lowerBound {
      slices[slices.count - 1].range = last.range.lowerBound..<slice.range.upperBound
    } else {
      slices.append(slice)
    }
  }
}

/// Tokens of what one band shows beside its background; its memory is used again for the next band.
final class TokenBuffer {
  private var memory = UnsafeMutableBufferPointer<PixelToken>.allocate(capacity: 1 << 12)
  private(set) var count = 0

  deinit { memory.deallocate() }

  var tokens: UnsafeBufferPointer<PixelToken> { UnsafeBufferPointer(rebasing: memory[..<count]) }

  func removeAll() { count = 0 }

  /// - Parameter fill: writes at most `room` tokens and says how many, and what the pixels add to the check.
  func append(
    atMost room: Int, _ fill: (UnsafeMutableBufferPointer<PixelToken>) -> (count: Int, sums: PixelSums)
  ) -> PixelSums {
    if count + room > memory.count {
      let larger = UnsafeMutableBufferPointer<PixelToken>.allocate(capacity: 2 * memory.count + room)
      _ = larger.moveInitialize(fromContentsOf: memory[..<count])
      memory.deallocate()
      memory = larger
    }
    let (added, sums) = fill(UnsafeMutableBufferPointer(rebasing: memory[count..<count + room]))
    count += added
    return sums
  }
}
