import CertPress
import PressScene

/// Scenes like another in which single glyphs lie elsewhere, so far from one another that each is found by itself.
struct GlyphShift {
  struct Glyph {
    /// Counts from 0.
    var page: Int
    /// The item's index, and before it those of the groups around it.
    var path: [Int]
    var run: Int
    var glyph: Int
    var text: String
    /// Its em box on the page, or what is left of that by its advance.
    var cell: Rect
    /// From the run's space to the page.
    var map: Transform
  }

  private let scene: Scene
  /// All that have ink.
  private(set) var glyphs: [Glyph] = []

  init(_ scene: Scene) {
    self.scene = scene
    for (page, content) in scene.pages.enumerated() { collect(content.items, page: page, path: [], map: .identity) }
  }

  private mutating func collect(_ items: [Item], page: Int, path: [Int], map: Transform) {
    for (index, item) in items.enumerated() {
      switch item.content {
      case .group(let group) where group.opacity > 0:
        collect(group.children, page: page, path: path + [index], map: group.transform.then(map))
      case .text(let runs, _):
        for (number, run) in runs.enumerated() { collect(run, number, page: page, path: path + [index], map: map) }
      default: break
      }
    }
  }

  private mutating func collect(_ run: GlyphRun, _ number: Int, page: Int, path: [Int], map: Transform) {
    let scalars = Array(run.text.unicodeScalars)
    for cluster in run.clusters {
      let text = String(String.UnicodeScalarView(scalars[cluster.scalars]))
      if text.allSatisfy(\.isWhitespace) { continue }
      for index in cluster.glyphs {
        let (glyph, way) = (run.glyphs[index], run.transform.then(map))
        // Of two digits in one cell of a column the first has no advance: it reaches to the second.
        let isLast = index + 1 == cluster.glyphs.upperBound
        let step = isLast ? glyph.advance : run.glyphs[index + 1].position.x - glyph.position.x
        let cell = Rect(
          x: glyph.position.x, y: glyph.position.y - run.size * 0.88,
          width: max(glyph.advance, step, run.size * 0.3), height: run.size)
        glyphs.append(
          Glyph(page: page, path: path, run: number, glyph: index, text: text, cell: way(cell), map: way))
      }
    }
  }

  /// All glyphs in as few batches as it takes to keep 4 mm between those of one: no window of 1 mm, half a millimetre about,
  /// touches two.
  var batches: [[Glyph]] {
    var batches: [[Glyph]] = []
    for glyph in glyphs {
      let room = glyph.cell.insetBy(-Points(mm: 4))
      let place = batches.firstIndex { batch in
        batch.allSatisfy { $0.page != glyph.page || $0.cell.intersection(room).isEmpty }
      }
      if let place { batches[place].append(glyph) } else { batches.append([glyph]) }
    }
    return batches
  }

  /// The scene with these glyphs moved on the page.
  func scene(moving glyphs: [Glyph], by way: Point) -> Scene {
    var scene = scene
    for glyph in glyphs {
      let map = glyph.map
      let area = map.a * map.d - map.b * map.c
      let inner = Point(
        x: (way.x * map.d - way.y * map.c) / area, y: (way.y * map.a - way.x * map.b) / area)
      Self.move(glyph, by: inner, in: &scene.pages[glyph.page].items, path: glyph.path[...])
    }
    return scene
  }

  private static func move(_ glyph: Glyph, by way: Point, in items: inout [Item], path: ArraySlice<Int>) {
    guard let index = path.first else { return }
    switch items[index].content {
    case .group(var group):
      move(glyph, by: way, in: &group.children, path: path.dropFirst())
      items[index].content = .group(group)
    case .text(var runs, let fit):
      runs[glyph.run].glyphs[glyph.glyph].position = runs[glyph.run].glyphs[glyph.glyph].position + way
      items[index].content = .text(runs, fit)
    default: break
    }
    // What changed is another item: nothing kept of the old one may be used.
    items[index].plate = nil
  }
}
