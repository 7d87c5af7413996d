import CertPress
import PressBytes
import PressDiagnostics
import PressScene

/// The comparison of one rendering with its case, layer by layer.
struct CaseComparison {
  let rendering: Rendering
  let golden: GoldenCase
  let settings: CaseSettings
  let harness: GoldenHarness

  var differences: [Difference] = []
  var evidence = Outcome.Evidence()
  /// Whether there was something whole to compare with in each layer.
  var isSound = true

  mutating func run() throws(Faults) {
    let dump = rendering.dump
    let expectedDump = text(GoldenCase.File.scene)
    let expected = expectedDump.flatMap { read($0, GoldenCase.File.scene) }
    let actual = expectedDump == dump ? expected : try? SceneReader.read(Array(dump.utf8))
    let geometry = GeometryLayer(
      names: ItemNames(of: [expected, actual ?? rendering.scene].compactMap(\.self), schema: rendering.layout.schema),
      scene: rendering.scene, sources: rendering.layout.sources)
    var changes: [Change] = []
    if let expected, let actual, let expectedDump, expectedDump != dump {
      changes = SceneComparison.changes(from: expected, to: actual)
      let found = geometry.differences(changes, from: expected)
      // Never report equality that isn't there.
      differences +=
        found.isEmpty ? [Difference(.geometry, "golden.scene", "the scene's text differs, though no item does")] : found
      add(text: GoldenCase.File.scene, expectedDump, dump)
    }
    comparePixels(geometry, expected, changes)
    try compareDocument(geometry, expected, changes)
    compareWarnings()
    for region in settings.ignored where !ignoresSomething(region) {
      refuse(.pixels, "case.json ignores a region (“\(region.why)”) that lies on no page")
    }
    // Pictures of pages that are gone are what was expected of them.
    let pictures = (expected?.pages.indices).map { $0.map { GoldenCase.File.picture(page: $0 + 1) } } ?? []
    let strays = golden.strays(expected: rendering.expectations + pictures, used: rendering.used)
    for stray in strays {
      differences.append(
        Difference(.render, "golden.stray", "'\(stray)' in the case's folder belongs to nothing: remove it"))
    }
  }

  private func ignoresSomething(_ region: CaseSettings.Region) -> Bool {
    guard rendering.scene.pages.indices.contains(region.page - 1) else { return false }
    let page = Rect(origin: .zero, size: rendering.scene.pages[region.page - 1].size)
    return !page.intersection(region.rect).isEmpty
  }

  private mutating func comparePixels(_ geometry: GeometryLayer, _ expected: Scene?, _ changes: [Change]) {
    for (index, png) in rendering.pictures.enumerated() {
      let page = rendering.scene.pages[index]
      let ignored = settings.ignored.filter { $0.page == index + 1 }
      var pictures = Outcome.Evidence.Pictures(
        width: page.size.width.mm, height: page.size.height.mm, expected: nil, actual: png,
        ignored: ignored.map { ($0.rect.x.mm, $0.rect.y.mm, $0.rect.width.mm, $0.rect.height.mm, $0.why) })
      // A page that was not there then has no picture; the scene tells of it.
      let isNew = expected.map { !$0.pages.indices.contains(index) } ?? false
      if !isNew, let (before, after) = rasters(png, page: index + 1, &pictures) {
        let layer = PixelLayer(
          comparison: PixelComparison(
            tolerance: max(settings.tolerance, harness.toleranceOfEnvironment),
            forgivesAntialiasing: settings.forgivesAntialiasing,
            ignored: ignored.map { PixelArea($0.rect, dpi: GoldenCase.dpi) }),
          dpi: GoldenCase.dpi, geometry: geometry,
          changed: Set(changes.filter { [$0.page, $0.formerPage].contains(index + 1) }.flatMap(\.items)))
        let old = expected.flatMap { $0.pages.indices.contains(index) ? $0.pages[index] : nil }
        differences += layer.differences(before, after, page: index + 1, scenes: [page] + (old.map { [$0] } ?? []))
      }
      evidence.pages.append(pictures)
    }
  }

