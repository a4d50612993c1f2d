/// Which well-known sites are search engines, social networks and so on.
///
/// A host is found by its whole name, then by the names of its parents; an engine with a domain in
/// many countries by its first part and an ending that only registries give out (`google.co.uk`,
/// `yandex.kz`). So `google.com.evil.example` is nobody's.
///
/// Deviations from Google's list: `mail.yandex.ru` and `mail.rambler.ru` are e-mail, not search;
/// a service below a search engine (`docs.google.com`) is not a search engine.
/// Source: support.google.com/analytics/answer/9756891 and matomo-org/searchengine-and-social-list.
enum SiteCatalogue {
  /// What is known of one site.
  struct Site: Sendable, Hashable {
    let kind: SiteKind
    /// The source that its visitors are booked under.
    let name: String
  }

  /// The site of a host, nil for any other site.
  static func site(ofHost host: String) -> Site? {
    let name = HostName.normalized(host)
    if let site = hosts[name] { return site }
    if let site = engine(name) { return site }
    var rest = name[...]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      guard rest.utf8.contains(UInt8(ascii: ".")) else { return nil }
      guard let site = hosts[String(rest)] else { continue }
      return exactOnly.contains(String(rest)) ? nil : site
    }
    return nil
  }

  /// The kind of a source as an advertiser names it: a host, or a word such as `vk` or `google`.
  static func kind(ofSource source: String) -> SiteKind? {
    let name = source.lowercased()
    if let kind = words[name] { return kind }
    if name.utf8.contains(UInt8(ascii: ".")) { return site(ofHost: name)?.kind }
    for separator in ["-", "_", " "] {
      let first = name.split(separator: separator, maxSplits: 1).first.map(String.init) ?? name
      if first != name, let kind = words[first] { return kind }
    }
    return nil
  }

  /// The engine of hosts such as `google.de`, `m.yandex.kz` and `uk.search.yahoo.com`.
  private static func engine(_ host: String) -> Site? {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    for endingLength in 1...2 where labels.count > endingLength {
      guard isEnding(labels.suffix(endingLength)) else { continue }
      let left = labels.dropLast(endingLength)
      guard let name = left.last, let engine = engines[String(name)] else { continue }
      let before = left.dropLast()
      if before.isEmpty { return engine.alone }
      if before.count == 1, let first = before.first, let site = engine.below[String(first)] {
        return site
      }
      if let last = before.last, last == "search" { return engine.below["search"] }
    }
    return nil
  }

  /// `com`, `de`, `co.uk`, `com.tr`: one label of a registry, or a second-level one below a country.
  private static func isEnding(_ labels: ArraySlice<Substring>) -> Bool {
    guard let last = labels.last, last.utf8.allSatisfy({ (97...122).contains($0) }) else {
      return false
    }
    let isCountry = last.utf8.count == 2
    if labels.count == 1 { return isCountry || ["com", "net", "org"].contains(last) }
    return isCountry && ["co", "com", "net", "org"].contains(labels.first)
  }
}
