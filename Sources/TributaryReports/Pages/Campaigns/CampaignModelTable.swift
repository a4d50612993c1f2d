import TributaryAnalysis
import TributaryModel

/// What each way of giving credit says of a campaign, most spend first.
struct CampaignModelTable {
  let table: Table

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    table = Table(
      CampaignModels.results, report.models, asOf: asOf, file: "campaign-models",
      label: words.modelsTopic, caption: words.modelsCaption,
      columns: [.drawn(words.campaignHead) { .user($0.facts.name) }]
        + AttributionModel.allCases.map { model in
          .drawn(words.name(model), .count) { .value($0.facts.credits[model]?.conversions.value) }
        } + [.column("models_apart", words.apartHead)], words: words)
  }
}
