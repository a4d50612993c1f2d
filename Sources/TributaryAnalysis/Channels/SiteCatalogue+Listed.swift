extension SiteCatalogue {
  /// Matomo's lists: engines by their whole name, since portals have one beside their mail;
  /// networks and assistants with everything below.
  static let listed: [String: Entry] = {
    var table: [String: Entry] = [:]
    for (list, kind, isWhole) in [
      (SiteList.searchEngines, SiteKind.search, false), (SiteList.socials, .social, true),
      (SiteList.assistants, .aiAssistant, true),
    ] {
      for service in SiteList.services(of: list) {
        let name = sourceName(of: service, kind)
        for host in service where hosts[host] == nil && !SiteList.leftOut.contains(host) {
          table[host] = Entry(site: Site(kind: kind, name: name), isWhole: isWhole)
        }
      }
    }
    return table
  }()

  /// The name that our own tables have for the first host of a service, else that host.
  private static func sourceName(of service: [String], _ kind: SiteKind) -> String {
    guard let first = service.first else { return "" }
    if let known = site(ofOwn: first), known.kind == kind { return known.name }
    return service.first { !$0.contains("{}") } ?? first
  }
}
