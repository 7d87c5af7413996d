import PressScene

extension Item {
  /// Where its ink is; its box where there is none.
  var lookBox: Rect { inkBox.isEmpty ? box : inkBox }

  /// As it is elsewhere.
  func moved(by way: Point) -> Item {
    let map = Transform.translation(way.x, way.y)
    var item = self
    item.box = map(box).onGrid
    item.inkBox = map(inkBox).onGrid
    switch content {
    case .shapes(let shapes): item.content = .shapes(shapes.map { $0.moved(by: way) })
    case .pattern(var pattern):
      pattern.places = pattern.places.map { $0.then(map).onGrid }
      item.content = .pattern(pattern)
    case .text(var runs, let fit):
      for index in runs.indices { runs[index].transform = runs[index].transform.then(map).onGrid }
      item.content = .text(runs, fit)
    case .code(var code):
      code.frame = map(code.frame).onGrid
      item.content = .code(code)
    case .picture(var picture):
      picture.transform = picture.transform.then(map).onGrid
      picture.crop = map(picture.crop).onGrid
      item.content = .picture(picture)
    case .group(var group):
      if group.transform == .identity {
        group.children = group.children.map { $0.moved(by: way) }
        group.clip = group.clip?.map { ($0 + way).onGrid }
      } else {
        group.transform = group.transform.then(map).onGrid
      }
      item.content = .group(group)
    }
    return item
  }
}

extension Rect {
  /// Equal but for the rounding to the scene's grid, on both sides.
  func isNear(_ other: Rect) -> Bool {
    [x - other.x, y - other.y, maxX - other.maxX, maxY - other.maxY].allSatisfy { abs($0.value) < 0.0025 }
  }
}

extension Shape {
  func moved(by way: Point) -> Shape {
    var shape = self
    shape.path = path.map { ($0 + way).onGrid }
    shape.fill?.paint = fill?.paint.moved(by: way) ?? .solid(.black)
    shape.stroke?.paint = stroke?.paint.moved(by: way) ?? .solid(.black)
    return shape
  }
}

extension Paint {
  fileprivate func moved(by way: Point) -> Paint {
    switch self {
    case .solid: self
    case .linear(let start, let end, let stops):
      .linear(start: (start + way).onGrid, end: (end + way).onGrid, stops: stops)
    case .radial(let center, let radius, let stops):
      .radial(center: (center + way).onGrid, radius: radius, stops: stops)
    }
  }
}
