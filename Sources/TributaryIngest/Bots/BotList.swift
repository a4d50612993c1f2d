/// Which user agents belong to programs and not to people.
///
/// The rules, in order; a browser that people use passes them all:
/// 1. no agent at all (empty or `-`): no browser leaves it out;
/// 2. it starts neither with `Mozilla/` nor with `Opera/`, as every browser since 1994 does, nor
///    with the name of an old telephone;
/// 3. it says `compatible; ` but is neither Internet Explorer nor Konqueror;
/// 4. it holds one of `markers`, unless the marker is part of one of `exempt`.
///
/// In-app browsers of social networks (`MetaIAB Facebook`, Instagram) are people: they are what
/// an advertisement's click opens.
public enum BotList {
  /// Whether the agent is a program's.
  public static func isBot(_ agent: String) -> Bool {
    let bytes = agent.utf8.map(PatternMatcher.lowered)
    if bytes.isEmpty || bytes == [UInt8(ascii: "-")] { return true }
    if !browserStarts.contains(where: bytes.starts(with:)) { return true }
    if claims.matches(bytes), !oldBrowsers.matches(bytes) { return true }
    return matcher.matches(bytes)
  }

  private static let browserStarts: [[UInt8]] = [
    "mozilla/", "opera/", "nokia", "blackberry", "samsung-", "sonyericsson", "ucweb",
  ].map { Array($0.utf8) }

  private static let claims = PatternMatcher(["compatible; ", "compatible;impact"])
  private static let oldBrowsers = PatternMatcher(["msie ", "konqueror", "trident/"])
  private static let matcher = PatternMatcher(markers, exempt: exempt)

  /// Texts that browsers of people do not hold, in lower case.
  static let markers = [
    "bot", "crawl", "spider", "slurp", "preview", "monitor", "curl/", "wget", "python", "go-http",
    "java/", "(java)", "headless", "lighthouse", "http://", "https://", "@", "(at)", "scan",
    "fetch", "feed", "archiv", "check", "scrap", "mediapartners", "google-", "googleother",
    "google favicon", "googleimageproxy", "pagespeed", "gtmetrix", "phantomjs", "whatsapp/",
    "facebookexternal", "validat", "uptime", "sitemap", "httpclient", "http client", "okhttp",
    "axios", "libwww", "synthetic", "playwright", "selenium", "puppeteer", "zgrab", "screenshot",
    "auditor", "dareboost", "ptst/", "ghost inspector", "hardenize", "securityheaders",
    "criticalcss", "collapsify", "printfriendly", "miniature.io", "silktide", "datanyze",
    "adbeat", "sindup", "sqwatcher", "marketgoo", "watchtowr", "openvas", "siteimprove",
    "webcapture", "playstore-google", "rigor)", "foregenix", "ylt chrome", "abuse.", "turingos",
    "productfinder", "scope3", "newsai/", "manus-user", "cookiehub", "readable/", "bw/1.", "dlc/",
    "hotjar", "nagios", "qwantify", "seokicks", "grabber", "web server survey", "ips-agent",
    "pingdom", "appinsights", "optimizer", "thousandeyes", "impact.com", "linktiger", "newsnow",
    "httpagent", "splash version", "testlocally", "fluid/", "trae/", " code/1.",
    "yandeximages", "yandexmetrika", "yandexdirect", "yandexmobile", "mail.ru_", "bytespider",
    "petal", "dataforseo", "semrush", "ahrefs", "chatgpt", "perplexity", "anthropic",
  ]

  /// Longer names of things that people use: the telephone maker Cubot.
  static let exempt = ["cubot"]
}
