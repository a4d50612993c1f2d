import Testing

@testable import TributaryAnalysis

struct MacroTests {
  /// Yandex Direct's, then two that are gone from its help but alive in old links, then those of
  /// Google ValueTrack. Source: the platforms' help pages.
  static let names = [
    "ad_id", "adtarget_id", "banner_id", "campaign_id", "campaign_name", "campaign_name_lat",
    "campaign_type", "coef_goal_context_id", "creative_id", "device_type", "gbid", "keyword",
    "match_type", "matched_keyword", "phrase_id", "position", "position_type", "region_id",
    "region_name", "retargeting_id", "source", "source_type", "yclid", "addphrases",
    "adtarget_name", "campaignid", "network", "matchtype", "device", "lpurl",
  ]

  @Test(arguments: names)
  func `a macro that was not replaced is seen in every spelling`(name: String) {
    let spellings = [
      "{\(name)}", "{{\(name)}}", "%7B\(name)%7D", "%7b\(name)%7d", "%7B%7B\(name)%7D%7D",
      "c:{\(name)}|g:45",
    ]
    for text in spellings { #expect(Macro.isPresent(in: text), "\(text)") }
    let traffic = SourceClassifier().source(
      query: "utm_source=yandex&utm_medium=cpc&utm_campaign={\(name)}", referrerHost: nil)
    let channel = SourceClassifier().channel(of: traffic, referrerHost: nil, landingPath: "/")
    #expect(channel == .macroNotReplaced)
  }

  @Test(arguments: ["spring sale", "{}", "a{b", "100%", "{two words}"])
  func `braces of people are no macro`(text: String) {
    #expect(!Macro.isPresent(in: text))
  }

  @Test(arguments: ["ozon.ru", "wildberries.ru", "market.yandex.ru", "megamarket.ru"])
  func `a marketplace is shopping, paid or not, by its name`(host: String) {
    let classifier = SourceClassifier()
    let free = classifier.source(query: nil, referrerHost: host)
    #expect(free.source == host)
    let channel = classifier.channel(of: free, referrerHost: host, landingPath: "/")
    #expect(channel == .organicShopping)
    let paid = classifier.source(query: "utm_source=\(host)&utm_medium=cpc", referrerHost: nil)
    #expect(classifier.channel(of: paid, referrerHost: nil, landingPath: "/") == .paidShopping)
  }

  /// Hosts of matomo-org/searchengine-and-social-list, AIAssistants.yml (CC0).
  @Test(arguments: [
    "yiyan.baidu.com", "ai.baidu.com", "chatplus.com", "chat-gpt.org", "chatgpt.com",
    "chat.openai.com", "labs.openai.com", "claude.ai", "copilot.microsoft.com", "chatglm.cn",
    "chat.deepseek.com", "duck.ai", "gemini.google.com", "bard.google.com", "grok.com",
    "iask.ai", "app.jasper.ai", "chat.mistral.ai", "meta.ai", "notebooklm.google.com",
    "perplexity.ai", "chat.qwen.ai", "app.writesonic.com",
  ])
  func `AI assistants are a channel of their own`(host: String) {
    let classifier = SourceClassifier()
    let traffic = classifier.source(query: nil, referrerHost: host)
    let channel = classifier.channel(of: traffic, referrerHost: host, landingPath: "/")
    #expect(channel == .aiAssistant)
  }
}
