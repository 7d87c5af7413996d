import PressDiagnostics
import PressScene
import Testing

/// A dump is a format: what is written can be read again.
@Suite("Reading a scene's dump")
struct SceneReaderTests {
  private struct Missing: Error {}

  private static let span = Span(SourceID(index: 0), 0..<0)

  private static func item(_ id: String, _ role: Role, _ content: Content, order: Int? = nil) -> Item {
    Item(
      id: id, span: span, fields: order == nil ? [] : ["name", "姓"], role: role, readingOrder: order,
      box: Rect(x: 1.5, y: -2.25, width: 100, height: 0.001), inkBox: Rect(x: 0, y: 0, width: 1, height: 2),
      content: content)
  }

  private static let outline = Path([
    .move(Point(x: 0, y: -1)), .line(Point(x: 2.5, y: 3.125)),
    .curve(control1: Point(x: 1, y: 2), control2: Point(x: 3, y: 4), end: Point(x: 5, y: 6)), .close,
  ])
  private static let stops = [
    Paint.Stop(offset: 0, color: .black), Paint.Stop(offset: 0.5, color: Color(red: 1, green: 2, blue: 254)),
  ]

  /// A scene with everything that a scene can hold.
  static let scene: Scene = {
    var stroke = Stroke(
      .solid(.white), width: 0.5, dash: [1, 2.5], dashOffset: 0.75, cap: .round, join: .bevel, miterLimit: 4)
    stroke.paint = .radial(center: Point(x: 1, y: 2), radius: 3, stops: stops)
    let run = GlyphRun(
      face: FaceID(name: "CertPress Song", digest: "0123456789ab"), size: 16.5,
      paint: .linear(start: .zero, end: Point(x: 9, y: 9), stops: stops),
      transform: Transform(a: 0.707107, b: -0.707107, c: 0.707107, d: 0.707107, tx: 12.345, ty: -6),
      direction: .vertical,
      glyphs: [
        .init(id: 1, position: .zero, advance: 16), .init(id: 65535, position: Point(x: 1, y: -1), advance: 0),
        .init(id: 7, position: Point(x: 16, y: 0), advance: 8.25),
      ], text: "a\"\\\n\u{1F}𬱖",
      clusters: [
        Cluster(glyphs: 0..<2, scalars: 0..<1), Cluster(glyphs: 2..<2, scalars: 1..<5),
        Cluster(glyphs: 2..<3, scalars: 5..<6),
      ])
    let fit = TextFit(
      askedSize: 16, usedSize: 12.5, lines: 2, step: "shrink(12pt), wrap(2)", allowedWidth: 100, measuredWidth: 99.5)
    var plain = fit
    (plain.step, plain.allowedWidth) = (nil, nil)
    let picture = Picture(
      digest: String(repeating: "ab", count: 32), format: .png, bytes: [], pixelWidth: 3, pixelHeight: 4,
      orientation: .up, components: 3)
    let modules = (0..<21 * 21).map { $0 % 3 == 0 }
    let items = [
      item("a/b c", .heading, .text([run, run], fit), order: 4), item("empty", .caption, .text([], plain), order: 5),
      item(
        "shapes", .artifact,
        .shapes([
          Shape(outline, fill: Fill(.solid(.black), rule: .evenOdd), stroke: stroke, opacity: 0.25),
          Shape(outline, stroke: Stroke(.solid(.black), width: 1)), Shape(Path()),
        ])),
      item("none", .label, .shapes([])),
      item(
        "picture", .figure(alternative: "a \"face\" of 石"),
        .picture(
          PlacedPicture(
            picture: picture, transform: .scale(2, 3), crop: Rect(x: 1, y: 2, width: 3, height: 4))), order: 6),
      item(
        "code", .link(to: "https://x.y/?a=b"),
        .code(
          PlacedCode(
            matrix: QRMatrix(payload: "HTTPS://X \"Y\"", level: .Q, version: 1, mask: 7, modules: modules),
            frame: Rect(x: 1, y: 2, width: 30, height: 30)))),
      item(
        "pattern", .paragraph,
        .pattern(Pattern(cell: [Shape(outline, fill: Fill(.solid(.white)))], places: [.identity, .translation(3, 4)]))),
      item(
        "group", .value,
        .group(
          Group(
            purpose: .seal, transform: .translation(1, 2), clip: outline, opacity: 0.5,
            children: [
              item(
                "group/inner", .artifact, .group(Group(children: [item("group/inner/leaf", .artifact, .shapes([]))])))
            ]))),
    ]
    let page = Page(
      size: Size(width: 841.89, height: 595.276), area: Rect(x: 1, y: 2, width: 3, height: 4), items: items)
    return Scene(
      pages: [page, Page(size: Size(width: 10, height: 10), area: .zero, items: [])],
      document: DocumentInfo(
        title: "an \"odd\"\ttitle", author: "作者", date: Timestamp(year: 2022, month: 4, day: 6, hour: 1, offset: -570),
        language: "zh-CN"))
  }()

