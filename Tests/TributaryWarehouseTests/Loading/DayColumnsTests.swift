import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct DayColumnsTests {
  private let warehouse: Warehouse
  private let shop: TestShop

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open(zone: "Europe/Moscow")
  }

  /// The columns of days that are known of a file of orders placed then.
  private func columns(_ times: [String], _ path: String = "a.csv") throws -> [String] {
    var rows: [[String: Cell]] = []
    for (index, time) in times.enumerated() { rows.append(try placed("A\(index)", time)) }
    _ = try warehouse.load(.orders, path, rows)
    return try warehouse.rows(
      """
      select column_name from day_column join source_file using (source_file_id)
      where path = ? order by 1
      """, [.text(path)]
    ).map { row throws(WarehouseError) in try row.text("column_name") }
  }

  @Test func `a column whose times are all midnight of the shop's zone holds days`() throws {
    #expect(try columns(["2026-05-03 00:00", "2026-05-04 00:00"]) == ["placed_at"])
    // Midnight in UTC is three in Moscow.
    #expect(try columns(["2026-05-03 03:00", "2026-05-04 03:00"], "utc.csv") == [])
    #expect(try columns(["2026-05-03 00:00", "2026-05-04 00:01"], "one.csv") == [])
    #expect(try columns([], "empty.csv") == [])
  }

  @Test func `a file that tells times later holds days no longer, and journeys follow`() throws {
    #expect(try columns(["2026-05-03 00:00"]) == ["placed_at"])
    try warehouse.setFingerprint("journeys", "made")
    #expect(try columns(["2026-05-03 00:00", "2026-05-03 09:30"]) == [])
    #expect(try warehouse.fingerprint("journeys") == nil)
  }

  @Test func `each kind has its own columns, and one with times closes no other`() throws {
    func cells(_ pairs: [(String, String?)]) throws -> [String: Cell] {
      try Dictionary(
        uniqueKeysWithValues: pairs.map {
          ($0.0, try $0.1.map { .integer(try local($0)) } ?? .null)
        }
      )
    }
    _ = try warehouse.load(
      .invoices, "i.csv",
      [("1", "2026-05-03 09:30", "2026-05-04 00:00"), ("2", "2026-05-04 00:00", nil)].map {
        try cells([("issued_at", $0.1), ("paid_at", $0.2)])
          .merging(["invoice_id": .text($0.0), "total": .integer(5)]) { $1 }
      })
    _ = try warehouse.load(
      .payments, "p.csv",
      [
        try cells([("paid_at", "2026-05-04 00:00")])
          .merging(["payment_id": .text("1"), "amount": .integer(5)]) { $1 }
      ])
    _ = try warehouse.load(
      .letters, "l.csv",
      [
        try cells([("received_at", "2026-05-04 00:00"), ("replied_at", "2026-05-04 00:00")])
          .merging(["letter_id": .text("1")]) { $1 }
      ])
    _ = try warehouse.load(
      .letterReplies, "r.csv",
      [try cells([("replied_at", "2026-05-04 00:00")]).merging(["letter_id": .text("1")]) { $1 }])
    #expect(
      try warehouse.dump(
        "select path, column_name from day_column join source_file using (source_file_id) "
          + "order by 1, 2") == [
          "i.csv|paid_at", "l.csv|received_at", "p.csv|paid_at", "r.csv|replied_at",
        ])
  }

  /// A time of the shop in Moscow.
  private func local(_ time: String) throws -> Int64 { try at(time) - 3 * 3_600_000 }

  private func placed(_ id: String, _ time: String) throws -> [String: Cell] {
    try order(id, time, 100, ["placed_at": .integer(try local(time))])
  }

  @Test func `a file that takes over rows of days with times has their days reworked`() throws {
    let days = [try placed("A1", "2026-05-03 00:00"), try placed("A2", "2026-05-04 00:00")]
    _ = try warehouse.load(.orders, "a.csv", days)
    let more = [try placed("A3", "2026-05-05 00:00")]
    #expect(
      try warehouse.load(.orders, "b.csv", days + more).dirtyDays.map(\.description)
        == ["2026-05-05"])
    let times = [try placed("A4", "2026-05-06 10:00")]
    #expect(
      try warehouse.load(.orders, "c.csv", [days[1]] + times).dirtyDays.map(\.description)
        == ["2026-05-04", "2026-05-06"])
  }
}
