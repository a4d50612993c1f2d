import Foundation
import TributaryModel

/// Tells the source and the channel of a visit from its landing address and referrer.
public struct SourceClassifier: Sendable {
  public let rules: SourceRules
  private let ownHosts: Set<String>
  /// Gateways and sign-ins.
  private let passages: Set<String>

  package init(rules: SourceRules = SourceRules()) {
    self.rules = rules
    ownHosts = Set(rules.ownHosts)
    passages = Set(rules.gateways + rules.signIns)
  }

  /// The host that a visitor came from; nil for none, for the shop's own, for gateways and sign-ins.
  ///
  /// `landingHost` is own whatever the rules say.
  public func referrerHost(_ referrer: String?, landingHost: String) -> String? {
    guard let referrer, let host = HostName.ofReferrer(referrer),
      host != HostName.normalized(landingHost), !isOwn(host)
    else { return nil }
    return host
  }

  /// Whether a normalised host belongs to the shop, to a gateway or to a sign-in.
  func isOwn(_ host: String) -> Bool {
    isShop(host) || HostName.isWithin(host, passages)
  }

  /// Whether a normalised host is one of the shop's.
  func isShop(_ host: String) -> Bool { HostName.isWithin(host, ownHosts) }

  /// The source of a visit.
  ///
  /// An explicit tag speaks first, then a click id, then the referrer. A paid click id turns a
  /// medium that is not a paid one into `cpc`, whatever the tag says.
  public func source(query: String?, referrerHost: String?) -> TrafficSource {
    guard let query, SourceMark.isPresent(in: query) else { return referral(referrerHost) }
    let parameters = QueryParameters(query)
    let clickID = clickID(in: parameters)
    let tag = openstat(parameters)
    let referrer =
      referrerHost
      ?? parameters["utm_referrer"].flatMap { HostName.ofReferrer($0) }
      .flatMap { isOwn($0) ? nil : $0 }
    let named = parameters["utm_source"] ?? tag?.source
    let isTagged =
      named != nil || parameters["utm_medium"] != nil || parameters["utm_campaign"] != nil
    let found = referral(referrer)
    let bare = clickID.map { untagged($0, referral: found) } ?? found
    var source = bare.source
    var medium = bare.medium
    if isTagged {
      if let named {
        source = named.lowercased()
      } else if bare.isDirect {
        source = "(not set)"
      }
      let stated = parameters["utm_medium"]?.lowercased() ?? tag?.medium
      medium = stated ?? (clickID == nil ? "(not set)" : medium)
    }
    if let clickID, clickID.kind.isPaid, !ChannelGrouping.isPaid(medium),
      !["display", "banner", "expandable", "interstitial"].contains(medium)
    {
      medium = "cpc"
    }
    let campaign = parameters["utm_campaign"] ?? tag?.campaign
    let keyword = parameters["utm_term"]
    let content = parameters["utm_content"] ?? tag?.content
    return TrafficSource(
      source: source, medium: medium, campaign: campaign,
      campaignID: CampaignNumber.find(in: parameters, rules: rules) ?? tag?.campaignID,
      keyword: keyword, content: content, clickID: clickID,
      hasMacro: [source, medium, campaign, keyword, content].contains {
        $0.map(Macro.isPresent(in:)) ?? false
      })
  }

  /// The channel: the shop's first rule that matches, else the standard group.
  public func channel(
    of traffic: TrafficSource, referrerHost: String?, landingPath: String
  ) -> Channel {
    rule(of: traffic, referrerHost: referrerHost, landingPath: landingPath)?.channel
      ?? ChannelGrouping.channel(of: traffic)
  }

  /// Whether a rule of the shop says the channel.
  func isRuled(_ traffic: TrafficSource, referrerHost: String?, landingPath: String) -> Bool {
    rule(of: traffic, referrerHost: referrerHost, landingPath: landingPath) != nil
  }

  private func rule(
    of traffic: TrafficSource, referrerHost: String?, landingPath: String
  ) -> ChannelRule? {
    rules.channelRules.first {
      $0.matches(traffic, referrerHost: referrerHost, landingPath: landingPath)
    }
  }

  private func referral(_ host: String?) -> TrafficSource {
    guard let host else { return .direct }
    guard let site = SiteCatalogue.site(ofHost: host) else {
      return TrafficSource(source: host, medium: "referral")
    }
    let medium =
      switch site.kind {
      case .advertising: "display"
      case _ where site.isPaid: "cpc"
      case .search: "organic"
      case .email: "email"
      case .aiAssistant: "ai-assistant"
      case .social, .video, .shopping: "referral"
      }
    return TrafficSource(source: site.name, medium: medium)
  }

  /// What a click id says by itself; an unpaid one leaves a known social site its name, since
  /// Facebook's mark also stands on links out of Instagram.
  private func untagged(_ clickID: ClickID, referral: TrafficSource) -> TrafficSource {
    if !clickID.kind.isPaid, clickID.kind.siteKind == .social,
      SiteCatalogue.kind(ofSource: referral.source) == .social
    {
      return referral
    }
    return TrafficSource(source: clickID.kind.source, medium: clickID.kind.medium)
  }

  private func clickID(in parameters: QueryParameters) -> ClickID? {
    for kind in ClickID.Kind.allCases {
      if let value = parameters[kind.rawValue], !ClickID.isPlaceholder(value) {
        return ClickID(kind: kind, value: value)
      }
    }
    return nil
  }

  /// Openstat packs `service;campaign;ad;place` in Base64, some systems leave it plain.
  private func openstat(_ parameters: QueryParameters) -> TrafficSource? {
    guard let packed = parameters["_openstat"] else { return nil }
    let padding = String(repeating: "=", count: (4 - packed.utf8.count % 4) % 4)
    let decoded = Data(base64Encoded: packed + padding).flatMap {
      String(data: $0, encoding: .utf8)
    }
    let parts = (decoded ?? packed).split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count >= 3, !parts[0].isEmpty else { return nil }
    let service = parts[0].lowercased()
    let campaign = parts[1].isEmpty ? nil : String(parts[1])
    return TrafficSource(
      source: service == "direct.yandex.ru" ? "yandex" : service, medium: "cpc", campaign: campaign,
      campaignID: campaign.flatMap { CampaignNumber.isNumber($0) ? $0 : nil },
      content: parts[2].isEmpty ? nil : String(parts[2]))
  }
}
