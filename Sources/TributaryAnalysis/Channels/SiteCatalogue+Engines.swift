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
      "google", search: ["m", "l", "search", "images", "cse", "encrypted", "ipv4", "lens"],
      others: [
        "mail": .email, "shopping": .shopping, "gemini": .aiAssistant, "bard": .aiAssistant,
        "plus": .social, "video": .video,
      ]),
    "yandex": engine(
      "yandex", search: ["m", "search", "images", "yabs", "an", "touch", "pda", "alice"],
      others: [
        "mail": .email, "market": .shopping, "dzen": .social, "zen": .social, "video": .video,
        "e": .email,
      ]),
    "yahoo": Engine(
      alone: Site(kind: .search, name: "yahoo"),
      below: [
        "search": Site(kind: .search, name: "yahoo"),
        "mail": Site(kind: .email, name: "yahoo mail"),
        "m": Site(kind: .search, name: "yahoo"), "shopping": Site(kind: .shopping, name: "yahoo"),
      ]),
    "bing": engine("bing", search: ["m", "cn", "images"], others: [:]),
    "baidu": engine("baidu", search: ["m", "image", "wap"], others: ["tieba": .social]),
    "qwant": engine("qwant", search: ["lite", "m"], others: [:]),
    "ecosia": engine("ecosia", search: [], others: [:]),
    "startpage": engine("startpage", search: ["eu", "us"], others: [:]),
    "duckduckgo": engine("duckduckgo", search: ["html", "lite", "start", "safe"], others: [:]),
    "amazon": shop("amazon"),
    "ebay": shop("ebay"),
    "aliexpress": shop("aliexpress"),
    "pinterest": network("pinterest"),
  ]

  private static func engine(
    _ name: String, search labels: [String], others: [String: SiteKind]
  ) -> Engine {
    var below: [String: Site] = [:]
    for label in labels { below[label] = Site(kind: .search, name: name) }
    for (label, kind) in others { below[label] = Site(kind: kind, name: label + "." + name) }
    return Engine(alone: Site(kind: .search, name: name), below: below)
  }

  private static func shop(_ name: String) -> Engine {
    let site = Site(kind: .shopping, name: name)
    return Engine(alone: site, below: ["m": site, "smile": site])
  }

  private static func network(_ name: String) -> Engine {
    let site = Site(kind: .social, name: name + ".com")
    let labels = ["m", "l", "ru", "de", "uk", "fr", "es", "it", "pl", "br", "in", "www"]
    return Engine(
      alone: site, below: Dictionary(uniqueKeysWithValues: labels.map { ($0, site) }))
  }
}
