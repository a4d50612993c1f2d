import TributaryModel
import TributaryWarehouse

/// Brings the campaign and the city of stored sessions in line with what is known now.
///
/// New spend can teach that a name stands for a number, and a new city domain can claim hosts that
/// were seen before it was declared.
struct SessionLabels {
  private let warehouse: Warehouse

  init(_ warehouse: Warehouse) {
    self.warehouse = warehouse
  }

  /// Returns: the days whose sessions changed.
  func refresh() throws(WarehouseError) -> Set<Day> {
    try warehouse.write { () throws(WarehouseError) in
      var days: Set<Day> = []
      for (column, value) in Self.labels {
        let stale = "\(column) is not \(value)"
        try warehouse.forEachRow("select distinct day from session where \(stale)") { row in
          if let day = Day(row.text(0)) { days.insert(day) }
        }
        if !days.isEmpty {
          try warehouse.run("update session set \(column) = \(value) where \(stale)")
        }
      }
      return days
    }
  }

  private static let labels = [
    (
      "campaign_key",
      """
      campaign_key(
        coalesce(source, ''), coalesce(medium, ''), coalesce(campaign, ''),
        coalesce(campaign_id, ''))
      """
    ),
    ("geodomain", "(select domain from geodomain where domain = session.host)"),
  ]
}
