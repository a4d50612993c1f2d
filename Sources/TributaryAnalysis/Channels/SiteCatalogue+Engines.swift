extension SiteCatalogue {
  /// An engine that has a domain in many countries.
  struct Engine: Sendable {
    /// What the bare domain is; nil when it is no site of a kind (a portal).
    let alone: Site?
    /// What the one label before it makes of it.
    let below: [String: Site]
  }

  /// Engines by the label before the country's ending.
  static let engines: [String: Engine] = [
    "google": engine(
      "google", domain: "google.com",
      search: ["m", "l", "search", "images", "cse", "encrypted", "ipv4", "lens"],
      others: [
        "mail": .email, "inbox": .email, "shopping": .shopping, "gemini": .aiAssistant,
        "bard": .aiAssistant, "plus": .social, "groups": .social, "sites": .social,
        "messages": .social,
      ], paid: ["adservice"]),
    "yandex": engine(
      "yandex", domain: "yandex.ru",
      search: ["m", "search", "images", "touch", "pda"],
      others: [
        "mail": .email, "market": .shopping, "dzen": .social, "zen": .social, "video": .video,
        "e": .email, "alice": .aiAssistant,
      ], paid: ["yabs", "an", "awaps"]),
    "yahoo": engine(
      "yahoo", domain: "yahoo.com", search: countries + ["search", "images", "m"],
      others: ["mail": .email, "shopping": .shopping]),
    "bing": engine("bing", domain: "bing.com", search: countries + ["m", "images", "global"]),
    "baidu": engine(
      "baidu", domain: "baidu.com", search: ["m", "image", "wap", "www1"],
      others: ["tieba": .social]),
    "aol": engine(
      "aol", domain: "aol.com", search: ["search", "suche", "recherche", "ricerca"],
      others: ["mail": .email]),
    "ask": engine("ask", domain: "ask.com", search: countries),
    "qwant": engine("qwant", domain: "qwant.com", search: ["lite", "m"]),
    "ecosia": engine("ecosia", domain: "ecosia.org", search: []),
    "startpage": engine("startpage", domain: "startpage.com", search: ["eu", "us"]),
    "duckduckgo": engine(
      "duckduckgo", domain: "duckduckgo.com", search: ["html", "lite", "start", "safe"]),
    "amazon": shop("amazon"),
    "ebay": shop("ebay"),
    "aliexpress": shop("aliexpress"),
    "pinterest": network("pinterest"),
  ]

  /// Editions that stand before an engine's domain.
  private static let countries = [
    "ar", "at", "au", "br", "ca", "ch", "cn", "de", "dk", "es", "fr", "hk", "id", "in", "it", "jp",
    "kr", "mx", "nl", "no", "pl", "pt", "ru", "se", "tr", "tw", "uk", "us",
  ]

  private static func engine(
    _ name: String, domain: String, search labels: [String], others: [String: SiteKind] = [:],
    paid: [String] = []
  ) -> Engine {
    var below: [String: Site] = [:]
    for label in paid { below[label] = Site(kind: .search, name: name, isPaid: true) }
    for label in labels { below[label] = Site(kind: .search, name: name) }
    for (label, kind) in others { below[label] = Site(kind: kind, name: label + "." + domain) }
    return Engine(alone: Site(kind: .search, name: name), below: below)
  }

  private static func shop(_ name: String) -> Engine {
    let site = Site(kind: .shopping, name: name)
    return Engine(alone: site, below: ["m": site, "smile": site])
  }

  private static func network(_ name: String) -> Engine {
    let site = Site(kind: .social, name: name + ".com")
    let labels = countries + ["m", "l"]
    return Engine(
      alone: site, below: Dictionary(uniqueKeysWithValues: labels.map { ($0, site) }))
  }
}
