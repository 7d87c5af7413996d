import PressScene

/// Writes XML: elements, attributes, and numbers as short as the PDF's.
struct SVGText {
  private var out = PDFBytes()

  var bytes: [UInt8] { out.bytes }
  var string: String { String(decoding: out.bytes, as: UTF8.self) }

  /// As it stands.
  mutating func raw(_ text: StaticString) { out.raw(text) }

  mutating func append(_ text: String) { out.append(text.utf8) }

  mutating func append(_ bytes: [UInt8]) { out.append(bytes) }

  mutating func line(_ text: String) {
    out.append(text.utf8)
    out.raw("\n")
  }

  mutating func number(_ value: Double, decimals: Int = 3) { out.append(number: value, decimals: decimals) }

  /// Of thousandths.
  mutating func number(thousandths: Int) { out.append(number: Double(thousandths) / 1000) }

  // MARK: Attributes

  mutating func attribute(_ name: StaticString, _ value: String) {
    open(name)
    escaped(value)
    out.raw("\"")
  }

  mutating func attribute(_ name: StaticString, _ value: Double, decimals: Int = 3) {
    open(name)
    number(value, decimals: decimals)
    out.raw("\"")
  }

  /// `url(#id)`, as paints and clips are called. The ids are ours: they need no escape.
  mutating func attribute(_ name: StaticString, url id: String) {
    open(name)
    out.raw("url(#")
    append(id)
    out.raw(")\"")
  }

  mutating func href(_ id: String) {
    out.raw(" href=\"#")
    append(id)
    out.raw("\"")
  }

  /// Nothing for the identity. Nine decimals for what scales: a run may be a thousand times as long as a font's unit.
  mutating func attribute(transform: Transform) {
    guard transform != .identity else { return }
    open("transform")
    if (transform.a, transform.b, transform.c, transform.d) == (1, 0, 0, 1) {
      out.raw("translate(")
    } else {
      out.raw("matrix(")
      for value in [transform.a, transform.b, transform.c, transform.d] {
        number(value, decimals: 9)
        out.raw(" ")
      }
    }
    number(transform.tx.value)
    out.raw(" ")
    number(transform.ty.value)
    out.raw(")\"")
  }

  private mutating func open(_ name: StaticString) {
    out.raw(" ")
    out.raw(name)
    out.raw("=\"")
  }

  // MARK: Texts

  /// XML 1.0, 2.2 and 2.4: what markup is made of by its name, and what no XML may hold as U+FFFD.
  mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out.raw("&amp;")
      case 0x3C: out.raw("&lt;")
      case 0x3E: out.raw("&gt;")
      case 0x22: out.raw("&quot;")
      case 0x09: out.raw("&#9;")
      case 0x0A: out.raw("&#10;")
      case 0x0D: out.raw("&#13;")
      case 0..<0x20, 0xFFFE, 0xFFFF: out.raw("\u{FFFD}")
      default: out.append(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

// MARK: - Paths

extension SVGText {
  /// The attribute `d` of a path in points: from point to point by the way between, which on the scene's grid is exact and takes two
  /// thirds of the room.
  mutating func attribute(path: Path) {
    raw(" d=\"")
    data(path)
    raw("\"")
  }

  private mutating func data(_ path: Path) {
    var (pen, start) = (Step.zero, Step.zero)
    for (index, segment) in path.segments.enumerated() {
      switch segment {
      case .move(let point):
        pen = Step(point)
        start = pen
        raw("M")
        steps(pen)
      case .line(let point):
        let end = Step(point)
        // Closing leads there anyway.
        let isClosing = end == start && index + 1 < path.segments.count && path.segments[index + 1] == .close
        if !isClosing { line(by: end - pen) }
        pen = end
      case .curve(let first, let second, let point):
        let end = Step(point)
        raw("c")
        steps(Step(first) - pen, Step(second) - pen, end - pen)
        pen = end
      case .close:
        raw("z")
        pen = start
      }
    }
  }

  private mutating func line(by step: Step) {
    switch (step.x, step.y) {
    case (_, 0):
      raw("h")
      number(thousandths: step.x)
    case (0, _):
      raw("v")
      number(thousandths: step.y)
    default:
      raw("l")
      steps(step)
    }
  }

  /// A minus parts two numbers as well as a space does.
  private mutating func steps(_ steps: Step...) {
    var isFirst = true
    for step in steps {
      for value in [step.x, step.y] {
        if !isFirst, value >= 0 { raw(" ") }
        number(thousandths: value)
        isFirst = false
      }
    }
  }

  /// A place or a way, in thousandths of a point: the scene's grid.
  private struct Step: Equatable {
    var x: Int
    var y: Int

    static let zero = Step(x: 0, y: 0)

    private init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }

    /// Far beyond any page, and what is no number, as in a PDF.
    init(_ point: Point) {
      func thousandths(_ length: Points) -> Int {
        length.value.isFinite ? Int((max(-1e8, min(1e8, length.value)) * 1000).rounded()) : 0
      }
      self.init(x: thousandths(point.x), y: thousandths(point.y))
    }

    static func - (end: Step, start: Step) -> Step { Step(x: end.x - start.x, y: end.y - start.y) }
  }
}
