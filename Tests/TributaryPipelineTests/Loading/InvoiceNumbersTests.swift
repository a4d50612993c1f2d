import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// Invoices, payments, calls and letters whose numbers begin anew.
@Suite struct InvoiceNumbersTests {
  private static func shop(_ kinds: [String]) throws -> Shop {
    let sources = kinds.map { "{kind: '\($0)', paths: ['\($0)/*'], optional: true}" }
    return try NumbersAnewTests.shop(sources.joined(separator: ", "))
  }

  /// All at once, forward, backward, and from the middle on.
  private static func arrivals(_ count: Int) -> [[[Int]]] {
    let order = Array(0..<count)
    let middle = Array(order[(count / 2)...] + order[..<(count / 2)])
    return [[order]] + [order, order.reversed(), middle].map { $0.map { [$0] } }
  }

  private static let head = "invoice_id,issued_at,total,customer_phone,customer_email\n"

  /// Invoices 5 of January 2025 and of later, and what they are.
  @Test(
    arguments: [
      ("2025-01-20,100,,", "2026-01-21,70,,", ["5|10000", "5 (2026-01-21)|7000"]),
      (
        "2025-01-20,100,+79165550101,", "2025-09-01,100,+79165550102,",
        ["5|10000", "5 (2025-09-01)|10000"]
      ),
      (
        "2025-01-20,100,,a@shop.example", "2026-07-01,100,,b@shop.example",
        ["5|10000", "5 (2026-07-01)|10000"]
      ),
      // Corrections.
      ("2025-01-20,100,,", "2025-07-19,70,,", ["5|7000"]),
      ("2025-01-20,100,,a@shop.example", "2026-01-20,100,,a@shop.example", ["5|10000"]),
    ] as [(String, String, [String])], 0..<4)
  func `another invoice is one issued over 180 days away for another sum or to another buyer`(
    rows: (first: String, second: String, invoices: [String]), arrival: Int
  ) throws {
    let shop = try Self.shop(["invoices"])
    let texts = [rows.first, rows.second].map { Self.head + "5,\($0)\n6,2025-01-02,1,,\n" }
    for night in Self.arrivals(2)[arrival] {
      for file in night { try shop.write(texts[file], to: "invoices/2026-10-0\(file + 1).csv") }
      #expect(try shop.run().exitCode == 0)
    }
    #expect(
      try shop.rows(
        "select invoice_id, total from invoice where invoice_id <> '6' order by issued_at")
        == rows.invoices)
    #expect(try shop.number("select count(*) from invoice_fact") == rows.invoices.count + 1)
    #expect(try shop.warehouse().moneyMismatches() == [])
    let told = try shop.warehouse().fileNotes().map(\.note.kind)
    #expect(told.contains(.begunAnew) == (rows.invoices.count > 1))
  }

  /// Two years of a shop whose invoices, payments and desk begin anew each January; another's whose
  /// payments are numbered on; and one whose orders begin anew as well.
  @Test(
    arguments: [
      ("1", "1", ["1|5", "1 (2026-01-28)|5 (2026-01-21)"]),
      ("P1", "P2", ["P1|5", "P2|5 (2026-01-21)"]),
    ], 0..<4)
  func `money pays the invoice of its year, in any order of files`(
    payments: (old: String, new: String, rows: [String]), arrival: Int
  ) throws {
    let shop = try Self.shop(["orders", "invoices", "payments", "letters"])
    let files = [
      ("orders/2025.csv", "order_id,placed_at,total\n7,2025-01-19,100\n"),
      ("orders/2026.csv", "order_id,placed_at,total\n7,2026-01-20,70\n"),
      ("invoices/2025-12-31.csv", "invoice_id,issued_at,total,order_id\n5,2025-01-20,100,7\n"),
      (
        "payments/2025-12-31.csv",
        "payment_id,paid_at,amount,invoice_id\n\(payments.old),2025-01-25,100,5\n"
      ),
      (
        "letters/a.csv", "letter_id,received_at,from_email,invoice_id\nA,2025-01-18,a@b.example,5\n"
      ),
      (
        "letters/b.csv", "letter_id,received_at,from_email,invoice_id\nB,2026-01-18,b@b.example,5\n"
      ),
      ("invoices/2026-05-30.csv", "invoice_id,issued_at,total,order_id\n5,2026-01-21,70,7\n"),
      (
        "payments/2026-05-30.csv",
        "payment_id,paid_at,amount,invoice_id\n\(payments.new),2026-01-28,70,5\n"
      ),
    ]
    for night in Self.arrivals(files.count)[arrival] {
      for file in night { try shop.write(files[file].1, to: files[file].0) }
      #expect(try shop.run().exitCode == 0)
    }
    func expect(_ sql: String, _ rows: [String]) throws {
      let found = try shop.rows(sql)
      #expect(found == rows)
    }
    try expect("select payment_id, invoice_id from payment order by paid_at", payments.rows)
    try expect(
      "select invoice_id, paid_day, total, order_id from invoice_fact order by day",
      ["5|2025-01-25|10000|7", "5 (2026-01-21)|2026-01-28|7000|7 (2026-01-20)"])
    try expect(
      "select letter_id, invoice_id from letter order by 1", ["A|5", "B|5 (2026-01-21)"])
    #expect(try shop.warehouse().moneyMismatches() == [])
    #expect(try shop.run().sources.allSatisfy { $0.counts.read == 0 })
  }

  @Test(arguments: 0..<4)
  func `payments of the same sum are two where they pay something else`(arrival: Int) throws {
    let shop = try Self.shop(["payments"])
    let texts = ["2025-01-25,100,5", "2026-01-28,100,8", "2026-01-28,100,8"].map {
      "payment_id,paid_at,amount,invoice_id\n1,\($0)\n"
    }
    for night in Self.arrivals(3)[arrival] {
      for file in night { try shop.write(texts[file], to: "payments/2026-10-0\(file + 1).csv") }
      #expect(try shop.run().exitCode == 0)
    }
    #expect(
      try shop.rows("select payment_id, invoice_id from payment order by paid_at")
        == ["1|5", "1 (2026-01-28)|8"])
    #expect(try shop.warehouse().moneyMismatches() == [])
  }

  /// Two records of number 1, and whether it is told that the newer takes the place of the other.
  @Test(
    arguments: [
      // Calls and letters of two years; one that is dated anew; one that is corrected.
      (
        "calls", "2025-01-04 09:50:00,84950000001,79165550101",
        "2026-01-05 09:50:00,84950000001,79165550102", true
      ),
      ("letters", "2025-01-04 09:50:00,a@b.example", "2026-01-05 09:50:00,c@b.example", true),
      ("letters", "2025-01-04 09:50:00,a@b.example", "2026-01-05 09:50:00,a@b.example", false),
      (
        "calls", "2026-01-04 09:50:00,84950000001,79165550101",
        "2026-01-05 09:50:00,84950000001,79165550102", false
      ),
      // Orders, invoices and payments within half a year.
      ("orders", "2025-08-20,100,+79165550101", "2026-01-03,70,+79165550102", true),
      ("orders", "2025-08-20,100,+79165550101", "2025-09-03,70,+79165550102", false),
      ("orders", "2025-08-20,100,+79165550101", "2026-01-03,70,", false),
      ("invoices", "2025-08-20,100,a@b.example", "2026-01-03,100,c@b.example", true),
      ("payments", "2025-08-20,100,5", "2026-01-03,100,8", true),
      ("payments", "2025-08-20,100,5", "2026-01-03,100,5", false),
      // Beyond they are two.
      ("orders", "2025-01-20,100,+79165550101", "2026-01-03,70,+79165550102", false),
    ], 0..<3)
  func `a number that comes back for another person is told`(
    rows: (kind: String, first: String, second: String, isTold: Bool), arrival: Int
  ) throws {
    let heads = [
      "calls": "call_id,started_at,dialled_number,caller",
      "letters": "letter_id,received_at,from_email",
      "orders": "order_id,placed_at,total,customer_phone",
      "invoices": "invoice_id,issued_at,total,customer_email",
      "payments": "payment_id,paid_at,amount,invoice_id",
    ]
    let shop = try Self.shop([rows.kind])
    let texts = [rows.first, rows.second].map { (heads[rows.kind] ?? "") + "\n1,\($0)\n" }
    for night in Self.arrivals(2)[arrival] {
      for file in night {
        try shop.write(texts[file], to: "\(rows.kind)/2026-10-0\(file + 1).csv")
      }
      #expect(try shop.run().exitCode == 0)
    }
    let told = try shop.warehouse().fileNotes().map(\.note).filter { $0.kind == .reusedNumber }
    #expect(told == (rows.isTold ? [FileNote(.reusedNumber, about: "1")] : []))
  }
}
