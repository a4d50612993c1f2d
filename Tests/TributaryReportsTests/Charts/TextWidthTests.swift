import Testing

@testable import TributaryReports

@Suite struct TextWidthTests {
  @Test(
    arguments: [
      ("123", 1.74), ("il", 0.62), ("mW", 1.72), ("AB", 1.4), ("ab", 1.1), ("Жю", 1.72),
      ("Да", 1.25), ("日本", 2), ("", 0),
    ] as [(String, Double)])
  func `widths come from the table`(text: String, ems: Double) {
    #expect(abs(TextWidth.of(text) - ems * 12) < 1e-9)
  }

  @Test func `a text is cut to its room`() {
    // "abc…" is 3 × 6.6 + 10.32 = 30.12.
    #expect(TextWidth.fitted("abcdefgh", to: 31) == "abc…")
    #expect(TextWidth.fitted("abc", to: 31) == "abc")
  }
}
