import CertPress
import TestKit
import Testing

/// A layout of several pages, composed by the real engine from a record in JSON.
struct Composed {
  let template: Template
  let scene: Scene
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - body: what stands in the certificate behind the declarations of three families.
  ///   - page: the page's declaration; empty where `body` has it.
  ///   - data: declarations of the data block.
  init(
    _ body: String, page: String = "page 100mm x 80mm", data: String = "", json: String = "{}",
    pictures: String = "Tests/Data/pictures"
  ) throws {
    self = try Workshop(body, page: page, data: data).composed(json, pictures: pictures)
  }

  init(template: Template, scene: Scene, diagnostics: [Diagnostic]) {
    self.template = template
    self.scene = scene
    self.diagnostics = diagnostics
  }

  var errors: [String] { diagnostics.filter { $0.severity == .error }.map(\.id) }

  /// The items of a page, those in groups behind the group.
  func items(_ page: Int = 0) -> [Item] {
    scene.pages.indices.contains(page) ? scene.pages[page].items.flatMap(\.withChildren) : []
  }

  func item(_ id: String, page: Int = 0) throws -> Item {
    try #require(items(page).first { $0.id == id }, "no '\(id)' among \(items(page).map(\.id))")
  }

  func box(_ id: String, page: Int = 0) throws -> Rect { try item(id, page: page).box }

  func has(_ id: String, page: Int = 0) -> Bool { items(page).contains { $0.id == id } }

  func runs(_ id: String, page: Int = 0) throws -> [GlyphRun] { try item(id, page: page).runs }

  func text(_ id: String, page: Int = 0) throws -> String { try item(id, page: page).words }

  /// All that can be read on a page, in painting order.
  func texts(_ page: Int = 0) -> [String] {
    items(page).map(\.words).filter { !$0.isEmpty }
  }
}

/// A layout that many records go through.
struct Workshop {
  let layout: Layout

  init(_ body: String, page: String = "page 100mm x 80mm", data: String = "") throws {
    let text = """
      certificate "Test" {
        \(page)
        font song "CertPress Song"
        font hei "CertPress Hei"
        font kai "CertPress Kai"
        \(data.isEmpty ? "" : "data { \(data) }")
        \(body)
      }
      """
    layout = try Sheet.press.get().layout(
      Array(text.utf8), name: "test.layout", pictures: .directory(Repository.path("Tests/Data/art")))
  }

  func composed(_ json: String, pictures: String = "Tests/Data/pictures") throws -> Composed {
    let record = try layout.record(json: Array(json.utf8), name: "test")
    let (scene, diagnostics) = layout.preview(record, pictures: .directory(Repository.path(pictures)))
    return Composed(template: layout.template, scene: scene, diagnostics: diagnostics)
  }
}

extension Item {
  /// Itself, and what stands in it.
  var withChildren: [Item] {
    guard case .group(let group) = content else { return [self] }
    return [self] + group.children.flatMap(\.withChildren)
  }

  var runs: [GlyphRun] { if case .text(let runs, _) = content { runs } else { [] } }

  var words: String { runs.map(\.text).joined() }

  var fit: TextFit? { if case .text(_, let fit) = content { fit } else { nil } }

  /// The texts of its lines, from the top; of vertical text from the right.
  var lines: [String] {
    var lines: [(place: Points, text: String)] = []
    for run in runs {
      let place = run.direction == .vertical ? run.transform.tx : run.transform.ty
      if let last = lines.last, abs(last.place.value - place.value) < 0.001 {
        lines[lines.count - 1].text += run.text
      } else {
        lines.append((place, run.text))
      }
    }
    return lines.map(\.text)
  }
}

/// Equal on the scene's grid, which is 0.001 pt.
func near(_ one: Points, _ other: Points, _ tolerance: Double = 0.002) -> Bool {
  abs(one.value - other.value) <= tolerance
}

func mm(_ value: Double) -> Points { Points(mm: value) }
