import Testing
import TributaryModel

@Suite struct FormulaGuardTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+7916", "'+7916"), ("-x", "'-x"), ("@a", "'@a"), ("\ta", "'\ta"),
    ("\r", "'\r"), ("\n", "'\n"), ("＝1+1", "'＝1+1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠A1", "'＠A1"),
    (" =1", "' =1"), ("\u{a0}＝1", "'\u{a0}＝1"), ("\u{3000}=1", "'\u{3000}=1"),
  ])
  func `text that a spreadsheet would run gets an apostrophe`(text: String, guarded: String) {
    #expect(FormulaGuard.guarded(text) == guarded)
    #expect(FormulaGuard.unguarded(guarded) == text)
  }

  @Test(arguments: ["a=1", "", " ", "'a", "''=1", "Ёлка ＝ 1", "−1", "'"])
  func `other text stays`(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.unguarded(text) == text)
  }
}
