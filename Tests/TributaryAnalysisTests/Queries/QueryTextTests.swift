import Testing

@testable import TributaryAnalysis

@Suite struct QueryTextTests {
  @Test(arguments: [
    ("Костюм  Мушкетёра!", ["костюм", "мушкетера"]),
    ("санкт-петербург", ["санкт", "петербург"]),
    ("+костюм \"пирата\" [купить] -бесплатно", ["костюм", "пирата", "купить"]),
    ("костюм - пирата", ["костюм", "пирата"]),
    ("", []), ("!!! ***", []), ("日本 2026", ["日本", "2026"]),
    ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
  ])
  func `a query is its words`(_ typed: String, _ words: [String]) {
    #expect(QueryText(typed).words == words)
  }

  @Test func `what is kept of a query is bounded`() {
    let long = QueryText(String(repeating: "абв ", count: 10_000))
    #expect(long.words.count == QueryText.mostWords)
    let wide = QueryText(String(repeating: "я", count: 10_000))
    #expect(wide.words == [String(repeating: "я", count: QueryText.longestWord)])
    let accents = QueryText("e" + String(repeating: "\u{301}", count: 10_000))
    #expect(accents.words.allSatisfy { $0.unicodeScalars.count <= QueryText.longestWord })
  }
}
