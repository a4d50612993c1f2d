import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Stores which campaign and channel the tags of spend, calls and phone numbers stand for, so that
/// queries see the same as the run.
struct CampaignTags {
  private let warehouse: Warehouse
  private let campaigns: CampaignNames

  init(_ warehouse: Warehouse, campaigns: CampaignNames) {
    self.warehouse = warehouse
    self.campaigns = campaigns
  }

  /// Returns: the days of spend whose tags stand for something else than before.
  func refresh() throws(WarehouseError) -> Set<Day> {
    var known: [Tag: [[Cell]]] = [:]
    let stored =
      "select \(Self.columns.joined(separator: ", ")) from campaign_tag order by 1, 2, 3, 4, 5"
    for row in try warehouse.rows(stored) { known[Tag(row.cells), default: []].append(row.cells) }
    var found: [[Cell]] = []
    var changed: Set<Tag> = []
    var hasNew = false
    for row in try warehouse.rows(Self.tags) {
      let tag = Tag(row.cells)
      let spans = meanings(of: tag).map { row.cells + $0 }
      found += spans
      let before = known.removeValue(forKey: tag)
      if let before, before != spans { changed.insert(tag) }
      if before == nil { hasNew = true }
    }
    guard hasNew || !changed.isEmpty || !known.isEmpty else { return [] }
    try warehouse.replace(
      table: "campaign_tag", columns: Self.columns, part: .whole, rows: found)
    return try days(of: changed)
  }

  private static let columns = [
    "source", "medium", "campaign", "campaign_id", "first_day", "last_day", "campaign_key",
    "channel",
  ]

  /// The days of each span, its campaign and channel.
  private func meanings(of tag: Tag) -> [[Cell]] {
    let meaning = campaigns.advertisement(
      source: tag.source, medium: tag.medium, campaign: tag.campaign, campaignID: tag.campaignID)
    return meaning.keys.spans.map { span in
      [
        .text(span.first?.description ?? "0000-01-01"),
        .text(span.last?.description ?? "9999-12-31"),
        Cell(span.key), .text(meaning.channel.rawValue),
      ]
    }
  }

  private func days(of tags: Set<Tag>) throws(WarehouseError) -> Set<Day> {
    var days: Set<Day> = []
    guard !tags.isEmpty else { return days }
    let sql = "select distinct source, medium, campaign, campaign_id, day from spend_fact"
    for row in try warehouse.rows(sql) where tags.contains(Tag(row.cells)) {
      if let day = try row.day("day") { days.insert(day) }
    }
    return days
  }

  private struct Tag: Hashable {
    let source: String
    let medium: String
    let campaign: String
    let campaignID: String

    init(_ cells: [Cell]) {
      let words = cells.prefix(4).map { $0.optionalText ?? "" }
      (source, medium, campaign, campaignID) = (words[0], words[1], words[2], words[3])
    }
  }

  private static let tags = """
    select source, medium, campaign, campaign_id from spend
    union
    select coalesce(source, ''), coalesce(medium, ''), coalesce(campaign, ''), '' from call
    union
    select '', '', campaign, '' from phone_number where campaign <> ''
    """
}
