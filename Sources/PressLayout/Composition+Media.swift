import PressDiagnostics
import PressScene
import PressTemplate

extension Composition {
  mutating func layOutImage(_ image: ImageElement, of element: Part) -> Block {
    let size = Size(width: element.placement.width ?? 0, height: element.placement.height ?? 0)
    let (path, origin, field): (String?, PictureOrigin, String?) =
      switch image.source {
      case .file(let path, _): (path, .layout, nil)
      case .field(let name, _):
        if case .picture(let path) = filled.values[name] { (path, .record, name) } else { (nil, .record, name) }
      }
    guard let path else { return .empty(size) }
    switch media.image(at: path, origin: origin) {
    case .failure(let problem):
      report(problem, field: fieldName(field), of: element)
      return .empty(size)
    case .success(.picture(let picture)):
      return block(of: element, size: size) { box in
        let placed = PlacedPicture(picture, in: box, fit: image.fit)
        return Drawing(.picture(placed), ink: placed.crop)
      }
    case .success(.art(let art)): return layOutArt(art, fit: image.fit, of: element, size: size)
    }
  }

  /// A drawing's shapes at their size on paper, cut off at its edge.
  private func layOutArt(_ art: VectorArt, fit: ImageElement.Fit, of element: Part, size: Size) -> Block {
    let id = itemID(of: element)
    return block(of: element, size: size) { box in
      let shown = box.holding(aspect: art.size.width.ratio(to: art.size.height), fit: fit)
      let scale = shown.width.ratio(to: art.size.width)
      let place = Transform.scale(scale, scale).then(.translation(shown.x, shown.y))
      let crop = shown.intersection(box)
      let item = Item(
        id: id + "/art", span: element.span, fields: element.fields, role: .artifact, box: crop.onGrid,
        inkBox: crop.onGrid, content: .shapes(art.shapes.map { $0.placed(place, scale: scale) }))
      return Drawing(.group(Group(clip: Path(rect: crop).onGrid, children: [item])), ink: crop)
    }
  }

  mutating func layOutCode(_ code: QRElement, of element: Part) -> Block {
    let side = element.placement.width ?? 0
    let size = Size(width: side, height: side)
    let content = filled.text(code.payload)
    switch media.code(content.string, level: code.level) {
    case .failure(let problem):
      report(problem, field: fieldName(content.fields.first?.field), of: element)
      return .empty(size)
    case .success(let matrix):
      return block(of: element, size: size) { box in
        // One width for both directions: rounding two edges of each must not make it an oblong.
        let edge = box.width.onGrid
        let frame = Rect(x: box.x.onGrid, y: box.y.onGrid, width: edge, height: edge)
        return Drawing(.code(PlacedCode(matrix: matrix, frame: frame)), ink: frame)
      }
    }
  }

  private mutating func report(_ problem: MediaProblem, field: String?, of element: Part) {
    diagnostics.append(
      Diagnostic(
        .error, problem.id, problem.message, at: element.span, hint: problem.hint, field: field,
        record: field == nil ? nil : filled.record))
  }
}

extension PlacedPicture {
  /// Scales the upright picture into the box about its middle and turns stored pixels upright.
  fileprivate init(_ picture: Picture, in box: Rect, fit: ImageElement.Fit) {
    let shown = box.holding(aspect: picture.aspect, fit: fit)
    let upright = Transform(
      a: shown.width.value, b: 0, c: 0, d: shown.height.value, tx: shown.x, ty: shown.y)
    self.init(
      picture: picture, transform: picture.orientation.upright.then(upright).onGrid,
      crop: shown.intersection(box).onGrid)
  }
}

extension Shape {
  fileprivate func placed(_ place: Transform, scale: Double) -> Shape {
    var shape = self
    shape.path = path.transformed(by: place).onGrid
    if var stroke {
      stroke.width = max(0.001, (stroke.width * scale).onGrid)
      stroke.dash = stroke.dash.map { ($0 * scale).onGrid }
      stroke.dashOffset = (stroke.dashOffset * scale).onGrid
      shape.stroke = stroke
    }
    return shape
  }
}

extension Rect {
  /// A rectangle of that width ÷ height about the middle: all of it in this one, or all of this one in it.
  func holding(aspect: Double, fit: ImageElement.Fit) -> Rect {
    let wider = aspect > width.ratio(to: height)
    let byWidth = (fit == .contain) == wider
    let size =
      byWidth ? Size(width: width, height: width / aspect) : Size(width: height * aspect, height: height)
    return Rect(
      x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width, height: size.height)
  }
}

extension Picture.Orientation {
  /// From the unit square of the stored pixels to the unit square of the upright picture (EXIF 2.32, tag 274: the value says
  /// which sides the stored first row and first column are).
  var upright: Transform {
    switch self {
    case .up: .identity
    case .upMirrored: Transform(a: -1, b: 0, c: 0, d: 1, tx: 1, ty: 0)
    case .down: Transform(a: -1, b: 0, c: 0, d: -1, tx: 1, ty: 1)
    case .downMirrored: Transform(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: 1)
    case .leftMirrored: Transform(a: 0, b: 1, c: 1, d: 0, tx: 0, ty: 0)
    case .right: Transform(a: 0, b: 1, c: -1, d: 0, tx: 1, ty: 0)
    case .rightMirrored: Transform(a: 0, b: -1, c: -1, d: 0, tx: 1, ty: 1)
    case .left: Transform(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 1)
    }
  }
}
