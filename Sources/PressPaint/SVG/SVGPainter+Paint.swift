import PressScene

extension SVGPainter {
  /// A colour, or a gradient in the space of what it paints (`userSpaceOnUse`), defined once.
  func write(_ paint: Paint, as name: StaticString, on out: inout SVGText) throws(PaintError) {
    var body = SVGText()
    switch paint {
    case .solid(let color): return out.attribute(name, color.hex)
    case .linear(let start, let end, let stops):
      body.raw(" gradientUnits=\"userSpaceOnUse\"")
      body.attribute("x1", start.x.value)
      body.attribute("y1", start.y.value)
      body.attribute("x2", end.x.value)
      body.attribute("y2", end.y.value)
      body.stops(stops)
      out.attribute(name, url: try define("l", "<linearGradient", body, "</linearGradient>"))
    case .radial(let center, let radius, let stops):
      body.raw(" gradientUnits=\"userSpaceOnUse\"")
      body.attribute("cx", center.x.value)
      body.attribute("cy", center.y.value)
      body.attribute("r", radius.value)
      body.stops(stops)
      out.attribute(name, url: try define("r", "<radialGradient", body, "</radialGradient>"))
    }
  }
}

extension SVGText {
  fileprivate mutating func stops(_ stops: [Paint.Stop]) {
    raw(">")
    for stop in stops {
      raw("<stop")
      attribute("offset", stop.offset, decimals: 6)
      attribute("stop-color", stop.color.hex)
      raw("/>")
    }
  }
}
