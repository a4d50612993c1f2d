/// Which well-known sites are search engines, social networks and so on.
///
/// A host is found by its whole name, by the names of its parents, and by a name without the
/// ending that only registries give out (`google.co.uk`, `yandex.kz`). So `google.com.evil.example`
/// is nobody's. Apps are found by their package, written as a host is.
///
/// Deviations from Google's list: `mail.yandex.ru` and `mail.rambler.ru` are e-mail, not search;
/// a service below a search engine (`docs.google.com`) is not a search engine unless Matomo counts
/// it as one (`scholar.google.com`). Deviations from Matomo's lists: `SiteList.leftOut`, and
/// whatever the tables of this folder say of the same host.
/// Source: support.google.com/analytics/answer/9756891 and matomo-org/searchengine-and-social-list.
enum SiteCatalogue {
  /// What is known of one site.
  struct Site: Sendable, Hashable {
    let kind: SiteKind
    /// The source that its visitors are booked under.
    let name: String
    /// Whether it shows advertisements and nothing else, so that each visit was paid for.
    var isPaid = false
  }

  /// A site, and whether everything below its host is the same one.
  struct Entry: Sendable {
    let site: Site
    let isWhole: Bool
  }

  /// The site of a host, nil for any other site.
  static func site(ofHost host: String) -> Site? {
    let name = HostName.normalized(host)
    if let site = site(ofOwn: name) { return site }
    if let entry = entry(name) ?? entry(withoutMobile(name)) { return entry.site }
    var rest = name[...]
    while let dot = rest.firstIndex(of: ".") {
      rest = rest[rest.index(after: dot)...]
      guard rest.utf8.contains(UInt8(ascii: ".")) else { break }
      guard let found = entry(String(rest)) else { continue }
      if found.isWhole { return found.site }
      break
    }
    return MailSites.site(ofHost: name) ?? appSite(name)
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

  /// What the tables of this folder say of exactly that host.
  static func site(ofOwn name: String) -> Site? { hosts[name]?.site ?? engine(name) }

  private static func entry(_ name: String) -> Entry? {
    if let entry = hosts[name] ?? listed[name] { return entry }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    for length in endings(of: labels) {
      let pattern = labels.dropLast(length).joined(separator: ".") + ".{}"
      if let entry = hosts[pattern] ?? listed[pattern] { return entry }
    }
    // A country's edition: `uk.ask.com`, `images.de.ask.com`.
    for index in 0...1 where labels.count > index + 2 && labels[index].utf8.count == 2 {
      var pattern = labels
      pattern[index] = "{}"
      if let entry = listed[pattern.joined(separator: ".")] { return entry }
    }
    return nil
  }

  private static func withoutMobile(_ name: String) -> String {
    name.hasPrefix("m.") ? String(name.dropFirst(2)) : name
  }

  /// The site of an app by its package, which begins with its site's name turned round:
  /// `com.twitter.android` is of `twitter.com`. Search engines have apps of many kinds: theirs are
  /// in `hosts`.
  private static func appSite(_ name: String) -> Site? {
    let labels = name.split(separator: ".")
    guard labels.count > 1, let first = labels.first, let last = labels.last,
      isRegistry(first), labels.count == 2 || !isRegistry(last)
    else { return nil }
    for length in [3, 2] where labels.count >= length {
      let host = labels.prefix(length).reversed().joined(separator: ".")
      if let site = site(ofOwn: host) ?? entry(host)?.site, site.kind != .search { return site }
    }
    return nil
  }

  /// The engine of hosts such as `google.de`, `m.yandex.kz` and `uk.search.yahoo.com`.
  private static func engine(_ host: String) -> Site? {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    for endingLength in endings(of: labels) {
      let left = labels.dropLast(endingLength)
      guard let name = left.last, let engine = engines[String(name)] else { continue }
      let before = left.dropLast()
      if before.isEmpty { return engine.alone }
      guard let service = before.last, let site = engine.below[String(service)] else { continue }
      if before.count == 1 || service == "search" || site.kind == .email || site.isPaid {
        return site
      }
    }
    return nil
  }

  /// How many labels may be a registry's ending: `com`, `de`; `co.uk`, `com.tr`.
  static func endings(of labels: [Substring]) -> [Int] {
    guard let last = labels.last, labels.count > 1, isRegistry(last) else { return [] }
    let isSecond =
      labels.count > 2 && last.utf8.count == 2
      && ["co", "com", "net", "org"].contains(labels[labels.count - 2])
    return isSecond ? [1, 2] : [1]
  }

  /// `com`, `net`, `org` or two letters, as countries have.
  private static func isRegistry(_ label: Substring) -> Bool {
    guard label.utf8.allSatisfy({ (97...122).contains($0) }) else { return false }
    return label.utf8.count == 2 || ["com", "net", "org"].contains(label)
  }
}

/// What kind of site a host or a named source is.
public enum SiteKind: String, Sendable, CaseIterable, Hashable {
  case search
  case social
  case video
  case shopping
  case email
  case aiAssistant = "ai-assistant"
  /// A network whose frames show nothing but advertisements.
  case advertising
}
