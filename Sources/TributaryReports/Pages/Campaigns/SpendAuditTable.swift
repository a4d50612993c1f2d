import TributaryAnalysis
import TributaryModel

/// Campaigns whose spend and visits do not meet, most money at risk first.
struct SpendAuditTable {
  /// Nil when nothing is wrong.
  let table: Table?

  init(_ audit: SpendAudit, asOf: Day, _ words: Words) {
    guard !audit.rows.isEmpty else {
      table = nil
      return
    }
    table = Table(
      file: "campaign-audit", label: words.unmatchedTopic,
      columns: [
        Column(words.campaignHead, "campaign", .text), Column(words.findingHead, "finding", .text),
        Column(words.atRiskHead, "at_risk", .money), Column(words.spendHead, "spend", .money),
        Column(words.clicksHead, "clicks", .count), Column(words.visitsHead, "sessions", .count),
        Column("", "source", .text, place: .file), Column("", "medium", .text, place: .file),
        Column("", "campaign_key", .text, place: .file),
      ],
      rows: audit.rows.map { row in
        let campaign = row.campaign
        let name = campaign.name.isEmpty ? campaign.key : campaign.name
        return [
          .user(name.isEmpty ? campaign.source : name, note: campaign.source),
          .markup("\(words.name(row.finding))", file: row.finding.rawValue), .value(row.atRisk),
          campaign.isMacro ? .blank : .value(campaign.spend),
          campaign.isMacro ? .blank : .value(campaign.clicks), .value(campaign.sessions),
          .user(campaign.source), .user(campaign.medium), .user(campaign.key),
        ]
      }, isWide: true,
      source: Table.Source(
        sql: """
          select name, finding, at_risk, spend, clicks, sessions
          from campaign_audit
          where as_of = '\(asOf)'
          order by at_risk desc, sessions desc, name
          """))
  }
}
