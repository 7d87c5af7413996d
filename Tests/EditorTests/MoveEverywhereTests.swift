import CertPress
import Foundation
import PressDiagnostics
@testable import PressEditor
import PressScene
import PressTemplate
import TestKit
import Testing

/// Every item of every sheet, by every handle: what is dragged stands where it was dragged to.
@Suite struct MoveEverywhereTests {
  @Test("what is dragged stands where it was dragged to", arguments: SheetFolder.all)
  func stands(_ folder: SheetFolder) throws {
    let sheet = try folder.sheet()
    var count = 0
    for page in sheet.scene.pages.indices {
      for item in sheet.inspector.items(page: page) {
        for handle in item.handles {
          count += 1
          let ways = [(5.0, 0.0), (0, -3.3), (5, -3.3)]
          // One way for each handle; all of them take minutes.
          for way in Soak.isOn ? ways : [ways[count % 3]] {
            try Trial(sheet: sheet, id: item.id, page: page, handle: handle, dx: way.0, dy: way.1).run()
          }
        }
      }
    }
  }
}

/// A layout of the repository's with a record.
struct SheetFolder: Sendable, CustomTestStringConvertible {
  var folder: URL
  var layout: URL
  var testDescription: String { folder.pathComponents.suffix(2).joined(separator: "/") }

  func sheet() throws -> MoveSheet {
    let record = (try? Data(contentsOf: folder.appending(path: "record.json"))) ?? Data("{}".utf8)
    return try MoveSheet(
      text: String(contentsOf: layout, encoding: .utf8), record: [UInt8](record),
      layoutFolder: layout.deletingLastPathComponent().path, recordFolder: folder.path)
  }

  static let all: [SheetFolder] = {
    var all: [SheetFolder] = []
    for part in ["reference", "elements", "layouts", "certificates/specimen"] {
      let root = Repository.root.appending(path: "golden/" + part)
      let inner = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
      for folder in [root] + (inner ?? []) {
        let own = folder.appending(path: "sheet.layout")
        if let named = try? String(contentsOf: folder.appending(path: "sheet"), encoding: .utf8) {
          let path = Repository.path(named.trimmingCharacters(in: .whitespacesAndNewlines))
          all.append(SheetFolder(folder: folder, layout: URL(filePath: path)))
        } else if FileManager.default.fileExists(atPath: own.path) {
          all.append(SheetFolder(folder: folder, layout: own))
        }
      }
    }
    return all.sorted { $0.folder.path < $1.folder.path }
  }()
}

private struct Trial {
  var sheet: MoveSheet
  var id: String
  var page: Int
  var handle: Handle
  var dx: Double
  var dy: Double

  var name: Comment { "\(id) on page \(page) by \(handle.rawValue), \(dx) \(dy)" }

  func run() throws {
    switch sheet.drag(id, handle, dx, dy, page: page) {
    case .nothing: break
    case .hangs(_, let message): Issue.record("\(message): \(name)")
    case .edits(let edits, _):
      let after = try applied(edits)
      checkPlace(after, edits)
      checkBack(after, edits)
    case .choose(let here, _):
      if case .offered = here, case .edits(let edits, _) = sheet.drag(id, handle, dx, dy, .here, page: page) {
        checkPlace(try applied(edits), edits)
      }
      if case .edits(let edits, _) = sheet.drag(id, handle, dx, dy, .everywhere, page: page) { _ = try applied(edits) }
    }
  }

  /// The sheet after; the numbers alone have changed.
  private func applied(_ edits: [SourceEdit]) throws -> MoveSheet {
    let walk = try #require(sheet.inspector.walk(page: page))
    let element = walk.index[try #require(walk.seen.first { $0.id == id }).node].element
    let numbers = element.provenance.values.compactMap(\.span)
    for edit in edits where !edit.span.range.isEmpty {
      let old = sheet.draft.sources.text(edit.span)
      #expect(
        numbers.contains(edit.span) || edit.replacement.isEmpty && old.hasPrefix(" "), "\(old) is no number: \(name)")
      #expect(!edit.replacement.contains("\n"), name)
    }
    return try sheet.applying(edits)
  }

