import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Shops whose orders are dated by another clock than their log.
@Suite struct ClockBehindTests {
  private static func line(_ address: Int, _ day: Int, _ clock: String, _ path: String) -> String {
    "shop.example:443 192.0.2.\(address) - - [\(day)/Nov/2026:\(clock) +0300] "
      + "\"GET \(path) HTTP/1.1\" 200 512 \"-\" "
      + "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n"
  }

  /// Five visitors, each with one visit from an advertisement that shows an order after two minutes;
  /// the last was there before, until eight minutes before the order.
  private static let log =
    [
      (1, 12, "10:00:20", "10:02:20"), (2, 13, "00:04:00", "00:06:00"),
      (3, 12, "15:10:00", "15:12:00"), (4, 12, "15:11:00", "15:13:00"),
      (5, 12, "16:00:00", "16:02:00"),
    ].map {
      line($0, $1, $2, "/?utm_source=vk&utm_medium=cpc&utm_campaign=may")
        + line($0, $1, $3, "/checkout/thanks?order_id=A\($0)")
    }.joined() + line(5, 12, "15:27:00", "/")

  private static let orders = """
    order_id,placed_at,total
    A1,2026-11-12 09:59:30,100
    A2,2026-11-12 23:58:00,100
    A3,2026-11-12 15:00:00,100
    A4,2026-11-12 15:00:00,100
    A5,2026-11-12 15:55:00,100

    """

  private func shop(locale: String) throws -> Shop {
    let shop = try Shop.small()
    try shop.replace("currency: 'RUB'", "currency: 'RUB', locale: '\(locale)'")
    try shop.write(Self.log, to: "log/a.log")
    try shop.write(Self.orders, to: "orders/a.csv")
    try shop.run()
    return shop
  }

  @Test func `the visit that shows an order within ten minutes made it, on the order's day`() throws
  {
    let shop = try shop(locale: "en")
    // A4's visit began eleven minutes later, before A5's a visit of its buyer was running.
    #expect(
      try shop.rows("select member, day, is_bridged from conversion order by member") == [
        "A1|2026-11-12|1", "A2|2026-11-12|1", "A3|2026-11-12|1", "A4|2026-11-12|0",
        "A5|2026-11-12|0",
      ])
    #expect(
      try shop.rows(
        """
        select conversion_id, coalesce(t.channel, 'none')
        from attribution_credit a left join touchpoint t using (touchpoint_id)
        where a.model = 'last-non-direct' order by 1
        """) == [
          "order:A1|paid-social", "order:A2|paid-social", "order:A3|paid-social", "order:A4|none",
          "order:A5|direct",
        ])
  }

  @Test(arguments: [
    ("en", "3 orders are dated some minutes before the visit that made them"),
    ("ru", "время на несколько минут раньше визита, в котором заказ сделан"),
  ])
  func `how many are bridged is told on the page of data and by check`(
    _ locale: String, _ words: String
  ) throws {
    let shop = try shop(locale: locale)
    let page = try #require(try shop.reports()["quality.html"])
    #expect(
      String(decoding: page, as: UTF8.self).replacing("\u{a0}", with: " ").contains(words))
    let told = Checkup(of: try shop.pipeline()).findings.filter(\.isNote).map(\.message)
    #expect(told.count == 1)
    #expect(told.first?.contains("orders/a.csv: 3") == true)
    #expect(
      try shop.rows(
        "select path, note, count from file_note join source_file using (source_file_id)")
        == ["orders/a.csv|clock-behind|3"])
  }

  @Test func `what a newer export puts right is told no longer`() throws {
    let shop = try shop(locale: "en")
    try shop.write(
      Self.orders.replacing("09:59:30", with: "10:02:10").replacing("23:58:00", with: "23:20:00"),
      to: "orders/a.csv")
    try shop.run()
    #expect(
      try shop.rows("select member from conversion where is_bridged = 1") == ["A3"])
    #expect(try shop.rows("select count from file_note where note = 'clock-behind'") == ["1"])
  }
}
