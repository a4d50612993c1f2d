import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Lists every campaign that spend, sessions or calls name, each with its kind.
struct CampaignTable {
  private let warehouse: Warehouse
  private let campaigns: CampaignNames

  init(_ warehouse: Warehouse, campaigns: CampaignNames) {
    self.warehouse = warehouse
    self.campaigns = campaigns
  }

  /// Writes the table anew; what spend says of a campaign goes before what its tags say.
  func write() throws(WarehouseError) {
    var rows: [String: [Cell]] = [:]
    for sql in [Self.spend, Self.sessions, Self.calls] {
      try warehouse.forEachRow(sql) { row in
        let (source, medium) = (row.text(1), row.text(2))
        let (name, id) = (row.text(3), row.text(4))
        let key = row.text(0)
        guard rows[key] == nil else { return }
        let type = CampaignType(
          named: name, channel: campaigns.channel(source: source, medium: medium, campaign: name))
        let label = [name, id, source + " / " + medium].first { !$0.isEmpty } ?? key
        rows[key] = [
          .text(key), .text(label), .text(source), .text(medium), .text(id),
          .text(type.rawValue),
        ]
      }
    }
    try warehouse.replace(
      table: "campaign",
      columns: ["campaign_key", "name", "source", "medium", "campaign_id", "type"], part: .whole,
      rows: rows.sorted { $0.key < $1.key }.map(\.value))
  }

  private static let spend = """
    select distinct
      campaign_key(source, medium, campaign, campaign_id) as campaign_key, source, medium,
      campaign, campaign_id
    from spend
    where campaign_key(source, medium, campaign, campaign_id) is not null
    order by campaign_key, campaign desc, campaign_id desc, source, medium
    """

  private static let sessions = """
    select distinct
      campaign_key, coalesce(source, ''), coalesce(medium, ''), coalesce(campaign, ''),
      coalesce(campaign_id, '')
    from session
    where campaign_key is not null
    order by 1, 4 desc, 5 desc, 2, 3
    """

  /// Of call trackers, then of the numbers themselves, such as one on a wall.
  private static let calls = """
    select distinct
      campaign_key(source, medium, campaign, null) as campaign_key, coalesce(source, ''),
      coalesce(medium, ''), coalesce(campaign, ''), ''
    from (
      select source, medium, campaign from call
      union
      select null, null, campaign from phone_number where campaign <> ''
    )
    where campaign_key(source, medium, campaign, null) is not null
    order by 1, 4 desc, 2, 3
    """
}

extension CampaignType {
  /// What people call advertisements outside of search results.
  private static let networkWords = ["рся", "rsya", "сети", "кмс", "network", "display", "gdn"]

  /// The kind that a campaign's name and channel suggest.
  ///
  /// A name that speaks of the brand is `brand`; display, video and social are `upper`; the rest
  /// answers what people search for.
  init(named name: String, channel: Channel) {
    let words = name.lowercased()
    if words.contains("brand") || words.contains("бренд") {
      self = .brand
    } else {
      switch channel {
      case .display, .paidSocial, .paidVideo, .organicSocial, .audio: self = .upper
      default:
        self = Self.networkWords.contains(where: words.contains) ? .upper : .generic
      }
    }
  }
}
