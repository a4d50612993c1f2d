extension SiteCatalogue {
  /// Kinds of the sources that advertisers write as a word.
  ///
  /// A word also stands for longer sources that begin with it: `google-ads`, `vk_target`.
  static let words: [String: SiteKind] = {
    var table: [String: SiteKind] = [:]
    for (kind, line) in wordLines {
      for word in line.split(separator: " ") { table[String(word)] = kind }
    }
    return table
  }()

  private static let wordLines: KeyValuePairs<SiteKind, String> = [
    .search:
      "google googleads adwords gads yandex ya yad yandex.direct bing bingads msn"
      + " yahoo duckduckgo ddg baidu naver daum ecosia rambler sogou seznam qwant startpage brave"
      + " aol ask lycos onet so.com nova.rambler.ru go.mail.ru",
    .social:
      "vk vkontakte vkads vk.ads mytarget target.my.com ads.vk.com ok odnoklassniki telegram tg tgads"
      + " facebook fb facebook_ads meta instagram ig insta threads tiktok twitter x linkedin"
      + " pinterest reddit snapchat quora tumblr whatsapp wa viber dzen zen promopages wechat"
      + " weibo line discord bluesky mastodon social fbads fbad fcb tiktokads snap messenger kakao"
      + " zalo medium yelp tripadvisor trustpilot flipboard",
    .video: "youtube yt rutube vimeo twitch dailymotion vkvideo tiktokvideo",
    .shopping:
      "market ymarket yandexmarket yandex-market yandex_market yandex.market ozon wildberries wb"
      + " megamarket sbermegamarket avito amazon ebay aliexpress alibaba etsy walmart shopify"
      + " google_shopping google-shopping merchant price.ru",
    .email: "email e-mail e_mail",
    .advertising:
      "doubleclick criteo taboola outbrain adroll adform appnexus bidswitch casalemedia rubicon"
      + " pubmatic openx smartadserver adition adspirit yieldlab yieldmo zedo teads mgid adskeeper"
      + " revcontent zemanta plista ligatus popads propellerads exoclick tradedesk mediamath sizmek"
      + " flashtalking innovid triplelift sharethrough acuityads sociomantic sonobi sovrn stickyads"
      + " tribalfusion microad fluct popin dable admicro rtbhouse seedtag gumgum spotx applovin"
      + " inmobi adfox adriver buzzoola begun smi2 lentainform yandex-adexchange betweendigital"
      + " nativeroll",
    .aiAssistant:
      "chatgpt openai claude perplexity copilot gemini alice gigachat deepseek grok mistral",
  ]
}
