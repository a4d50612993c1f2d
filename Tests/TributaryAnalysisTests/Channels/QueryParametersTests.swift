import Testing

@testable import TributaryAnalysis

struct QueryParametersTests {
  @Test(arguments: [
    ("q=a+b%20c", "a b c"),
    ("q=%D0%BA%D0%BE%D1%82", "кот"),
    ("q=%EA%EE%F2", "кот"),
    ("q=100%", "100%"),
    ("q=%zz%4", "%zz%4"),
    ("q=%00", nil),
    ("q=&q=second", "second"),
    ("Q=x", "x"),
    ("q", nil),
    ("", nil),
    ("&&==&", nil),
    ("q=a=b", "a=b"),
  ])
  func `values are unescaped without ever failing`(_ query: String, _ value: String?) {
    #expect(QueryParameters(query)["q"] == value)
  }

  @Test func `a query without end is read up to its bounds`() {
    let endless = String(repeating: "a=b&", count: 100_000) + "q=1"
    #expect(QueryParameters(endless)["q"] == nil)
    #expect(QueryParameters("q=" + String(repeating: "x", count: 9000))["q"]?.count == 500)
  }
}
