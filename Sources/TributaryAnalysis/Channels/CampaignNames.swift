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

  /// Keys of names that stand for several numbers on one day, each with the keys of those numbers.
  public var sharedNames: [String: Set<String>] { directory.sharedNames }

  /// The keys of a visit's or call's campaign.
  public func keys(
    source: String?, medium: String?, campaign: String?, campaignID: String?
  ) -> CampaignKeys {
    let traffic = TrafficSource(source, medium, campaign, campaignID)
    return keys(
      of: traffic,
      channel: channel(
        of: traffic, standard: standardChannel(of: traffic), referrerHost: nil, landingPath: ""))
  }

  /// The channel of a visit or call with these tags.
  public func channel(source: String?, medium: String?, campaign: String?) -> Channel {
    channel(
      of: TrafficSource(source, medium, campaign, nil), referrerHost: nil, landingPath: "")
  }

  /// The campaign and channel of an advertisement with these tags. The channel is a paid one when
  /// money was spent on it, unless a rule of the shop says otherwise.
  public func advertisement(
    source: String, medium: String, campaign: String, campaignID: String
  ) -> (keys: CampaignKeys, channel: Channel) {
    let traffic = TrafficSource(source, medium, campaign, campaignID)
    let standard = standardChannel(of: traffic)
    let channel =
      isNamedBySpend(traffic) && !classifier.isRuled(traffic, referrerHost: nil, landingPath: "")
      ? standard.paid : standard
    return (keys(of: traffic, channel: channel), channel)
  }

  /// The channel of a visit.
  public func channel(
    of traffic: TrafficSource, referrerHost: String?, landingPath: String
  ) -> Channel {
    channel(
      of: traffic,
      standard: classifier.channel(
        of: traffic, referrerHost: referrerHost, landingPath: landingPath),
      referrerHost: referrerHost, landingPath: landingPath)
  }

  /// The channel of a visit that spend apart would be `standard`.
  public func channel(
    of traffic: TrafficSource, standard: Channel, referrerHost: String?, landingPath: String
  ) -> Channel {
    guard standard.paid != standard, isPaid(traffic),
      !classifier.isRuled(traffic, referrerHost: referrerHost, landingPath: landingPath)
    else { return standard }
    return standard.paid
  }

  /// Whether somebody paid for visits with these tags, though their medium may not say so.
  public func isPaid(_ traffic: TrafficSource) -> Bool {
    let isTagged =
      traffic.campaign != nil || traffic.campaignID != nil
      || !CampaignDirectory.isUntagged(traffic.medium) || traffic.medium == "(not set)"
    return isTagged && isNamedBySpend(traffic)
  }

  private func isNamedBySpend(_ traffic: TrafficSource) -> Bool {
    directory.isPaid(
      source: traffic.source, medium: traffic.medium, campaign: traffic.campaign,
      campaignID: traffic.campaignID)
  }

  private func standardChannel(of traffic: TrafficSource) -> Channel {
    let named = TrafficSource(
      source: traffic.source, medium: traffic.medium, campaign: traffic.campaign)
    return classifier.channel(of: named, referrerHost: nil, landingPath: "")
  }

  private func keys(of traffic: TrafficSource, channel: Channel) -> CampaignKeys {
    directory.keys(
      source: traffic.source, medium: traffic.medium, campaign: traffic.campaign,
      campaignID: traffic.campaignID, isPaid: channel.isPaid)
  }
}

extension TrafficSource {
  fileprivate init(
    _ source: String?, _ medium: String?, _ campaign: String?, _ campaignID: String?
  ) {
    self.init(
      source: source ?? "", medium: medium ?? "",
      campaign: campaign.flatMap { $0.isEmpty ? nil : $0 },
      campaignID: campaignID.flatMap { $0.isEmpty ? nil : $0 })
  }
}
