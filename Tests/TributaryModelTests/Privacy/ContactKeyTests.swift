import Testing

@testable import TributaryModel

@Suite struct ContactKeyTests {
  @Test(arguments: [
    ("8 (495) 123-45-67", "74951234567"), ("+7 495 123 45 67", "74951234567"),
    ("495-123-45-67", "74951234567"), ("+44 20 7946 0018", "442079460018"),
    ("'+79161234567", "79161234567"),
  ])
  func `a phone has one form however it is written`(text: String, expected: String) {
    #expect(PhoneNumber.normalized(text) == expected)
  }

  @Test(arguments: ["101", "", "anonymous", "12345678901234567"])
  func `an extension or a word is no phone`(text: String) {
    #expect(PhoneNumber.normalized(text) == nil)
  }

  @Test func `hashes join notations, hide the number and depend on the key`() throws {
    let key = try #require(ContactKey(bytes: [UInt8](repeating: 1, count: 32)))
    let other = try #require(ContactKey(bytes: [UInt8](repeating: 2, count: 32)))
    let hash = try #require(key.phone("8 916 123-45-67"))
    #expect(hash == key.phone("+79161234567"))
    #expect(hash != other.phone("+79161234567"))
    #expect(hash.count == 32)
    #expect(!hash.contains("9161234567"))
    #expect(key.email(" Anna@Example.com ") == key.email("anna@example.com"))
    #expect(key.email("anna") == nil)
    #expect(key.visitor(id: "a") != other.visitor(id: "a"))
  }

  @Test(arguments: [0, 31, 33])
  func `a key is 32 bytes`(count: Int) {
    #expect(ContactKey(bytes: [UInt8](repeating: 0, count: count)) == nil)
  }

  // By Python's hmac module: HMAC-SHA-256 of `phone:79123456789` and the like, first 16 bytes.
  @Test func `hashes are those of warehouses that are already full`() throws {
    let key = try #require(ContactKey(bytes: Array(0..<32)))
    #expect(key.phone("8 912 345-67-89") == "0743f883e3c16ed6465c07a5243e45b9")
    #expect(key.email("A@b.example") == "91344f65ec0159548d2d353d121668b9")
    let long = String(repeating: "a", count: 70) + "@b.example"
    #expect(key.email(long) == "97dfdcf615453b83f238807d63579e5b")
  }

  @Test(arguments: [
    "8 912 345-67-89, 8 903 111-22-33", "+79123456789/+79031112233", "89123456789 89031112233",
    "(912) 345-67-89; 903 111 22 33; 8 905 777-66-55", "8 912 345-67-89 или 8 903 111-22-33",
  ])
  func `of the numbers of a text the first two are hashed`(text: String) throws {
    let key = try #require(ContactKey(bytes: Array(0..<32)))
    let first = try #require(key.phone("8 912 345-67-89"))
    let second = try #require(key.phone("8 903 111-22-33"))
    #expect(key.phones(text) == first + " " + second)
    #expect(key.phones("+7 912 345 67 89 доб. 12") == first)
    #expect(key.phones("8 912 345-67-89, +7 912 345-67-89") == first)
    #expect(key.phones("нет") == nil)
  }

  @Test(arguments: [
    "8 (495) 123-45-67", "+8 495 123 45 67", "495-123-45-67", "+495 123 45 67", "101", "",
    "+44 20 7946 0018", "12345678901234567", "123456789012345", "8123456", " A@B.example",
    "a@b@c", "@b", "a@", "a@b", "a b@ C\td", "0044 20 7946 0018", "8 10 44 20 7946 0018",
    "+44 (0)20 7946 0018", "+7 8 495 123-45-67", "4951234567;ext=9", "+a@b.c", "a@b..c", ".a@b.c",
    "a@b.c.", "a@.c", "a.b+c@d-e.f", "a-b_c@d.e", "A <a@b.c>", "4951234567 8951234567",
  ])
  func `bytes have the hash of their text`(text: String) throws {
    let key = try #require(ContactKey(bytes: Array(0..<32)))
    let bytes = Array(text.utf8)
    let (phone, email) = (key.phone(ascii: bytes.span), key.email(ascii: bytes.span))
    #expect(phone == key.phone(text))
    #expect(key.phones(ascii: bytes.span) == key.phones(text))
    #expect(email == key.email(text))
  }

  @Test(arguments: [
    "+7 900 000-00-00", "79876543210", "+14155555555", "5555555", "+266696687", "7378742833",
    "8 916 123-45-67", "+8 916 123 45 67", "01.05.2026", "84951234567",
    "2026-05-01 10", "01.05.2026 10", "4852 12-34-56",
  ])
  func `bytes and text of a phone have one hash, marked where nobody has it`(text: String) throws {
    let key = try #require(ContactKey(bytes: Array(1...32)))
    let bytes = Array(text.utf8)
    #expect(key.phones(ascii: bytes.span) == key.phones(text))
    let isMarked = key.phone(text)?.hasPrefix(ContactKey.nobodyMark)
    #expect(isMarked == PhoneNumber.normalized(text).map { PhoneNumber.isMadeUp($0) })
  }

  @Test(arguments: [
    "noreply@tilda.ws", "asd@asd.ru", "a@shop.invalid", "ann@mail.example", "ann@mail.example-",
    "ann@mail.example+",
  ])
  func `bytes and text of an address have one hash, marked where nobody reads it`(
    text: String
  ) throws {
    let key = try #require(ContactKey(bytes: Array(1...32)))
    let bytes = Array(text.utf8)
    #expect(key.email(ascii: bytes.span) == key.email(text))
    #expect(
      key.email(text)?.hasPrefix(ContactKey.nobodyMark)
        == EmailAddress.normalized(text).map { EmailAddress.namesNobody($0) })
  }

  @Test(arguments: [
    ("GA1.2.123.456", "123.456"), ("GA1.1.1234567890.1717171717", "1234567890.1717171717"),
    ("GA1.3.7.8", "7.8"),
  ])
  func `a cookie of Google is its visitor's id`(cookie: String, id: String) throws {
    let key = try #require(ContactKey(bytes: Array(1...32)))
    #expect(key.visitor(id: cookie) == key.visitor(id: id))
    #expect(key.visitor(id: "GA1.2.word") != key.visitor(id: "word"))
  }
}
