/// Where a visit, call or letter came from: the GA4 default channel groups, with the shop's own
/// telephone and mail beside them.
///
/// Source: Google Analytics help, "Default channel group" (2026); deviations in `Analysis/Channels`.
public enum Channel: String, Sendable, CaseIterable, Hashable {
  case direct
  case crossNetwork = "cross-network"
  case paidShopping = "paid-shopping"
  case paidSearch = "paid-search"
  case paidSocial = "paid-social"
  case paidVideo = "paid-video"
  case display
  case paidOther = "paid-other"
  case organicShopping = "organic-shopping"
  case organicSocial = "organic-social"
  case organicVideo = "organic-video"
  case organicSearch = "organic-search"
  case referral
  case email
  case affiliates
  case audio
  case sms
  case mobilePush = "mobile-push"
  case aiAssistant = "ai-assistant"
  /// A tag whose macro the platform did not replace, such as `utm_campaign={campaign_id}`.
  case macroNotReplaced = "macro-not-replaced"
  /// A call to a number that stands for no other channel.
  case call
  /// A letter to the shop's mailbox.
  case letter
  case unassigned

  /// Whether somebody is paid for each click.
  public var isPaid: Bool {
    switch self {
    case .crossNetwork, .paidShopping, .paidSearch, .paidSocial, .paidVideo, .display, .paidOther:
      true
    default: false
    }
  }
  /// The channel of the same kind of site where each click is paid for; itself for channels that
  /// hold paid and free visits alike, such as e-mail.
  public var paid: Channel {
    switch self {
    case .organicShopping: .paidShopping
    case .organicSearch: .paidSearch
    case .organicSocial: .paidSocial
    case .organicVideo: .paidVideo
    case .direct, .referral, .aiAssistant, .unassigned: .paidOther
    default: self
    }
  }
}
