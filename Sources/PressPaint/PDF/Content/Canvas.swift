import PressScene

/// One content stream (ISO 32000-1, 7.8.2): its operators, the graphics state they have led to, and what they call.
///
/// Operators are left out where the state is already so.
struct Canvas {
  var out = PDFBytes()
  let resources: PDFResources
  /// The stream's key in the structure's parent tree; nil where nothing in it is marked.
  var structureKey: Int?
  private(set) var state = State()
  private var stack: [State] = []

  /// Of a form; a page begins with ``State/page``.
  init(resources: PDFResources, state: State = State()) {
    self.resources = resources
    self.state = state
  }

  /// 8.4.1. A form begins with what stood where it is called, so nothing is known but the opacity, which its caller sets.
  struct State {
    /// From the space at hand to that which the stream began with, where patterns are anchored (8.7.3.1).
    var transform = Transform.identity
    var fill: Paint?
    var stroke: Paint?
    var line: Line?
    var opacity = 1.0
    var font = 0
    var fontSize: Points = 0
    var textMode: Int?

    static let page = State(fill: .solid(.black), stroke: .solid(.black), line: Line(), textMode: 0)
  }

  struct Line: Equatable {
    var width: Points = 1
    var cap = Stroke.Cap.butt
    var join = Stroke.Join.miter
    var miterLimit = 10.0
    var dash: [Points] = []
    var dashOffset: Points = 0
  }
}

// MARK: - Graphics state

extension Canvas {
  mutating func save() {
    out.operation("q")
    stack.append(state)
  }

  mutating func restore() {
    out.operation("Q")
    state = stack.removeLast()
  }

  mutating func transform(by transform: Transform) {
    guard transform != .identity else { return }
    out.matrix(transform)
    out.operation("cm")
    state.transform = transform.then(state.transform)
  }

  mutating func clip(to path: Path) {
    out.path(path)
    out.operation("W n")
  }

  mutating func set(opacity: Double) {
    guard opacity != state.opacity else { return }
    state.opacity = opacity
    call("G", resources.name(ofOpacity: opacity), "gs")
  }

  /// - Parameter space: from the space of a gradient's points to the one at hand.
  mutating func set(fill paint: Paint, in space: Transform = .identity) {
    let paint = paint.plain
    guard paint != state.fill else { return }
    // A gradient is anchored to the space it was set in: another transform, another pattern.
    state.fill = paint.isSolid ? paint : nil
    set(paint, in: space, gray: "g", rgb: "rg", colorSpace: "/Pattern cs", pattern: "scn")
  }

  mutating func set(stroke paint: Paint) {
    let paint = paint.plain
    guard paint != state.stroke else { return }
    state.stroke = paint.isSolid ? paint : nil
    set(paint, in: .identity, gray: "G", rgb: "RG", colorSpace: "/Pattern CS", pattern: "SCN")
  }

  private mutating func set(
    _ paint: Paint, in space: Transform, gray: StaticString, rgb: StaticString, colorSpace: StaticString,
    pattern: StaticString
  ) {
    guard case .solid(let color) = paint else {
      out.operation(colorSpace)
      call("P", resources.name(ofPattern: paint.pattern(in: space.then(state.transform))), pattern)
      return
    }
    // Four decimals tell 256 steps apart, and round back to the same one.
    let channels = [color.red, color.green, color.blue].map { Double($0) / 255 }
    if color.red == color.green, color.green == color.blue {
      out.number(channels[0], decimals: 4)
      out.operation(gray)
    } else {
      for channel in channels { out.number(channel, decimals: 4) }
      out.operation(rgb)
    }
  }

  mutating func set(_ line: Line) {
    let old = state.line
    guard line != old else { return }
    state.line = line
    if line.width != old?.width {
      out.number(line.width.value)
      out.operation("w")
    }
    if line.cap != old?.cap {
      out.number(line.cap.pdf)
      out.operation("J")
    }
    if line.join != old?.join {
      out.number(line.join.pdf)
      out.operation("j")
    }
    if line.miterLimit != old?.miterLimit {
      out.number(line.miterLimit)
      out.operation("M")
    }
    if line.dash != old?.dash || line.dashOffset != old?.dashOffset {
      out.array(line.dash.map(\.value))
      out.number(line.dashOffset.value)
      out.operation("d")
    }
  }

  /// `/F1 16 Tf` (9.3.1).
  mutating func set(font: Int, size: Points) {
    guard font != state.font || size != state.fontSize else { return }
    (state.font, state.fontSize) = (font, size)
    out.raw("/F")
    out.number(font)
    out.number(size.value)
    out.operation("Tf")
  }

  /// 9.3.6: 0 fills glyphs, 2 strokes them besides.
  mutating func set(textMode: Int) {
    guard textMode != state.textMode else { return }
    state.textMode = textMode
    out.number(textMode)
    out.operation("Tr")
  }

  mutating func draw(_ form: PDFForm, opacity: Double = 1) {
    set(opacity: opacity)
    call("X", resources.name(of: form), "Do")
  }

  /// A named resource and the operator that uses it: `/X1 Do`.
  mutating func call(_ letter: StaticString, _ name: Int, _ operation: StaticString) {
    out.raw("/")
    out.raw(letter)
    out.number(name)
    out.operation(operation)
  }
}

extension PDFBytes {
  mutating func matrix(_ transform: Transform) {
    for value in [transform.a, transform.b, transform.c, transform.d] { number(value, decimals: 6) }
    number(transform.tx.value)
    number(transform.ty.value)
  }

  mutating func point(_ point: Point) {
    number(point.x.value)
    number(point.y.value)
  }

  /// 8.5.2. A line that leads where closing leads anyway is left to that.
  mutating func path(_ path: Path) {
    var start: Point?
    for (index, segment) in path.segments.enumerated() {
      switch segment {
      case .move(let end):
        start = end
        point(end)
        operation("m")
      case .line(let end):
        let isClosing = end == start && index + 1 < path.segments.count && path.segments[index + 1] == .close
        guard !isClosing else { continue }
        point(end)
        operation("l")
      case .curve(let first, let second, let end):
        point(first)
        point(second)
        point(end)
        operation("c")
      case .close: operation("h")
      }
    }
  }
}

extension Stroke {
  var line: Canvas.Line {
    Canvas.Line(
      width: width, cap: cap, join: join, miterLimit: miterLimit, dash: dash, dashOffset: dash.isEmpty ? 0 : dashOffset)
  }
}

extension Stroke.Cap {
  fileprivate var pdf: Int {
    switch self {
    case .butt: 0
    case .round: 1
    case .square: 2
    }
  }
}

extension Stroke.Join {
  fileprivate var pdf: Int {
    switch self {
    case .miter: 0
    case .round: 1
    case .bevel: 2
    }
  }
}
