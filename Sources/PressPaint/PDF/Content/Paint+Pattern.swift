import PressScene

extension Paint {
  /// A gradient of one colour as that colour: readers soften the edges of what has a colour, and not of what has a shading.
  var plain: Paint {
    switch self {
    case .solid: return self
    case .linear(_, _, let stops), .radial(_, _, let stops):
      guard let first = stops.first?.color, stops.allSatisfy({ $0.color == first }) else { return self }
      return .solid(first)
    }
  }

  /// A shading pattern (ISO 32000-1, 8.7.4) of a gradient that is set in the given space; nothing for a plain colour.
  func pattern(in space: Transform) -> PDFBytes {
    var out = PDFBytes()
    out.raw("<</PatternType 2/Matrix[")
    out.matrix(space)
    out.raw("]/Shading<</ColorSpace/DeviceRGB/Extend[true true]")
    switch self {
    case .solid: break
    case .linear(let start, let end, let stops):
      out.raw("/ShadingType 2/Coords[")
      out.point(start)
      out.point(end)
      out.raw("]/Function")
      out.function(stops)
    case .radial(let center, let radius, let stops):
      out.raw("/ShadingType 3/Coords[")
      out.point(center)
      out.raw("0 ")
      out.point(center)
      out.number(radius.value)
      out.raw("]/Function")
      out.function(stops)
    }
    out.raw(">>>>")
    return out
  }
}

extension PDFBytes {
  /// Colours from 0 to 1: a stitching function (7.10.4) of straight ones (7.10.3). Two stops at one place are a jump there.
  fileprivate mutating func function(_ stops: [Paint.Stop]) {
    guard let first = stops.first, let last = stops.last else { return }
    var all = stops
    // A jump at an end shows its outer colour beyond. Nothing is beyond a function's domain, so it comes just within.
    let sliver = 0.000001
    if all.count > 1, all[1].offset <= 0 {
      all.removeFirst(all.count { $0.offset <= 0 } - 1)
      all[0].offset = sliver
    }
    if all.count > 1, all[all.count - 2].offset >= 1 {
      all.removeLast(all.count { $0.offset >= 1 } - 1)
      all[all.count - 1].offset = 1 - sliver
    }
    if all[0].offset > 0 { all.insert(Paint.Stop(offset: 0, color: first.color), at: 0) }
    if all[all.count - 1].offset < 1 { all.append(Paint.Stop(offset: 1, color: last.color)) }
    let pieces = zip(all, all.dropFirst()).filter { $0.offset < $1.offset }
    raw("<</FunctionType 3/Domain[0 1]/Functions[")
    for (start, end) in pieces {
      raw("<</FunctionType 2/N 1/Domain[0 1]/C0")
      array(start.color.channels, decimals: 4)
      raw("/C1")
      array(end.color.channels, decimals: 4)
      raw(">>")
    }
    raw("]/Bounds")
    array(pieces.dropLast().map(\.1.offset), decimals: 6)
    raw("/Encode")
    array(pieces.flatMap { _ in [0.0, 1] })
    raw(">>")
  }
}

extension Color {
  fileprivate var channels: [Double] { [red, green, blue].map { Double($0) / 255 } }
}