  /// Both pictures, if they can be compared: a blank one compares with nothing, not even with another.
  private mutating func rasters(
    _ png: [UInt8], page: Int, _ evidence: inout Outcome.Evidence.Pictures
  ) -> (Raster, Raster)? {
    let file = GoldenCase.File.picture(page: page)
    let bytes: [UInt8]
    switch golden.expected(file) {
    case .failure(let nothing):
      refuse(.pixels, nothing.sentence)
      return nil
    case .success(let found): bytes = found
    }
    guard let before = try? Raster(png: bytes) else {
      refuse(.pixels, "\(file) is no whole PNG")
      return nil
    }
    evidence.expected = bytes
    guard let after = try? Raster(png: png) else {
      refuse(.pixels, "the render is no whole PNG")
      return nil
    }
    for (name, picture) in [(file, before), ("the render", after)] {
      if picture.isBlank {
        refuse(.pixels, "\(name) is blank")
        return nil
      }
      if picture.kind.hasAlpha, picture.isTransparent {
        refuse(.pixels, "\(name) is transparent in places: paper is not")
        return nil
      }
    }
    return (before, after)
  }

  private mutating func compareDocument(
    _ geometry: GeometryLayer, _ expected: Scene?, _ changes: [Change]
  ) throws(Faults) {
    let extracted = try PDFReader.text(of: rendering.pdf)
    if let was = text(GoldenCase.File.text), was != extracted {
      let layer = TextLayer(
        geometry: geometry, isSceneChanged: !changes.isEmpty, expected: expected, actual: rendering.scene)
      differences += layer.differences(was, extracted)
      add(text: GoldenCase.File.text, was, extracted)
    }
    let structure = try PDFStructure(of: rendering.pdf)
    guard let text = text(GoldenCase.File.structure) else { return }
    let was = PDFStructure(text: text)
    if was.digest == nil { refuse(.structure, "\(GoldenCase.File.structure) is cut off: its last line is lacking") }
    let found = StructureLayer(known: Set(changes.map(\.fact.id))).differences(was, structure)
    differences += found
    if !found.isEmpty { add(text: GoldenCase.File.structure, text, structure.text) }
    // The same file draws the same page; another one may, if the scene is the same, and then has to.
    if changes.isEmpty, was.digest != structure.digest {
      differences += try CrossCheck.differences(of: rendering, geometry: geometry)
    }
  }

  private mutating func compareWarnings() {
    let file = GoldenCase.File.warnings
    let was = Files.exists(golden.path(file)) ? text(file) ?? "" : ""
    let warnings = rendering.warningsText
    guard was != warnings else { return }
    for line in LineDifference.lines(from: was, to: warnings) {
      switch line {
      case .gone(let text) where !text.isEmpty:
        differences.append(Difference(.render, "golden.warning-gone", "a warning is gone: \(text)"))
      case .new(let text) where !text.isEmpty:
        let warning = rendering.warnings.first { text.hasPrefix("[\($0.id)]") }
        differences.append(
          Difference(
            .render, "golden.warning", "there is a new warning: \(text)",
            place: warning?.span.flatMap { rendering.layout.sources.place(of: $0) }))
      default: break
      }
    }
  }

  private mutating func text(_ file: String) -> String? {
    switch golden.expected(file) {
    case .success(let bytes):
      guard !bytes.contains(UInt8(ascii: "\r")) else {
        refuse(
          .geometry,
          "\(file) has another system's line ends (CRLF): git must leave it alone, by 'golden/** -text' in .gitattributes"
        )
        return nil
      }
      return String(decoding: bytes, as: UTF8.self)
    case .failure(let nothing):
      refuse(
        file == GoldenCase.File.scene ? .geometry : file == GoldenCase.File.text ? .text : .structure, nothing.sentence)
      return nil
    }
  }

  private mutating func read(_ dump: String, _ file: String) -> Scene? {
    do throws(SceneReader.Damage) {
      return try SceneReader.read(Array(dump.utf8))
    } catch {
      refuse(.geometry, "\(file) is damaged in line \(error.line)")
      return nil
    }
  }

  private mutating func refuse(_ layer: Difference.Layer, _ sentence: String) {
    isSound = false
    differences.append(Difference(layer, "golden.nothing-expected", sentence))
  }

  private mutating func add(text name: String, _ was: String, _ text: String) {
    evidence.texts.append((name, was, text))
  }
}

extension Change {
  /// The item by all its paths, and the other one whose pixels this explains too.
  fileprivate var items: [String] {
    let other: String? =
      switch fact {
      case .drawnUnder(let other), .drawnOver(let other): other
      default: nil
      }
    return [item, former, other].compactMap(\.self)
  }
}
