import Testing

@testable import TributaryPipeline

@Suite struct SpellingTests {
  @Test(arguments: [
    ("formt", "format"), ("ordres", "orders"), ("FORMAT", "format"), ("spend", "spend"),
  ])
  func `a slip finds its word`(word: String, expected: String) {
    #expect(Spelling.nearest(to: word, among: ["orders", "format", "spend"]) == expected)
  }

  @Test(arguments: ["x", "", "something else"])
  func `what is like nothing finds nothing`(word: String) {
    #expect(Spelling.nearest(to: word, among: ["orders", "format"]) == nil)
  }
}
