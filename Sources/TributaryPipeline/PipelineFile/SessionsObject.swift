import TributaryAnalysis
import TributaryModel

/// How page views become sessions.
struct SessionsObject: PipelineObject {
  static let keys = SessionsObject()

  let gapMinutes = PipelineKey(
    "gap_minutes", .integer(1...1440), unit: "minutes", default: 30,
    remakes: [.sessions, .journeys], "A longer pause ends a session.")
  let maxPagesPerMinute = PipelineKey(
    "max_pages_per_minute", .integer(1...100_000), unit: "page views", default: 60,
    remakes: [.sessions],
    "More page views of a visitor within any minute make it a robot for that day.")
  let botAgents = PipelineKey(
    "bot_agents", .list(.text), default: [], remakes: [.sessions],
    "Parts of user agents that are robots, besides the well-known ones; case does not matter.")
  let ownAddresses = PipelineKey(
    "own_addresses", .list(.address), default: [], remakes: [.files],
    "Addresses of the shop's own people, such as `203.0.113.7` or `203.0.113.0/24`: their requests "
      + "are counted as filtered.")
  let humanAgents = PipelineKey(
    "human_agents", .list(.text), default: [], remakes: [.sessions],
    "Parts of user agents that `bot_agents` and `max_pages_per_minute` do not make robots; those "
      + "of the well-known robots are not kept as page views and stay robots.")
}

/// Which pages are the steps of a purchase.
struct FunnelsObject: PipelineObject {
  static let keys = FunnelsObject()

  let product = PipelineKey(
    "product", .list(.pagePattern), default: ["/product/*"], remakes: [.sessions],
    "Pages of one product.")
  let cart = PipelineKey(
    "cart", .list(.pagePattern), default: ["/cart*"], remakes: [.sessions], "Pages of the cart.")
  let checkout = PipelineKey(
    "checkout", .list(.pagePattern), default: ["/checkout"], remakes: [.sessions],
    "Pages of the checkout.")
  let order = PipelineKey(
    "order", .list(.pagePattern), default: ["/checkout/thanks"], remakes: [.sessions],
    "Pages that confirm an order; they do not count as checkout.")
  let orderIDParameters = PipelineKey(
    "order_id_parameters", .list(.text), default: ["order_id"], remakes: [.sessions],
    "Query parameters of those pages that hold the order's number; they join visits to orders.")
  let orderNumberPaths = PipelineKey(
    "order_number_paths", .list(.orderPath), default: [], remakes: [.sessions],
    "Pages that confirm an order, too, and hold its number at their last `*`, or a shop system that "
      + "stands for its own: `bitrix`, `insales`, `opencart`, `shopify`, `woocommerce`. The pages of "
      + "`order` hold theirs at `*` where no parameter does.")
}

/// How visits are told apart by where they come from.
struct ChannelsObject: PipelineObject {
  static let keys = ChannelsObject()

  let ownDomains = PipelineKey(
    "own_domains", .list(.text), default: [], remakes: [.sessions, .journeys],
    "The shop's domains, each with its subdomains; coming from one of them is no new visit.")
  let paymentGateways = PipelineKey(
    "payment_gateways", .list(.text), default: [], remakes: [.sessions],
    "Domains that buyers come back from after paying, besides the well-known ones.")
  let signInDomains = PipelineKey(
    "sign_in_domains", .list(.text), default: [], remakes: [.sessions],
    "Domains that visitors come back from after signing in, or after reading a code, besides the "
      + "well-known ones.")
  let campaignIDParameters = PipelineKey(
    "campaign_id_parameters", .list(.text),
    default: ["utm_id", "utm_campaign_id", "campaign_id", "campaignid"], remakes: [.sessions],
    "Query parameters that hold nothing but a campaign's number, best first.")
  let packedCampaignKeys = PipelineKey(
    "packed_campaign_keys", .list(.text), default: ["c", "cid", "campaign_id", "campaignid"],
    remakes: [.sessions],
    "Keys of a packed tag (`utm_content=c:123|g:45`) that hold a campaign's number.")
  let spamReferrers = PipelineKey(
    "spam_referrers", .list(.text), default: [], remakes: [.files],
    "Sites, each with its subdomains, that send nobody and only want to be seen in reports: "
      + "requests with such a referrer are counted as filtered.")
  let platforms = PipelineKey(
    "platforms", .map(.text), default: [:], remakes: [.facts],
    "Further names of advertising platforms in `source` and utm_source, such as "
      + "`{\"rsya-msk\": \"yandex\"}`: campaigns belong to a platform.")
  let rules = PipelineKey(
    "rules", .objects(ChannelRuleObject.self), default: [], remakes: [.sessions],
    "The shop's own channel rules, asked in order before the standard ones; every pattern of a "
      + "rule must match.")
}

/// A channel for the visits that fit every pattern; `*` stands for any text.
struct ChannelRuleObject: PipelineObject {
  static let keys = ChannelRuleObject()

  let channel = PipelineKey(
    "channel", .choice(Channel.self), required: .unassigned, remakes: [.sessions],
    "The channel that a matching visit belongs to.")
  let source = PipelineKey(
    "source", .text, note: "any", remakes: [.sessions], "Pattern of utm_source; `*` is any text.")
  let medium = PipelineKey(
    "medium", .text, note: "any", remakes: [.sessions], "Pattern of utm_medium.")
  let campaign = PipelineKey(
    "campaign", .text, note: "any", remakes: [.sessions], "Pattern of utm_campaign.")
  let referrer = PipelineKey(
    "referrer", .text, note: "any", remakes: [.sessions], "Pattern of the referrer's host.")
  let landing = PipelineKey(
    "landing", .text, note: "any", remakes: [.sessions], "Pattern of the landing page's path.")
}

extension SourceRules {
  /// The rules that the pipeline file sets, the well-known gateways and sign-ins among them.
  init(_ channels: PipelineValues<ChannelsObject>) {
    self.init(
      ownHosts: channels.ownDomains,
      gateways: SourceRules.standardGateways + channels.paymentGateways,
      signIns: SourceRules.standardSignIns + channels.signInDomains,
      channelRules: channels.rules.map { rule in
        ChannelRule(
          source: rule.source, medium: rule.medium, campaign: rule.campaign,
          referrer: rule.referrer, landing: rule.landing, channel: rule.channel)
      },
      campaignIDParameters: channels.campaignIDParameters,
      packedCampaignKeys: channels.packedCampaignKeys)
  }
}
