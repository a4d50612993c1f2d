import Testing

@testable import TributaryIngest

@Suite struct ContactMaskTests {
  private func mayHold(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return ContactMask.mayHold(bytes.span, 0..<bytes.count)
  }

  @Test(arguments: [
    ("email=ivan.petrov@mail.ru&a=1", "email=***********@*******&a=1"),
    ("e=ivan%40mail.ru", "e=****%40*******"),
    ("phone=89161234567&utm_id=77", "phone=###########&utm_id=77"),
    ("customer_phone=8%20(916)%20123-45-67", "customer_phone=#%20(###)%20###-##-##"),
    ("q=+79161234567", "q=+###########"),
    ("q=%2B79161234567&b=2", "q=%2B###########&b=2"),
    ("https://shop.example/?tel=9161234567", "https://shop.example/?tel=##########"),
    ("/u/ivan@mail.ru/x", "/u/****@*******/x"),
  ])
  func `contacts are taken out of addresses`(address: String, masked: String) {
    #expect(mayHold(address))
    #expect(ContactMask.masked(address) == masked)
  }

  @Test(arguments: [
    "order_id=89161234567", "utm_source=yandex&utm_campaign=1234567890&yclid=123456789012345678",
    "hotel=5", "phone=12", "/@home", "a=1@", "/product/1234567890", "title=89161234567",
    "utm_content=c:123|g:4567890123",
  ])
  func `other text stays`(address: String) {
    #expect(ContactMask.masked(address) == address)
  }
}
