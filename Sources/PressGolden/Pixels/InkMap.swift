import PressScene

/// Which item a pixel of the page belongs to: the uppermost whose ink can reach it.
struct InkMap {
  private let width: Int
  private let height: Int
  private let scale: Transform
  /// By pixel: 0 where nothing is drawn, else 1 and the index in ``items``.
  private var owners: [UInt16]
  /// By pixel: whether something that changed is drawn there, be it under other things.
  private var changed: [Bool]
  private(set) var items: [Item] = []

  init(width: Int, height: Int, dpi: Double) {
    self.width = width
    self.height = height
    scale = .scale(dpi / 72, dpi / 72)
    owners = Array(repeating: 0, count: width * height)
    changed = Array(repeating: false, count: width * height)
  }

  func owner(of index: Int) -> Item? { owners[index] == 0 ? nil : items[Int(owners[index]) - 1] }

  func isChanged(_ index: Int) -> Bool { changed[index] }

  /// Puts a page's items down, the lowest first; a pixel that has an owner from an earlier page keeps it.
  mutating func add(_ page: Page, changed isChanged: (Item) -> Bool) {
    let free = owners.map { $0 == 0 }
    for item in page.leaves where items.count < Int(UInt16.max) {
      items.append(item.item)
      let (owner, isChanged) = (UInt16(items.count), isChanged(item.item))
      for region in item.item.inkRegions {
        let rect = item.map.then(scale)(region)
        // A pixel around it, for softened edges.
        let columns = Self.pixels(rect.x, rect.maxX, within: width)
        for row in Self.pixels(rect.y, rect.maxY, within: height) {
          for index in row * width + columns.lowerBound..<row * width + columns.upperBound {
            if free[index] { owners[index] = owner }
            if isChanged { changed[index] = true }
          }
        }
      }
    }
  }

  private static func pixels(_ from: Points, _ to: Points, within limit: Int) -> Range<Int> {
    func whole(_ value: Double) -> Int { Int(min(max(value, 0), Double(limit))) }
    let start = whole(from.value.rounded(.down) - 1)
    return start..<max(start, whole(to.value.rounded(.up) + 1))
  }
}

extension Page {
  /// The items that draw something themselves, with the way from their space to the page, and how much of them the groups around
  /// them leave, 0 to 1.
  var leaves: [(item: Item, map: Transform, opacity: Double)] { Self.leaves(items, .identity, 1) }

  private static func leaves(
    _ items: [Item], _ map: Transform, _ opacity: Double
  ) -> [(item: Item, map: Transform, opacity: Double)] {
    items.flatMap { item in
      if case .group(let group) = item.content {
        return leaves(group.children, group.transform.then(map), opacity * group.opacity)
      }
      return [(item, map, opacity)]
    }
  }
}

extension Item {
  /// Upright rectangles that hold all its ink and little else: a border around the page owns its band, not the page.
  var inkRegions: [Rect] {
    switch content {
    case .shapes(let shapes): return shapes.flatMap(\.inkRegions)
    case .pattern(let pattern):
      let cell = pattern.cell.flatMap(\.inkRegions)
      return pattern.places.flatMap { place in cell.map { place($0) } }
    case .code(let code): return [code.frame]
    case .picture(let picture): return [picture.crop]
    case .text, .group: return [inkBox]
    }
  }
}

extension Shape {
  fileprivate var inkRegions: [Rect] {
    guard fill == nil, let stroke else { return [path.controlBox] }
    // Segment by segment; a mitre reaches no further than its limit, and corners of ours are square.
    let reach = stroke.width * 0.75
    var regions: [Rect] = []
    var (start, pen) = (Point.zero, Point.zero)
    for segment in path.segments {
      var points = [pen]
      switch segment {
      case .move(let point):
        (start, pen) = (point, point)
        continue
      case .line(let point): points.append(point)
      case .curve(let first, let second, let end): points += [first, second, end]
      case .close: points.append(start)
      }
      pen = points[points.count - 1]
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { continue }
      regions.append(
        Rect(x: left - reach, y: top - reach, width: right - left + reach * 2, height: bottom - top + reach * 2))
    }
    return regions
  }
}
