import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension ResultSource {
  static let all: [ResultSource] = [
    ResultSource(Finding.results) { $0.findings },
    ResultSource(Indicator.results) { $0.indicators },
    ResultSource(CampaignRating.results) { $0.campaigns.ratings },
    ResultSource(CampaignLetter.results) { $0.campaigns.letters },
    ResultSource(BudgetPlan.Move.results) { $0.campaigns.budget.rows },
    ResultSource(CitySplit.results) { $0.campaigns.cities },
    ResultSource(CampaignCuts.results) { $0.campaigns.cuts },
    ResultSource(CampaignDetails.Week.results) { $0.campaigns.details.weeks },
    ResultSource(CampaignDetails.Path.results) { $0.campaigns.details.paths },
    ResultSource(CampaignDetails.Entry.results) { $0.campaigns.details.entries },
    ResultSource(CampaignPartRating.results) { $0.campaigns.parts },
    ResultSource(SpendWatch.results) { $0.campaigns.watches },
    ResultSource(CampaignModels.results) { $0.campaigns.models },
    ResultSource(QueryAdvice.results) { $0.queries?.rows ?? [] },
    ResultSource(SpendAudit.results) { $0.campaigns.audit.rows },
    ResultSource(AttributionReport.results) { $0.attribution.shares },
    ResultSource(ChannelComparison.results) {
      $0.channels.credits($0.attribution.part(.order, by: .channel))
    },
    ResultSource(ChannelContrast.Standing.results) { ChannelContrast($0.channels).moves },
    ResultSource(ChannelContrast.OriginShare.results) { ChannelContrast($0.channels).origins },
    ResultSource(AttributionComparison.channelResults) { $0.attribution.channels },
    ResultSource(AttributionComparison.keywordResults) { $0.attribution.keywords },
    ResultSource(MetricaVisits.results) { context, _ throws(WarehouseError) in
      try context.metricaVisits()
    },
    ResultSource(CallChannelShare.results) { $0.callSources?.channelShares ?? [] },
    ResultSource(KeyMatch.results) { $0.identity.matches },
    ResultSource(UnjoinedKeys.results) { $0.identity.unjoined },
    ResultSource(SeasonalCurve.WeekIndex.results) { $0.season?.weeks ?? [] },
    ResultSource(SeasonalCurve.DemandDay.results) { $0.season?.days ?? [] },
    ResultSource(SeasonalCurve.AnyPeak.results) { $0.season?.allPeaks ?? [] },
    ResultSource(SeasonalCurve.YearOverYear.results) { $0.season?.yearOverYear.reversed() ?? [] },
    ResultSource(GeodomainRating.results) { $0.geodomains.ratings },
    ResultSource(GeodomainComparison.Launch.results) { $0.geodomains.launches },
    ResultSource(CityContrast.Unopened.results) { CityContrast($0.geodomains).unopened },
    ResultSource(UnassignedCalls.results) { $0.unassignedCalls },
    ResultSource(CitySpelling.results) { context, _ throws(WarehouseError) in
      try context.warehouse.citySpellings()
    },
    ResultSource(OrderBreakdown.results) { $0.orders.breakdowns.flatMap(\.entries) },
    ResultSource(StatusFlow.CancellationSource.results) { $0.orders.statuses.cancellations },
    ResultSource(StatusFlow.Transition.results) { $0.orders.statuses.transitions },
    ResultSource(StatusFlow.Waiting.results) { $0.orders.statuses.waiting },
    ResultSource(BuyerGroup.results) { context, _ throws(WarehouseError) in try context.buyers() },
    ResultSource(TopList.landingPages) { $0.topRows(.landingPages) },
    ResultSource(TopList.searchQueries) { $0.topRows(.searchQueries) },
    ResultSource(TopList.categories) { $0.topRows(.categories) },
    ResultSource(Funnel.results) { $0.funnels.flatMap(\.entries) },
    ResultSource(SourceQuality.results) { $0.sources },
    ResultSource(SourceRefusal.results) { SourceRefusal.of($0.sources) },
    ResultSource(SourceRejection.results) { SourceRejection.of($0.sources) },
    ResultSource(SourceNote.results) { $0.notes },
    ResultSource(SourceMoney.results) { SourceMoney.summing($0.ledger.money) },
    ResultSource(FileMoney.results) { FileMoney.byUrgency($0.ledger.money) },
    ResultSource(RobotReport.Row.results) { $0.robots?.rows ?? [] },
    ResultSource(OwnTagUse.results) { $0.ownTags },
    ResultSource(Restatement.results) { $0.ledger.restatement.entries },
    ResultSource(AdAccount.results) { AdAccount.statements($0.ledger.accounts) },
  ]
}

extension RunReport {
  fileprivate func topRows(_ name: TopList.Name) -> [TopList.Row] {
    tops.first { $0.name == name }?.rows ?? []
  }
}
