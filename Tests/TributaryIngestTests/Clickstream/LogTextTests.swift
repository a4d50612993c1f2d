import Testing

@testable import TributaryIngest

struct LogTextTests {
  @Test(arguments: [
    ("/%D0%BA%D1%83%D1%80%D1%81", "/курс"), ("/%EA%F3%F0%F1", "/курс"),
    ("/\\xD0\\xBA", "/к"), ("/a%2Fb%3f%23%25", "/a%2Fb%3f%23%25"), ("/a%20b", "/a b"),
    ("/%ZZ%", "/%ZZ%"), ("/%00%0a", "/%00%0a"), ("/\\x00\\x1b[31m", "/\\x00\\x1B[31m"),
    ("/plain", "/plain"),
  ])
  func `a path becomes readable`(raw: String, readable: String) {
    let bytes = Array(raw.utf8)
    #expect(LogText.path(bytes.span, 0..<bytes.count) == readable)
  }

  @Test(arguments: [
    ("Shop.Example:443", "shop.example"), ("[::1]:8080", "[::1]"), ("[::1]", "[::1]"),
    ("shop.example.", "shop.example"), ("::1", "::1"), ("shop", "shop"),
  ])
  func `a host loses case and port`(raw: String, host: String) {
    let bytes = Array(raw.utf8)
    #expect(LogText.host(bytes.span, 0..<bytes.count) == host)
  }
}
