import TributaryModel

extension PipelineKey {
  /// The keys that tell where visits come from.
  static let channels = [
    PipelineKey(
      "channels", .object, default: "{}", "How visits are told apart by where they come from."),
    PipelineKey(
      "channels.own_domains", .list(.text), default: "[]",
      "The shop's domains, each with its subdomains; coming from one of them is no new visit."),
    PipelineKey(
      "channels.payment_gateways", .list(.text), default: "[]",
      "Domains that buyers come back from after paying, besides the well-known ones."),
    PipelineKey(
      "channels.campaign_id_parameters", .list(.text),
      default: "['utm_id', 'utm_campaign_id', 'campaign_id', 'campaignid']",
      "Query parameters that hold nothing but a campaign's number, best first."),
    PipelineKey(
      "channels.packed_campaign_keys", .list(.text),
      default: "['c', 'cid', 'campaign_id', 'campaignid']",
      "Keys of a packed tag (`utm_content=c:123|g:45`) that hold a campaign's number."),
    PipelineKey(
      "channels.rules", .objects, default: "[]",
      "The shop's own channel rules, asked in order before the standard ones; every pattern of a "
        + "rule must match."),
    PipelineKey(
      "channels.rules[].channel", .choice(Channel.allCases.map(\.rawValue)), required: true,
      "The channel that a matching visit belongs to."),
    PipelineKey(
      "channels.rules[].source", .text, note: "any", "Pattern of utm_source; `*` is any text."),
    PipelineKey("channels.rules[].medium", .text, note: "any", "Pattern of utm_medium."),
    PipelineKey("channels.rules[].campaign", .text, note: "any", "Pattern of utm_campaign."),
    PipelineKey("channels.rules[].referrer", .text, note: "any", "Pattern of the referrer's host."),
    PipelineKey(
      "channels.rules[].landing", .text, note: "any", "Pattern of the landing page's path."),
  ]
}
