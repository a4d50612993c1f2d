import Testing

@testable import TributaryIngest

@Suite struct AddressRangeTests {
  private func address(_ text: String) throws -> InternetAddress {
    let bytes = Array(text.utf8)
    let found = InternetAddress(bytes.span, from: 0, to: bytes.count)
    return try #require(found)
  }

  @Test(arguments: [
    ("203.0.113.7", "203.0.113.7", true), ("203.0.113.7", "203.0.113.8", false),
    ("203.0.113.0/24", "203.0.113.255", true), ("203.0.113.0/24", "203.0.114.0", false),
    ("10.0.0.0/9", "10.127.0.1", true), ("10.0.0.0/9", "10.128.0.1", false),
    ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false),
    ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::1", false),
    ("2001:db8::/65", "2001:db8::7fff:0:0:1", true),
    ("2001:db8::/65", "2001:db8::8000:0:0:1", false),
    ("203.0.113.7", "::ffff:203.0.113.7", true), ("::/0", "198.51.100.1", true),
  ])
  func `a range holds the addresses that begin as it does`(
    range: String, other: String, expected: Bool
  ) throws {
    #expect(try #require(AddressRange(range)).contains(try address(other)) == expected)
  }

  @Test(arguments: [
    "", "office", "203.0.113", "203.0.113.0/33", "203.0.113.0/-1", "::/129", "1.2.3.4/8/9",
  ])
  func `other texts are no range`(text: String) { #expect(AddressRange(text) == nil) }
}
