import Foundation
import PressDiagnostics
import PressMedia
import PressPaint
import PressScene
import PressText
import Testing

/// The repository's fonts and pictures, and scenes built by hand.
enum Fixture {
  /// The folder that holds `Package.swift`.
  static let root: URL = {
    var folder = URL(filePath: #filePath)
    repeat {
      folder.deleteLastPathComponent()
    } while !FileManager.default.fileExists(
      atPath: folder.appending(path: "Package.swift").path)
    return folder
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: root.appending(path: "Tests/Data").appending(path: path)))
  }

  static func picture(_ path: String) throws -> Picture { try Pictures.read(bytes(path)) }

  static let song = "CertPress Song"
  static let kai = "CertPress Kai"
  static let hei = "CertPress Hei"

  static let library = Result { try FontLibrary(directory: root.appending(path: "fonts").path) }

  static func painter() throws -> Painter {
    let library = try library.get()
    return Painter { library.face(for: $0)?.path }
  }

  static let span = Span(SourceID(index: 0), 3..<8)

  static func item(_ content: Content, id: String = "element") -> Item {
    Item(id: id, span: span, role: .artifact, box: .zero, inkBox: .zero, content: content)
  }

  static func shapes(_ shapes: Shape...) -> Item { item(.shapes(shapes)) }

  static func text(_ runs: [GlyphRun]) -> Item {
    let fit = TextFit(askedSize: 16, usedSize: 16, lines: 1, step: nil, allowedWidth: nil, measuredWidth: 0)
    return item(.text(runs, fit), id: "text")
  }

  /// One page; 72 pt a side unless said, so that at 72 dpi a pixel is a point.
  static func scene(
    _ items: [Item], width: Points = 72, height: Points = 72, document: DocumentInfo = DocumentInfo()
  ) -> Scene {
    let size = Size(width: width, height: height)
    return Scene(
      pages: [Page(size: size, area: Rect(origin: .zero, size: size), items: items)], document: document)
  }

  static let a4 = Size(width: Points(mm: 297).onGrid, height: Points(mm: 210).onGrid)

  /// One line of glyph runs, one a face, from a baseline's left end.
  static func runs(
    _ text: String, _ family: String, size: Points = 16, at origin: Point, paint: Paint = .solid(.black),
    turned: Transform = .identity
  ) throws -> [GlyphRun] {
    let shaped = Shaper(try library.get()).shape(text, family: family).0
    let scalars = Array(text.unicodeScalars)
    var runs: [GlyphRun] = []
    var pen = Points(0)
    var first = 0
    while first < shaped.clusters.count {
      let face = shaped.clusters[first].face
      let end = shaped.clusters[first...].firstIndex { $0.face != face } ?? shaped.clusters.count
      let clusters = shaped.clusters[first..<end]
      let start = clusters[first].scalars.lowerBound
      var run = GlyphRun(
        face: shaped.faces[face], size: size, paint: paint,
        transform: turned.then(.translation(origin.x, origin.y)), glyphs: [], text: "", clusters: [])
      for cluster in clusters {
        let glyphs = run.glyphs.count
        for glyph in cluster.glyphs {
          run.glyphs.append(
            GlyphRun.Glyph(
              id: glyph.id, position: Point(x: pen + size * glyph.offsetX, y: size * glyph.offsetY).onGrid,
              advance: (size * glyph.advance).onGrid))
          pen = pen + size * glyph.advance
        }
        run.clusters.append(
          Cluster(
            glyphs: glyphs..<run.glyphs.count,
            scalars: cluster.scalars.lowerBound - start..<cluster.scalars.upperBound - start))
        for index in cluster.scalars { run.text.unicodeScalars.append(scalars[index]) }
      }
      runs.append(run)
      first = end
    }
    return runs
  }

  static let red = Color(red: 255, green: 0, blue: 0)
  static let blue = Color(red: 0, green: 0, blue: 255)

  static func rect(_ x: Points, _ y: Points, _ width: Points, _ height: Points) -> Path {
    Path(rect: Rect(x: x, y: y, width: width, height: height))
  }

  /// Puts a picture upright into `frame`, as layout does.
  static func place(_ picture: Picture, in frame: Rect, crop: Rect? = nil) -> Item {
    // Where the stored picture's corner, its right and its lower side come to lie in the upright unit square.
    let (corner, right, down): ((Double, Double), (Double, Double), (Double, Double)) =
      switch picture.orientation {
      case .up: ((0, 0), (1, 0), (0, 1))
      case .upMirrored: ((1, 0), (-1, 0), (0, 1))
      case .down: ((1, 1), (-1, 0), (0, -1))
      case .downMirrored: ((0, 1), (1, 0), (0, -1))
      case .leftMirrored: ((0, 0), (0, 1), (1, 0))
      case .right: ((1, 0), (0, 1), (-1, 0))
      case .rightMirrored: ((1, 1), (0, -1), (-1, 0))
      case .left: ((0, 1), (0, -1), (1, 0))
      }
    let upright = Transform(
      a: right.0, b: right.1, c: down.0, d: down.1, tx: Points(corner.0), ty: Points(corner.1))
    let transform = upright.then(
      Transform(a: frame.width.value, b: 0, c: 0, d: frame.height.value, tx: frame.x, ty: frame.y))
    return item(
      .picture(PlacedPicture(picture: picture, transform: transform, crop: crop ?? frame)), id: "picture")
  }

  static func code(_ payload: String, level: QRMatrix.Level = .M, frame: Rect) throws -> Item {
    item(.code(PlacedCode(matrix: try QR.encode(payload, level: level), frame: frame)), id: "code")
  }

  /// 40 mm.
  static let codeSide = Points(mm: 40).onGrid
}

/// Who writes a PDF of a scene.
enum PDFWriter: CaseIterable {
  case press
  case cairo

  func pdf(_ scene: Scene, by painter: Painter) throws -> [UInt8] {
    switch self {
    case .press: try painter.pdf(scene)
    case .cairo: try painter.cairoPDF(scene)
    }
  }
}
