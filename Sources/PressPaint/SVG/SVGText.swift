import PressScene

/// Writes the pieces of SVG: numbers without what says nothing, texts escaped.
struct SVGText {
  // Numbers are written as in a PDF: short, exact to the scene's grid, the same everywhere.
  private var out = PDFBytes()

  var string: String { String(decoding: out.bytes, as: UTF8.self) }

  mutating func raw(_ text: StaticString) { out.raw(text) }
  mutating func raw(_ text: String) { out.append(text.utf8) }

  mutating func line(_ text: String) {
    raw(text)
    raw("\n")
  }

  mutating func number(_ value: Double, decimals: Int = 3) { out.append(number: value, decimals: decimals) }
  mutating func integer(_ value: Int) { out.append(integer: value) }

  mutating func number(_ length: Points) { number(length.value) }

  mutating func point(_ point: Point) {
    number(point.x)
    raw(" ")
    number(point.y)
  }

  /// Text between tags or quotes. What XML cannot hold, not even escaped, becomes U+FFFD.
  mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      // A reader makes blanks of these in an attribute, unless they are written by number.
      case "\t", "\n", "\r": raw("&#\(scalar.value);")
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": raw("\u{FFFD}")
      default: raw(String(scalar))
      }
    }
  }

  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    escaped(value)
    raw("\"")
  }

  mutating func attribute(_ name: StaticString, _ value: Double, decimals: Int = 3) {
    raw(" ")
    raw(name)
    raw("=\"")
    number(value, decimals: decimals)
    raw("\"")
  }

  /// ` transform="…"`; nothing for the identity.
  mutating func attribute(transform: Transform, decimals: Int = 6) {
    guard transform != .identity else { return }
    raw(" transform=\"")
    if (transform.a, transform.b, transform.c, transform.d) == (1, 0, 0, 1) {
      raw("translate(")
    } else {
      raw("matrix(")
      for value in [transform.a, transform.b, transform.c, transform.d] {
        number(value, decimals: decimals)
        raw(" ")
      }
    }
    point(Point(x: transform.tx, y: transform.ty))
    raw(")\"")
  }

  mutating func path(_ path: Path) {
    for segment in path.segments {
      switch segment {
      case .move(let end):
        raw("M")
        point(end)
      case .line(let end):
        raw("L")
        point(end)
      case .curve(let first, let second, let end):
        raw("C")
        point(first)
        raw(" ")
        point(second)
        raw(" ")
        point(end)
      case .close: raw("Z")
      }
    }
  }
}
