/// The commands of path data.
struct PathDataReader {
  private var scanner: PathDataScanner
  private var segments: [Path.Segment] = []
  private var current = Point.zero
  private var start = Point.zero
  private var isClosed = false
  /// The last control point, for the smooth commands.
  private var control = Control.none

  private enum Control {
    case none
    case cubic(Point)
    case quadratic(Point)
  }

  init(_ text: String) { scanner = PathDataScanner(text) }

  mutating func path() throws(PathDataError) -> Path {
    scanner.skipSpace()
    while !scanner.isAtEnd {
      let place = scanner.offset
      guard let letter = scanner.letter() else {
        throw scanner.error(segments.isEmpty ? .move : isClosed ? .command : .commandOrNumber)
      }
      let command = letter.properties.uppercaseMapping
      guard !segments.isEmpty || command == "M" else { throw PathDataError(offset: place, expected: .move) }
      scanner.skipSpace()
      if command == "Z" {
        close()
        try checkCount()
      } else {
        try perform(command, isRelative: letter.properties.isLowercase)
      }
    }
    return Path(segments)
  }

  /// The command for each of its sets of numbers; a move's further sets are lines.
  private mutating func perform(_ command: String, isRelative: Bool) throws(PathDataError) {
    var command = command
    var hasComma = false
    repeat {
      try perform(command, from: isRelative ? current : .zero)
      try checkCount()
      if command == "M" { command = "L" }
      hasComma = scanner.skipSeparator()
    } while hasComma || scanner.startsNumber
  }

  private func checkCount() throws(PathDataError) {
    guard segments.count <= PathData.segmentLimit else { throw scanner.error(.fewerSegments) }
  }

  private mutating func perform(_ command: String, from origin: Point) throws(PathDataError) {
    switch command {
    case "M":
      current = try point(from: origin)
      start = current
      segments.append(.move(current))
      (isClosed, control) = (false, .none)
    case "L": line(to: try point(from: origin))
    case "H": line(to: Point(x: try ordinate(from: origin.x), y: current.y))
    case "V": line(to: Point(x: current.x, y: try ordinate(from: origin.y)))
    case "C":
      let first = try point(from: origin)
      let second = try nextPoint(from: origin)
      cubic(first, second, to: try nextPoint(from: origin))
    case "S":
      var first = current
      if case .cubic(let last) = control { first = current + current - last }
      let second = try point(from: origin)
      cubic(first, second, to: try nextPoint(from: origin))
    case "Q":
      let middle = try point(from: origin)
      quadratic(middle, to: try nextPoint(from: origin))
    case "T":
      var middle = current
      if case .quadratic(let last) = control { middle = current + current - last }
      quadratic(middle, to: try point(from: origin))
    default: try arc(from: origin)
    }
  }
}

// MARK: - Arguments

extension PathDataReader {
  private mutating func ordinate(from origin: Points) throws(PathDataError) -> Points {
    let place = scanner.offset
    let sum = origin + Points(try scanner.number())
    guard abs(sum.value) <= PathData.numberLimit else { throw scanner.error(.smallerNumber, at: place) }
    return sum
  }

  private mutating func point(from origin: Point) throws(PathDataError) -> Point {
    let x = try ordinate(from: origin.x)
    scanner.skipSeparator()
    return Point(x: x, y: try ordinate(from: origin.y))
  }

  private mutating func nextPoint(from origin: Point) throws(PathDataError) -> Point {
    scanner.skipSeparator()
    return try point(from: origin)
  }

  private mutating func arc(from origin: Point) throws(PathDataError) {
    let width = try scanner.number()
    scanner.skipSeparator()
    let height = try scanner.number()
    scanner.skipSeparator()
    let rotation = try scanner.number()
    scanner.skipSeparator()
    let isLarge = try scanner.flag()
    scanner.skipSeparator()
    let isClockwise = try scanner.flag()
    let arc = EllipticalArc(
      start: current, end: try nextPoint(from: origin), radii: (width, height), rotation: rotation, isLarge: isLarge,
      isClockwise: isClockwise)
    append(arc.segments, end: arc.end)
  }
}

// MARK: - Drawing

extension PathDataReader {
  private mutating func append(_ drawn: [Path.Segment], end: Point, control: Control = .none) {
    if isClosed { segments.append(.move(start)) }
    segments += drawn
    (current, isClosed, self.control) = (end, false, control)
  }

  private mutating func line(to end: Point) { append([.line(end)], end: end) }

  private mutating func cubic(_ first: Point, _ second: Point, to end: Point) {
    append([.curve(control1: first, control2: second, end: end)], end: end, control: .cubic(second))
  }

  private mutating func quadratic(_ middle: Point, to end: Point) {
    func third(of point: Point) -> Point {
      Point(x: (point.x + middle.x * 2) / 3, y: (point.y + middle.y * 2) / 3)
    }
    let curve = Path.Segment.curve(control1: third(of: current), control2: third(of: end), end: end)
    append([curve], end: end, control: .quadratic(middle))
  }

  private mutating func close() {
    if !isClosed { segments.append(.close) }
    (current, isClosed, control) = (start, true, .none)
  }
}
