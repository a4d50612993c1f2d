import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension CampaignNames {
  /// Learns from the spend of the warehouse which number each name has, and which tags cost money.
  init(
    learnedFrom warehouse: Warehouse, platforms: AdPlatforms, classifier: SourceClassifier
  ) throws(WarehouseError) {
    var tags = try Self.tags(of: warehouse)
    let several = CampaignDirectory.needsDays(tags, platforms: platforms)
    if !several.isEmpty {
      let days = try Self.days(of: warehouse)
      for index in tags.indices where several.contains(tags[index]) {
        tags[index].days = days[Self.words(tags[index])] ?? []
      }
    }
    self.init(CampaignDirectory(tags, platforms: platforms), classifier: classifier)
  }

  private static func tags(of warehouse: Warehouse) throws(WarehouseError) -> [SpendTag] {
    let columns = try warehouse.versionColumns(of: .spend)
    var tags: Set<SpendTag> = []
    try warehouse.forEachRow(
      """
      select source, medium, campaign, campaign_id, version_id, max(cost > 0)
      from spend
      group by source, medium, campaign, campaign_id, version_id
      """
    ) { row in
      tags.insert(
        SpendTag(
          source: row.text(0), medium: row.text(1), campaign: row.text(2), campaignID: row.text(3),
          statesMedium: columns[row.int64(4)]?.contains("medium") ?? false,
          isPaid: row.int64(5) == 1))
    }
    return Array(tags)
  }

  /// The days on which tags cost money, by the words of the tags: those on which the spend of their
  /// number counts.
  private static func days(of warehouse: Warehouse) throws(WarehouseError) -> [[String]: Set<Day>] {
    var days: [[String]: Set<Day>] = [:]
    try warehouse.forEachRow(
      """
      select distinct source, medium, campaign, campaign_id, date
      from spend s
      where cost > 0 and campaign <> '' and (
        not exists (select 1 from counted_spend c where c.day = s.date)
        or exists (
          select 1 from counted_spend c
          where c.day = s.date and c.campaign_id = s.campaign_id and c.cost > 0
        )
      )
      """
    ) { row in
      guard let day = Day(row.text(4)) else { return }
      days[(0..<4).map(row.text), default: []].insert(day)
    }
    return days
  }

  private static func words(_ tag: SpendTag) -> [String] {
    [tag.source, tag.medium, tag.campaign, tag.campaignID]
  }

  /// A hash of all that was learned.
  var fingerprint: String {
    SHA256.hash(Array(learned.utf8)).map { String($0, radix: 16) }.joined(separator: "-")
  }
}
