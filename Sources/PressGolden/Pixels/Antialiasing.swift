/// Tells pixels of softened edges from others: V. Vyšniauskas, "Anti-aliased Pixel and Intensity Slope Detector" (2009), as
/// pixelmatch has made it known.
struct Antialiasing {
  private let picture: Raster

  init(_ picture: Raster) { self.picture = picture }

  /// Whether the pixel lies on a slope between a darker and a lighter neighbour, each of which belongs to an area of its own in
  /// all of the `pictures`.
  func isSoftened(_ index: Int, in pictures: [Antialiasing]) -> Bool {
    let own = brightness(index)
    var equals = isAtEdge(index) ? 1 : 0
    var (darkest, lightest): ((step: Int, index: Int), (step: Int, index: Int)) = ((0, index), (0, index))
    for neighbour in neighbours(of: index) {
      let step = brightness(neighbour) - own
      if step == 0 {
        equals += 1
        // An edge has no more than two neighbours like itself.
        if equals > 2 { return false }
      } else if step < darkest.step {
        darkest = (step, neighbour)
      } else if step > lightest.step {
        lightest = (step, neighbour)
      }
    }
    guard darkest.step < 0, lightest.step > 0 else { return false }
    return [darkest.index, lightest.index].contains { end in pictures.allSatisfy { $0.isInArea(end) } }
  }

  /// Whether more than two neighbours have the very same colour.
  private func isInArea(_ index: Int) -> Bool {
    let own = picture.pixels[index]
    return neighbours(of: index).count { picture.pixels[$0] == own } + (isAtEdge(index) ? 1 : 0) > 2
  }

  private func isAtEdge(_ index: Int) -> Bool {
    let (x, y) = (index % picture.width, index / picture.width)
    return x == 0 || y == 0 || x == picture.width - 1 || y == picture.height - 1
  }

  private func neighbours(of index: Int) -> [Int] {
    let (x, y) = (index % picture.width, index / picture.width)
    var result: [Int] = []
    for row in max(0, y - 1)...min(picture.height - 1, y + 1) {
      for column in max(0, x - 1)...min(picture.width - 1, x + 1) where row != y || column != x {
        result.append(row * picture.width + column)
      }
    }
    return result
  }

  /// Luma of ITU-R BT.601, times 1000.
  private func brightness(_ index: Int) -> Int {
    let pixel = picture.pixels[index]
    return Int(pixel >> 16 & 255) * 299 + Int(pixel >> 8 & 255) * 587 + Int(pixel & 255) * 114
  }
}
