import Testing

@testable import TributaryPipeline

/// One number in several spellings is one order, whichever file tells of it first.
@Suite struct OrderNumberRunTests {
  private static let visit = """
    shop.example:443 192.0.2.7 - - [04/Nov/2026:12:00:00 +0300] "GET /lamp?utm_source=vk&utm_medium=cpc&utm_campaign=may HTTP/1.1" 200 512 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    shop.example:443 192.0.2.7 - - [04/Nov/2026:12:05:00 +0300] "GET /checkout/thanks?order_id=1001 HTTP/1.1" 200 512 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

    """

  /// The shop's export, the CRM's, the order's lines and its invoice.
  private static func files(_ one: String, _ other: String) -> [(String, String)] {
    [
      (
        "orders/2026-11-04.csv",
        "order_id,placed_at,total\n\(one),2026-11-04 12:05:10,100\n"
      ),
      (
        "orders/2026-11-05.csv",
        "order_id,placed_at,total,status\n\(other),2026-11-04 12:05:10,100,paid\n"
      ),
      ("lines/a.csv", "order_id,sku,quantity,unit_price,unit_cost\n\(other),L1,1,100,40\n"),
      (
        "invoices/a.csv",
        "invoice_id,issued_at,total,order_id,paid_at\nI1,2026-11-05,100,\(one),2026-11-06\n"
      ),
    ]
  }

  @Test(
    arguments: [("#1001", "1001"), ("№ 1001", "1001"), ("1 001", "#1001"), ("No. 1001", "№1001")],
    [false, true])
  func `two spellings are one order`(_ spellings: (String, String), isReversed: Bool) throws {
    let shop = try Shop.small(
      """

      {kind: 'order_lines', paths: ['lines/*'], optional: true},
      {kind: 'invoices', paths: ['invoices/*'], optional: true},
      """)
    try shop.write(Self.visit, to: "log/a.log")
    let files = Self.files(spellings.0, spellings.1)
    for (name, text) in isReversed ? files.reversed() : files {
      try shop.write(text, to: name)
      #expect(try shop.run().exitCode == 0)
    }
    #expect(
      try shop.rows("select order_id, total, margin, status from order_fact")
        == ["1001|10000|6000|paid"])
    #expect(try shop.rows("select order_id from session_order") == ["1001"])
    #expect(
      try shop.rows("select kind, member, margin from conversion where is_sale = 1")
        == ["order|1001|6000"])
    #expect(
      try shop.rows(
        "select distinct campaign_key from attribution_credit where conversion_id = 'order:1001'")
        == ["name:vk/may"])
  }
}
