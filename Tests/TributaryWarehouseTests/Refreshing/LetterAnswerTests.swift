import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct LetterAnswerTests {
  /// Anna's letter names invoice 1. Boris wrote on the 1st and again on the 3rd; invoice 2 of the
  /// 4th went to his address, so it answers the second letter. Clara's invoice came five weeks
  /// later, Dmitry's before he wrote.
  @Test func `a letter is answered by the invoice it names, else by the next to its address`()
    throws
  {
    let shop = try TestShop()
    let warehouse = try shop.open(zone: "Europe/Moscow")
    func letter(_ id: String, _ day: String, _ email: String, _ invoice: Cell) throws
      -> [String: Cell]
    {
      [
        "letter_id": .text(id), "received_at": .integer(try at("\(day) 09:00")),
        "from_email": .text(email), "invoice_id": invoice,
      ]
    }
    try warehouse.load(
      .letters, "l.csv",
      [
        letter("a", "2026-05-01", "anna", .text("1")),
        letter("b1", "2026-05-01", "boris", .null), letter("b2", "2026-05-03", "boris", .null),
        letter("c", "2026-05-01", "clara", .null), letter("d", "2026-05-06", "dmitry", .null),
      ])
    func invoice(_ id: String, _ day: String, _ email: String) throws -> [String: Cell] {
      [
        "invoice_id": .text(id), "issued_at": .integer(try at("\(day) 12:00")),
        "total": .integer(100), "customer_email": .text(email),
      ]
    }
    try warehouse.load(
      .invoices, "i.csv",
      [
        invoice("1", "2026-05-02", "anna"), invoice("2", "2026-05-04", "boris"),
        invoice("3", "2026-06-05", "clara"), invoice("4", "2026-05-05", "dmitry"),
      ])
    #expect(
      try warehouse.dump(
        "select letter_id, coalesce(invoice_id, '-') from letter_answer order by 1") == [
          "a|1", "b1|-", "b2|2", "c|-", "d|-",
        ])
  }

  /// Invoice 1, which Anna's letter names, was cancelled and 2 sent instead; Boris's only one was.
  @Test func `an invoice that was taken back answers nothing`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open(zone: "Europe/Moscow")
    try warehouse.load(
      .letters, "l.csv",
      [("a", "anna", Cell.text("1")), ("b", "boris", .null)].map {
        [
          "letter_id": .text($0.0), "received_at": .integer(try at("2026-05-01 09:00")),
          "from_email": .text($0.1), "invoice_id": $0.2,
        ]
      })
    try warehouse.load(
      .invoices, "i.csv",
      [("1", "anna", "cancelled"), ("2", "anna", "open"), ("3", "boris", "Отменён")].map {
        [
          "invoice_id": .text($0.0), "issued_at": .integer(try at("2026-05-02 12:00")),
          "total": .integer(100), "customer_email": .text($0.1), "status": .text($0.2),
        ]
      })
    _ = try warehouse.refreshFacts(days: [day("2026-05-02")])
    #expect(
      try warehouse.dump(
        "select letter_id, coalesce(invoice_id, '-') from letter_answer order by 1")
        == ["a|2", "b|-"])
  }

  /// A's row knows a reply of 12:00, a Sent folder one of 11:00 and one from before the letter. B
  /// is answered in the Sent folder only, C nowhere.
  @Test func `a reply in another file tells when a letter was answered`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let letters: [(String, Cell)] = [
      ("a", .integer(try at("2026-05-01 12:00"))), ("b", .null), ("c", .null),
    ]
    try warehouse.load(
      .letters, "l.mbox",
      letters.map {
        [
          "letter_id": .text($0.0), "received_at": .integer(try at("2026-05-01 09:00")),
          "replied_at": $0.1,
        ]
      })
    let replies = [
      ("a", "2026-05-01 11:00"), ("a", "2026-05-01 08:00"), ("b", "2026-05-02 10:00"),
      ("b", "2026-05-03 10:00"), ("x", "2026-05-03 10:00"),
    ]
    try warehouse.load(
      .letterReplies, "s.mbox",
      replies.map { ["letter_id": .text($0.0), "replied_at": .integer(try at($0.1))] })
    #expect(
      try warehouse.dump(
        "select letter_id, coalesce(strftime('%d %H', replied_at / 1000, 'unixepoch'), '-') "
          + "from letter_answer order by 1") == ["a|01 11", "b|02 10", "c|-"])
  }

  /// The shop is in Moscow. Anna wrote at 9 on the 4th, Boris on the 3rd and twice on the 4th, Clara
  /// at a quarter to midnight; all invoices are of the 4th without a time. Dmitry wrote on the 5th.
  @Test func `an invoice of a day was issued after the letters of that day`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open(zone: "Europe/Moscow")
    func local(_ time: String) throws -> Cell { .integer(try at(time) - 3 * 3_600_000) }
    try warehouse.load(
      .letters, "l.csv",
      [
        ("a", "2026-05-04 09:00", "anna"), ("b1", "2026-05-03 23:00", "boris"),
        ("b2", "2026-05-04 08:00", "boris"), ("b3", "2026-05-04 08:00", "boris"),
        ("c", "2026-05-04 23:45", "clara"), ("d", "2026-05-05 00:10", "dmitry"),
      ].map {
        [
          "letter_id": .text($0.0), "received_at": try local($0.1), "from_email": .text($0.2),
        ]
      })
    try warehouse.load(
      .invoices, "i.csv",
      [("1", "anna"), ("2", "boris"), ("3", "clara"), ("4", "dmitry")].map {
        [
          "invoice_id": .text($0.0), "issued_at": try local("2026-05-04 00:00"),
          "total": .integer(100), "customer_email": .text($0.1),
        ]
      })
    try warehouse.load(
      .letterReplies, "r.csv",
      [("a", "2026-05-04 00:00"), ("c", "2026-05-03 00:00")].map {
        ["letter_id": .text($0.0), "replied_at": try local($0.1)]
      })
    #expect(
      try warehouse.dump(
        "select letter_id, coalesce(invoice_id, '-'), replied_at is not null from letter_answer "
          + "order by 1") == ["a|1|1", "b1|-|0", "b2|-|0", "b3|2|0", "c|3|0", "d|-|0"])
  }
}
