import Testing

@testable import TributaryAnalysis

struct ClickQueryTests {
  static let kinds = ClickID.Kind.allCases.map { (name: Array($0.rawValue.utf8), kind: $0) }

  @Test func `the click id is taken out of the query`() throws {
    let query = "utm_source=yandex&yclid=11872-a_B&utm_term=%D0%B0"
    let click = try #require(ClickQuery(query, kinds: Self.kinds))
    #expect(click.kind == .yclid)
    #expect(click.value == "11872-a_B")
    #expect(click.rest == "utm_source=yandex&yclid=&utm_term=%D0%B0")
  }

  @Test(arguments: [
    "utm_source=yandex", "yclid=", "yclid", "yclid=1&gclid=2", "yclid=1&yclid=2", "YCLID=1",
    "ycl%69d=1", "amp;yclid=1", "yclid=1&amp;x=2", "yclid={yclid}", "yclid=a+b", "yclid=%31",
    "x;yclid=1", "",
  ])
  func `whatever decoding could change is left to the whole reading`(query: String) {
    #expect(ClickQuery(query, kinds: Self.kinds) == nil)
  }
}
