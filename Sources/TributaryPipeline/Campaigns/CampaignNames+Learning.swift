import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension CampaignNames {
  /// Learns from the spend of the warehouse which number each name has, and which tags cost money.
  init(learnedFrom warehouse: Warehouse, classifier: SourceClassifier) throws(WarehouseError) {
    let rows = try warehouse.rows(
      """
      select source, medium, campaign, campaign_id, max(cost > 0)
      from spend
      group by source, medium, campaign, campaign_id
      """)
    let tags = rows.map { $0.cells.prefix(4).map { $0.optionalText ?? "" } }
    var directory = CampaignDirectory()
    for tag in tags { directory.learn(source: tag[0], campaign: tag[2], campaignID: tag[3]) }
    self.init(directory, classifier: classifier)
    for (tag, row) in zip(tags, rows) where row.cells[4] == .integer(1) {
      learnPaid(source: tag[0], medium: tag[1], campaign: tag[2], campaignID: tag[3])
    }
  }

  /// A hash of all that was learned.
  var fingerprint: String {
    SHA256.hash(Array(learned.utf8)).map { String($0, radix: 16) }.joined(separator: "-")
  }
}
