import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// Which order of a number that began anew a visit, call, letter or invoice means.
@Suite struct NumbersMeantTests {
  /// What names number 7 of January 2025 and January 2026, by when it did.
  @Test(arguments: [
    ["2025-10-01", "7"], ["2026-01-10", "7"], ["2026-01-18", "7 (2026-01-20)"],
    ["2024-06-01", "7"],
    ["2026-09-01", "7 (2026-01-20)"],
  ])
  func `what names a number means no order that is yet to be placed`(named: [String]) throws {
    let shop = try NumbersAnewTests.wholeShop()
    for file in NumbersAnewTests.files.prefix(2) { try shop.write(file.text, to: file.name) }
    let day = named[0]
    try shop.write(
      "invoice_id,issued_at,total,order_id\nX,\(day),10,7\n", to: "invoices/invoices.csv")
    try shop.write(
      "call_id,started_at,dialled_number,order_id\nX,\(day) 10:00:00,84950000001,7\n",
      to: "calls/calls.csv")
    try shop.write(
      "letter_id,received_at,from_email,order_id\nX,\(day) 10:00:00,a@mail.example,7\n",
      to: "letters/letters.csv")
    let parts = day.split(separator: "-")
    let months = ["01": "Jan", "06": "Jun", "09": "Sep", "10": "Oct"]
    try shop.write(
      NumbersAnewTests.line(
        "\(parts[2])/\(months[String(parts[1])] ?? "")/\(parts[0]):10:00:00",
        "/checkout/thanks?order_id=7", of: 1), to: "log/x.log")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows("select order_id from invoice_fact") == [named[1]])
    #expect(try shop.rows("select order_id from session_order") == [named[1]])
    #expect(
      try shop.rows(
        """
        select kind, coalesce(order_id, '7')
        from (select 'call' as kind union all select 'letter')
        left join meant_order using (kind) order by 1
        """) == ["call|\(named[1])", "letter|\(named[1])"])
  }
}
