import TributaryAnalysis
import TributaryModel

/// The tables of the pages of single campaigns: each page shows its part of them.
struct CampaignPageTables {
  let lettersByKey: [String: [CampaignLetter]]
  let weeksByKey: [String: [CampaignDetails.Week]]
  let pathsByKey: [String: [CampaignDetails.Path]]
  let entriesByKey: [String: [CampaignDetails.Entry]]
  let partsByKey: [String: [CampaignPartRating]]
  private let allParts: [CampaignPartRating]
  private let details: CampaignDetails
  private let names: [String: String]
  private let asOf: Day
  private let words: Words

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    details = report.details
    lettersByKey = Dictionary(grouping: report.letters, by: \.key)
    weeksByKey = Dictionary(grouping: details.weeks, by: \.key)
    pathsByKey = Dictionary(grouping: details.paths, by: \.key)
    entriesByKey = Dictionary(grouping: details.entries, by: \.key)
    allParts = report.parts
    partsByKey = Dictionary(grouping: allParts, by: \.part.campaign)
    names = Dictionary(
      report.ratings.map { ($0.facts.key, $0.facts.name) }, uniquingKeysWith: { first, _ in first })
    self.asOf = asOf
    self.words = words
  }

  var whole: [Table] { [weeks(of: nil), parts(of: nil), paths(of: nil), entries(of: nil)] }

  func weeks(of key: String?) -> Table {
    var selection = selection(key)
    if key != nil { selection.order = [("week_end", true)] }
    return Table(
      CampaignDetails.Week.results, key.map { weeksByKey[$0] ?? [] } ?? details.weeks, selection,
      asOf: asOf,
      file: "campaign-week", label: words.weeksTopic,
      columns: [
        .drawn(words.weekHead) { [words] in .text(words.day($0.last)) },
        .column("spend", words.spendHead), .column("clicks", words.clicksHead),
        .column("sessions", words.visitsHead),
        .drawn(words.conversionsHead, .number(decimals: 1)) { .value($0.sales) },
      ], isPart: key != nil, words: words)
  }

  func paths(of key: String?) -> Table {
    Table(
      CampaignDetails.Path.results, key.map { pathsByKey[$0] ?? [] } ?? details.paths,
      selection(key), asOf: asOf,
      file: "campaign-path", label: words.waysTopic,
      columns: [
        .drawn(words.pathHead) { [words, names] row in
          let steps = row.path.steps.map { step in
            names[step]
              ?? Channel(rawValue: String(step.drop { $0 != ":" }.dropFirst())).map(words.name)
              ?? step
          }
          return .user(steps.joined(separator: " → "))
        },
        .column("sales", words.salesHead), .column("value", words.valueHead),
      ], isPart: key != nil, words: words)
  }

  func entries(of key: String?) -> Table {
    Table(
      CampaignDetails.Entry.results, key.map { entriesByKey[$0] ?? [] } ?? details.entries,
      selection(key), asOf: asOf,
      file: "campaign-entry", label: words.entriesTopic,
      columns: [
        .drawn(words.entryHead) { [words] in .user($0.entry, note: words.name($0.kind)) },
        .column("sessions", words.visitsHead), .column("orders", words.orderedHead),
      ], isPart: key != nil, words: words)
  }

  func parts(of key: String?) -> Table {
    Table(
      CampaignPartRating.results, key.map { partsByKey[$0] ?? [] } ?? allParts, selection(key),
      asOf: asOf,
      file: "campaign-part-rating", label: words.partsTopic,
      columns: [
        .drawn(words.partHead) { [words] in .user($0.part.name, note: words.name($0.part.kind)) },
        .drawn(words.gradeHead) { CampaignTable.gradeCell($0.rating) },
        .column("incremental_margin_return", words.incrementalReturnHead),
        .column("spend", words.spendHead), .column("clicks", words.clicksHead),
        .column("sessions", words.visitsHead), .column("conversions", words.conversionsHead),
      ], isPart: key != nil, words: words)
  }

  private func selection(_ key: String?) -> ResultSelection {
    ResultSelection(conditions: key.map { [("campaign_key", .text($0))] } ?? [])
  }
}
