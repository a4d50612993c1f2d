import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Lists every campaign that spend, sessions or calls name, each with its kind.
struct CampaignTable {
  private let warehouse: Warehouse
  private let campaigns: CampaignNames
  /// What the shop says of its campaigns, asked before their names are.
  private let types: [CampaignTypeRule]

  init(_ warehouse: Warehouse, campaigns: CampaignNames, types: [CampaignTypeRule]) {
    self.warehouse = warehouse
    self.campaigns = campaigns
    self.types = types
  }

  /// Writes the table anew, after the marts; what spend says of a campaign goes before what its tags say.
  func write() throws(WarehouseError) {
    var rows: [String: [Cell]] = [:]
    var shared: [String: String] = [:]
    for (name, keys) in campaigns.sharedNames.sorted(by: { $0.key < $1.key }) {
      for key in keys.union([name]) where shared[key] == nil { shared[key] = name }
    }
    for sql in [Self.spend, Self.sessions, Self.calls] {
      try warehouse.forEachRow(sql) { row in
        let (source, medium) = (row.text(1), row.text(2))
        let (name, id) = (row.text(3), row.text(4))
        let key = row.text(0)
        guard rows[key] == nil else { return }
        let channel = campaigns.advertisement(
          source: source, medium: medium, campaign: name, campaignID: id
        ).channel
        let type =
          types.first { $0.matches(name: name, source: source, medium: medium) }?.type
          ?? CampaignType(named: name, channel: channel)
        let label = [name, id, source + " / " + medium].first { !$0.isEmpty } ?? key
        rows[key] = [
          .text(key), .text(label), .text(source), .text(medium), .text(id),
          .text(channel.rawValue), .text(type.rawValue), Cell(shared[key]),
        ]
      }
    }
    try warehouse.replace(
      table: "campaign",
      columns: [
        "campaign_key", "name", "source", "medium", "campaign_id", "channel", "type", "shared_name",
      ],
      part: .whole,
      rows: rows.sorted { $0.key < $1.key }.map(\.value))
  }

  private static let spend = """
    select distinct campaign_key, source, medium, campaign, campaign_id
    from spend_fact
    where campaign_key is not null
    order by campaign_key, campaign desc, campaign_id desc, source, medium
    """

  private static let sessions = """
    select distinct campaign_key, source, medium, campaign, campaign_id
    from campaign_session_day
    order by 1, 4 desc, 5 desc, 2, 3
    """

  /// Of call trackers and of the numbers themselves, such as one on a wall; those of spend came first.
  private static let calls = """
    select campaign_key, source, medium, campaign, campaign_id
    from campaign_tag
    where campaign_key is not null
    order by 1, 4 desc, 2, 3
    """
}
