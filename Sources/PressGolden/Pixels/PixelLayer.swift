import PressScene

/// The first layer: the pixels, and whose they are.
struct PixelLayer {
  let comparison: PixelComparison
  let dpi: Double
  let geometry: GeometryLayer
  /// Paths of the items that the scene already tells to be otherwise: their pixels need no second sentence.
  let changed: Set<String>

  /// - Parameters:
  ///   - page: from 1.
  ///   - scenes: the page as it is, and as it was expected where that is known.
  func differences(_ expected: Raster, _ actual: Raster, page: Int, scenes: [Page]) -> [Difference] {
    if let mismatch = actual.mismatch(with: expected) {
      return [Difference(.pixels, "golden.picture-kind", "the picture of page \(page) \(mismatch)", page: page)]
    }
    let result = comparison.differences(between: expected, and: actual)
    if result.isEmpty { return [] }
    var map = InkMap(width: actual.width, height: actual.height, dpi: dpi)
    for scene in scenes { map.add(scene, changed: isChanged) }
    return sentences(tallies(result, map, width: actual.width), page: page)
  }

  private struct Tally {
    var item: Item?
    var count = 0
    var largest: UInt8 = 0
    var (left, top, right, bottom) = (Int.max, Int.max, 0, 0)

    init(item: Item? = nil) { self.item = item }

    mutating func add(_ x: Int, _ y: Int, _ distance: UInt8) {
      count += 1
      largest = max(largest, distance)
      (left, top) = (min(left, x), min(top, y))
      (right, bottom) = (max(right, x + 1), max(bottom, y + 1))
    }
  }

  private struct Tallies {
    /// What the scene explains.
    var explained = Tally()
    /// Items that look otherwise though the scene has them as they were, in painting order.
    var items: [Tally] = []
    /// Where nothing is drawn.
    var nobody = Tally()
  }

  private func tallies(_ result: PixelComparison.Result, _ map: InkMap, width: Int) -> Tallies {
    var tallies = Tallies()
    var byItem: [String: Tally] = [:]
    for (index, distance) in zip(result.indices, result.distances) {
      let (x, y) = (index % width, index / width)
      if map.isChanged(index) {
        tallies.explained.add(x, y, distance)
      } else if let item = map.owner(of: index) {
        byItem[item.id, default: Tally(item: item)].add(x, y, distance)
      } else {
        tallies.nobody.add(x, y, distance)
      }
    }
    tallies.items = map.items.compactMap { byItem.removeValue(forKey: $0.id) }
    return tallies
  }

  /// The item, or the group it stands in.
  private func isChanged(_ item: Item) -> Bool {
    changed.contains(item.id)
      || item.id.indices.contains { item.id[$0] == "/" && changed.contains(String(item.id[..<$0])) }
  }

  private func sentences(_ tallies: Tallies, page: Int) -> [Difference] {
    var result = tallies.items.compactMap { tally in
      tally.item.map {
        difference(tally, "golden.pixels", "inside \(geometry.names[$0.id])", page: page, item: $0.id)
      }
    }
    if tallies.nobody.count > 0 {
      result.append(difference(tallies.nobody, "golden.pixels-unexplained", "where nothing is drawn", page: page))
    }
    if tallies.explained.count > 0 {
      let place = "under what changed in the scene"
      result.append(difference(tallies.explained, "golden.pixels-explained", place, page: page))
    }
    return result
  }

  private func difference(_ tally: Tally, _ id: String, _ where: String, page: Int, item: String? = nil) -> Difference {
    let rect = PixelArea(columns: tally.left..<tally.right, rows: tally.top..<tally.bottom).rect(dpi: dpi)
    let pixels = tally.count == 1 ? "1 pixel differs" : "\(tally.count) pixels differ"
    return Difference(
      .pixels, id,
      "\(pixels), by \(tally.largest) of 255 at most, \(`where`) (\(Words.place(rect))\(geometry.scene.pages.count > 1 ? ", page \(page)" : ""))",
      items: item.map { [$0] } ?? [], place: item.flatMap { geometry.place(of: $0) }, page: page,
      // A box around everything that is told already would only hide it.
      boxes: id == "golden.pixels-explained" ? [] : [.init(side: .both, rect: rect)],
      measures: ["pixels": Double(tally.count), "largest": Double(tally.largest)])
  }
}
