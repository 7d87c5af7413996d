import PressMedia
import PressScene
import Testing

@Suite("SVG art")
struct SVGTests {
  /// Elements in a viewBox of 100 by 100.
  static func art(_ elements: String, root: String = "viewBox=\"0 0 100 100\"") throws -> VectorArt {
    try SVG.read(Array("\(head(root))\(elements)</svg>".utf8))
  }

  private static func head(_ root: String) -> String { "<svg xmlns=\"http://www.w3.org/2000/svg\" \(root)>" }

  /// The fault of the first of the elements given to `art`.
  static func fault(_ problem: SVGFault.Problem) -> MediaError {
    .svg(SVGFault(problem, at: .init(line: 1, column: head("viewBox=\"0 0 100 100\"").count + 1)))
  }

  static func shape(_ element: String, root: String = "viewBox=\"0 0 100 100\"") throws -> Shape {
    let shapes = try art(element, root: root).shapes
    #expect(shapes.count == 1)
    return try #require(shapes.first)
  }

  private func color(_ hex: UInt32) -> Paint {
    .solid(
      Color(
        red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
        blue: UInt8(truncatingIfNeeded: hex)))
  }

  @Test("an emblem is read in painting order, from the top left of its viewBox")
  func emblem() throws {
    let art = try SVG.read(Fixture.bytes("art/emblem.svg"))
    #expect(art.size == Size(width: 200, height: 200))
    #expect(art.shapes.count == 9)
    let disc = art.shapes[0]
    #expect(disc.path.controlBox == Rect(x: 2, y: 2, width: 196, height: 196))
    #expect(disc.fill?.paint == color(0xC8102E))
    #expect(disc.stroke?.width == 3)
    #expect(art.shapes[1].fill == Fill(color(0xFFD700), rule: .evenOdd))
    #expect(art.shapes[2].path.segments.count == 11)
    let dots = try #require(art.shapes[8].stroke)
    #expect(dots.dash == [0, 7] && dots.cap == .round)
  }

  @Test("a laurel as Inkscape saves it: hidden layers, editor's elements and unused gradients are passed over")
  func laurel() throws {
    let art = try SVG.read(Fixture.bytes("art/laurel.svg"))
    #expect(art.size == Size(width: 210, height: 210))
    // 2 stems, 36 leaves, 1 ribbon.
    #expect(art.shapes.count == 39)
    #expect(art.shapes[0].fill == nil)
    #expect(art.shapes[0].stroke?.width == 2.5)
    for leaf in art.shapes[2..<38] {
      #expect(leaf.fill?.paint == color(0x3A7D44))
      let stroke = try #require(leaf.stroke)
      #expect(abs(stroke.width.value - 0.6) < 1e-5 && stroke.join == .round && stroke.dash.isEmpty)
      #expect(Rect(x: 20, y: 30, width: 170, height: 170).contains(leaf.path.controlBox))
    }
  }

  @Test(
    "width and height count where there is no viewBox, in CSS units",
    arguments: [
      ("width='96' height='1in'", 96.0, 96.0), ("width='25.4mm' height='2.54cm'", 96, 96),
      ("width='72pt' height='6pc'", 96, 96),
      ("width='10px' height=' 4 '", 10, 4), ("width='1e1' height='101.6Q'", 10, 96),
      ("viewBox='0,0 30 40' width='100%' height='2em'", 30, 40),
    ])
  func sizes(root: String, width: Double, height: Double) throws {
    let size = try Self.art("<rect width='1' height='1'/>", root: root).size
    #expect(abs(size.width.value - width) < 1e-9 && abs(size.height.value - height) < 1e-9)
  }

