import Testing

@testable import TributaryModel

/// Numbers as people of other countries write them.
@Suite struct PhoneCountryTests {
  @Test(arguments: [
    ("de", "491711234567", ["0171 1234567", "+49 171 1234567", "0049 171 1234567", "171/1234567"]),
    ("de", "49301234567", ["030/1234567", "(030) 123 45 67", "+49 (0)30 1234567"]),
    (
      "us", "15552347890",
      ["(555) 234-7890", "+1 555.234.7890", "1-555-234-7890", "555 234 7890 x12"]
    ),
    ("us", "442079460018", ["011 44 20 7946 0018", "+44 20 7946 0018"]),
    (
      "gb", "447700900123", ["07700 900123", "+44 7700 900123", "0044 7700 900123", "447700900123"]
    ),
    ("fr", "33612345678", ["06 12 34 56 78", "+33 6 12 34 56 78", "06.12.34.56.78"]),
    ("es", "34612345678", ["612 34 56 78", "+34 612345678", "0034 612 345 678"]),
    ("it", "393912345678", ["391 234 5678", "+39 391 2345678"]),
    ("pl", "48501234567", ["501 234 567", "+48501234567"]),
    ("ua", "380671234567", ["067 123 45 67", "+380 (67) 123-45-67", "380671234567"]),
    ("by", "375291234567", ["8 (029) 123-45-67", "+375 29 123 45 67", "80291234567"]),
    ("hu", "36201234567", ["06 20 123 4567", "+36 20 123 4567"]),
    ("kz", "77011234567", ["8 701 123 45 67", "+7 701 123 45 67", "7011234567"]),
    ("au", "61412345678", ["0412 345 678", "+61 412 345 678"]),
    ("au", "442079460018", ["0011 44 20 7946 0018"]),
    ("jp", "819012345678", ["090-1234-5678", "+81 90 1234 5678"]),
    ("tr", "905321234567", ["0532 123 45 67", "+90 532 123 45 67"]),
  ])
  func `a number is one with and without its country's code`(
    country: String, whole: String, written: [String]
  ) throws {
    let home = try #require(PhoneCountry(country))
    for text in written { #expect(PhoneNumber.all(in: text, at: home) == [whole], "\(text)") }
  }

  /// A Russian customer of a shop abroad, and what is no number of the country.
  @Test(arguments: [
    ("fr", "8 916 123-45-67", "79161234567"), ("us", "89161234567", "79161234567"),
    ("de", "+7 916 123-45-67", "79161234567"), ("fr", "44 7700 900123", "447700900123"),
    ("pl", "12345678", "12345678"),
  ])
  func `other numbers stay what they are`(_ country: String, _ text: String, _ whole: String) throws
  {
    let home = try #require(PhoneCountry(country))
    #expect(PhoneNumber.normalized(text, at: home) == whole)
  }

  @Test(arguments: [
    ("Europe/Berlin", "EUR", "de"), ("UTC", "PLN", "pl"), ("Europe/Moscow", "USD", "ru"),
    ("America/New_York", "USD", "us"), ("UTC", "USD", "ru"), ("Asia/Almaty", "RUB", "kz"),
    ("Asia/Singapore", "SGD", "ru"),
  ])
  func `zone and money say where a shop is`(_ zone: String, _ currency: String, _ code: String) {
    #expect(PhoneCountry(zone: zone, currency: currency).code == code)
  }

  @Test func `all ways to hash a phone are at home in the key's country`() throws {
    var key = try #require(ContactKey(bytes: [UInt8](0..<32)))
    let russian = try #require(key.phone("+49 171 1234567"))
    #expect(key.phone("0171 1234567") != russian)
    key.country = try #require(PhoneCountry("de"))
    let bytes = Array("0171 1234567".utf8)
    #expect(key.phone("0171 1234567") == russian)
    #expect(key.phone(ascii: bytes.span) == russian)
    #expect(key.phones(ascii: bytes.span) == russian)
  }

  @Test func `each country has lengths of its numbers, and a code of its own`() {
    for country in PhoneCountry.all {
      #expect(NumberShape.lengths(ofCountry: country.calling) != nil, "\(country.code)")
    }
    #expect(Set(PhoneCountry.all.map(\.code)).count == PhoneCountry.all.count)
  }
}
