extension ClickID.Kind {
  /// Whether the platform charges for the clicks that carry it. A partner that is paid by the
  /// order is none: its visits are the channel `affiliates`.
  public var isPaid: Bool {
    switch self {
    case .srsltid, .ysclid, .fbclid, .igshid, .igsh, .epik: false
    default: !["affiliate", "email"].contains(medium)
    }
  }

  /// The source that it speaks for where the address names none.
  var source: String {
    switch self {
    case .yclid, .ysclid: "yandex"
    case .ymclid: "market.yandex.ru"
    case .gclid, .gbraid, .wbraid, .gadCampaignID, .gadSource, .gclsrc, .srsltid: "google"
    case .dclid: "doubleclick"
    case .msclkid: "bing"
    case .vkclid, .rbClickID, .myTarget: "vk.com"
    case .ttclid: "tiktok.com"
    case .twclid: "x.com"
    case .linkedIn: "linkedin.com"
    case .reddit: "reddit.com"
    case .snapchat: "snapchat.com"
    case .quora: "quora.com"
    case .line: "line.me"
    case .openAI: "chatgpt.com"
    case .baidu: "baidu"
    case .qihoo: "so.com"
    case .shenma: "sm.cn"
    case .tencent, .tencentZone: "wechat.com"
    case .yahoo: "yahoo"
    case .criteo: "criteo"
    case .outbrain, .outbrainMacro: "outbrain"
    case .taboola: "taboola"
    case .adobe, .adobeKeyword: "adobe"
    case .awc: "awin"
    case .irclickid, .irclid: "impact"
    case .cjevent: "cj"
    case .rakuten: "rakuten-advertising"
    case .shareASale: "shareasale"
    case .admitad: "admitad"
    case .tradedoubler: "tradedoubler"
    case .partnerize: "partnerize"
    case .refersion: "refersion"
    case .avantLink: "avantlink"
    case .mailchimp: "mailchimp"
    case .hubSpot: "hubspot"
    case .klaviyo: "klaviyo"
    case .marketo: "marketo"
    case .fbclid: "facebook.com"
    case .igshid, .igsh: "instagram.com"
    case .epik: "pinterest.com"
    }
  }

  /// The medium that it speaks for where the address names none.
  var medium: String {
    switch self {
    case .ysclid, .srsltid: "organic"
    case .fbclid, .igshid, .igsh, .epik: "social"
    case .dclid, .criteo, .outbrain, .outbrainMacro, .taboola: "display"
    case .awc, .irclickid, .irclid, .cjevent, .rakuten, .shareASale, .admitad, .tradedoubler,
      .partnerize, .refersion, .avantLink:
      "affiliate"
    case .mailchimp, .hubSpot, .klaviyo, .marketo: "email"
    default: "cpc"
    }
  }

  /// What kind of place it comes from; nil for none of its own.
  var siteKind: SiteKind? {
    switch self {
    case .yclid, .ysclid, .gclid, .gbraid, .wbraid, .gadCampaignID, .gadSource, .gclsrc, .msclkid,
      .baidu, .qihoo, .shenma, .yahoo:
      .search
    case .ymclid, .srsltid: .shopping
    case .vkclid, .rbClickID, .myTarget, .ttclid, .twclid, .linkedIn, .reddit, .snapchat, .quora,
      .line, .tencent, .tencentZone, .fbclid, .igshid, .igsh, .epik:
      .social
    case .openAI: .aiAssistant
    case .criteo, .outbrain, .outbrainMacro, .taboola: .advertising
    case .mailchimp, .hubSpot, .klaviyo, .marketo: .email
    default: nil
    }
  }
}
