import Testing

@testable import TributaryPipeline

/// Two advertising accounts whose campaigns bear the same names and no numbers.
@Suite struct SpendAccountsTests {
  /// A file of several days, each with these costs by campaign.
  private func file(_ days: ClosedRange<Int>, _ costs: (Int) -> [(String, Double)]) -> String {
    "date,source,medium,campaign,cost\n"
      + days.flatMap { day in
        costs(day).map { "2026-11-0\(day),yandex,cpc,\($0.0),\($0.1)\n" }
      }.joined()
  }

  private func run(
    _ older: String, _ newer: String, prefix: String = ""
  ) throws -> (notes: [String], spend: [String]) {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-11-14', sources: [
        {kind: 'spend', format: 'csv', paths: ['a.csv']\(prefix)},
        {kind: 'spend', format: 'csv', paths: ['b.csv']},
      ]}
      """)
    try shop.write(older, to: "a.csv")
    try shop.touch("a.csv", "2026-11-10T09:00:00Z")
    try shop.write(newer, to: "b.csv")
    try shop.touch("b.csv", "2026-11-11T09:00:00Z")
    #expect(try shop.run().exitCode == 0)
    return (
      try shop.rows(
        """
        select path, about, count from file_note join source_file using (source_file_id)
        where note = 'other-account'
        """),
      try shop.rows("select sum(cost) from spend_fact")
    )
  }

  private let one: (Int) -> [(String, Double)] = { _ in [("Brand", 10), ("Hats", 20)] }
  private let other: (Int) -> [(String, Double)] = { _ in [("brand", 3), ("Hats", 50)] }

  @Test func `the one whose money does not count is told with its sum`() throws {
    let (notes, spend) = try run(file(1...4, one), file(1...4, other))
    #expect(notes == ["a.csv|b.csv; 120.00 EUR|8"])
    #expect(spend == ["21200"])
  }

  @Test func `sources with other prefixes both count`() throws {
    let (notes, spend) = try run(
      file(1...4, one), file(1...4, other), prefix: ", id_prefix: 'second-'")
    #expect(notes == [])
    #expect(spend == ["33200"])
  }

  /// The last days told anew; all days without a tax of 20%; two days alone; other campaigns.
  @Test func `an export told anew is no other account`() throws {
    let base = file(1...6, one)
    for newer in [
      file(1...6) { $0 > 4 ? [("Brand", 15), ("Hats", 31)] : [("Brand", 10), ("Hats", 20)] },
      file(1...6) { _ in [("Brand", 8.33), ("Hats", 16.67)] },
      file(6...7) { _ in [("Brand", 90), ("Hats", 90)] },
      file(1...6) { _ in [("Masks", 90), ("Wigs", 90)] },
    ] {
      #expect(try run(base, newer).notes == [])
    }
  }
}
