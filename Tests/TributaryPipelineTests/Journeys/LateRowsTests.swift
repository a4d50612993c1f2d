import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct LateRowsTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
    + "Safari/537.36"

  private func line(_ day: Int, _ clock: String, _ path: String) -> String {
    "shop.example:443 192.0.2.7 - - [\(day)/Nov/2026:\(clock) +0300] \"GET \(path) HTTP/1.1\" "
      + "200 512 \"-\" \"\(Self.agent)\"\n"
  }

  /// A direct visit that ends in an order of 2,000.00 on 12 November.
  private func shop() throws -> Shop {
    let shop = try Shop.small()
    try shop.write(
      line(12, "12:00:00", "/") + line(12, "12:05:00", "/checkout/thanks?order_id=W1"),
      to: "log/access-12.log")
    try shop.write(
      """
      order_id,placed_at,total,status,channel,customer_phone
      W1,2026-11-12T12:05:00+03:00,2000.00,new,online,+7 900 000-00-01

      """, to: "orders/1.csv")
    return shop
  }

  private let firstCampaign = """
    select coalesce(campaign_key, 'none'), value
    from attribution_credit
    where model = 'first' and conversion_id = 'order:W1'
    """
  private let channelMart = """
    select day, channel, value from mart_channel_credit_day where model = 'first' order by channel
    """

  @Test func `a log that comes late moves the credit of a later order`() throws {
    let shop = try shop()
    try shop.run()
    #expect(try shop.rows(firstCampaign) == ["none|200000"])
    #expect(try shop.rows(channelMart) == ["2026-11-12|direct|200000"])
    try shop.write(
      line(10, "10:00:00", "/?utm_source=yandex&utm_medium=cpc&utm_campaign=sale"),
      to: "log/access-10.log")
    try shop.run()
    #expect(try shop.rows(firstCampaign) == ["name:yandex/sale|200000"])
    #expect(try shop.rows(channelMart) == ["2026-11-12|paid-search|200000"])
  }

  @Test func `a visit older than the lookback moves nothing`() throws {
    let shop = try shop()
    try shop.write(
      line(12, "10:00:00", "/?utm_source=yandex&utm_medium=cpc&utm_campaign=sale")
        .replacing("12/Nov", with: "12/Oct"), to: "log/access-old.log")
    try shop.run()
    #expect(try shop.rows(firstCampaign) == ["none|200000"])
  }

  @Test func `an order that is cancelled later loses its credit and its revenue`() throws {
    let shop = try shop()
    try shop.run()
    #expect(try shop.number("select sum(revenue) from mart_demand_day") == 200_000)
    try shop.write(
      """
      order_id,placed_at,total,status,channel,customer_phone
      W1,2026-11-12T12:05:00+03:00,2000.00,cancelled,online,+7 900 000-00-01

      """, to: "orders/2.csv")
    let summary = try shop.run()
    #expect(summary.sources.map(\.counts.restated).reduce(0, +) == 1)
    #expect(try shop.rows(firstCampaign).isEmpty)
    #expect(try shop.rows(channelMart).isEmpty)
    #expect(try shop.rows("select orders, cancelled, revenue from mart_demand_day") == ["1|1|0"])
  }

  @Test func `a call that comes late joins its order by the number`() throws {
    let shop = try shop()
    try shop.run()
    try shop.write(
      """
      call_id,started_at,dialled_number,caller,talk_seconds
      c1,2026-11-11T09:00:00+03:00,+7 495 000-00-01,8 (900) 000-00-01,95

      """, to: "calls/1.csv")
    try shop.run()
    #expect(try shop.rows(channelMart).contains("2026-11-12|call|200000"))
    #expect(
      try shop.number("select count(distinct person_id) from person_member") == 1)
  }

  @Test func `pages after midnight that come late go on with the visit of the evening`() throws {
    let shop = try Shop.small()
    try shop.write(line(10, "23:55:00", "/"), to: "log/a.log")
    try shop.run()
    try shop.write(line(11, "00:05:00", "/cart"), to: "log/b.log")
    try shop.run()
    #expect(
      try shop.rows("select day, pages, reached_cart from session") == ["2026-11-10|2|1"])
    #expect(
      try shop.rows("select day, entered from mart_funnel_step where step = 'cart' and entered > 0")
        == ["2026-11-10|1"])
  }
}
