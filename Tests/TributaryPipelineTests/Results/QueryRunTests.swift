import Testing

@testable import TributaryPipeline

/// What a whole night says of search queries.
@Suite struct QueryRunTests {
  /// Rentals of ten days; the shop's other query sells.
  private static func days(
    _ month: String, _ days: ClosedRange<Int>, conversions: (Int, Int)?
  ) -> String {
    "date,query,campaign,clicks,cost" + (conversions == nil ? "\n" : ",conversions\n")
      + days.map { day in
        let date = "2026-\(month)-\(day < 10 ? "0" : "")\(day)"
        let (none, some) = conversions.map { (",\($0.0)", ",\($0.1)") } ?? ("", "")
        return "\(date),costume rental,wigs,10,500\(none)\n\(date),buy costume,wigs,10,500\(some)\n"
      }.joined()
  }

  private func advice(_ files: [String: String]) throws -> [String] {
    let shop = try Shop.small(
      "\n{kind: 'search_queries', paths: ['queries/*']},")
    try shop.write(
      "order_id,placed_at,total,cost_of_goods\nA1,2026-11-10,900,100\n", to: "orders/a.csv")
    for (name, text) in files { try shop.write(text, to: "queries/" + name) }
    #expect(try shop.run().exitCode == 0)
    return try shop.rows(
      "select text, advice, conversions from query_advice where text like '%rental%' "
        + "and campaign = 'wigs' order by text")
  }

  @Test func `a query that files once told the conversions of, and tell no more, is not judged`()
    throws
  {
    let rows = try advice([
      "a.csv": Self.days("08", 1...10, conversions: (0, 1)),
      "b.csv": Self.days("11", 1...10, conversions: nil),
    ])
    #expect(rows == ["costume rental|null|null"])
  }

  @Test func `a query without conversions in the window counts none`() throws {
    let rows = try advice(["a.csv": Self.days("11", 1...10, conversions: (0, 1))])
    #expect(rows.contains { $0.hasPrefix("costume rental|") && $0.hasSuffix("|0.0") })
  }
}
