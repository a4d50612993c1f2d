import Testing

@testable import TributaryPipeline

/// Requests of the shop's own people and of sites that only want to be seen.
@Suite struct LeftOutLinesTests {
  private func shop() throws -> Shop {
    let shop = try Shop.small()
    let visits = [
      ("203.0.113.7", "-"), ("203.0.114.7", "-"), ("198.51.100.1", "https://spam.example/x"),
      ("198.51.100.2", "http://WWW.free.spam.example:80"),
      ("198.51.100.3", "https://nospam.example/"),
      ("198.51.100.4", "https://friend.example/?from=spam.example"),
      ("198.51.100.5", "https://name:word@a.spam.example./x"),
    ]
    let lines = visits.map { address, referrer in
      """
      shop.example \(address) - - [03/Nov/2026:10:00:00 +0300] "GET / HTTP/1.1" 200 5 \
      "\(referrer)" "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"

      """
    }
    try shop.write(lines.joined(), to: "log/a.log")
    return shop
  }

  private let counts = "select read, loaded, filtered, rejected from source_file"

  @Test func `own addresses and spam referrers are counted as filtered, and a key restates them`()
    throws
  {
    let shop = try shop()
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(counts) == ["7|7|0|0"])
    #expect(try shop.number("select count(*) from session") == 7)
    try shop.replace(
      "channels: {",
      "sessions: {own_addresses: ['203.0.113.0/24']},\n channels: {"
        + "spam_referrers: ['Spam.example'], ")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(counts) == ["7|3|4|0"])
    #expect(
      try shop.rows("select coalesce(referrer_host, '') from session order by 1")
        == ["", "friend.example", "nospam.example"])
  }

  @Test func `an address that is none is told with its place`() throws {
    let shop = try shop()
    try shop.replace("channels: {", "sessions: {own_addresses: ['office']},\n channels: {")
    #expect(throws: (any Error).self) { try shop.pipeline() }
  }
}
