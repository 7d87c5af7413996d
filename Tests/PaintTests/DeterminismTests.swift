import PressPaint
import PressScene
import Testing

@Suite("The same scene gives the same bytes")
struct DeterminismTests {
  /// Everything that can be on a page.
  static func certificate() throws -> Scene {
    let corner = Shape(
      Path([
        .move(Point(x: 0, y: 6)),
        .curve(control1: Point(x: 3, y: 0), control2: Point(x: 7, y: 0), end: Point(x: 10, y: 6)),
        .line(Point(x: 10, y: 8)),
        .curve(control1: Point(x: 7, y: 2), control2: Point(x: 3, y: 2), end: Point(x: 0, y: 8)),
        .close,
      ]), fill: Fill(.solid(Color(red: 160, green: 120, blue: 50))))
    let places = (0..<70).map { Transform.translation(Points(40 + Double($0) * 10), 28) }
    let sun = Paint.radial(
      center: Point(x: 700, y: 500), radius: 40,
      stops: [.init(offset: 0, color: .white), .init(offset: 1, color: Fixture.red)])
    var items = [
      Fixture.item(.pattern(Pattern(cell: [corner], places: places))),
      Fixture.shapes(Shape(Fixture.rect(660, 460, 80, 80), fill: Fill(sun), opacity: 0.5)),
      Fixture.place(try Fixture.picture("photos/000.jpg"), in: Rect(x: 640, y: 140, width: 99, height: 139)),
      Fixture.place(try Fixture.picture("pictures/rgba.png"), in: Rect(x: 40, y: 500, width: 80, height: 48)),
      try Fixture.code(
        "https://verify.example.gov.cn/v/HB201206000000", frame: Rect(x: 600, y: 310, width: 113.386, height: 113.386)),
    ]
    for (line, text) in ["湖北省专业技术职称证书", "证件号码：420000*****0000", "张𬭼㛃", "使用场景: 本人调用"].enumerated() {
      for family in [Fixture.song, Fixture.kai, Fixture.hei] {
        let x = Points(family == Fixture.song ? 60 : family == Fixture.kai ? 240 : 420)
        items.append(
          Fixture.text(try Fixture.runs(text, family, at: Point(x: x, y: Points(100 + 40 * Double(line))))))
      }
    }
    let seal = Group(
      purpose: .seal, transform: .translation(560, 460), opacity: 0.8,
      children: [
        Fixture.shapes(
          Shape(Path(circleAt: .zero, radius: 55), stroke: Stroke(.solid(Fixture.red), width: 3, dash: [7, 2])))
      ])
    items.append(Fixture.item(.group(seal), id: "seal"))
    return Fixture.scene(
      items, width: Fixture.a4.width, height: Fixture.a4.height,
      document: DocumentInfo(title: "证书", date: Timestamp(year: 2022, month: 4, day: 6)))
  }

  @Test("again, by another painter, and after other work")
  func again() throws {
    let scene = try Self.certificate()
    let painter = try Fixture.painter()
    let (pdf, png) = (try painter.pdf(scene), try painter.png(scene, dpi: 150))
    let cairo = try painter.cairoPDF(scene)
    #expect(try Tool.faults(of: pdf) == "")
    #expect(try Tool.faults(of: cairo) == "")
    _ = try painter.png(Fixture.scene([Fixture.text(try Fixture.runs("别的", Fixture.song, at: .zero))]), dpi: 300)
    #expect(try painter.png(scene, dpi: 150) == png)
    #expect(try painter.pdf(scene) == pdf)
    #expect(try painter.cairoPDF(scene) == cairo)
    let other = try Fixture.painter()
    #expect(try other.png(scene, dpi: 150) == png)
    #expect(try other.pdf(scene) == pdf)
    #expect(try other.cairoPDF(scene) == cairo)
  }

  @Test("on eight threads at once, painters coming and going")
  func threads() async throws {
    let scene = try Self.certificate()
    let painter = try Fixture.painter()
    let (pdf, png) = (try painter.pdf(scene), try painter.png(scene, dpi: 96))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<4 {
            let painter = try Fixture.painter()
            for _ in 0..<2 where try painter.pdf(scene) != pdf || painter.png(scene, dpi: 96) != png { return false }
          }
          return true
        }
      }
      for try await same in group { #expect(same) }
    }
  }
}
