import PressScene

/// A page's items in two strata: those with plates that can be painted before all others without changing a pixel, and the rest.
struct Background {
  /// In painting order.
  private(set) var items: [Layer] = []
  /// What is painted on it, in painting order.
  private(set) var others: [Layer] = []

  struct Layer {
    let item: Item
    /// Pixels of the page.
    let reach: [PixelBox]
    /// Around all of the reach.
    fileprivate let bounds: PixelBox

    func isSeen(in rows: Range<Int>) -> Bool {
      bounds.isSeen(in: rows) && reach.contains { $0.isSeen(in: rows) }
    }

    /// Can it matter which of the two is painted first?
    fileprivate func meets(_ other: Layer) -> Bool {
      !bounds.intersection(other.bounds).isEmpty
        && reach.contains { box in
          !box.intersection(other.bounds).isEmpty && other.reach.contains { !box.intersection($0).isEmpty }
        }
    }
  }

  /// - Parameters:
  ///   - items: in painting order.
  ///   - reach: of an item, in pixels of the page.
  init(of items: [Item], reach: (Item) throws(PaintError) -> [PixelBox]) throws(PaintError) {
    for item in items {
      let boxes = try reach(item)
      guard let first = boxes.first else { continue }
      let layer = Layer(item: item, reach: boxes, bounds: boxes.dropFirst().reduce(first) { $0.union($1) })
      if item.plate != nil, !others.contains(where: { $0.meets(layer) }) {
        self.items.append(layer)
      } else {
        others.append(layer)
      }
    }
  }
}

extension PixelBox {
  fileprivate func isSeen(in rows: Range<Int>) -> Bool {
    left < right && top < min(bottom, rows.upperBound) && bottom > rows.lowerBound
  }

  fileprivate func union(_ other: PixelBox) -> PixelBox {
    PixelBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
