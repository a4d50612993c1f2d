import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Shops whose exports tell days and no times; the shop is in Moscow.
@Suite struct DayWithoutTimeTests {
  private static func line(_ day: Int, _ clock: String, _ path: String) -> String {
    "shop.example:443 192.0.2.7 - - [\(day)/Nov/2026:\(clock) +0300] \"GET \(path) HTTP/1.1\" "
      + "200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n"
  }

  /// A visit from vk on the 12th that orders A1, and one from Yandex in the evening.
  private static let visits =
    line(12, "10:00:00", "/?utm_source=vk&utm_medium=cpc&utm_campaign=may")
    + line(12, "10:09:00", "/checkout/thanks?order_id=A1")
    + line(12, "18:00:00", "/?utm_source=yandex&utm_medium=cpc&utm_campaign=late")

  private static let channels = """
    select a.model, coalesce(t.channel, 'none')
    from attribution_credit a
    left join touchpoint t using (touchpoint_id)
    where a.model in ('first', 'last') and a.conversion_id =
    """

  /// The channels that model `first` and model `last` credit.
  private func credited(_ conversion: String, in shop: Shop) throws -> [String] {
    try shop.rows(Self.channels + " '\(conversion)' order by a.model, a.position")
  }

  @Test(arguments: [
    (
      "kind: 'orders', format: 'bitrix-orders'",
      "Номер заказа;Дата создания;Сумма;Статус\nA1;12.11.2026;100 руб;Принят\n"
    ),
    (
      "kind: 'orders', format: 'woocommerce-orders'",
      "Date,Order #,N. Revenue (formatted),Status,N. Revenue\n"
        + "2026-11-12 00:00:00,A1,\"100,00\",completed,100\n"
    ),
    (
      "kind: 'orders', format: 'json'",
      #"[{"order_id": "A1", "placed_at": "2026-11-12T00:00:00+03:00", "total": 100}]"#
    ),
    (
      "kind: 'orders', timezone: 'UTC'", "order_id,placed_at,total\nA1,2026-11-12,100\n"
    ),
    (
      "kind: 'orders', columns: {placed_at: 'Когда'}",
      "order_id;Когда;total\nA1;12 ноября 2026 г.;100\n"
    ),
    (
      "kind: 'order_lines', derive_orders: true",
      "order_id,sku,quantity,unit_price,placed_at\nA1,m,1,60,12.11.2026\nA1,n,1,40,12.11.2026\n"
    ),
  ])
  func `an order of a day came after the visit that shows it and before the next one`(
    _ source: String, _ text: String
  ) throws {
    let shop = try Shop.small("{\(source), paths: ['export/*']}")
    try shop.write(Self.visits, to: "log/a.log")
    try shop.write(text, to: "export/a")
    try shop.run()
    #expect(try credited("order:A1", in: shop) == ["first|paid-social", "last|paid-social"])
    #expect(
      try shop.rows("select day, total from mart_total_day where measure = 'revenue'")
        == ["2026-11-12|10000"])
  }

  @Test func `an order that no visit shows came after all of its day`() throws {
    let shop = try Shop.small()
    try shop.write(
      "order_id,placed_at,total,customer_phone\nB1,2026-11-12,100,+79000000001\n",
      to: "orders/a.csv")
    try shop.write(
      """
      call_id,started_at,dialled_number,caller,talk_seconds
      c1,2026-11-12 19:30:00,+7 495 000-00-01,8 900 000 00 01,5
      c2,2026-11-13 00:10:00,+7 495 000-00-01,8 900 000 00 01,5

      """, to: "calls/a.csv")
    try shop.run()
    #expect(try credited("order:B1", in: shop) == ["first|call", "last|call"])
    #expect(
      try shop.rows(
        "select distinct t.member from attribution_credit join touchpoint t using (touchpoint_id)")
        == ["c1"])
  }

  private static let letterSources = """
    {kind: 'letters', paths: ['letters/*'], optional: true},
    {kind: 'invoices', paths: ['invoices/*']},
    {kind: 'payments', paths: ['payments/*'], optional: true}
    """

  /// A letter, its invoice and its payment on the 12th, each with a time or without.
  @Test(arguments: [
    ("2026-11-12", "2026-11-12", "2026-11-12"),
    ("2026-11-12", "2026-11-12 14:00:00", "2026-11-12 16:00:00"),
    ("12.11.2026", "12.11.2026 00:00", "2026-11-12 16:00:00"),
    ("2026-11-12 09:00:00", "2026-11-12", "2026-11-12 16:00:00"),
    ("2026-11-12 09:00:00", "2026-11-12 14:00:00", "12 Nov 2026"),
  ])
  func `letter, invoice and payment of one day follow each other`(
    _ received: String, _ issued: String, _ paid: String
  ) throws {
    let shop = try Shop.small(Self.letterSources)
    try shop.write(
      "letter_id,received_at,from_email\nL1,\(received),anna@mail.example\n", to: "letters/a.csv")
    try shop.write(
      "invoice_id,issued_at,total,customer_email\nI1,\(issued),100,anna@mail.example\n",
      to: "invoices/a.csv")
    try shop.write(
      "payment_id,paid_at,amount,invoice_id\nP1,\(paid),100,I1\n", to: "payments/a.csv")
    try shop.run()
    #expect(try credited("invoice:I1", in: shop) == ["first|letter", "last|letter"])
    #expect(try shop.rows("select day from conversion") == ["2026-11-12"])
    #expect(
      try shop.rows(
        "select step, sum(entered) from mart_funnel_step where funnel = 'letter' group by step "
          + "order by step") == ["invoice|1", "invoice_paid|1", "letter|1"])
  }

  @Test func `a letter of a day comes after its visits and before the order that it names`() throws
  {
    let shop = try Shop.small(Self.letterSources)
    try shop.write(
      Self.line(12, "10:00:00", "/?utm_source=vk&utm_medium=cpc&utm_campaign=may")
        + Self.line(12, "10:09:00", "/checkout/thanks?order_id=A1"), to: "log/a.log")
    try shop.write(
      "order_id,placed_at,total\nA1,2026-11-12 10:09:00,100\nA2,2026-11-12 17:00:00,70\n",
      to: "orders/a.csv")
    try shop.write(
      """
      letter_id,received_at,from_email,order_id
      L1,2026-11-12,anna@mail.example,A2
      L2,2026-11-12,boris@mail.example,

      """, to: "letters/a.csv")
    try shop.write(
      """
      invoice_id,issued_at,total,customer_email,order_id,paid_at
      I1,2026-11-13 12:00:00,50,anna@mail.example,A1,2026-11-13 15:00:00

      """, to: "invoices/a.csv")
    try shop.run()
    // One person by her address: the visit of ten in the morning, then the letter.
    #expect(try credited("invoice:I1", in: shop) == ["first|paid-social", "last|letter"])
    #expect(try credited("order:A2", in: shop) == ["first|paid-social", "last|letter"])
    #expect(try credited("order:A1", in: shop) == ["first|paid-social", "last|paid-social"])
    // 2026-11-12T23:59:59.999 in Moscow: `date -u -d "2026-11-12 21:00" +%s`.
    #expect(
      try shop.rows("select member, at - 1794517200000 from touchpoint where kind = 'letter'")
        == ["L1|-25200000", "L2|-1"])
  }

  @Test func `who called on the day of a payment called before it`() throws {
    let shop = try Shop.small(Self.letterSources)
    try shop.write(
      """
      invoice_id,issued_at,total,customer_phone,paid_at
      I1,2026-11-10,50,+79000000001,12.11.2026
      I2,2026-11-11,70,+79000000002,

      """, to: "invoices/a.csv")
    try shop.write(
      "payment_id,paid_at,amount,invoice_id\nP1,2026-11-12,70,I2\n", to: "payments/a.csv")
    try shop.write(
      """
      call_id,started_at,dialled_number,caller,talk_seconds
      c1,2026-11-12 15:00:00,+7 495 000-00-01,8 900 000 00 01,5
      c2,2026-11-12 23:50:00,+7 495 000-00-01,8 900 000 00 02,5

      """, to: "calls/a.csv")
    try shop.run()
    #expect(try credited("invoice:I1", in: shop) == ["first|call", "last|call"])
    #expect(try credited("invoice:I2", in: shop) == ["first|call", "last|call"])
  }

  /// The second export knows times; A1's happens to be midnight.
  @Test func `an export that tells times later says so of rows that it repeats, in any order`()
    throws
  {
    let files = [
      "orders/2026-11-12.csv": "order_id,placed_at,total\nA1,2026-11-12,100\n",
      "orders/2026-11-13.csv":
        "order_id,placed_at,total\nA1,2026-11-12 00:00,100\nA2,2026-11-13 09:30,50\n",
    ]
    func shop(_ nights: [[String]]) throws -> Shop {
      let shop = try Shop.small()
      try shop.write(Self.visits, to: "log/a.log")
      for night in nights {
        try shop.write(files, where: night.contains)
        try shop.run()
      }
      return shop
    }
    let names = files.keys.sorted()
    #expect(
      try credited("order:A1", in: shop([[names[0]]])) == ["first|paid-social", "last|paid-social"])
    for nights in [[names], [[names[0]], [names[1]]], [[names[1]], [names[0]]]] {
      #expect(try credited("order:A1", in: shop(nights)) == ["first|none", "last|none"])
    }
  }
}
