import CertPress
import Testing

@Suite("Gradients")
struct GradientTests {
  private func paint(_ fill: String, size: String = "20mm x 10mm", word: String = "rectangle") throws -> Paint {
    let sheet = try Composed("\(word) { id: r; at: 10mm 10mm; size: \(size); fill: \(fill) }")
    #expect(sheet.errors == [])
    guard case .shapes(let shapes) = try sheet.item("r").content else { throw Missing() }
    return try #require(shapes.first?.fill?.paint)
  }

  @Test("a linear gradient runs from edge to edge in its direction", arguments: [0, 90, 180, 45, -30])
  func linear(angle: Int) throws {
    guard case .linear(let start, let end, let stops) = try paint("linear(\(angle), #ffffff, #808080, #000000)") else {
      throw Missing()
    }
    #expect(stops.map(\.offset) == [0, 0.5, 1] && stops[0].color == .white && stops[2].color == .black)
    let middle = Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
    #expect(near(middle.x, mm(20)) && near(middle.y, mm(15)))
    switch angle {
    case 0: #expect(near(start.x, mm(10)) && near(end.x, mm(30)) && near(start.y, end.y))
    case 90: #expect(near(start.y, mm(10)) && near(end.y, mm(20)) && near(start.x, end.x))
    case 180: #expect(near(start.x, mm(30)) && near(end.x, mm(10)))
    // From corner to corner: the shadow of the box.
    case 45: #expect(near(end.x - start.x, mm(15)) && near(end.y - start.y, mm(15)))
    default: #expect(end.x > start.x && end.y < start.y)
    }
  }

  @Test("a radial gradient has the box's middle, and reaches its farther edge")
  func radial() throws {
    for word in ["rectangle", "ellipse"] {
      guard case .radial(let center, let radius, let stops) = try paint("radial(#ffffff, #eeeeee)", word: word) else {
        throw Missing()
      }
      #expect(near(center.x, mm(20)) && near(center.y, mm(15)) && near(radius, mm(10)) && stops.count == 2)
    }
  }

  @Test("a path's gradient fills what it draws")
  func path() throws {
    let sheet = try Composed(
      "path \"M 5 5 L 15 5 L 15 9 Z\" { id: p; at: 10mm 10mm; fill: linear(0, #ffffff, #000000) }")
    guard case .shapes(let shapes) = try sheet.item("p").content,
      case .linear(let start, let end, _)? = shapes.first?.fill?.paint
    else { throw Missing() }
    #expect(near(start.x, mm(15)) && near(end.x, mm(25)))
  }
}
