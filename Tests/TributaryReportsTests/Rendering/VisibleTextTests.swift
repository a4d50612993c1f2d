import Testing

@testable import TributaryReports

@Suite struct VisibleTextTests {
  @Test(
    arguments: [
      "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}",
      "\u{2066}", "\u{2069}", "\u{2028}", "\u{FEFF}", "\u{200B}", "\u{061C}", "\n", "\t",
    ])
  func `a character that hides or turns text becomes a visible mark`(character: String) {
    #expect(VisibleText.escaped("a\(character)b") == "a\u{FFFD}b")
  }

  @Test func `letters of every script and no-break spaces stay`() {
    let text = "Ёлка\u{A0}5 עברית 日本 é"
    #expect(VisibleText.escaped(text) == text)
  }

  @Test func `a heap of accents is cut`() {
    let heap = "a" + String(repeating: "\u{301}", count: 500)
    #expect(VisibleText.cut(heap).unicodeScalars.count == 181)
    #expect(VisibleText.cut("short") == "short")
  }
}