  @Test("a scene with everything comes back as it was")
  func everything() throws {
    let dump = SceneDump.text(Self.scene)
    let read = try SceneReader.read(Array(dump.utf8))
    #expect(SceneDump.text(read) == dump)
    #expect(read.document == Self.scene.document)
    #expect(read.pages.map(\.size) == Self.scene.pages.map(\.size))
    guard case .text(let runs, let fit) = read.pages[0].items[0].content,
      case .text(let original, let originalFit) = Self.scene.pages[0].items[0].content
    else { throw Missing() }
    #expect(runs == original)
    #expect(fit == originalFit)
    guard case .shapes(let shapes) = read.pages[0].items[2].content,
      case .shapes(let old) = Self.scene.pages[0].items[2].content
    else { throw Missing() }
    #expect(shapes == old)
  }

  @Test("an empty document, too")
  func empty() throws {
    let dump = SceneDump.text(Scene(pages: [], document: DocumentInfo()))
    #expect(SceneDump.text(try SceneReader.read(Array(dump.utf8))) == dump)
  }

  @Test("a dump without one of its lines, or with one twice, is damaged or says something else; never a crash")
  func lines() throws {
    let lines = SceneDump.text(Self.scene).split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      for count in [0, 2] {
        let changed = lines[..<index] + Array(repeating: lines[index], count: count) + lines[(index + 1)...]
        let text = changed.joined(separator: "\n")
        guard let read = try? SceneReader.read(Array(text.utf8)) else { continue }
        #expect(SceneDump.text(read) == text, "line \(index + 1)")
      }
    }
  }

  @Test("a dump with a changed byte is damaged, or is read as what it now says")
  func bytes() throws {
    let dump = Array(SceneDump.text(Self.scene).utf8)
    for index in dump.indices {
      for byte in [UInt8(ascii: " "), UInt8(ascii: "7"), UInt8(ascii: "\""), UInt8(ascii: "\n"), 0xFF]
      where dump[index] != byte {
        var changed = dump
        changed[index] = byte
        do throws(SceneReader.Damage) {
          // A leading zero is lost, say; what is read is written and read again as itself.
          let dump = SceneDump.text(try SceneReader.read(changed))
          #expect(SceneDump.text(try SceneReader.read(Array(dump.utf8))) == dump, "byte \(index) is \(byte)")
        } catch {
          #expect((1...400).contains(error.line))
        }
      }
    }
  }

  @Test("the place of the damage is told")
  func place() throws {
    let dump = SceneDump.text(Self.scene)
    let line = dump.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
      $0.contains("fit 12.5 of 16")
    }
    let damaged = dump.replacing("fit 12.5 of 16", with: "fit 12.5 from 16", maxReplacements: 1)
    let error = #expect(throws: SceneReader.Damage.self) { try SceneReader.read(Array(damaged.utf8)) }
    #expect(error?.line == line.map { $0 + 1 })
  }
}
