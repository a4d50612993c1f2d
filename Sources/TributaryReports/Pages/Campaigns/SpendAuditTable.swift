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
      SpendAudit.results, audit.rows, ResultSelection(names: ["name": "campaign"]), asOf: asOf,
      file: "campaign-audit",
      label: words.unmatchedTopic,
      columns: [
        .drawn(words.campaignHead) { row in
          let campaign = row.campaign
          let name = campaign.name.isEmpty ? campaign.key : campaign.name
          return .user(name.isEmpty ? campaign.source : name, note: campaign.source)
        },
        .drawn(words.findingHead) { .text(words.name($0.finding)) },
        .column("at_risk", words.atRiskHead),
        .drawn(words.spendHead, .money) {
          $0.campaign.isMacro ? .blank : .value($0.campaign.spend)
        },
        .drawn(words.clicksHead, .count) {
          $0.campaign.isMacro ? .blank : .value($0.campaign.clicks)
        },
        .column("sessions", words.visitsHead),
      ], isWide: true, words: words)
  }
}
