import Testing

@testable import TributaryAnalysis

struct ClickQueryTests {
  static let kinds = ClickQuery.Kinds(ClickID.Kind.allCases)

  private func click(_ query: String) -> ClickQuery? {
    let bytes = Array(query.utf8)
    return ClickQuery(bytes, bytes.indices, kinds: Self.kinds)
  }

  @Test func `the click id is taken out of the query`() throws {
    let query = "utm_source=yandex&yclid=11872-a_B&utm_term=%D0%B0"
    let found = try #require(click(query))
    #expect(found.kind == .yclid)
    #expect(String(decoding: Array(query.utf8)[found.value], as: UTF8.self) == "11872-a_B")
  }

  @Test(arguments: [
    ("a=1&yclid=1&b=2", "a=1&yclid=23&b=2", true), ("yclid=1", "yclid=2", true),
    ("a=1&yclid=1", "a=2&yclid=1", false), ("yclid=1&b=2", "yclid=1&b=3", false),
    ("yclid=1", "yclid=1&b=2", false), ("yclid=1", "gclid=1", false),
  ])
  func `queries that differ in the value alone are alike`(
    _ left: String, _ right: String, _ isAlike: Bool
  ) throws {
    let a = try #require(click(left))
    let b = try #require(click(right))
    #expect((rest(a, left) == rest(b, right)) == isAlike)
  }

  @Test func `where a click id stands in the query tells its rest apart`() throws {
    let queries = ["yclid=1&a=b", "a=b&yclid=1", "a=byclid=&yclid=1", "yclid=1&a=b&", "yclid=1"]
    let rests = try queries.map { rest(try #require(click($0)), $0) }
    #expect(Set(rests).count == queries.count)
    let long = "utm_source=yandex&utm_medium=cpc&yclid=1&utm_campaign="
    for letter in ["\u{0}", "a"] {
      let queries = (0..<24).map { long + String(repeating: letter, count: $0) }
      #expect(Set(try queries.map { rest(try #require(click($0)), $0) }).count == queries.count)
    }
  }

  private func rest(_ click: ClickQuery, _ query: String) -> [UInt64] {
    var words: [UInt64] = [7]
    click.rest(of: Array(query.utf8), 0..<query.utf8.count, into: &words)
    return words
  }

  @Test(arguments: [
    "utm_source=yandex", "yclid=", "yclid", "yclid=1&gclid=2", "yclid=1&yclid=2", "YCLID=1",
    "ycl%69d=1", "amp;yclid=1", "yclid=1&amp;x=2", "yclid={yclid}", "yclid=a+b", "yclid=%31",
    "x;yclid=1", "",
  ])
  func `whatever decoding could change is left to the whole reading`(query: String) {
    #expect(click(query) == nil)
  }
}
