import TributaryModel
import TributaryWarehouse

/// Tells where two files look like two advertising accounts of one platform, whose campaigns have no
/// numbers and happen to have the same names: the newer file's rows stand for both, so that the
/// older one's money is lost.
///
/// An export that is told anew differs in few days, and by little.
struct SpendAccounts {
  /// Campaigns and days that both files name, on several days, of which nearly all differ by far.
  private static let fewest = 5
  private static let fewestDays = 3
  private static let most = 0.8
  private static let farAway = 0.25

  private let warehouse: Warehouse

  init(_ warehouse: Warehouse) { self.warehouse = warehouse }

  /// Of two files, the one that does not count.
  private struct Pair: Hashable {
    let older: Int64
    let newer: Int64
  }

  private struct Comparison {
    var newer = ""
    var days: Set<String> = []
    var both = 0
    var different = 0
    var lost: [String: Int64] = [:]

    var isTold: Bool {
      both >= SpendAccounts.fewest && days.count >= SpendAccounts.fewestDays
        && Double(different) >= SpendAccounts.most * Double(both)
    }

    /// The newer file, and the sum of the older one that does not count.
    var about: String { newer + "; " + MoneyText.sums(lost).joined(separator: ", ") }
  }

  func tell() throws(WarehouseError) {
    let order = try warehouse.versionOrder(of: .spend)
    let ranks = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    var found: [Pair: Comparison] = [:]
    try warehouse.forEachRow(Self.both, []) { row in
      let isFirstOlder = (ranks[row.int64(2)] ?? 0) < (ranks[row.int64(3)] ?? 0)
      let files = (row.int64(0), row.int64(1))
      let costs = (row.int64(7), row.int64(8))
      let (mine, theirs) = isFirstOlder ? costs : (costs.1, costs.0)
      let pair =
        isFirstOlder
        ? Pair(older: files.0, newer: files.1) : Pair(older: files.1, newer: files.0)
      var comparison = found[pair] ?? Comparison()
      comparison.newer = row.text(isFirstOlder ? 5 : 4)
      comparison.days.insert(row.text(6))
      comparison.both += 1
      let (most, least) = (Double(max(mine, theirs)), Double(min(mine, theirs)))
      if most - least > Self.farAway * most {
        comparison.different += 1
        comparison.lost[row.text(9), default: 0] &+= mine
      }
      found[pair] = comparison
    }
    try warehouse.tell(
      .otherAccount,
      found.filter { $0.value.isTold }.map { pair, comparison in
        [
          .integer(pair.older), .text(comparison.about),
          .integer(Int64(comparison.different)),
        ]
      })
  }

  /// What each two files say of a day and campaign without a number that both name.
  private static let both = """
    with told as (
      select s.date, s.source, lower(s.campaign) as campaign, coalesce(s.currency, '') as currency,
        s.source_file_id as file, s.version_id as version, sum(s.cost) as cost
      from (select distinct day from counted_spend) d
      cross join spend s on s.date = d.day
      where s.campaign_id = '' and s.campaign <> ''
      group by s.date, s.source, lower(s.campaign), currency, s.source_file_id
    )
    select a.file, b.file, a.version, b.version, f.path, g.path, a.date, a.cost, b.cost, a.currency
    from told a
    join told b using (date, source, campaign, currency)
    join source_file f on f.source_file_id = a.file
    join source_file g on g.source_file_id = b.file
    where a.file < b.file and f.id_prefix = g.id_prefix
    """
}