  private func checkPlace(_ after: MoveSheet, _ edits: [SourceEdit]) {
    guard let old = seen(sheet), let new = seen(after) else {
      Issue.record("gone: \(name)")
      return
    }
    let element = old.element
    let tolerance = tolerance(edits, element)
    func near(_ one: Points, _ other: Points) -> Bool { abs(one.value - other.value) <= tolerance }
    guard !old.isInGrowing else { return }
    if element.ends != nil {
      // Its box is that of its ends; a band's has its height besides.
      guard handle == .move else { return }
      let (from, to) = (old.seen.transform(old.seen.box), new.seen.transform(new.seen.box))
      #expect(near(to.x - from.x, Points(mm: dx)), name)
      #expect(near(to.y - from.y, Points(mm: dy)), name)
      return
    }
    func anchor(_ place: (seen: Seen, element: Element, isInGrowing: Bool)) -> Point {
      let box = place.seen.box
      return place.seen.transform(
        Point(
          x: box.x + box.width * (element.placeRule(.x)?.share ?? 0),
          y: box.y + box.height * (element.placeRule(.y)?.share ?? 0)))
    }
    if handle == .move {
      let (from, to) = (anchor(old), anchor(new))
      #expect(near(to.x - from.x, Points(mm: dx)), "\(from) \(to) \(name)")
      // A baseline moves with the size to which a text shrinks.
      if case .baseline = element.placement.anchor { return }
      #expect(near(to.y - from.y, Points(mm: dy)), "\(from) \(to) \(name)")
      return
    }
    guard let pull = EdgePull(handle), old.seen.transform.turn == .identity, element.ownTurn == 0 else { return }
    for (side, way, edges) in [
      (pull.x, dx, ((old.seen.box.x, old.seen.box.maxX), (new.seen.box.x, new.seen.box.maxX))),
      (pull.y, dy, ((old.seen.box.y, old.seen.box.maxY), (new.seen.box.y, new.seen.box.maxY))),
    ] where side != 0 {
      let ((near0, far0), (near1, far1)) = edges
      let (fixed, pulled) = side > 0 ? ((near0, near1), (far0, far1)) : ((far0, far1), (near0, near1))
      #expect(near(fixed.0, fixed.1), "the other edge moved: \(name)")
      let isSmallest = far1 - near1 <= EdgeShift.least + 0.2
      if !isSmallest, !(element.isSquare && pull.x != 0 && pull.y != 0) {
        #expect(near(pulled.1 - pulled.0, Points(mm: way)), "\(pulled) \(name)")
      }
    }
  }

  /// Back again, and every byte as it was: where the numbers are millimetres that lose nothing.
  private func checkBack(_ after: MoveSheet, _ edits: [SourceEdit]) {
    let isExact = edits.allSatisfy { edit in
      let old = sheet.draft.sources.text(edit.span)
      return (old.isEmpty || old.hasSuffix("mm")) && !edit.replacement.contains(":")
        && !edit.replacement.hasSuffix("+ 0mm")
    }
    guard isExact, handle == .move || handle == .from || handle == .to else { return }
    guard case .edits(let back, _) = after.drag(id, handle, -dx, -dy, page: page), let again = try? after.applying(back)
    else {
      Issue.record("no way back: \(name)")
      return
    }
    #expect(again.text == sheet.text, name)
  }

  private func seen(_ sheet: MoveSheet) -> (seen: Seen, element: Element, isInGrowing: Bool)? {
    guard let walk = sheet.inspector.walk(page: page), let seen = walk.seen.first(where: { $0.id == id }) else {
      return nil
    }
    // A group that is as large as what stands in it moves with that.
    let isInGrowing = walk.index.ancestors(of: seen.node).contains { number in
      let placement = walk.index[number].element.placement
      return placement.width == nil || placement.height == nil
    }
    return (seen, walk.index[seen.node].element, isInGrowing)
  }

  /// Half of the last decimal of each number that was changed.
  private func tolerance(_ edits: [SourceEdit], _ element: Element) -> Double {
    edits.reduce(0.003) { sum, edit in
      if edit.replacement.hasSuffix("%") { return sum + 0.0005 * 1200 }
      if edit.replacement.hasSuffix("em") { return sum + 0.005 * (element.em ?? 0).value }
      return sum + Points(mm: 0.05).value
    }
  }
}
