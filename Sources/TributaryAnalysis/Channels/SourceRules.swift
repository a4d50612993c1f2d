/// How the source of a visit is told.
public struct SourceRules: Sendable, Hashable {
  /// The shop's own hosts, each with everything below it; the host that was asked for is always own.
  public var ownHosts: [String]
  /// Hosts that a visitor comes back from in the middle of a visit: payment gateways, bank checks.
  public var gateways: [String]
  /// Hosts where a visitor signs in, or confirms who he is, and comes back.
  public var signIns: [String]
  /// The shop's own channel rules; the first that matches wins over the standard rules.
  public var channelRules: [ChannelRule]
  /// Parameters that hold nothing but the campaign's number, lower case, best first.
  public var campaignIDParameters: [String]
  /// Keys of a packed tag (`utm_content=c:123|g:45`, `cid|123`) that hold the campaign's number.
  public var packedCampaignKeys: [String]

  package init(
    ownHosts: [String] = [], gateways: [String] = SourceRules.standardGateways,
    signIns: [String] = SourceRules.standardSignIns,
    channelRules: [ChannelRule] = [],
    campaignIDParameters: [String] = ["utm_id", "utm_campaign_id", "campaign_id", "campaignid"],
    packedCampaignKeys: [String] = ["c", "cid", "campaign_id", "campaignid"]
  ) {
    self.ownHosts = ownHosts.map { HostName.normalized($0) }
    self.gateways = gateways.map { HostName.normalized($0) }
    self.signIns = signIns.map { HostName.normalized($0) }
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
    "cardinalcommerce.com", "arcot.com", "3dsecure.io", "wlp-acs.com", "pay.vk.com",
    "payment.mts.ru", "wallet.qiwi.com", "checkout.com", "sumup.com", "squareup.com",
    "razorpay.com", "payu.com", "paytrail.com", "przelewy24.pl", "liqpay.ua", "kaspi.kz",
  ]

  /// Pages where people sign in by another account; none of them sends anybody to a shop.
  ///
  /// Social networks whose sign-in has no host of its own are left out.
  public static let standardSignIns = [
    "accounts.google.com", "accounts.youtube.com", "appleid.apple.com", "idmsa.apple.com",
    "account.apple.com", "login.microsoftonline.com", "login.live.com", "account.live.com",
    "b2clogin.com", "id.vk.com", "id.vk.ru", "oauth.vk.com", "oauth.vk.ru", "login.vk.com",
    "login.vk.ru", "connect.vk.com", "passport.yandex.ru", "passport.yandex.com",
    "passport.yandex.by", "passport.yandex.kz", "passport.yandex.uz", "passport.ya.ru",
    "oauth.yandex.ru", "oauth.yandex.com", "sso.passport.yandex.ru", "autofill.yandex.ru",
    "id.yandex.ru", "esia.gosuslugi.ru", "login.mos.ru", "connect.mail.ru", "o2.mail.ru",
    "account.mail.ru", "auth.mail.ru", "connect.ok.ru", "oauth.telegram.org", "id.sber.ru",
    "login.sber.ru", "id.tbank.ru", "id.tinkoff.ru", "id.alfabank.ru", "login.mts.ru", "id.x5.ru",
    "auth0.com", "okta.com", "access.line.me", "kauth.kakao.com", "accounts.kakao.com",
    "nid.naver.com", "login.szn.cz", "account.amazon.com", "accounts.shopify.com",
  ]
}
