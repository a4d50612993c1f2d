import TributaryAnalysis
import TributaryModel

/// The next budgets of campaigns by city.
struct CitySplitTable {
  let table: Table

  init(_ cities: [CitySplit], asOf: Day, _ words: Words) {
    table = Table(
      CitySplit.results, cities, asOf: asOf, file: "budget-city", label: words.citySplitTopic,
      columns: [
        .drawn(words.cityHead) { .user($0.part.part.name, note: $0.part.campaign) },
        .column("incremental_margin_return", words.incrementalReturnHead),
        .column("spend_from", words.spendNowHead), .column("spend_to", words.spendThenHead),
      ], isWide: true, words: words)
  }
}
