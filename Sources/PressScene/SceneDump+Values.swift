extension Rect {
  var text: String { "\(x) \(y) \(width) \(height)" }
}

extension Point {
  var text: String { "\(x) \(y)" }
}

extension Transform {
  var text: String {
    "\([a, b, c, d].map { decimal($0, digits: 6) }.joined(separator: " ")) \(tx) \(ty)"
  }
}

extension Path {
  /// In the letters of SVG's path data.
  var text: String {
    segments.map { segment in
      switch segment {
      case .move(let point): "M \(point.text)"
      case .line(let point): "L \(point.text)"
      case .curve(let first, let second, let end): "C \(first.text) \(second.text) \(end.text)"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }
}

extension Paint {
  var text: String {
    func stops(_ stops: [Stop]) -> String {
      stops.map { "\(decimal($0.offset)):\($0.color.hex)" }.joined(separator: ",")
    }
    switch self {
    case .solid(let color): return color.hex
    case .linear(let start, let end, let list): return "linear(\(start.text) \(end.text) \(stops(list)))"
    case .radial(let center, let radius, let list): return "radial(\(center.text) \(radius) \(stops(list)))"
    }
  }
}

extension Role {
  /// `figure "照片"`, for dumps.
  public var text: String {
    switch self {
    case .heading: "heading"
    case .label: "label"
    case .value: "value"
    case .paragraph: "paragraph"
    case .caption: "caption"
    case .figure(let alternative): "figure \(quoted(alternative))"
    case .link(let target): "link \(quoted(target))"
    case .artifact: "artifact"
    }
  }
}

extension Provenance.Origin {
  var text: String {
    switch self {
    case .literal: "written"
    case .style(let name): "from style \(name)"
    case .default: "by default"
    case .derived(let from): "from \(from)"
    }
  }
}

extension Timestamp {
  /// `2022-04-06T00:00:00+08:00`
  public var iso8601: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let zone = (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
    let years = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    return "\(years)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))\(zone)"
  }
}
