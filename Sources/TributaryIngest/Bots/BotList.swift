/// Which user agents belong to programs and not to people.
///
/// The rules, in order; a browser that people use passes them all:
/// 1. no agent at all (empty or `-`): no browser leaves it out;
/// 2. it is no browser's: since 1994 these begin with `Mozilla/` or `Opera/`, old telephones with
///    their maker, some apps with their own name and the browser inside them behind it;
/// 3. it begins with `Mozilla/`, but names neither what it runs on nor what draws its pages;
/// 4. it says `compatible; ` but is neither Internet Explorer nor another old browser;
/// 5. it gives an address where its owner can be asked: a page, or a mailbox;
/// 6. it holds one of `names`, or calls itself by one of `AgentWords`.
///
/// In-app browsers of social networks (Facebook, Instagram, WeChat) are people: they are what an
/// advertisement's click opens.
public enum BotList {
  /// Whether the agent is a program's.
  public static func isBot(_ agent: String) -> Bool {
    let bytes = agent.utf8.map(PatternMatcher.lowered)
    if bytes.isEmpty || bytes == [UInt8(ascii: "-")] { return true }
    if !isBrowser(bytes) || saysNothing(bytes) { return true }
    if claims.matches(bytes), !oldBrowsers.matches(bytes) { return true }
    if matcher.matches(bytes) || AgentAddress.isPresent(in: bytes) { return true }
    return AgentWords.nameProgram(bytes)
  }

  private static func isBrowser(_ bytes: [UInt8]) -> Bool {
    if browserStarts.contains(where: bytes.starts(with:)) { return true }
    return inner.matches(bytes) && engines.matches(bytes)
  }

  private static func saysNothing(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: mozilla) && !bytes.contains(UInt8(ascii: "(")) && !engines.matches(bytes)
  }

  private static let mozilla = Array("mozilla/".utf8)
  private static let browserStarts: [[UInt8]] = [
    "mozilla/", "opera/", "nokia", "blackberry", "samsung-", "sonyericsson", "ucweb",
    "[fban/",
  ].map { Array($0.utf8) }
  private static let inner = PatternMatcher(["mozilla/", "safari/", "hbbtv/"])
  private static let engines = PatternMatcher([
    "applewebkit", "gecko/", "trident/", "presto/", "msie ", "opera mini",
  ])

  private static let claims = PatternMatcher([
    "compatible; ", "compatible;impact", "(compatible)",
  ])
  private static let oldBrowsers = PatternMatcher([
    "msie ", "konqueror", "trident/", "netfront", "viera", "webpositive", "netpositive",
    "ibrowse", "abrowse", "polaris", "linux mips",
  ])
  private static let matcher = PatternMatcher(names)

  /// Texts that browsers of people do not hold, in lower case.
  static let names = """
    slurp curl/ wget python go-http (java) headless lighthouse http:// https:// (at) scrap
    mediapartners google- -google/ googleother google|favicon googleimageproxy googleweblight
    googlemessages search|console pagespeed page|speed gtmetrix phantomjs whatsapp/
    facebookexternal validat uptime sitemap httpclient http|client okhttp axios libwww synthetic
    playwright selenium puppeteer cypress/ zgrab screenshot auditor dareboost ptst/
    ghost|inspector taginspector hardenize securityheaders criticalcss collapsify printfriendly
    miniature.io silktide datanyze adbeat sindup sqwatcher marketgoo watchtowr openvas
    siteimprove webcapture playstore-google rigor) foregenix ylt|chrome abuse. turingos
    productfinder scope3 newsai/ manus-user cookiehub readable/ bw/1. dlc/ hotjar nagios
    qwantify seokicks grabber web|server|survey ips-agent pingdom appinsights optimizer
    thousandeyes impact.com linktiger newsnow httpagent splash|version testlocally fluid/ trae/
    |code/1. yandeximages yandexmetrika yandexdirect yandexmobile mail.ru_ bytespider
    baiduspider dataforseo semrush ahrefs chatgpt perplexity anthropic googlebot bingbot
    yandexbot applebot petalbot statuscake catchpoint gomezagent dmbrowser site24x7
    cloudflareobservatory cloudflarediagnostics devin/ onetrust nutch transcoder emailproxy
    mail.ukr.net ps_daily web|preview googleadsense sparkler/ firefoxversion anonymous,
    thumbor (hydra |cursor/ mixnode morningscore whatcms functionize iplabel assetnote inspici dejaclick
    convertify xaxissemantics laravel|reaver cybaaagent prospectingstudio networkmeasurement
    daum| daumoa quiterss wechatdevtools webmoney|advisor (select| firephp 360jk
    """.split { $0 == " " || $0 == "\n" }
    .map { String($0.replacing("|", with: " ")) }
}
