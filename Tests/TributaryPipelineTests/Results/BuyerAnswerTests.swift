import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryPipeline

@Suite struct BuyerAnswerTests {
  /// A ordered in spring, again in the window (lost), and a third time; B once; C twice on one day; one
  /// order names nobody. Returning: A's two and C's second.
  @Test func `a buyer returns who placed an earlier order, whatever became of it`() throws {
    let shop = try Shop.small()
    try shop.write(
      """
      order_id,placed_at,total,status,customer_phone
      1,2026-03-01 10:00:00,100,delivered,+7 900 000-00-01
      2,2026-11-01 10:00:00,200,cancelled,+7 900 000-00-01
      3,2026-11-10 10:00:00,300,delivered,8 (900) 000-00-01
      4,2026-11-11 10:00:00,400,delivered,+7 900 000-00-02
      5,2026-11-12 09:00:00,500,delivered,+7 900 000-00-03
      6,2026-11-12 12:00:00,600,new,+7 900 000-00-03
      7,2026-11-13 12:00:00,700,new,

      """, to: "orders/a.csv")
    try shop.run()
    #expect(
      try shop.rows(
        """
        select buyers, orders, cancelled, revenue / 100 from buyer_group order by position
        """) == ["new|2|0|900", "returning|3|1|900", "unknown|1|0|700"])
  }

  /// One browser shows two orders; a number of the shop's own stands in three orders, of which two
  /// may share a key.
  @Test func `visits tell a buyer, a number that many share does not`() throws {
    let shop = try Shop.small()
    try shop.replace("currency: 'RUB',", "currency: 'RUB', identity: {shared_key_limit: 2},")
    let agent =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
      + "Safari/537.36"
    try shop.write(
      [("05", 1), ("06", 2)].map {
        "shop.example:443 192.0.2.1 - - [\($0.0)/Nov/2026:10:00:00 +0300] \"GET "
          + "/checkout/thanks?order_id=\($0.1) HTTP/1.1\" 200 512 \"-\" \"\(agent)\"\n"
      }.joined(), to: "log/a.log")
    try shop.write(
      """
      order_id,placed_at,total,status,customer_phone
      1,2026-11-05 10:00:00,100,new,
      2,2026-11-06 10:00:00,100,new,
      3,2026-11-07 10:00:00,100,new,+7 900 000-00-09
      4,2026-11-08 10:00:00,100,new,+7 900 000-00-09
      5,2026-11-09 10:00:00,100,new,+7 900 000-00-09

      """, to: "orders/a.csv")
    try shop.run()
    #expect(
      try shop.rows("select buyers, orders from buyer_group order by position")
        == ["new|1", "returning|1", "unknown|3"])
  }

  @Test func `the share of returning orders is that of known buyers, and needs twenty`() {
    func groups(_ new: Int, _ returning: Int) -> [BuyerGroup] {
      [
        BuyerGroup(kind: .new, orders: new, cancelled: 0, revenue: 0),
        BuyerGroup(kind: .returning, orders: returning, cancelled: 0, revenue: 0),
        BuyerGroup(kind: .unknown, orders: 1_000, cancelled: 0, revenue: 0),
      ]
    }
    #expect(BuyerGroup.returningShare(groups(70, 30))?.value == 0.3)
    #expect(BuyerGroup.returningShare(groups(10, 9)) == nil)
  }
}
