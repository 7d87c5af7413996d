import PressScene

/// The value of a path's `d` (SVG 1.1, 8.3): all commands, absolute and relative, and everything that its grammar lets one leave out.
struct PathData {
  private var scanner: SVGScanner
  private let maximumSegments: Int
  private var segments: [Path.Segment] = []
  private var current = Point.zero
  private var start = Point.zero
  private var isClosed = false
  /// The last control point of a curve, for the command that mirrors it; nil after any other command.
  private var lastCubic: Point?
  private var lastQuadratic: Point?
  /// Whether the next argument may have a comma before it.
  private var isInArguments = false

  static func path(_ text: String, maximumSegments: Int) throws(SVGFault.Problem) -> Path {
    if text.trimmed == "none" { return Path() }
    var data = PathData(scanner: SVGScanner(text), maximumSegments: maximumSegments)
    try data.read()
    return Path(data.segments)
  }

  private init(scanner: SVGScanner, maximumSegments: Int) {
    self.scanner = scanner
    self.maximumSegments = maximumSegments
  }

  private var misread: SVGFault.Problem { .pathData(character: scanner.position + 1) }

  private mutating func read() throws(SVGFault.Problem) {
    scanner.skipSpace()
    while let letter = scanner.next {
      guard letter.isLetter, !segments.isEmpty || letter | 0x20 == UInt8(ascii: "m") else { throw misread }
      scanner.advance()
      let isRelative = letter >= 0x61
      try run(letter | 0x20, isRelative: isRelative)
      scanner.skipSpace()
    }
  }

  /// `command` in lower case, with each set of arguments that follows.
  private mutating func run(_ command: UInt8, isRelative: Bool) throws(SVGFault.Problem) {
    guard command != UInt8(ascii: "z") else {
      try append(.close)
      (current, isClosed) = (start, true)
      (lastCubic, lastQuadratic) = (nil, nil)
      return
    }
    isInArguments = false
    var command = command
    while true {
      let (cubic, quadratic) = (lastCubic, lastQuadratic)
      (lastCubic, lastQuadratic) = (nil, nil)
      switch command {
      case UInt8(ascii: "m"):
        try move(to: point(isRelative))
        command = UInt8(ascii: "l")
      case UInt8(ascii: "l"): try draw(.line(point(isRelative)))
      case UInt8(ascii: "h"):
        let x = Points(try number()) + (isRelative ? current.x : 0)
        try draw(.line(Point(x: x, y: current.y)))
      case UInt8(ascii: "v"):
        let y = Points(try number()) + (isRelative ? current.y : 0)
        try draw(.line(Point(x: current.x, y: y)))
      case UInt8(ascii: "c"):
        try drawCubic(point(isRelative), point(isRelative), point(isRelative))
      case UInt8(ascii: "s"):
        let first = cubic.map { current + current - $0 } ?? current
        try drawCubic(first, point(isRelative), point(isRelative))
      case UInt8(ascii: "q"):
        try drawQuadratic(point(isRelative), point(isRelative))
      case UInt8(ascii: "t"):
        let control = quadratic.map { current + current - $0 } ?? current
        try drawQuadratic(control, point(isRelative))
      case UInt8(ascii: "a"): try drawArc(isRelative)
      default: throw .pathData(character: scanner.position)
      }
      let comma = scanner.skipSeparator()
      guard scanner.isAtNumber else {
        if comma { throw misread }
        return
      }
      isInArguments = false
    }
  }

  private mutating func number() throws(SVGFault.Problem) -> Double {
    if isInArguments { scanner.skipSeparator() } else { scanner.skipSpace() }
    isInArguments = true
    guard let number = try scanner.number() else { throw misread }
    return number
  }

  private mutating func point(_ isRelative: Bool) throws(SVGFault.Problem) -> Point {
    let point = Point(x: Points(try number()), y: Points(try number()))
    return isRelative ? current + point : point
  }

  /// A flag is one digit, and the next argument may follow it at once.
  private mutating func flag() throws(SVGFault.Problem) -> Bool {
    scanner.skipSeparator()
    if scanner.take("1") { return true }
    guard scanner.take("0") else { throw misread }
    return false
  }

  private mutating func drawArc(_ isRelative: Bool) throws(SVGFault.Problem) {
    let radii = (x: try number(), y: try number())
    let degrees = try number()
    let (isLarge, isClockwise) = (try flag(), try flag())
    let end = try point(isRelative)
    let arc = EllipticalArc(
      start: current, end: end, radii: radii, degrees: degrees, isLarge: isLarge, isClockwise: isClockwise)
    for segment in arc.segments { try draw(segment) }
    current = end
  }

  private mutating func drawCubic(_ first: Point, _ second: Point, _ end: Point) throws(SVGFault.Problem) {
    try draw(.curve(control1: first, control2: second, end: end))
    lastCubic = second
  }

  private mutating func drawQuadratic(_ control: Point, _ end: Point) throws(SVGFault.Problem) {
    func third(_ point: Point) -> Point {
      Point(x: point.x + (control.x - point.x) * 2 / 3, y: point.y + (control.y - point.y) * 2 / 3)
    }
    try draw(.curve(control1: third(current), control2: third(end), end: end))
    lastQuadratic = control
  }

  private mutating func move(to point: Point) throws(SVGFault.Problem) {
    try append(.move(point))
    (current, start, isClosed) = (point, point, false)
  }

  private mutating func draw(_ segment: Path.Segment) throws(SVGFault.Problem) {
    // After a closed contour without a move, the next one begins where that one did.
    if isClosed { try move(to: start) }
    try append(segment)
    switch segment {
    case .line(let end), .curve(_, _, let end): current = end
    case .move, .close: break
    }
  }

  private mutating func append(_ segment: Path.Segment) throws(SVGFault.Problem) {
    guard segments.count < maximumSegments else { throw .tooManySegments }
    segments.append(segment)
  }
}
