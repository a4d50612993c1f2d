import TributaryAnalysis

extension ResultSource {
  static let all: [ResultSource] = [
    ResultSource(Indicator.results) { $0.indicators },
    ResultSource(CampaignRating.results) { $0.campaigns.ratings },
    ResultSource(CampaignModels.results) { $0.campaigns.models },
    ResultSource(SpendAudit.results) { $0.campaigns.audit.rows },
    ResultSource(AttributionReport.results) { $0.attribution.shares },
    ResultSource(KeyMatch.results) { $0.identity.matches },
    ResultSource(SeasonalCurve.WeekIndex.results) { $0.season?.weeks ?? [] },
    ResultSource(SeasonalCurve.DemandDay.results) { $0.season?.days ?? [] },
    ResultSource(SeasonalCurve.AnyPeak.results) { $0.season?.allPeaks ?? [] },
    ResultSource(SeasonalCurve.YearOverYear.results) { $0.season?.yearOverYear.reversed() ?? [] },
    ResultSource(GeodomainRating.results) { $0.geodomains.ratings },
    ResultSource(Restatement.results) { $0.ledger.restatement.entries },
    ResultSource(AdAccount.results) { AdAccount.statements($0.ledger.accounts) },
  ]
}
