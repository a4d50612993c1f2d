import Testing

@testable import TributaryModel

@Suite struct EmailAddressTests {
  @Test(arguments: [
    "\"Pétrova, O.\" <O.Petrova@Post.example>", "mailto:o.petrova@post.example?subject=Hi",
    "o.petrova@post.example.", "'o.petrova@post.example'", "(o.petrova@post.example)",
    "o.petrova@post.example, second@post.example", "O Petrova o.petrova@post.example",
    "o.petrova @ post.example", "o.petrova@post.example / -", "E-mail:o.petrova@post.example",
  ])
  func `an address has one form however it is written`(text: String) {
    #expect(EmailAddress.normalized(text) == "o.petrova@post.example")
  }

  @Test(arguments: [
    "no@mail", "none@none", "@post.example", "o@", "o@.example", "o@post.", "o@@post.example", "-",
  ])
  func `what nothing can be delivered to is no address`(text: String) {
    #expect(EmailAddress.normalized(text) == nil)
  }

  @Test func `a loyalty card has one form in any case and with any separators`() throws {
    let key = try #require(ContactKey(bytes: [UInt8](repeating: 3, count: 32)))
    let hash = key.card("AB 12-34/5")
    #expect(hash == key.visitor(id: "ab12345"))
    #expect(["ab12345", "Ab.123.45", "AB-1234_5"].allSatisfy { key.card($0) == hash })
    #expect(key.card("--") == nil)
  }

  @Test(arguments: [
    "noreply@tilda.ws", "no-reply+77@avito.ru", "orders.noreply@market.example",
    "mailer-daemon@mx.example", "asd@asd.ru", "none@none.none", "ivan@shop.invalid",
    "noemail@ozon.ru",
  ])
  func `an address that nobody reads is told`(address: String) {
    #expect(EmailAddress.namesNobody(address))
  }

  @Test(arguments: [
    "info@firm.example", "ann@mail.example", "nora@mail.ru", "nobody.k@mail.ru",
    "mail@mail.firm.example",
  ])
  func `an address of somebody is not`(address: String) {
    #expect(!EmailAddress.namesNobody(address))
  }

  @Test(arguments: [
    "почта:ann@mail.example", "email=ann@mail.example", "“ann@mail.example”", "„ann@mail.example“",
    "&lt;ann@mail.example&gt;", "ann@mail.example*", "ann@mail.example-", "ann@mail.example_",
    "ann@mail.example…", "ann@mail.example&",
  ])
  func `marks and words around an address are none of it`(text: String) {
    #expect(EmailAddress.normalized(text) == "ann@mail.example")
  }
}
