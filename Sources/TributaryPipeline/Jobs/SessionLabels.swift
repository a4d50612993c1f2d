import TributaryModel
import TributaryWarehouse

/// Brings the campaign and the city of stored sessions in line with what is known now.
///
/// New spend can teach that a name stands for a number, and a new city domain can claim hosts that
/// were seen before it was declared. All sessions are looked at only on a night that learned such.
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
      var days: Set<Day> = []
      for label in try labels() where try warehouse.fingerprint(label.name) != label.fingerprint {
        let stale = "\(label.column) is not \(label.value)"
        var changed: Set<Day> = []
        try warehouse.forEachRow("select distinct day from session where \(stale)") { row in
          if let day = Day(row.text(0)) { changed.insert(day) }
        }
        if !changed.isEmpty {
          try warehouse.run("update session set \(label.column) = \(label.value) where \(stale)")
        }
        try warehouse.setFingerprint(label.name, label.fingerprint)
        days.formUnion(changed)
      }
      return days
    }
  }

  /// A column of sessions that follows from what other tables say.
  private struct Label {
    /// Of the fingerprint.
    let name: String
    let fingerprint: String
    let column: String
    let value: String
  }

  private func labels() throws(WarehouseError) -> [Label] {
    [
      Label(
        name: "campaign names", fingerprint: campaigns.fingerprint, column: "campaign_key",
        value: """
          campaign_key(
            coalesce(source, ''), coalesce(medium, ''), coalesce(campaign, ''),
            coalesce(campaign_id, ''))
          """),
      Label(
        name: "geodomains", fingerprint: try geodomains(), column: "geodomain",
        value: "(select domain from geodomain where domain = session.host)"),
    ]
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
