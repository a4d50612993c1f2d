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
}
