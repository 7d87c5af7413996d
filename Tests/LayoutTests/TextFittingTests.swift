import PressScene
import PressTemplate
import Testing

@testable import PressLayout

@Suite("Fitting a text")
struct TextFittingTests {
  /// `count` characters of one em; a line may begin before each but those in `unbreakable`.
  private func text(_ count: Int, unbreakable: Set<Int> = [], spaces: Set<Int> = []) -> ShapedText {
    let face = FaceID(name: "Test", digest: "0")
    let clusters = (0..<count).map { index in
      ShapedText.Cluster(
        face: 0,
        glyphs: [ShapedText.Glyph(id: GlyphID(index + 1), advance: 1, offsetX: 0, offsetY: 0, ink: .empty)],
        scalars: index..<index + 1, breakBefore: index == 0 || unbreakable.contains(index) ? .none : .allowed,
        isSpace: spaces.contains(index))
    }
    return ShapedText(text: String(repeating: "字", count: count), faces: [face], clusters: clusters)
  }

  private func style(_ fit: [TextStyle.FitStep] = [], tracking: TextStyle.Extent = .em(0)) -> TextStyle {
    TextStyle(family: "Test", size: 16, tracking: tracking, leading: .em(1.25), fit: fit)
  }

  private let shrink = TextStyle.FitStep.shrink(to: 12, written: "shrink(12pt)")
  private let wrap = TextStyle.FitStep.wrap(lines: 2, written: "wrap(2)")

  @Test("a text that fits keeps its size and names no step")
  func fits() {
    let result = TextFitting(text(10), style: style([shrink])).fit(width: 160, height: nil)
    #expect(result.fits && result.size == 16 && result.lines.count == 1 && result.step == nil)
    #expect(result.widest == 160)
  }

  @Test("shrinking stops at the largest tenth of a point that fits")
  func shrinksByTenths() {
    let result = TextFitting(text(10), style: style([shrink])).fit(width: 153.9, height: nil)
    #expect(result.fits && result.size == 15.3 && result.step == "shrink(12pt)")
  }

  @Test("the least size itself is tried")
  func triesTheLeastSize() {
    let result = TextFitting(text(10), style: style([shrink])).fit(width: 120, height: nil)
    #expect(result.fits && result.size == 12)
  }

  @Test("wrapping after shrinking takes the largest size at which two lines fit width and height")
  func wrapsAtTheLargestSize() {
    let fitting = TextFitting(text(20), style: style([shrink, wrap]))
    let wide = fitting.fit(width: 160, height: nil)
    #expect(wide.fits && wide.size == 16 && wide.lines.count == 2 && wide.step == "wrap(2)")
    // Two lines of s take s + 1.25 s: 30 pt hold 13.3.
    let low = fitting.fit(width: 160, height: 30)
    #expect(low.fits && low.size == 13.3 && low.lines.count == 2)
  }

  @Test("an exhausted policy says so and still gives lines to look at")
  func exhausted() {
    let result = TextFitting(text(100), style: style([shrink, wrap])).fit(width: 160, height: nil)
    #expect(!result.fits && result.size == 12 && result.lines.count > 2)
  }

  @Test("without a policy a text that is too wide does not fit")
  func noPolicy() {
    #expect(!TextFitting(text(11), style: style()).fit(width: 160, height: nil).fits)
  }

  @Test("a line never begins where it may not")
  func keepsRulesOfBreaking() {
    let result = TextFitting(text(12, unbreakable: [10]), style: style([wrap])).fit(width: 160, height: nil)
    #expect(result.lines.map(\.clusters) == [0..<9, 9..<12])
  }

  @Test("a piece without a place to break never fits a narrower box")
  func unbreakable() {
    let whole = text(12, unbreakable: Set(1..<12))
    #expect(!TextFitting(whole, style: style([wrap])).fit(width: 160, height: nil).fits)
  }

  @Test("white space at a line's end takes no width")
  func spaceAtTheEnd() {
    let result = TextFitting(text(14, spaces: [10]), style: style([wrap])).fit(width: 160, height: nil)
    #expect(result.fits && result.lines.map(\.clusters) == [0..<11, 11..<14])
    #expect(result.lines[0].width == 160)
  }

  @Test("tracking stands between characters, not after the last")
  func tracking() {
    let result = TextFitting(text(3), style: style(tracking: .points(2))).fit(width: 52, height: nil)
    #expect(result.fits && result.widest == 52)
    #expect(!TextFitting(text(3), style: style(tracking: .points(2))).fit(width: 51.9, height: nil).fits)
  }

  @Test("wrapping without a number fills the height")
  func wrapsFreely() {
    let free = TextStyle.FitStep.wrap(lines: nil, written: "wrap")
    #expect(TextFitting(text(50), style: style([free])).fit(width: 160, height: 96).lines.count == 5)
    #expect(!TextFitting(text(50), style: style([free])).fit(width: 160, height: 95).fits)
  }

  @Test("ten thousand characters are refused quickly")
  func long() {
    let result = TextFitting(text(10_000), style: style([shrink, wrap])).fit(width: 160, height: nil)
    #expect(!result.fits)
  }

  @Test("an empty text fits")
  func empty() {
    let result = TextFitting(text(0), style: style([wrap])).fit(width: 0, height: nil)
    #expect(result.fits && result.widest == 0)
  }
}
