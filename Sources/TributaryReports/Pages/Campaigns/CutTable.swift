import TributaryAnalysis
import TributaryModel

/// What is expected to be lost by cutting each campaign, most spend first.
struct CutTable {
  let table: Table

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    let days = (report.covered ?? report.window).count
    table = Table(
      CampaignCuts.results, report.cuts, asOf: asOf, file: "cut-simulation",
      label: words.cutTopic, caption: words.cutCaption(days),
      columns: [
        .drawn(words.campaignHead) { .user($0.rating.facts.name, note: words.parts($0.ways)) },
        .column("half_saved", words.halfSavedHead),
        .column("half_sales_change", words.salesChangeHead),
        .column("half_profit_change", words.leftHead),
        .column("half_chance", words.chanceHead),
        .column("stop_sales_change", words.stopSalesHead),
        .column("stop_profit_change", words.stopLeftHead),
      ], isWide: true, words: words)
  }
}
