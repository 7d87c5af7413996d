import PressScene
import PressTemplate

extension Composition {
  /// A frame along the area: a strong rule outside, a fine one inside, and between them cells of ornament, each a whole number
  /// of times along a side, with a corner piece of its own.
  func layOutBorder(_ border: BorderElement, of element: Part) -> Block {
    let area = setup.area
    let box = Rect(origin: .zero, size: area.size).insetBy(border.inset)
    return Block(size: box.size, baseline: box.height) { origin, placed in
      let outer = Rect(origin: origin + box.origin, size: box.size)
      let bands = outer.bands(border.width)
      func part(_ part: String, _ content: Content) -> PlacedElement {
        PlacedElement(
          item: Item(
            id: element.id + "/" + part, span: element.span, provenance: element.provenance,
            fields: element.fields, role: .artifact, box: outer.onGrid, inkBox: outer.onGrid, content: content),
          element: element, obstacles: part == "rules" ? bands : [])
      }
      let frame = FrameArt(border: border, outer: outer)
      placed.append(part("rules", .shapes(frame.rules)))
      if let ornament = frame.ornament {
        placed.append(part("band", .pattern(ornament.band)))
        placed.append(part("corners", .pattern(ornament.corners)))
      }
    }
  }
}

/// The geometry of a frame.
struct FrameArt {
  let border: BorderElement
  let outer: Rect

  private var outerRule: Points { border.rule * 2 }

  var rules: [Shape] {
    let outside = outer.insetBy(outerRule / 2)
    let inside = outer.insetBy(border.width - border.rule / 2)
    return [
      Shape(Path(rect: outside).onGrid, stroke: Stroke(.solid(border.color), width: outerRule.onGrid)),
      Shape(Path(rect: inside).onGrid, stroke: Stroke(.solid(border.color), width: border.rule.onGrid)),
    ]
  }

  var ornament: (band: Pattern, corners: Pattern)? {
    guard border.ornament != .plain else { return nil }
    // White between rule and ornament: a tenth of the frame on either side.
    let air = border.width * 0.1
    let height = border.width - outerRule - border.rule - air * 2
    let middle = outerRule + air + height / 2
    let path = outer.insetBy(middle)
    let corner = height + air
    let cells = Cells(kind: border.ornament, height: height, color: border.color)
    let across = cells.count(along: path.width - corner)
    let down = cells.count(along: path.height - corner)
    // One cell length for both directions would leave gaps; cells are stretched by a few percent instead.
    let stretchAcross = (path.width - corner).ratio(to: cells.length * Double(across))
    let stretchDown = (path.height - corner).ratio(to: cells.length * Double(down))

    var places: [Transform] = []
    func side(from start: Point, quarterTurns: Int, count: Int, stretch: Double) {
      let turn = Transform.quarterTurns(quarterTurns)
      for number in 0..<count {
        let along = Transform.translation(cells.length * Double(number), 0)
        places.append(
          along.then(.scale(stretch, 1)).then(turn).then(.translation(start.x, start.y)).onGrid)
      }
    }
    let half = corner / 2
    side(from: Point(x: path.x + half, y: path.y), quarterTurns: 0, count: across, stretch: stretchAcross)
    side(from: Point(x: path.maxX, y: path.y + half), quarterTurns: 1, count: down, stretch: stretchDown)
    side(from: Point(x: path.maxX - half, y: path.maxY), quarterTurns: 2, count: across, stretch: stretchAcross)
    side(from: Point(x: path.x, y: path.maxY - half), quarterTurns: 3, count: down, stretch: stretchDown)

    let corners = [
      Transform.translation(path.x, path.y),
      Transform.quarterTurns(1).then(.translation(path.maxX, path.y)),
      Transform.quarterTurns(2).then(.translation(path.maxX, path.maxY)),
      Transform.quarterTurns(3).then(.translation(path.x, path.maxY)),
    ]
    return (
      Pattern(cell: cells.band, places: places),
      Pattern(cell: cells.corner, places: corners.map(\.onGrid))
    )
  }
}

extension Transform {
  /// Exact turns, clockwise on the page.
  static func quarterTurns(_ count: Int) -> Transform {
    switch count % 4 {
    case 1: .rotation(sine: 1, cosine: 0)
    case 2: .rotation(sine: 0, cosine: -1)
    case 3: .rotation(sine: -1, cosine: 0)
    default: .identity
    }
  }
}
