import Synchronization
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Which campaign and channel a source, medium and campaign stand for.
///
/// A reference, because the warehouse's SQL functions ask it and the spend that teaches it is
/// loaded after the warehouse is opened.
final class CampaignNames: Sendable {
  private let directory = Mutex(CampaignDirectory())
  private let classifier: SourceClassifier

  init(classifier: SourceClassifier) {
    self.classifier = classifier
  }

  /// Learns anew which number each name has from the spend rows of the warehouse.
  func learn(from warehouse: Warehouse) throws(WarehouseError) {
    var learned = CampaignDirectory()
    let sql = "select distinct source, campaign, campaign_id from spend"
    try warehouse.forEachRow(sql) { row in
      learned.learn(
        source: row.optionalText(0), campaign: row.optionalText(1),
        campaignID: row.optionalText(2))
    }
    let result = learned
    directory.withLock { $0 = result }
  }

  /// A hash of all that was learned.
  var fingerprint: String {
    let lines = directory.withLock { $0.learned }
    return SHA256.hash(Array(lines.joined(separator: "\n").utf8)).map { String($0, radix: 16) }
      .joined(separator: "-")
  }

  /// The key of the campaign; nil for none.
  func key(source: String?, medium: String?, campaign: String?, campaignID: String?) -> String? {
    let channel = channel(source: source, medium: medium, campaign: campaign)
    return directory.withLock {
      $0.key(
        source: source, medium: medium, campaign: campaign, campaignID: campaignID,
        isPaid: channel.isPaid)
    }
  }

  /// The channel of an advertisement with these tags.
  func channel(source: String?, medium: String?, campaign: String?) -> Channel {
    classifier.channel(
      of: TrafficSource(source: source ?? "", medium: medium ?? "", campaign: campaign),
      referrerHost: nil, landingPath: "")
  }
}
