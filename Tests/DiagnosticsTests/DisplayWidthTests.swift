import Testing

@testable import PressDiagnostics

@Suite struct DisplayWidthTests {
  @Test(
    "a terminal's cells are counted, not characters",
    arguments: [
      ("abc", 3), ("姓名", 4), ("：", 2), ("（）", 4), ("〔〕", 4), ("𬱖", 2), ("䶮", 2), ("ｱ", 1), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("e\u{301}", 1), ("か\u{3099}", 2), ("·", 1), ("é", 1), ("—", 1), ("★", 1),
      ("⭐", 2),
      ("🇨", 1), ("䷀", 1), ("\u{FF0C}", 2), ("\u{E863}", 1),
    ])
  func width(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }
}
