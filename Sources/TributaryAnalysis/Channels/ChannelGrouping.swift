import TributaryModel

/// The standard channel of a visit: the first rule of GA4's default channel group that holds.
///
/// Source: Google Analytics help, "Default channel group", evaluated top down, case ignored.
///
/// Deviations, each because the owner would otherwise pay for a wrong answer:
/// - an address whose source, medium or campaign holds an unreplaced macro is a channel of its own,
///   unless the campaign's number came through;
/// - a paid click id makes the visit paid and names the kind of site where the source does not;
/// - `direct` counts as `(direct)`; a source of e-mail kind is Email before it is a referral;
/// - visits from AI assistants have their own channel, from the referrer too.
enum ChannelGrouping {
  static func channel(of traffic: TrafficSource) -> Channel {
    let medium = traffic.medium.lowercased()
    let source = traffic.source.lowercased()
    let campaign = traffic.campaign?.lowercased() ?? ""
    let name = traffic.campaignID == nil ? campaign : ""
    if [source, medium, name].contains(where: Macro.isPresent(in:)) {
      return .macroNotReplaced
    }
    if traffic.isDirect { return .direct }
    if campaign.holds("cross-network") { return .crossNetwork }
    let kind = SiteCatalogue.kind(ofSource: source) ?? traffic.clickID?.kind.siteKind
    let isShop = kind == .shopping || speaksOfShopping(campaign)
    if isPaid(medium) || (traffic.clickID?.kind.isPaid ?? false) && !displayMedia.contains(medium) {
      return paidChannel(kind: kind, isShop: isShop, medium: medium)
    }
    if displayMedia.contains(medium) { return .display }
    return freeChannel(kind: kind, isShop: isShop, source: source, medium: medium)
  }

  /// `^(.*cp.*|ppc|retargeting|paid.*)$`
  static func isPaid(_ medium: String) -> Bool {
    medium.holds("cp") || medium == "ppc" || medium == "retargeting" || medium.hasPrefix("paid")
  }

  /// `^(.*(([^a-df-z]|^)shop|shopping).*)$`
  static func speaksOfShopping(_ campaign: String) -> Bool {
    let bytes = Array(campaign.utf8)
    let word = Array("shop".utf8)
    guard bytes.count >= word.count else { return false }
    return (0...bytes.count - word.count).contains { start in
      guard bytes[start..<start + word.count].elementsEqual(word) else { return false }
      let before = start == 0 ? UInt8(ascii: "-") : bytes[start - 1]
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(before)
      return !isLetter || before == UInt8(ascii: "e")
        || bytes[start...].starts(with: Array("shopping".utf8))
    }
  }

  private static let displayMedia: Set<String> = [
    "display", "banner", "expandable", "interstitial", "cpm",
  ]
  private static let socialMedia: Set<String> = [
    "social", "social-network", "social-media", "sm", "social network", "social media",
  ]
  static let mailWords: Set<String> = ["email", "e-mail", "e_mail", "e mail"]

  private static func paidChannel(kind: SiteKind?, isShop: Bool, medium: String) -> Channel {
    if isShop { return .paidShopping }
    switch kind {
    case .search: return .paidSearch
    case .social: return .paidSocial
    case .video: return .paidVideo
    default: return displayMedia.contains(medium) ? .display : .paidOther
    }
  }

  private static func freeChannel(
    kind: SiteKind?, isShop: Bool, source: String, medium: String
  ) -> Channel {
    if isShop { return .organicShopping }
    if kind == .social || socialMedia.contains(medium) { return .organicSocial }
    if kind == .video || medium.holds("video") { return .organicVideo }
    if kind == .aiAssistant || medium == "ai-assistant" { return .aiAssistant }
    if kind == .search || medium == "organic" { return .organicSearch }
    if kind == .email || mailWords.contains(source) || mailWords.contains(medium) { return .email }
    if ["referral", "app", "link"].contains(medium) { return .referral }
    if medium == "affiliate" || medium == "affiliates" { return .affiliates }
    if medium == "audio" { return .audio }
    if source == "sms" || medium == "sms" { return .sms }
    if medium.hasSuffix("push") || medium.holds("mobile") || medium.holds("notification")
      || source == "firebase"
    {
      return .mobilePush
    }
    return .unassigned
  }
}
