import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Shops with tags on links between their own pages.
@Suite struct OwnTagTests {
  private static func line(
    _ day: Int, _ clock: String, _ path: String, _ referrer: String = "-"
  ) -> String {
    "shop.example:443 192.0.2.7 - - [\(day)/Nov/2026:\(clock) +0300] \"GET \(path) HTTP/1.1\" "
      + "200 512 \"\(referrer)\" "
      + "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n"
  }

  private static let own = "https://shop.example/"
  private static let banner = "/sale?utm_source=banner&utm_medium=main&utm_campaign=autumn"

  /// A visit over midnight with three tagged links of the shop's own, one after midnight.
  private static let log =
    line(11, "23:40:00", "/?utm_source=vk&utm_medium=cpc&utm_campaign=may")
    + line(11, "23:45:00", banner, own) + line(11, "23:50:00", "/a?utm_source=menu", own)
  private static let rest =
    line(12, "00:05:00", banner, own)
    + line(12, "00:09:00", "/checkout/thanks?order_id=A1", own)
  private static let days = """
    select day, source, medium, campaign, page_views from own_tag_day order by 1, 2
    """

  private func shop(locale: String = "en") throws -> Shop {
    let shop = try Shop.small()
    try shop.replace("currency: 'RUB'", "currency: 'RUB', locale: '\(locale)'")
    try shop.write("order_id,placed_at,total\nA1,2026-11-12 00:09:00,100\n", to: "orders/a.csv")
    return shop
  }

  @Test func `they begin nothing, and each day counts its own, whichever night brings it`() throws {
    let once = try shop()
    try once.write(Self.log + Self.rest, to: "log/a.log")
    try once.run()
    let nightly = try shop()
    try nightly.write(Self.log, to: "log/a.log")
    try nightly.run()
    try nightly.write(Self.log + Self.rest, to: "log/a.log")
    try nightly.run()
    for shop in [once, nightly] {
      #expect(
        try shop.rows("select day, source, pages from session") == ["2026-11-11|vk|5"])
      #expect(
        try shop.rows(Self.days) == [
          "2026-11-11|banner|main|autumn|1", "2026-11-11|menu|(not set)||1",
          "2026-11-12|banner|main|autumn|1",
        ])
      #expect(
        try shop.rows(
          "select distinct t.source from attribution_credit join touchpoint t using (touchpoint_id)"
        )
          == ["vk"])
      #expect(
        try shop.rows("select source, medium, campaign, page_views from own_tag order by 4 desc")
          == ["banner|main|autumn|2", "menu|(not set)||1"])
    }
  }

  /// The tab stood open over lunch; a visitor whose first page that is keeps its tag, for the page
  /// before may be of a site that keeps no log.
  @Test func `after a pause they begin a visit without a source, and are told`() throws {
    let shop = try shop()
    let other = Self.line(11, "12:50:00", Self.banner, Self.own)
      .replacing("192.0.2.7", with: "192.0.2.8")
    try shop.write(
      Self.line(11, "11:00:00", "/?utm_source=vk&utm_medium=cpc&utm_campaign=may")
        + Self.line(11, "12:40:00", Self.banner, Self.own) + other
        + Self.line(11, "14:00:00", "/a?utm_source=menu", "https://shop.example/sale"),
      to: "log/a.log")
    try shop.run()
    #expect(
      try shop.rows("select source, pages from session order by started_at") == [
        "vk|1", "(direct)|1", "banner|1", "(direct)|1",
      ])
    #expect(
      try shop.rows(Self.days) == [
        "2026-11-11|banner|main|autumn|1", "2026-11-11|menu|(not set)||1",
      ])
  }

  /// 3-D Secure of a bank that is on no list: back after 29, 55 and 119 minutes, and on the next day,
  /// when somebody else's page sends the visitor.
  @Test(arguments: [
    ("12:29:00", ["vk|3"]), ("12:55:00", ["vk|2", "(direct)|1"]),
    ("13:59:00", ["vk|2", "(direct)|1"]), ("23:10:00", ["vk|2", "acs.bank.example|1"]),
  ])
  func `a bank brings nobody after a pause`(_ clock: String, _ sessions: [String]) throws {
    let shop = try shop()
    try shop.write(
      Self.line(11, "11:50:00", "/?utm_source=vk&utm_medium=cpc&utm_campaign=may")
        + Self.line(11, "12:00:00", "/checkout", Self.own)
        + Self.line(11, clock, "/cart", "https://acs.bank.example/3ds"),
      to: "log/a.log")
    try shop.run()
    #expect(try shop.rows("select source, pages from session order by started_at") == sessions)
  }

  @Test(arguments: [
    ("en", "3 page views of 28 days came by links on the shop’s own pages that carry a tag"),
    ("ru", "3 просмотра за 28 дней по ссылкам с меткой на страницах самого магазина"),
  ])
  func `they are told on the page of data and by check`(_ locale: String, _ words: String) throws {
    let shop = try shop(locale: locale)
    try shop.write(Self.log + Self.rest, to: "log/a.log")
    try shop.run()
    let page = try #require(try shop.reports()["quality.html"])
    #expect(String(decoding: page, as: UTF8.self).replacing("\u{a0}", with: " ").contains(words))
    #expect(try shop.reports()["own-tags.csv"] != nil)
    let told = Checkup(of: try shop.pipeline()).findings.filter(\.isNote).map(\.message)
    #expect(told.count == 1)
    #expect(
      told.first?.hasPrefix("3 page views of 28 days came by links on the shop’s own pages") == true
    )
  }

  @Test func `a shop whose links carry none is told nothing`() throws {
    let shop = try shop()
    try shop.write(
      Self.line(12, "10:00:00", "/?utm_source=vk&utm_medium=cpc")
        + Self.line(12, "10:01:00", "/a?utm_source=vk&utm_medium=cpc", Self.own), to: "log/a.log")
    try shop.run()
    #expect(try shop.rows(Self.days).isEmpty)
    #expect(try shop.reports()["own-tags.csv"] == nil)
    #expect(Checkup(of: try shop.pipeline()).findings.allSatisfy { !$0.isNote })
  }
}
