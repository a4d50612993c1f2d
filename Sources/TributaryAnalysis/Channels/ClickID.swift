/// The mark that an advertising platform leaves on the address it sends a visitor to.
///
/// Source: the platforms' help pages, and the lists of PostHog, Plausible, Matomo, Snowplow and
/// henkisdabro/platform-url-click-id-parameters.
public struct ClickID: Sendable, Hashable {
  public let kind: Kind
  public let value: String

  package init(kind: Kind, value: String) {
    self.kind = kind
    self.value = value
  }

  /// Whether a value is no id: a macro that nobody replaced, or a script's word for nothing.
  static func isPlaceholder(_ value: String) -> Bool {
    let nothing: Set<String> = [
      "null", "undefined", "none", "nan", "not_set", "(not set)", "not set", "-", "",
    ]
    return nothing.contains(value.lowercased()) || Macro.isPresent(in: value)
  }

  /// Which parameter carried it, in lower case. Cases stand in the order in which one wins over
  /// the next: what was paid for, by the click, then by the order, then what nobody paid for.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case yclid, ymclid
    case gclid, gbraid, wbraid, dclid
    case msclkid
    case vkclid
    case rbClickID = "rb_clickid"
    /// Of myTarget, now VK too.
    case myTarget = "mt_click_id"
    case ttclid, twclid
    case linkedIn = "li_fat_id"
    case reddit = "rdt_cid"
    /// Written `ScCid`.
    case snapchat = "sccid"
    case quora = "qclid"
    case line = "ldtag_cl"
    /// Of advertisements in ChatGPT.
    case openAI = "oppref"
    case baidu = "bd_vid"
    case qihoo = "qhclickid"
    case shenma = "uctrackid"
    case tencent = "gdt_vid"
    case tencentZone = "qz_gdt"
    case yahoo = "vmcid"
    case criteo = "cto_pld"
    case outbrain = "dicbo"
    case outbrainMacro = "ob_click_id"
    case taboola = "tblci"
    case adobe = "ef_id"
    case adobeKeyword = "s_kwcid"
    case gadCampaignID = "gad_campaignid"
    case gadSource = "gad_source"
    case gclsrc
    /// Awin.
    case awc
    /// Impact.
    case irclickid, irclid
    /// Commission Junction.
    case cjevent
    case rakuten = "ransiteid"
    case shareASale = "sscid"
    case admitad = "admitad_uid"
    case tradedoubler = "tduid"
    case partnerize = "clickref"
    case refersion = "rfsn"
    case avantLink = "avad"
    case mailchimp = "mc_cid"
    case hubSpot = "_hsmi"
    case klaviyo = "_kx"
    case marketo = "mkt_tok"
    /// Google's free product listings.
    case srsltid
    /// Yandex marks organic results with it; nobody paid.
    case ysclid
    /// Stands on shared and on advertised links alike, so it proves no payment.
    case fbclid
    case igshid, igsh
    /// Pinterest puts it on pins of both sorts.
    case epik
  }
}
