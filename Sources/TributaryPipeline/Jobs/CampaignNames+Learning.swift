import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension CampaignNames {
  /// Learns which number each name has from the spend of the warehouse.
  init(learnedFrom warehouse: Warehouse, classifier: SourceClassifier) throws(WarehouseError) {
    var directory = CampaignDirectory()
    let sql = "select distinct source, campaign, campaign_id from spend"
    try warehouse.forEachRow(sql) { row in
      directory.learn(
        source: row.optionalText(0), campaign: row.optionalText(1), campaignID: row.optionalText(2))
    }
    self.init(directory, classifier: classifier)
  }

  /// A hash of all that was learned.
  var fingerprint: String {
    SHA256.hash(Array(learned.utf8)).map { String($0, radix: 16) }.joined(separator: "-")
  }
}
