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
    #expect(LogText.path(bytes.span, 0..<bytes.count, .backslash) == readable)
  }

  @Test func `a query keeps its escapes, and bytes that are none become letters`() {
    for (raw, readable) in [
      ("q=%D0%BA", "q=%D0%BA"), ("q=%EA", "q=%EA"), ("q=\\xD0\\xBA", "q=к"), ("q=\\xEA", "q=к"),
    ] {
      let bytes = Array(raw.utf8)
      #expect(LogText.address(bytes.span, 0..<bytes.count, .backslash) == readable)
    }
  }

  @Test(arguments: [
    ("/unsubscribe/ann%40mail.example", "/unsubscribe/***@************"),
    ("/unsubscribe/ann%2540mail.example", "/unsubscribe/***%2540************"),
    ("/user/+44-7700-900123", "/user/+##-####-######"),
    ("/8%20(916)%20123-45-67", "/# (###) ###-##-##"),
    ("/ann\\x40mail.example", "/***@************"),
    ("/product/4006381333931", "/product/4006381333931"),
  ])
  func `a path holds no contact`(raw: String, kept: String) {
    let bytes = Array(raw.utf8)
    #expect(LogText.path(bytes.span, 0..<bytes.count, .backslash) == kept)
  }

  @Test func `decoded text keeps its backslashes`() {
    let bytes = Array(#"/\xD0\x"\\"#.utf8)
    #expect(LogText.path(bytes.span, 0..<bytes.count, .none) == #"/\xD0\x"\\"#)
  }

  @Test(arguments: [
    ("Shop.Example:443", "shop.example"), ("[::1]:8080", "[::1]"), ("[::1]", "[::1]"),
    ("shop.example.", "shop.example"), ("::1", "::1"), ("shop", "shop"),
    ("ann:secret@shop.example:443", "shop.example"), ("ann%40x@Shop.example", "shop.example"),
    ("8-900-000-00-03.Shop.example", "#-###-###-##-##.shop.example"),
    ("8-800-555-35-35.ru", "8-800-555-35-35.ru"), ("m.8-495-123-45-67.ru", "m.8-495-123-45-67.ru"),
    ("8-800-555-35-35", "#-###-###-##-##"), ("192.168.10.20", "192.168.10.20"),
    ("+447700900137.shop.example:80", "+############.shop.example"),
    ("item-4006381333931.shop.example", "item-4006381333931.shop.example"),
  ])
  func `a host loses case and port, and who asks`(raw: String, host: String) {
    let bytes = Array(raw.utf8)
    #expect(LogText.host(bytes.span, 0..<bytes.count, .backslash) == host)
  }
}
