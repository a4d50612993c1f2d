/// The mark that an advertising platform leaves on the address it sends a visitor to.
///
/// Source: the platforms' help pages, as gathered in FORMATS 5.2.
public struct ClickID: Sendable, Hashable {
  public let kind: Kind
  public let value: String

  public init(kind: Kind, value: String) {
    self.kind = kind
    self.value = value
  }

  /// Which parameter carried it. Cases stand in the order in which one wins over the next.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case yclid, ymclid
    case gclid, gbraid, wbraid, dclid
    case msclkid
    case vkclid
    case rbClickID = "rb_clickid"
    case ttclid, twclid
    case linkedIn = "li_fat_id"
    case gadCampaignID = "gad_campaignid"
    case gadSource = "gad_source"
    /// Google's free product listings.
    case srsltid
    /// Yandex marks organic results with it; nobody paid.
    case ysclid
    /// Stands on shared and on advertised links alike, so it proves no payment.
    case fbclid
    case igshid, igsh
    /// Pinterest puts it on pins of both sorts.
    case epik

    /// Whether the platform charges for the clicks that carry it.
    public var isPaid: Bool {
      switch self {
      case .srsltid, .ysclid, .fbclid, .igshid, .igsh, .epik: false
      default: true
      }
    }

    /// The source that it speaks for where the address names none.
    var source: String {
      switch self {
      case .yclid, .ysclid: "yandex"
      case .ymclid: "market.yandex.ru"
      case .gclid, .gbraid, .wbraid, .gadCampaignID, .gadSource, .srsltid: "google"
      case .dclid: "doubleclick"
      case .msclkid: "bing"
      case .vkclid, .rbClickID: "vk.com"
      case .ttclid: "tiktok.com"
      case .twclid: "x.com"
      case .linkedIn: "linkedin.com"
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
      case .dclid: "display"
      default: "cpc"
      }
    }

    /// What kind of place it comes from.
    var siteKind: SiteKind? {
      switch self {
      case .yclid, .ysclid, .gclid, .gbraid, .wbraid, .gadCampaignID, .gadSource, .msclkid: .search
      case .ymclid, .srsltid: .shopping
      case .vkclid, .rbClickID, .ttclid, .twclid, .linkedIn, .fbclid, .igshid, .igsh, .epik: .social
      case .dclid: nil
      }
    }
  }
}
