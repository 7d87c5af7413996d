import PressScene
import PressTemplate

extension Composition {
  func layOutGuilloche(_ guilloche: GuillocheElement, of element: Part) -> Block {
    switch guilloche.form {
    case .rosette(let diameter, let hole):
      let rosette = GuillocheRosette(
        diameter: diameter - guilloche.stroke.width, inner: hole, lobes: guilloche.lobes, strands: guilloche.strands,
        seed: UInt64(guilloche.seed))
      return block(of: element, size: Size(width: diameter, height: diameter)) { box in
        fineArt(rosette.paths(), guilloche.stroke, by: .translation(box.center.x, box.center.y), ink: box)
      }
    case .band(let from, let to, let height):
      let way = to - from
      let length = Points((way.x.value * way.x.value + way.y.value * way.y.value).squareRoot())
      let (sine, cosine) = (way.y.ratio(to: length), way.x.ratio(to: length))
      let band = GuillocheBand(
        length: length, height: height - guilloche.stroke.width, waves: guilloche.lobes, strands: guilloche.strands,
        seed: UInt64(guilloche.seed))
      let turn = Transform.rotation(sine: sine, cosine: cosine).then(.translation(from.x, from.y))
      let extent = turn(Rect(x: 0, y: height / -2, width: length, height: height))
      return block(of: element, offset: extent.origin, size: extent.size) { box in
        let place = turn.then(.translation(box.x - extent.x, box.y - extent.y))
        return fineArt(band.paths(), guilloche.stroke, by: place, ink: box)
      }
    }
  }

  /// Lines to stand under other things: in nobody's way.
  private func fineArt(_ paths: [Path], _ stroke: Stroke, by place: Transform, ink: Rect) -> Drawing {
    // In hundredths of a point, as whole numbers: thousands of curves take a third less of the file so.
    let fine = paths.map { $0.transformed(by: .scale(100, 100)).rounded }
    var thick = stroke
    thick.width = (stroke.width * 100).rounded
    thick.dash = stroke.dash.map { ($0 * 100).rounded }
    thick.join = .round
    let pattern = Pattern(
      cell: fine.map { Shape($0, stroke: thick) }, places: [Transform.scale(0.01, 0.01).then(place).onGrid])
    return Drawing(.pattern(pattern), ink: ink, obstacles: [])
  }
}

extension Points {
  var rounded: Points { Points(value.rounded()) }
}

extension Path {
  var rounded: Path { map { Point(x: $0.x.rounded, y: $0.y.rounded) } }
}
