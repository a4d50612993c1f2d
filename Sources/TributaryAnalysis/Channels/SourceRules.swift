/// How the source of a visit is told.
public struct SourceRules: Sendable, Hashable {
  /// The shop's own hosts, each with everything below it; the host that was asked for is always own.
  public var ownHosts: [String]
  /// Hosts that a visitor comes back from in the middle of a visit: payment gateways, bank checks.
  public var gateways: [String]
  /// The shop's own channel rules; the first that matches wins over the standard rules.
  public var channelRules: [ChannelRule]
  /// Parameters that hold nothing but the campaign's number, lower case, best first.
  public var campaignIDParameters: [String]
  /// Keys of a packed tag (`utm_content=c:123|g:45`, `cid|123`) that hold the campaign's number.
  public var packedCampaignKeys: [String]

  package init(
    ownHosts: [String] = [], gateways: [String] = SourceRules.standardGateways,
    channelRules: [ChannelRule] = [],
    campaignIDParameters: [String] = ["utm_id", "utm_campaign_id", "campaign_id", "campaignid"],
    packedCampaignKeys: [String] = ["c", "cid", "campaign_id", "campaignid"]
  ) {
    self.ownHosts = ownHosts.map { HostName.normalized($0) }
    self.gateways = gateways.map { HostName.normalized($0) }
    self.channelRules = channelRules
    self.campaignIDParameters = campaignIDParameters.map { $0.lowercased() }
    self.packedCampaignKeys = packedCampaignKeys.map { $0.lowercased() }
  }

  /// Payment pages that a shop in Russia or abroad is likely to use.
  public static let standardGateways = [
    "yookassa.ru", "yoomoney.ru", "money.yandex.ru", "pay.yandex.ru", "robokassa.ru",
    "robokassa.com", "cloudpayments.ru", "payanyway.ru", "paykeeper.ru", "payu.ru",
    "uniteller.ru", "qr.nspk.ru", "securepayments.sberbank.ru", "3dsec.sberbank.ru",
    "ecommerce.sberbank.ru", "acs.sberbank.ru", "securepay.tinkoff.ru", "securepay.tbank.ru",
    "pay.tbank.ru", "acs.tinkoff.ru", "payment.alfabank.ru", "pay.alfabank.ru",
    "paypal.com", "checkout.stripe.com", "hooks.stripe.com", "pay.google.com", "klarna.com",
    "adyen.com", "worldpay.com", "mollie.com", "payments.amazon.com", "shop.app",
  ]
}
