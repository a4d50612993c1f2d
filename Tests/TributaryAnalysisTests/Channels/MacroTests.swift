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

  /// Macros of TikTok, Meta, VK, Taboola, Outbrain, Display & Video 360, VAST and letters.
  @Test(arguments: [
    "__CAMPAIGN_NAME__", "__campaign_name__", "__CID__|__AID__", "c:__CID__|a:1", "%campaign%",
    "%adid%", "%%CAMPAIGN%%", "%CAMPAIGN_ID%|%AD_ID%", "[CAMPAIGN]", "[campaign.id]", "[[NAME]]",
    "[%name%]", "${CAMPAIGN_ID}", "$(campaign)", "<campaign>", "##CAMPAIGN##", "*|CAMPAIGN_UID|*",
    "{{campaign.name}}", "{{ campaign.name }}", "{KeyWord:black shoes}", "{a b}{campaign}",
    "%5BCAMPAIGN%5D", "%5F%5FCAMPAIGN%5F%5F", "%3Ccampaign%3E",
  ])
  func `a placeholder of any platform is seen`(text: String) {
    #expect(Macro.isPresent(in: text))
    for query in [
      "utm_source=\(text)&utm_medium=cpc", "utm_source=x&utm_medium=cpc&utm_campaign=\(text)",
    ] {
      let traffic = SourceClassifier().source(
        query: query.replacing(" ", with: "+"), referrerHost: nil)
      let channel = SourceClassifier().channel(of: traffic, referrerHost: nil, landingPath: "/")
      #expect(channel == .macroNotReplaced, "\(query)")
      #expect(traffic.hasMacro)
    }
  }

  @Test(arguments: [
    "spring sale", "{}", "a{b", "100%", "{two words}", "black__friday", "-20%_may", "_spring_",
    "__", "____", "__a", "a__", "%", "%%", "20%", "-20%", "10%-20%", "%20%", "5%_off_10%",
    "[]", "[two words]", "[sale] shoes", "<3", "a<b>c", "#sale#", "$5", "$(5)", "*sale*",
    "rock'n'roll", "__init__ guide", "{\"a\":1}", "(not set)", "скидка__лето", "-", "_",
  ])
  func `signs within a name of people are no macro`(text: String) {
    #expect(!Macro.isPresent(in: text))
  }

  @Test(arguments: [
    ("%campaign%", "%campaign%"), ("%adid%", "%adid%"),
    (
      "%D1%81%D0%BA%D0%B8%D0%B4%D0%BA%D0%B0",
      "скидка"
    ), ("-20%25_may", "-20%_may"), ("%C1%25", "Б%"), ("100%", "100%"), ("a%20b", "a b"),
  ])
  func `a value in per cent signs is not unescaped`(_ escaped: String, _ plain: String) {
    #expect(QueryParameters("utm_campaign=" + escaped)["utm_campaign"] == plain)
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
