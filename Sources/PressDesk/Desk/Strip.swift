import CertPress
import PressEditor
import PressScene

/// The hardest records beside the sheet, each as a small picture with what befalls its texts.
struct Strip: Sendable {
  struct Sample: Sendable {
    var record: DeskRecord
    var report: SampleReport
    /// PNG; nil where no sheet could be made.
    var picture: [UInt8]?
  }

  private(set) var version = 0
  private(set) var samples: [Sample] = []
  private var waiting = Waiting()

  mutating func take(_ samples: [Sample]) {
    self.samples = samples
    version += 1
    waiting.wakeAll()
  }

  mutating func add(_ continuation: CheckedContinuation<Void, Never>) -> Int { waiting.add(continuation) }
  mutating func wake(_ ticket: Int) { waiting.wake(ticket) }
}

extension Strip.Sample {
  /// About how many pixels wide a picture is.
  private static let width = 420.0

  init(_ record: DeskRecord, of layout: Layout) {
    self.record = record
    do throws(Faults) {
      let value = try layout.record(json: record.json, name: record.name)
      let (scene, diagnostics) = layout.preview(value, pictures: record.pictures(PictureLog()))
      report = SampleReport(scene: scene, diagnostics: diagnostics, schema: layout.schema)
      guard let page = scene.pages.first else { return }
      let dpi = min(max(Self.width * 72 / page.size.width.value, 36), 150)
      var small = scene
      small.pages = [page.withCodesDrawn]
      picture = try layout.paint(small, as: .png(dpi: dpi))
    } catch {
      report = SampleReport(
        scene: Scene(pages: [], document: DocumentInfo()), diagnostics: error.diagnostics, schema: layout.schema)
    }
  }
}

extension Page {
  /// With QR symbols as plain shapes: a thumbnail has no pixels for their modules, and nobody scans it.
  fileprivate var withCodesDrawn: Page {
    var page = self
    page.items = items.map(\.withCodesDrawn)
    return page
  }
}

extension Item {
  fileprivate var withCodesDrawn: Item {
    var item = self
    switch content {
    case .code(let code): item.content = .shapes([code.drawn])
    case .group(var group):
      group.children = group.children.map(\.withCodesDrawn)
      item.content = .group(group)
    default: return self
    }
    item.plate = nil
    return item
  }
}

extension PlacedCode {
  fileprivate var drawn: Shape {
    let side = frame.width / Double(matrix.size)
    var path = Path()
    for row in 0..<matrix.size {
      for column in 0..<matrix.size where matrix[row: row, column: column] {
        let corner = Point(x: frame.x + side * Double(column), y: frame.y + side * Double(row))
        path += Path(rect: Rect(origin: corner, size: Size(width: side, height: side)))
      }
    }
    return Shape(path, fill: Fill(.solid(.black)))
  }
}
