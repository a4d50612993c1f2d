import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct IdentityAnswerTests {
  /// Five orders by an office's phone, which joins at most four; two orders of one customer, one of
  /// them by card; an order that nothing ties to another.
  private func shop() throws -> Shop {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
       identity: {shared_key_limit: 4},
       sources: [{kind: 'orders', paths: ['orders/*']}, {kind: 'calls', paths: ['calls/*']}]}
      """)
    let office = (1...5).map { "F\($0),2026-11-1\($0 % 4)T10:00:00Z,100,+7 900 000-00-09," }
    try shop.write(
      (["order_id,placed_at,total,customer_phone,loyalty_card"] + office + [
        "A1,2026-11-12T10:00:00Z,100,+7 900 000-00-01,card-7",
        "A2,2026-11-13T10:00:00Z,100,,card-7", "B1,2026-11-13T11:00:00Z,100,+7 900 000-00-02,",
        "OLD,2026-09-01T11:00:00Z,100,,card-7",
      ]).joined(separator: "\n") + "\n", to: "orders/1.csv")
    try shop.write(
      """
      call_id,started_at,dialled_number,caller,talk_seconds
      C1,2026-11-12T09:00:00Z,+7 495 000-00-01,8 900 000-00-01,60
      C2,2026-11-12T09:30:00Z,+7 495 000-00-01,8 900 000-00-77,60

      """, to: "calls/1.csv")
    return shop
  }

  @Test func `what joins, what is shared by too many and what stays alone is told`() throws {
    let shop = try shop()
    try shop.run()
    let rows = try shop.rows(
      """
      select member, key, members, with_key, joined, shared_keys
      from identity_match
      order by member, key
      """)
    #expect(
      rows == [
        "call||2|2|1|0", "call|phone|2|2|1|0",
        // Of eight orders of the window A1 and A2 are joined; seven have a phone, of which A1's is
        // also the caller's and the office's is shared by too many.
        "order||8|8|2|0", "order|card|8|2|2|0", "order|order|8|8|0|0", "order|phone|8|7|1|1",
      ])
    #expect(try shop.number("select count(distinct person_id) from person_member") == 8)
  }

  @Test func `a card that a restated order loses parts the persons again`() throws {
    let shop = try shop()
    try shop.run()
    let together =
      "select count(distinct person_id) from person_member where member in ('A1', 'A2')"
    #expect(try shop.number(together) == 1)
    try shop.write(
      """
      order_id,placed_at,total,customer_phone,loyalty_card
      A2,2026-11-13T10:00:00Z,100,,

      """, to: "orders/2.csv")
    try shop.run()
    #expect(try shop.number(together) == 2)
  }
}