  @Test("lengths of shapes have units, and percentages are of the viewBox")
  func lengths() throws {
    let root = "viewBox='10 20 300 400'"
    let rect = try Self.shape("<rect x='10%' y='1in' width='50%' height='25%'/>", root: root)
    #expect(rect.path.controlBox == Rect(x: 20, y: 76, width: 150, height: 100))
    let circle = try Self.shape("<circle cx='10' cy='20' r='10%' stroke='red' stroke-width='1%'/>", root: root)
    let diagonal = (300.0 * 300 + 400 * 400).squareRoot() / 2.0.squareRoot()
    #expect(abs(circle.path.controlBox.width.value - diagonal / 5) < 1e-9)
    #expect(abs((circle.stroke?.width.value ?? 0) - diagonal / 100) < 1e-9)
  }

  @Test(
    "each colour notation",
    arguments: [
      ("red", 0xFF0000 as UInt32), ("RebeccaPurple", 0x663399), ("lightgoldenrodyellow", 0xFAFAD2),
      ("slategrey", 0x708090),
      ("#fa0", 0xFFAA00), ("#c8102E", 0xC8102E), ("rgb(1, 2,3)", 0x010203), ("rgb(100%,50%, 0%)", 0xFF8000),
      ("rgb(300 -5 7.6)", 0xFF0008), ("currentColor", 0x008080),
    ])
  func colors(text: String, hex: UInt32) throws {
    let shape = try Self.shape("<g color='teal'><rect width='9' height='9' fill=' \(text) '/></g>")
    #expect(shape.fill?.paint == color(hex))
  }

