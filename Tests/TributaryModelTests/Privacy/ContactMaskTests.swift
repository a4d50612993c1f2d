import Testing
import TributaryModel

@Suite struct ContactMaskTests {
  private func mayHold(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return ContactMask.mayHold(bytes.span, 0..<bytes.count)
  }

  private func expect(_ text: String, _ masked: String) {
    #expect(mayHold(text))
    #expect(ContactMask.masked(text) == masked)
    #expect(ContactMask.masked(masked) == masked)
  }

  @Test(arguments: [
    ("email=ivan.petrov@mail.ru&a=1", "email=***********@*******&a=1"),
    ("e=ivan%40mail.ru", "e=****%40*******"),
    ("/u/ivan@mail.ru/x", "/u/****@*******/x"),
    ("/unsubscribe/ann%2540mail.example", "/unsubscribe/***%2540************"),
    ("e=ann%252540mail.example&b=2", "e=***%252540************&b=2"),
    ("next=%2Fb%3Fe%3Dann.lee%2540mail.example", "next=%2Fb%3Fe%3D*******%2540************"),
    (#"{"e":"ann\u0040mail.example"}"#, #"{"e":"***\u0040************"}"#),
    (#"{"e":"ann\\u0040mail.example"}"#, #"{"e":"***\\u0040************"}"#),
    ("e=ann%u0040mail.example", "e=***%u0040************"),
    ("e=ann&#64;mail.example", "e=***&#64;************"),
    ("e=ann&#x40;mail.example", "e=***&#x40;************"),
    ("e=ann%26%2364%3Bmail.example", "e=***%26%2364%3B************"),
    ("e=ann&amp;#64;mail.example", "e=***&amp;#64;************"),
    ("e=ann%EF%BC%A0mail.example", "e=***%EF%BC%A0************"),
    ("e=ann%00@mail.example", "e=***@************"),
    ("e=ann\u{200b}@mail.example", "e=***@************"),
    ("e=ann@ma\u{ad}il.example", "e=***@************"),
    ("ann＠mail.example", "***＠************"),
    ("mailto:ann+news@mail.example?subject=x", "mailto:********@************?subject=x"),
    ("write to ann@mail.example.", "write to ***@************."),
    ("\"ann lee\"@mail.example", "\"*** ***\"@************"),
    ("ivan@xn--80a1acny.xn--p1ai", "****@*********************"),
    ("ann@a.example,bob@b.example", "***@*********,***@*********"),
    ("https://ann:secret@shop.example/a", "https://***:******@shop.example/a"),
    (
      "Mozilla/5.0 (compatible; Bot/1; bot@crawler.example)",
      "Mozilla/5.0 (compatible; Bot/1; ***@***************)"
    ),
  ])
  func `an e-mail is taken out in any escaping`(text: String, masked: String) {
    expect(text, masked)
  }

  /// Each letter of Cyrillic is two bytes.
  @Test(arguments: [
    "иван@почта.рф", "e=%D0%B8%D0%B2%D0%B0%D0%BD%40%D0%BF%D0%BE%D1%87%D1%82%D0%B0.%D1%80%D1%84",
    "e=ivan%40%D0%BF%D0%BE%D1%87%D1%82%D0%B0.%D1%80%D1%84",
  ])
  func `an e-mail of another script is taken out`(text: String) {
    let masked = ContactMask.masked(text)
    for part in ["ван", "почт", "%D0%", "ivan"] { #expect(!masked.contains(part)) }
  }

  @Test(arguments: [
    ("q=+79161234567", "q=+###########"),
    ("q=%2B79161234567&b=2", "q=%2B###########&b=2"),
    ("x=%2B7%20(900)%20000-00-04", "x=%2B#%20(###)%20###-##-##"),
    ("/user/+44-7700-900123/orders", "/user/+##-####-######/orders"),
    ("to=8-900-000-00-02", "to=#-###-###-##-##"),
    ("utm_campaign=8%20(900)%20000-00-03", "utm_campaign=#%20(###)%20###-##-##"),
    ("q=8+900+123+45+67", "q=#+###+###+##+##"),
    ("(contact +44 7700 900126)", "(contact +## #### ######)"),
    ("+49 30 123456", "+## ## ######"),
    ("+49 30/123456 intern", "+## ##/###### intern"),
    ("00 44 7700 900123", "## ## #### ######"),
    ("0044-7700-900123", "####-####-######"),
    ("07700 900123", "##### ######"),
    ("020 7946 0018", "### #### ####"),
    ("06 12 34 56 78", "## ## ## ## ##"),
    ("06.12.34.56.78", "##.##.##.##.##"),
    ("(495) 123-45-67", "(###) ###-##-##"),
    ("8(4852)12-34-56", "#(####)##-##-##"),
    ("тел. 916 123-45-67 доб. 5", "тел. ### ###-##-## доб. 5"),
    ("8 916 1234567, 2 шт", "# ### #######, 2 шт"),
    ("8\u{a0}916\u{a0}123‑45‑67", "#\u{a0}###\u{a0}###‑##‑##"),
    ("555-123-4567", "###-###-####"),
    ("1 (555) 123-4567", "# (###) ###-####"),
    ("375 29 123-45-67", "### ## ###-##-##"),
    ("ring 123-45-67", "ring ###-##-##"),
    ("%2B7%20916%20123-45-67", "%2B#%20###%20###-##-##"),
    ("%252B79161234567", "%252B###########"),
    ("＋７９１６１２３４５６７", "＋###########"),
    ("+7 916 123-45-67 2026-05-03", "+# ### ###-##-## 2026-05-03"),
    ("2026-05-03 8-916-123-45-67", "2026-05-03 #-###-###-##-##"),
    ("viber://chat?number=%2B79161234567", "viber://chat?number=%2B###########"),
  ])
  func `a phone is taken out where it is written as one`(text: String, masked: String) {
    expect(text, masked)
  }

  @Test(arguments: [
    ("phone=89161234567&utm_id=77", "phone=###########&utm_id=77"),
    ("customer_phone=8%20(916)%20123-45-67", "customer_phone=#%20(###)%20###-##-##"),
    ("https://shop.example/?tel=9161234567", "https://shop.example/?tel=##########"),
    ("https://wa.me/79001234567", "https://wa.me/###########"),
    (
      "https://api.whatsapp.com/send?phone=79001234567",
      "https://api.whatsapp.com/send?phone=###########"
    ),
    ("tel:89161234567", "tel:###########"),
    ("billing%5Bphone%5D=9161234567", "billing%5Bphone%5D=##########"),
    ("phoneNumber=9161234567", "phoneNumber=##########"),
    ("phone_2=1234567", "phone_2=#######"),
    (
      "{\"phone\":\"89161234567\",\"sku\":\"1234567890\"}",
      "{\"phone\":\"###########\",\"sku\":\"1234567890\"}"
    ),
    ("{\"phone\": 89161234567}", "{\"phone\": ###########}"),
    ("sku=%2B79161234567", "sku=%2B###########"),
    ("geo=8%20(916)%20123-45-67", "geo=#%20(###)%20###-##-##"),
    ("part=%2B44%207700%20900123", "part=%2B##%20####%20######"),
    ("f=%7B%22phone%22%3A%2289161234567%22%7D", "f=%7B%22phone%22%3A%22###########%22%7D"),
    ("<Телефон>89161234567</Телефон>", "<Телефон>###########</Телефон>"),
    ("Телефон: 89161234567", "Телефон: ###########"),
    ("mobile=1234-5678", "mobile=####-####"),
    ("card=4111111111111111", "card=################"),
  ])
  func `bare digits are taken out where a name says what they are`(text: String, masked: String) {
    expect(text, masked)
  }

  /// 4111 1111 1111 1111 and 3782 822463 10005 are test numbers of Visa and American Express.
  @Test(arguments: [
    ("pay 4111 1111 1111 1111", "pay #### #### #### ####"),
    ("4111-1111-1111-1111", "####-####-####-####"),
    ("3782 822463 10005", "#### ###### #####"),
  ])
  func `a card is taken out in its groups`(text: String, masked: String) {
    expect(text, masked)
  }

  @Test(arguments: [
    "sku=0445-110-376", "part=0%20986%20494%20524", "oem=8-916-123-45-67",
    "geo=-33.868820,151.209290", "order_id=89161234567",
    "utm_source=yandex&utm_campaign=1234567890&yclid=123456789012345678",
    "hotel=5", "hotel=12345678", "phone=12", "/@home", "a=1@", "/product/1234567890",
    "title=89161234567", "utm_content=c:123|g:4567890123", "/product/4006381333931",
    "/order/2026-05-03-1178", "/f?from=2026-05-01&to=2026-05-03", "price=1000-20000&size=42-44",
    "/v/10.2.3-4", "t=1777792500123", "/blog/2026/05/03/1234567890", "q=шина+205-55-16",
    "/matras-190-80-12", "/img/logo@2x.png", "/npm/react@18.2.0/index.js", "/npm/vue@3.4.21",
    "https://www.tiktok.com/@shop.name/video/7212345678901234567", "phone_id=12345678",
    "iphone=12345678", "/phone/12345678", "q=ean+4006381333931", "978-5-17-080115-7",
    "4 006381 333931", "1 234 567 890", "192.168.10.20", "100.200.30.40",
    "114-3941689-8772232", "550e8400-e29b-41d4-a716-446655440000", "2026-000123",
    "card=4111111111111112", "4111 1111 1111 1112", "36-37-38-39-40-41", "03.05.2026 10:00",
    "20260503-101500", "_ga=GA1.2.123456789.1717171717", "+0300", "a+b", "16+1", "12x24x48",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_2 like Mac OS X) GSA/291.0.594142385 Mobile/15E148",
    "Instagram 123.0.0.21.115 Android (26/8.0.0; 480dpi; 1080x2076; samsung; SM-G965F; 190645555)",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0.6099.109 YaBrowser/24.1.0.0",
    "customer 1001, total 12 990,00 руб.", "INV-2026/05-0017", "@", "%", "%4", "\\u004", "&#64",
    "+", "(",
  ])
  func `other text stays`(text: String) {
    #expect(ContactMask.masked(text) == text)
  }

  @Test func `what is asked for names nothing but a phone by its column`() {
    #expect(ContactMask.masked("89161234567", named: "Телефон") == "###########")
    #expect(ContactMask.masked("89161234567", named: "customer_phone") == "###########")
    #expect(ContactMask.masked("4111111111111111", named: "Card number") == "################")
    #expect(ContactMask.masked("89161234567", named: "sku") == "89161234567")
  }

  @Test func `where columns cannot be told apart, bare rows and cut addresses go too`() {
    #expect(ContactMask.masked("5;89161234567;ann@mai", strictly: true) == "5;###########;***@***")
    #expect(ContactMask.masked("5;123456789;x", strictly: true) == "5;123456789;x")
  }

  @Test func `two ids with contacts stay two, and one without stays as it is`() throws {
    let key = try #require(ContactKey(bytes: [UInt8](repeating: 7, count: 32)))
    let (one, two) = (key.maskedID("+79161234567"), key.maskedID("+79161234568"))
    #expect(one != two && one.hasPrefix("+###########~") && one.count == 29)
    #expect(key.maskedID(one) == one)
    #expect(key.maskedID("8-1178") == "8-1178")
  }

  /// A cost that grew with the square of the length would not come to an end here.
  @Test(arguments: ["@", "+7 ", "(", "1-", "%25", "\"", "a@b.", "1 2 3 4 ", "\\", "&#"])
  func `a long text of one sign costs its length`(sign: String) {
    let text = String(repeating: sign, count: 100_000)
    #expect(ContactMask.masked(text, strictly: true).utf8.count <= text.utf8.count)
  }
}
