import PressDiagnostics
import PressMedia
import PressScene
import Testing

@Suite("what SVG art is refused for")
struct SVGRefusalTests {
  @Test(
    "an element that is not drawn is named, wherever it stands",
    arguments: [
      "text", "tspan", "textPath", "image", "use", "symbol", "linearGradient", "radialGradient", "pattern", "clipPath",
      "mask", "filter",
      "marker", "script", "foreignObject", "animate", "animateTransform", "set", "a", "switch", "svg", "view", "blink",
      "font",
    ])
  func elements(name: String) throws {
    let element = "<\(name) href='x'/>"
    #expect(throws: SVGTests.fault(.element(name))) { try SVGTests.art(element) }
    let fault = SVGFault(.element(name), at: .init(line: 3, column: 4))
    for parent in ["g", "circle"] {
      #expect(throws: MediaError.svg(fault)) {
        try SVGTests.art("<\(parent)>\n<!-- 证书 -->\n é \(element)</\(parent)>")
      }
    }
    let diagnostic = MediaError.svg(fault).diagnostic()
    #expect(diagnostic.id == "media.svg-unsupported")
    #expect(diagnostic.message == "<\(name)> is not drawn (line 3, column 4 of the SVG)")
  }

  @Test("what nothing refers to is passed over, but neither scripts nor style sheets")
  func definitions() throws {
    let rect = "<rect width='9' height='9'/>"
    let expected = try SVGTests.art(rect)
    for ignored in [
      "<defs><linearGradient/><text>x</text><g><defs/><use/></g></defs>", "<title>text</title>", "<desc><text/></desc>",
      "<metadata><x xmlns='urn:x'/></metadata>", "<style/>", "<style>\n <![CDATA[ ]]></style>", "<?php x?>",
    ] {
      #expect(try SVGTests.art(ignored + rect) == expected)
      #expect(try SVGTests.art(rect + ignored) == expected)
    }
    for parent in ["defs", "metadata", "x:y xmlns:x='urn:x'"] {
      let close = parent.split(separator: " ")[0]
      for (element, problem) in [
        ("<script/>", SVGFault.Problem.element("script")), ("<style>.a{fill:red}</style>", .styleSheet),
        ("<style><![CDATA[a]]></style>", .styleSheet),
      ] {
        let error = #expect(throws: MediaError.self) { try SVGTests.art("<\(parent)>\(element)</\(close)>\(rect)") }
        guard case .svg(let fault) = error else {
          Issue.record("\(element)")
          continue
        }
        #expect(fault.problem == problem)
      }
    }
  }

  @Test(
    "a property that would change the picture is named",
    arguments: [
      ("filter", "url(#f)"), ("mask", "url(#m)"), ("clip-path", "circle(5px)"), ("marker-end", "url(#m)"),
      ("mix-blend-mode", "multiply"),
      ("paint-order", "stroke"), ("vector-effect", "non-scaling-stroke"), ("transform-origin", "center"),
    ])
  func properties(name: String, value: String) {
    for attribute in ["\(name)='\(value)'", "style='fill:red;\(name.uppercased()): \(value)'"] {
      #expect(throws: SVGTests.fault(.property(name, value: value))) {
        try SVGTests.art("<rect width='9' height='9' \(attribute)/>")
      }
    }
    for harmless in ["none", "normal", "0 0"] {
      guard (try? SVGTests.art("<rect width='9' height='9' \(name)='\(harmless)'/>")) != nil else { continue }
      return
    }
    Issue.record("\(name) has no value that is accepted")
  }

  @Test("a property is refused where only a style may have it", arguments: ["transform", "rotate", "width", "d", "cx"])
  func onlyInStyle(name: String) {
    #expect(throws: SVGTests.fault(.property(name, value: "5px"))) {
      try SVGTests.art("<circle r='9' style='\(name):5px'/>")
    }
  }

  @Test(
    "each value that cannot be read is quoted with its attribute",
    arguments: [
      ("<rect width='x' height='9'/>", SVGFault.Problem.value("x", of: "width")),
      ("<rect width='5 5' height='9'/>", .value("5 5", of: "width")),
      ("<rect width='-5' height='9'/>", .value("-5", of: "width")),
      ("<circle r='-1'/>", .value("-1", of: "r")), ("<circle r='2em'/>", .unit("2em", of: "r")),
      ("<circle r='1e10'/>", .number("1e10")), ("<circle r='1e999'/>", .number("1e999")),
      ("<path d='M1 1L-2000000000 0'/>", .number("-2000000000")),
      ("<circle r='9' fill='reddish'/>", .value("reddish", of: "fill")),
      ("<circle r='9' fill='#12345'/>", .value("#12345", of: "fill")),
      ("<circle r='9' fill='#1234567é'/>", .value("#1234567é", of: "fill")),
      ("<circle r='9' fill='rgb(1,2)'/>", .value("rgb(1,2)", of: "fill")),
      ("<circle r='9' fill='rgb(1%,2,3)'/>", .value("rgb(1%,2,3)", of: "fill")),
      ("<circle r='9' fill='rgba(1,2,3,.5)'/>", .value("rgba(1,2,3,.5)", of: "fill")),
      ("<circle r='9' fill=' url(#g) red'/>", .paintServer(property: "fill")),
      ("<circle r='9' style='stroke:URL(#g)'/>", .paintServer(property: "stroke")),
      ("<circle r='9' opacity='half'/>", .value("half", of: "opacity")),
      ("<circle r='9' fill-rule='odd'/>", .value("odd", of: "fill-rule")),
      ("<circle r='9' stroke-width='-1'/>", .value("-1", of: "stroke-width")),
      ("<circle r='9' stroke-linecap='flat'/>", .value("flat", of: "stroke-linecap")),
      ("<circle r='9' stroke-linejoin='arcs'/>", .value("arcs", of: "stroke-linejoin")),
      ("<circle r='9' stroke-miterlimit='.5'/>", .value(".5", of: "stroke-miterlimit")),
      ("<circle r='9' stroke-dasharray='1 -1'/>", .value("1 -1", of: "stroke-dasharray")),
      ("<circle r='9' style='fill red'/>", .value("fill red", of: "style")),
      ("<g transform='turn(5)'/>", .value("turn(5)", of: "transform")),
      ("<g transform='scale()'/>", .value("scale()", of: "transform")),
      ("<g transform='rotate(5 5)'/>", .value("rotate(5 5)", of: "transform")),
      ("<g transform='scale(1'/>", .value("scale(1", of: "transform")),
      ("<g transform='skewX(90)'/>", .value("skewX(90)", of: "transform")),
      ("<g transform='scale(1),'/>", .value("scale(1),", of: "transform")),
      ("<polygon points='1 2 3'/>", .value("1 2 3", of: "points")),
      ("<polyline points='1 2,'/>", .value("1 2,", of: "points")),
      ("<circle r='9' visibility='no'/>", .value("no", of: "visibility")),
      (
        "<circle r='9' fill='\(String(repeating: "证", count: 50))'/>",
        .value(String(repeating: "证", count: 39) + "…", of: "fill")
      ),
    ])
  func values(element: String, problem: SVGFault.Problem) {
    #expect(throws: SVGTests.fault(problem)) { try SVGTests.art(element) }
  }

  @Test("a stroke that is not one width wide is refused; the same shape filled is drawn")
  func unevenStrokes() throws {
    for transform in ["scale(1,2)", "skewX(10)", "scale(1 1.01)"] {
      #expect(throws: SVGTests.fault(.unevenStroke)) {
        try SVGTests.art("<circle r='9' stroke='red' transform='\(transform)'/>")
      }
      #expect(throws: Never.self) { try SVGTests.art("<circle r='9' transform='\(transform)'/>") }
    }
    // As programs round a rotation.
    #expect(throws: Never.self) {
      try SVGTests.art("<circle r='9' stroke='red' transform='matrix(.7071 .7071 -.7071 .70711 3 4)'/>")
    }
  }

  @Test("an element inside of a shape is out of place")
  func misplaced() {
    let fault = SVGFault(.misplaced("rect", inside: "path"), at: .init(line: 2, column: 1))
    #expect(throws: MediaError.svg(fault)) { try SVGTests.art("<path><title/>\n<rect/></path>") }
  }

  @Test(
    "the outermost element says how large the art is, and nothing that is not followed",
    arguments: [
      ("", SVGFault.Problem.noSize), ("width='5'", .noSize), ("width='' height='5'", .noSize),
      ("viewBox='0 0 5'", .value("0 0 5", of: "viewBox")),
      ("viewBox='0 0 5 5 5'", .value("0 0 5 5 5", of: "viewBox")), ("viewBox='0 0 0 5'", .size(0)),
      ("viewBox='0 0 5 -5'", .size(-5)),
      ("viewBox='0 0 1e-9 5'", .size(1e-9)), ("width='1e7' height='5'", .size(1e7)),
      ("width='50%' height='5'", .unit("50%", of: "width")),
      ("viewBox='0 0 5 5' transform='scale(2)'", .property("transform", value: "scale(2)")),
      ("viewBox='0 0 5 5' systemLanguage='zh'", .property("systemLanguage", value: "zh")),
    ])
  func roots(root: String, problem: SVGFault.Problem) {
    let fault = SVGFault(problem, at: .init(line: 1, column: 1))
    #expect(throws: MediaError.svg(fault)) { try SVGTests.art("<rect width='9' height='9'/>", root: root) }
  }

  @Test("another outermost element is refused")
  func otherRoots() {
    for text in ["<html/>", "<svg xmlns='urn:x'/>", "<g xmlns='http://www.w3.org/2000/svg'/>"] {
      let name = text.contains("html") ? "html" : text.contains("<g") ? "g" : "svg"
      #expect(throws: MediaError.svg(SVGFault(.root(name), at: .init(line: 1, column: 1)))) {
        try SVG.read(Array(text.utf8))
      }
    }
  }
}