  @Test(
    "without any property a shape is filled black and not stroked; currentColor is black where nothing says otherwise")
  func defaults() throws {
    #expect(
      try Self.shape("<rect width='9' height='9'/>")
        == Shape(
          Path(rect: Rect(x: 0, y: 0, width: 9, height: 9)), fill: Fill(.solid(.black))))
    let stroke = try Self.shape("<path d='M0 0h9' fill='none' stroke='currentColor'/>").stroke
    #expect(stroke == Stroke(.solid(.black), width: 1, miterLimit: 4))
  }

  @Test("a style wins over attributes, an element's own over its parents'")
  func cascade() throws {
    let shape = try Self.shape(
      """
      <g fill="red" stroke="red" stroke-width="7"><path d="M0 0h9v9" stroke="lime" stroke-width="5" stroke-linejoin="bevel"
        style="/* a; b */ stroke: blue !important; font-family: 'a;fill:red'; ;stroke-width: 3px; -inkscape-x: y(;); fill-rule:evenodd"/></g>
      """)
    #expect(shape.fill == Fill(color(0xFF0000), rule: .evenOdd))
    #expect(shape.stroke == Stroke(color(0x0000FF), width: 3, join: .bevel, miterLimit: 4))
  }

  @Test("widths and dashes grow with a transform; odd lists count twice, offsets come to be within one cycle")
  func strokes() throws {
    let shape = try Self.shape(
      """
      <g transform="scale(2) rotate(30)"><path transform="scale(-1,1)" d="M0 0h9" stroke="red" stroke-width="1.5"
        stroke-dasharray="1, 2 3" stroke-dashoffset="-1" stroke-linecap="square" stroke-miterlimit="8"/></g>
      """)
    let stroke = try #require(shape.stroke)
    func isNear(_ a: Points, _ b: Double) -> Bool { abs(a.value - b) < 1e-9 }
    #expect(isNear(stroke.width, 3) && isNear(stroke.dashOffset, 22))
    #expect(stroke.dash.count == 6 && zip(stroke.dash, [2, 4, 6, 2, 4, 6]).allSatisfy(isNear))
    #expect(stroke.cap == .square && stroke.miterLimit == 8)
    #expect(try Self.shape("<path d='M0 0h9' stroke='red' stroke-dasharray='0 0'/>").stroke?.dash == [])
  }

  @Test(
    "each transform moves a point as SVG says, the first of a list outermost",
    arguments: [
      ("translate(10)", 13.0, 4.0), ("translate(10,-2)", 13, 2), ("scale(2)", 6, 8), ("scale(2 -1)", 6, -4),
      ("rotate(90)", -4, 3),
      ("rotate(180 10 10)", 17, 16), ("skewX(45)", 7, 4), ("skewY(45)", 3, 7), ("matrix(1,2 3-4 5.5.5)", 20.5, -9.5),
      ("translate(10 0) scale(2)", 16, 8), (" scale(2),translate(10 0) ", 26, 8), ("none", 3, 4), ("", 3, 4),
    ])
  func transforms(list: String, x: Double, y: Double) throws {
    let path = try Self.shape(
      "<path transform='\(list)' d='M3 4h0' stroke='red' fill='none' stroke-width='0' style='fill:red'/>"
    )
    .path
    #expect(path.segments.first == .move(Point(x: Points(x), y: Points(y))))
  }

  @Test("transforms of groups are applied from the inside out")
  func nesting() throws {
    let path = try Self.shape(
      "<g transform='translate(50 0)'><g transform='scale(2)'><path transform='rotate(90)' d='M3 4h1'/></g></g>",
      root: "viewBox='-5 -10 100 100'"
    ).path
    #expect(path.segments == [.move(Point(x: 47, y: 16)), .line(Point(x: 47, y: 18))])
  }

  @Test("a rectangle's missing radius follows the other, and both end at half a side")
  func roundedRects() throws {
    let plain = try Self.shape("<rect x='1' y='2' width='30' height='10'/>").path
    #expect(plain == Path(rect: Rect(x: 1, y: 2, width: 30, height: 10)))
    for radii in ["rx='4'", "ry='4'", "rx='4' ry='auto'"] {
      let path = try Self.shape("<rect x='1' y='2' width='30' height='10' \(radii)/>").path
      #expect(path.segments.first == .move(Point(x: 5, y: 2)))
      #expect(path.segments.count == 10 && path.controlBox == plain.controlBox)
    }
    let long = try Self.shape("<rect width='30' height='10' rx='90' ry='8'/>").path
    #expect(
      long.segments[2]
        == .curve(
          control1: Point(x: Points(30) - 15 * 0.4477152502, y: 0), control2: Point(x: 30, y: 5 * 0.4477152502),
          end: Point(x: 30, y: 5)))
  }

  @Test("an ellipse's curves lie on it")
  func ellipse() throws {
    let path = try Self.shape("<ellipse cx='50' cy='40' rx='30' ry='20'/>").path
    for point in path.samples {
      let (x, y) = ((point.x.value - 50) / 30, (point.y.value - 40) / 20)
      #expect(abs((x * x + y * y).squareRoot() - 1) < 0.0003)
    }
  }

  @Test(
    "what has no extent is not drawn",
    arguments: [
      "<rect width='5'/>", "<circle cx='5'/>", "<ellipse rx='5' ry='0'/>", "<polygon points=''/>", "<path/>",
      "<path d='M1 1'/>",
      "<line x2='5'/>", "<path d='M1 1h5v5' fill='none'/>", "<path d='M1 1h5v5' transform='scale(0)'/>",
      "<path d='M1 1h5v5' opacity='0'/>", "<path d='M1 1h5v5' visibility='hidden'/>",
      "<path d='M1 1h5v5' fill-opacity='0%'/>",
      "<g style='display:none'><text>x</text></g>", "<polyline points='1 1'/>",
    ])
  func nothing(element: String) throws {
    let art = try Self.art(element + "<rect width='7' height='7'/>")
    #expect(art.shapes.map(\.path) == [Path(rect: Rect(x: 0, y: 0, width: 7, height: 7))])
    #expect(throws: MediaError.svg(SVGFault(.empty))) { try Self.art(element) }
  }

  @Test("opacity of an element is its shape's, and of a group each shape's where none covers another")
  func opacity() throws {
    #expect(try Self.shape("<circle r='9' stroke='red' opacity='.5'/>").opacity == 0.5)
    let group = try Self.art(
      "<g opacity='50%'><g opacity='.5'><rect width='9' height='9'/></g><rect x='9' width='9' height='9' fill-opacity='.2'/></g>"
    )
    #expect(group.shapes.map(\.opacity) == [0.25, 0.1])
  }

  @Test("fill and stroke are two shapes where the fill shows through the stroke")
  func translucentCoats() throws {
    for (fill, stroke) in [(1, 0.5), (0.5, 0.5), (0.5, 1)] {
      let shapes = try Self.art("<circle r='9' stroke='red' fill-opacity='\(fill)' stroke-opacity='\(stroke)'/>").shapes
      #expect(shapes.map(\.opacity) == [fill, stroke])
      #expect(shapes.map { $0.fill != nil } == [true, false] && shapes.map { $0.stroke != nil } == [false, true])
    }
    #expect(try Self.shape("<circle r='9' fill-opacity='.3' opacity='.5'/>").opacity == 0.15)
  }

  @Test(
    "the opacity of overlapping parts is refused, as each would show through the next",
    arguments: [
      "<g opacity='.5'><rect width='9' height='9'/><rect x='8' width='9' height='9'/></g>",
      "<g opacity='.5'><rect width='9' height='9'/><g><rect x='10' width='9' height='9' stroke='red' stroke-width='3'/></g></g>",
      "<circle r='9' stroke='red' stroke-opacity='.5' opacity='.5'/>",
    ])
  func overlapping(elements: String) throws {
    #expect(throws: Self.fault(.overlapping)) { try Self.art(elements) }
  }

  @Test("names with a prefix, of no namespace, and in UTF-16 are the same")
  func namespaces() throws {
    let expected = try Self.art("<rect width='9' height='9'/>")
    for text in [
      "<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><s:rect width='9' height='9'/></s:svg>",
      "<svg viewBox='0 0 100 100'><rect width='9' height='9'/></svg>",
      "<svg viewBox='0 0 100 100' xmlns:x='urn:x'><rect width='9' height='9' x:fill='no'/><x:rect x:no='1'/></svg>",
    ] {
      #expect(try SVG.read(Array(text.utf8)) == expected)
      let utf16: [UInt8] = [0xFF, 0xFE] + Array(text.utf8).flatMap { [$0, 0] }
      #expect(try SVG.read(utf16) == expected)
      #expect(SVG.isSVG(utf16))
    }
  }

  @Test("SVG is known by its first element")
  func sniffing() {
    for text in [
      "<svg/>", " \n<?xml version='1.0'?>\n<!-- <html> --><svg>", "\u{FEFF}<svg:svg xmlns:svg=''>",
      "<!DOCTYPE svg PUBLIC '' ''><svg>", "<!--" + String(repeating: "-x", count: 5_000) + "--><svg",
    ] { #expect(SVG.isSVG(Array(text.utf8)), "\(text.prefix(40))") }
    for text in [
      "", "<", "svg", "<html><svg>", "<!DOCTYPE html><svg>", "<svgx>", "<!-- <svg>", "<?xml <svg>", "\u{89}PNG",
    ] {
      #expect(!SVG.isSVG(Array(text.utf8)), "\(text)")
    }
  }
}

extension Path {
  /// Points on the curves and lines, eight a segment.
  var samples: [Point] {
    var (result, current): ([Point], Point) = ([], .zero)
    for segment in segments {
      switch segment {
      case .move(let point), .line(let point):
        result.append(point)
        current = point
      case .curve(let first, let second, let end):
        for step in 1...8 {
          let t = Double(step) / 8
          func at(_ a: Points, _ b: Points, _ c: Points, _ d: Points) -> Points {
            let (s, t2) = (1 - t, t * t)
            return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t2) + d * (t2 * t)
          }
          result.append(
            Point(x: at(current.x, first.x, second.x, end.x), y: at(current.y, first.y, second.y, end.y)))
        }
        current = end
      case .close: break
      }
    }
    return result
  }
}
