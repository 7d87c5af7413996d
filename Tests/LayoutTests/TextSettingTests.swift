import PressScene
import PressTemplate
import Testing

@testable import PressLayout

@Suite("Setting lines into a box")
struct TextSettingTests {
  private let face = FaceID(name: "Test", digest: "0")

  private func shaped(_ advances: [Double], faces: [Int]? = nil) -> ShapedText {
    let clusters = advances.enumerated().map { index, advance in
      ShapedText.Cluster(
        face: faces?[index] ?? 0,
        glyphs: [
          ShapedText.Glyph(
            id: GlyphID(index + 1), advance: advance, offsetX: 0, offsetY: 0,
            ink: .init(minX: 0.1, minY: -0.8, maxX: 0.9, maxY: 0.1))
        ],
        scalars: index..<index + 1, breakBefore: .none, isSpace: false)
    }
    let text = String(String.UnicodeScalarView(advances.indices.compactMap { Unicode.Scalar(0x4E00 + $0) }))
    return ShapedText(text: text, faces: [face, FaceID(name: "Other", digest: "1")], clusters: clusters)
  }

  private func set(_ text: ShapedText, _ alignment: TextStyle.Alignment, width: Points) -> [GlyphRun] {
    let style = TextStyle(family: "Test", size: 10, alignment: alignment)
    let fit = TextFitting(text, style: style).fit(width: width, height: nil)
    let box = Rect(x: 100, y: 50, width: width, height: 10)
    return TextSetting(text: StyledText(text), style: style, fit: fit).runs(in: box).runs
  }

  private func lefts(_ runs: [GlyphRun]) -> [Double] {
    runs.flatMap { run in run.glyphs.map { (run.transform.tx + $0.position.x).value } }
  }

  @Test("distribution sets the first character flush left, the last flush right, and inserts none")
  func distributes() {
    let runs = set(shaped([1, 1]), .distribute, width: 40)
    #expect(lefts(runs) == [100, 130])
    #expect(runs.map(\.text) == ["\u{4E00}\u{4E01}"])
    #expect(runs[0].glyphs.map(\.advance) == [30, 40 - 30 + 20])
  }

  @Test("three characters distribute evenly")
  func distributesThree() {
    #expect(lefts(set(shaped([1, 1, 1]), .distribute, width: 40)) == [100, 115, 130])
  }

  @Test("one character alone stands in the middle")
  func distributesOne() {
    #expect(lefts(set(shaped([1]), .distribute, width: 40)) == [115])
  }

  @Test(
    "left, centre and right place the line",
    arguments: [
      (TextStyle.Alignment.left, 100.0), (.center, 110), (.right, 120),
    ])
  func aligns(alignment: TextStyle.Alignment, left: Double) {
    #expect(lefts(set(shaped([1, 1]), alignment, width: 40)).first == left)
  }

  @Test("the baseline lies 0.88 em below the box's top")
  func baseline() {
    #expect(set(shaped([1]), .left, width: 40)[0].transform.ty == 58.8)
  }

  @Test("another face begins another run, and each keeps its own characters")
  func splitsRuns() {
    let runs = set(shaped([1, 1, 1], faces: [0, 1, 0]), .left, width: 40)
    #expect(runs.map(\.text) == ["\u{4E00}", "\u{4E01}", "\u{4E02}"])
    #expect(runs.map(\.face.name) == ["Test", "Other", "Test"])
    #expect(runs.allSatisfy { $0.clusters == [Cluster(glyphs: 0..<1, scalars: 0..<1)] })
  }

  @Test("every number lies on the grid of 1/1000 pt")
  func onGrid() {
    let runs = set(shaped([0.333333, 0.777777, 1.0 / 7]), .center, width: 41.23456)
    for run in runs {
      #expect(run.transform == run.transform.onGrid)
      for glyph in run.glyphs {
        #expect(glyph.position == glyph.position.onGrid && glyph.advance == glyph.advance.onGrid)
      }
    }
  }
}
