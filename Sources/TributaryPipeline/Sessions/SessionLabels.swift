import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Brings the campaign, the channel and the city of stored sessions in line with what is known now.
///
/// New spend can teach that a name stands for a number or that tags are paid for, and a new city
/// domain can claim hosts that were seen before it was declared. All sessions are looked at only on a
/// run that learned such.
struct SessionLabels {
  private let warehouse: Warehouse
  private let campaigns: CampaignNames

  init(_ warehouse: Warehouse, campaigns: CampaignNames) {
    self.warehouse = warehouse
    self.campaigns = campaigns
  }

  /// Returns: the days whose sessions changed.
  func refresh() throws(WarehouseError) -> Set<Day> {
    try warehouse.write { () throws(WarehouseError) in
      var days = try refresh(named: "campaign names", campaigns.fingerprint) {
        () throws(WarehouseError) in try relabelCampaigns().union(try relabelChannels())
      }
      days.formUnion(
        try refresh(named: "geodomains", try geodomains()) { () throws(WarehouseError) in
          try relabelCities()
        })
      return days
    }
  }

  private func refresh(
    named name: String, _ fingerprint: String, _ relabel: () throws(WarehouseError) -> Set<Day>
  ) throws(WarehouseError) -> Set<Day> {
    let known = try warehouse.fingerprint(name)
    guard known != fingerprint else { return [] }
    // Before the first time all sessions have just been written by what is known.
    let days = known == nil ? [] : try relabel()
    try warehouse.setFingerprint(name, fingerprint)
    return days
  }

  private func relabelCampaigns() throws(WarehouseError) -> Set<Day> {
    let tags = "source, medium, campaign, campaign_id, campaign_key"
    var days: Set<Day> = []
    for row in try warehouse.rows(
      "select \(tags), min(day), max(day) from session group by \(tags)")
    {
      let cells = Array(row.cells.prefix(5))
      let keys = campaigns.keys(
        source: cells[0].optionalText ?? "", medium: cells[1].optionalText ?? "",
        campaign: cells[2].optionalText ?? "", campaignID: cells[3].optionalText ?? "")
      for span in keys.spans where span.key != cells[4].optionalText {
        let (first, last) = (span.first?.description ?? "", span.last?.description ?? "9999-12-31")
        guard first <= row.cells[6].optionalText ?? "", last >= row.cells[5].optionalText ?? ""
        else { continue }
        let same = """
          source is ?1 and medium is ?2 and campaign is ?3 and campaign_id is ?4
            and campaign_key is ?5 and day between ?6 and ?7
          """
        let place = cells + [.text(first), .text(last)]
        days.formUnion(try warehouse.days("select distinct day from session where \(same)", place))
        try warehouse.run(
          "update session set campaign_key = ?8 where \(same)", place + [Cell(span.key)])
      }
    }
    return days
  }

  /// Channels of sessions whose tags have become paid ones, or are so no more.
  private func relabelChannels() throws(WarehouseError) -> Set<Day> {
    var days: Set<Day> = []
    for row in try warehouse.rows(
      "select distinct source, medium, campaign, campaign_id, channel from session")
    {
      let tags = Array(row.cells.prefix(4))
      guard let channel = row.cells[4].optionalText.flatMap({ Channel(rawValue: $0) }),
        mayChange(channel, of: traffic(tags))
      else { continue }
      let same =
        "source is ?1 and medium is ?2 and campaign is ?3 and campaign_id is ?4 and channel = ?5"
      let landings = """
        select distinct click_id, referrer_host, landing_path, metrica_source
        from session
        where \(same)
        """
      for landing in try warehouse.rows(landings, row.cells) {
        let clickID = landing.cells[0].optionalText.flatMap({ ClickID.Kind(rawValue: $0) }).map {
          ClickID(kind: $0, value: "")
        }
        let traffic = traffic(tags, clickID: clickID)
        let referrer = landing.cells[1].optionalText
        let found = campaigns.channel(
          of: traffic, referrerHost: referrer, landingPath: landing.cells[2].optionalText ?? "")
        guard found != channel else { continue }
        let metrica: MetricaSource =
          found.isPaid ? .ad : MetricaSource(traffic, referrerHost: referrer)
        let one =
          same + " and click_id is ?6 and referrer_host is ?7 and landing_path is ?8"
          + " and metrica_source is ?9"
        let cells = row.cells + landing.cells
        days.formUnion(try warehouse.days("select distinct day from session where \(one)", cells))
        try warehouse.run(
          "update session set channel = ?10, metrica_source = ?11 where \(one)",
          cells + [.text(found.rawValue), .text(metrica.rawValue)])
      }
    }
    return days
  }

  /// Whether the tags are paid now and were not, or the other way round.
  private func mayChange(_ channel: Channel, of traffic: TrafficSource) -> Bool {
    guard !campaigns.isPaid(traffic) else { return channel.paid != channel }
    return channel.isPaid
      && !campaigns.channel(
        source: traffic.source, medium: traffic.medium, campaign: traffic.campaign
      ).isPaid
  }

  private func traffic(_ tags: [Cell], clickID: ClickID? = nil) -> TrafficSource {
    TrafficSource(
      source: tags[0].optionalText ?? "", medium: tags[1].optionalText ?? "",
      campaign: tags[2].optionalText, campaignID: tags[3].optionalText, clickID: clickID)
  }

  private func relabelCities() throws(WarehouseError) -> Set<Day> {
    let city = "(select domain from geodomain where domain = session.host)"
    let days = try warehouse.days(
      """
      select distinct day from session where geodomain is not \(city)
      union
      select s.day from session_order seen join session s using (session_id)
      where seen.host is not null
      """)
    if !days.isEmpty {
      try warehouse.run(
        "update session set geodomain = \(city) where geodomain is not \(city)")
    }
    return Set(days)
  }

  private func geodomains() throws(WarehouseError) -> String {
    var names: [String] = []
    try warehouse.forEachRow("select domain from geodomain order by domain") { row in
      names.append(row.text(0))
    }
    return SHA256.hash(Array(names.joined(separator: "\n").utf8)).map { String($0, radix: 16) }
      .joined(separator: "-")
  }
}
