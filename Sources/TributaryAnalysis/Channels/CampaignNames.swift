import TributaryModel

/// Which campaign and channel a source, medium and campaign stand for.
public struct CampaignNames: Sendable {
  private let directory: CampaignDirectory
  private let classifier: SourceClassifier

  /// - Parameter directory: what spend says of the numbers of names.
  public init(_ directory: CampaignDirectory = CampaignDirectory(), classifier: SourceClassifier) {
    self.directory = directory
    self.classifier = classifier
  }

  /// All that was learned, as text: names that differ in it may stand for other campaigns.
  public var learned: String { directory.learned.joined(separator: "\n") }

  /// The key of the campaign; nil for none.
  public func key(
    source: String?, medium: String?, campaign: String?, campaignID: String?
  ) -> String? {
    let channel = channel(source: source, medium: medium, campaign: campaign)
    return directory.key(
      source: source, medium: medium, campaign: campaign, campaignID: campaignID,
      isPaid: channel.isPaid)
  }

  /// The channel of an advertisement with these tags.
  public func channel(source: String?, medium: String?, campaign: String?) -> Channel {
    classifier.channel(
      of: TrafficSource(source: source ?? "", medium: medium ?? "", campaign: campaign),
      referrerHost: nil, landingPath: "")
  }
}
