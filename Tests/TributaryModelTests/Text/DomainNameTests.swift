import Testing
import TributaryModel

/// The encoded forms are those of Python's `encode('idna')`.
@Suite struct DomainNameTests {
  @Test(arguments: [
    ("магазин.рф", "xn--80aairftm.xn--p1ai"),
    ("спб.магазин.рф", "xn--90a1af.xn--80aairftm.xn--p1ai"),
    ("ёлка.рф", "xn--80atc1g.xn--p1ai"),
    ("bücher.example", "xn--bcher-kva.example"),
    ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
    ("한국.kr", "xn--3e0b707e.kr"),
    ("παράδειγμα.gr", "xn--hxajbheg2az3al.gr"),
  ])
  func `a name has one form, however it is written`(people: String, machine: String) {
    for written in [people, machine, people.uppercased(), machine.uppercased()] {
      #expect(DomainName.normalized(written) == people)
    }
    #expect(DomainName.normalized("www." + machine + ":443") == people)
    #expect(DomainName.normalized("www." + people + ".") == people)
  }

  @Test func `letters with separate accents and wide dots are the same name`() {
    #expect(DomainName.readable("bu\u{308}cher.example") == "bücher.example")
    #expect(DomainName.readable("例え\u{3002}テスト") == "例え.テスト")
  }

  @Test(arguments: [
    // Cyrillic а in a Latin name.
    ("mаgazin.ru", "xn--mgazin-3nf.ru"),
    // All Cyrillic, and reads apple.com.
    ("аррӏе.com", "xn--80ak6aa92e.com"),
  ])
  func `a name that may pass for another stays encoded`(people: String, machine: String) {
    #expect(DomainName.readable(people) == machine)
    #expect(DomainName.readable(machine) == machine)
  }

  @Test func `the same letters under a Cyrillic name are shown`() {
    #expect(DomainName.readable("аррӏе.рф") == "аррӏе.рф")
  }

  @Test(arguments: [
    "xn--", "xn--99999999.ru", "xn--abc.ru", "xn--a-.ru", "shop.example", "192.0.2.1", "[::1]",
    "", "..", "xn--80ak6aa92e.com",
  ])
  func `what cannot be read stays as it is`(host: String) {
    #expect(DomainName.readable(host) == host)
  }
}
