import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct WarehouseMoneyTests {
  private let shop: TestShop
  private let warehouse: Warehouse

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
  }

  private func batch(_ shape: TableShape, _ rows: [[String: Cell]]) -> TableBatch {
    var batch = TableBatch()
    for (index, row) in rows.enumerated() {
      batch.rows.append(
        TableRow(line: index + 2, cells: shape.columns.map { row[$0.name] ?? .null }))
    }
    return batch
  }

  @discardableResult
  private func load(
    _ path: String, _ rows: [[String: Cell]], rejecting amounts: [Money?] = [],
    kind: TableShape = .orders, stated: Int64? = nil, currency: String? = nil
  ) throws -> LoadOutcome {
    try warehouse.load(.table(kind.kind, path)) { loader in
      try loader.append(batch(kind, rows), shape: kind)
      loader.reject(
        amounts.enumerated().map { index, money in
          Rejection(
            line: 100 + index, byteOffset: Int64(index), reason: .badDate, message: "m",
            sample: "s", money: money)
        })
      var summary = LoadSummary.of(rows.count + amounts.count)
      summary.statedTotal = stated
      summary.statedCurrency = currency
      return summary
    }
  }

  private func fates() throws -> [String] {
    try warehouse.dump(
      """
      select path, table_name, m.currency, m.read, m.loaded, restated_from, restated_to,
        m.duplicate, m.rejected, unknown_amounts
      from file_money m join source_file using (source_file_id)
      order by path, table_name, m.currency
      """)
  }

  private func totals() throws -> [String] {
    try warehouse.dump("select table_name, currency, total from table_money order by 1, 2")
  }

  @Test func `every amount is loaded, restated, duplicate or rejected, by currency`() throws {
    let dollars: [String: Cell] = ["currency": .text("USD")]
    try load(
      "a.csv",
      [
        try order("A", "2026-05-01 10:00", 100), try order("B", "2026-05-01 10:00", 200, dollars),
      ], rejecting: [Money(minor: 50, currency: .rub), nil])
    try load(
      "b.csv",
      [
        try order("A", "2026-05-01 10:00", 70), try order("B", "2026-05-01 10:00", 200, dollars),
        try order("C", "2026-05-02 10:00", 5),
      ])
    #expect(
      try fates() == [
        "a.csv|orders||0|0|0|0|0|0|1", "a.csv|orders|RUB|150|100|0|0|0|50|0",
        "a.csv|orders|USD|200|200|0|0|0|0|0", "b.csv|orders|RUB|75|75|100|70|0|0|0",
        "b.csv|orders|USD|200|0|0|0|200|0|0",
      ])
    #expect(try totals() == ["orders|RUB|75", "orders|USD|200"])
    #expect(try warehouse.moneyMismatches().isEmpty)
    #expect(
      try warehouse.dump("select line, amount, currency from rejection order by line")
        == ["100|50|RUB", "101|null|null"])
  }

  @Test func `an older version is a duplicate, and its money with it`() throws {
    try load("b.csv", [try order("A", "2026-05-01 10:00", 70)])
    try load("a.csv", [try order("A", "2026-05-01 10:00", 100)])
    #expect(
      try fates() == ["a.csv|orders|RUB|100|0|0|0|100|0|0", "b.csv|orders|RUB|70|70|0|0|0|0|0"])
    #expect(try totals() == ["orders|RUB|70"])
  }

  @Test func `a row that changes its currency leaves the one and joins the other`() throws {
    try load("a.csv", [try order("A", "2026-05-01 10:00", 100)])
    try load("b.csv", [try order("A", "2026-05-01 10:00", 3, ["currency": .text("USD")])])
    #expect(try totals() == ["orders|RUB|0", "orders|USD|3"])
    #expect(
      try fates().suffix(2) == [
        "b.csv|orders|RUB|0|0|100|0|0|0|0", "b.csv|orders|USD|3|3|0|3|0|0|0",
      ])
    #expect(try warehouse.moneyMismatches().isEmpty)
  }

  @Test func `a file that is refused whole has all its money rejected, until it is mended`() throws
  {
    let rows = try (0..<900).map { try order("A\($0)", "2026-05-01 10:00", 10) }
    let refused = try load(
      "a.csv", rows, rejecting: Array(repeating: Money(minor: 1, currency: .rub), count: 100))
    #expect(refused.refusal != nil)
    #expect(try fates() == ["a.csv|orders|RUB|9100|0|0|0|0|9100|0"])
    #expect(try totals().isEmpty)
    // An archive that breaks meanwhile says nothing about amounts.
    try warehouse.recordRefusal(.table(.orders, "a.csv"), message: "broken")
    #expect(try fates() == ["a.csv|orders|RUB|0|0|0|0|0|0|0"])
    try load("a.csv", rows)
    #expect(try fates() == ["a.csv|orders|RUB|9000|9000|0|0|0|0|0"])
    #expect(try totals() == ["orders|RUB|9000"])
  }

  @Test func `what a file refused is judged anew when it is read again`() throws {
    let first = try order("A", "2026-05-01 10:00", 10)
    try load("a.csv", [first], rejecting: [Money(minor: 7, currency: .rub), nil])
    try load("a.csv", [first, try order("B", "2026-05-01 10:00", 7)])
    #expect(
      try fates() == ["a.csv|orders||0|0|0|0|0|0|0", "a.csv|orders|RUB|27|17|0|0|10|0|0"])
  }

  @Test func `sums of spend are restated as sums`() throws {
    func spend(_ cost: Int64, _ campaign: String = "c") throws -> [String: Cell] {
      [
        "date": .text("2026-05-01"), "source": .text("yandex"), "campaign": .text(campaign),
        "currency": .text("RUB"), "cost": .integer(cost),
      ]
    }
    try load("a.csv", [try spend(10), try spend(5), try spend(1, "d")], kind: .spend)
    try load("b.csv", [try spend(20)], kind: .spend)
    #expect(
      try fates() == ["a.csv|spend|RUB|16|16|0|0|0|0|0", "b.csv|spend|RUB|20|20|15|20|0|0|0"])
    // Both files' rows are kept; which of them counts is the fact's to say.
    #expect(try totals() == ["spend|RUB|36"])
    #expect(try warehouse.moneyMismatches().isEmpty)
    try load("c.csv", [try spend(20)], kind: .spend)
    #expect(try fates().last == "c.csv|spend|RUB|20|0|0|0|20|0|0")
    #expect(try totals() == ["spend|RUB|56"])
    #expect(try warehouse.moneyMismatches().isEmpty)
  }

  @Test func `orders made of lines count for the file of the lines`() throws {
    let line: [String: Cell] = [
      "order_id": .text("A"), "sku": .text("S"), "quantity": .real(2), "unit_price": .integer(50),
    ]
    let orders = batch(.orders, [try order("A", "2026-05-01 10:00", 100)])
    _ = try warehouse.load(.table(.orderLines, "lines.csv")) { loader in
      try loader.append(batch(.orderLines, [line]), shape: .orderLines)
      try loader.append(orders, shape: .orders)
      return .of(1)
    }
    #expect(try fates() == ["lines.csv|orders|RUB|100|100|0|0|0|0|0"])
    #expect(try warehouse.moneyMismatches().isEmpty)
  }

  @Test func `a table that was changed by other hands is told with its currency`() throws {
    try load("a.csv", [try order("A", "2026-05-01 10:00", 100)])
    try warehouse.run("update orders set total = 99")
    #expect(
      try warehouse.moneyMismatches() == [
        MoneyMismatch(table: "orders", currency: "RUB", expected: 100, found: 99)
      ])
    try warehouse.run("update orders set currency = 'USD'")
    #expect(
      try warehouse.moneyMismatches() == [
        MoneyMismatch(table: "orders", currency: "RUB", expected: 100, found: 0),
        MoneyMismatch(table: "orders", currency: "USD", expected: 0, found: 99),
      ])
    try warehouse.run("delete from orders")
    #expect(try warehouse.moneyMismatches().map(\.found) == [0])
  }

  /// Two of the largest amounts do not fit into 64 bits together.
  @Test func `absurd amounts stop neither the load nor the check`() throws {
    let rows = try ["A", "B", "C"].map { try order($0, "2026-05-01 10:00", .max) }
    try load("a.csv", rows, rejecting: [Money(minor: .min, currency: .rub)])
    try load("a.csv", rows)
    try load("b.csv", [try order("A", "2026-05-01 10:00", -5)])
    #expect(try warehouse.moneyMismatches().isEmpty)
    #expect(try warehouse.fileMoney().allSatisfy { $0.money.reconciles })
  }

  @Test(arguments: [
    (stated: Int64?.none, currency: String?.none, expected: "105|null"),
    (30_000, nil, "105|30000"), (30_000, "RUB", "105|30000"), (30_000, "USD", "105|null"),
  ])
  func `the file's own total stands beside the sum of its rows`(
    stated: Int64?, currency: String?, expected: String
  ) throws {
    let rows = [try order("A", "2026-05-01 10:00", 100), try order("B", "2026-05-01 10:00", 5)]
    try load("a.csv", rows)
    try load("a.csv", rows, rejecting: [nil], stated: stated, currency: currency)
    #expect(
      try warehouse.dump(
        "select listed, stated_total from file_money where currency = 'RUB'") == [expected])
  }

  @Test func `a total over two currencies is nobody's`() throws {
    try load(
      "a.csv",
      [
        try order("A", "2026-05-01 10:00", 100),
        try order("B", "2026-05-01 10:00", 5, ["currency": .text("USD")]),
      ], stated: 105)
    #expect(try warehouse.fileMoney().allSatisfy { $0.statedTotal == nil })
  }
}
