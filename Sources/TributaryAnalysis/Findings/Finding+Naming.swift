import TributaryModel

/// How a finding is stored: its code, what it is about, and the row that it rests on.
extension Finding {
  /// What, as a code of the house.
  public var code: String {
    switch judgement {
    case .indicator(let each): "indicator-\(each.verdict.rawValue)"
    case .source(_, let state): "source-\(state.code)"
    case .campaign(let rating): "campaign-\(rating.advice.rawValue)"
    case .audit(let row): row.finding.rawValue
    case .statusLoses: "status-loses"
    case .ordersWait: "orders-wait"
    case .breakdown(_, _, let standing):
      standing == .more ? "orders-lose-more" : "orders-lose-fewer"
    case .city(let rating, let measure):
      "city-\(measure.rawValue)-\(rating.verdict(by: measure).rawValue)"
    case .launch(let launch): "launch-\(launch.verdict.rawValue)"
    case .peakComes: "peak-comes"
    case .top(let name, _, let standing):
      "\(name == .searchQueries ? "query" : "page")-\(standing == .below ? "below" : "above")"
    case .pastChanged: "past-changed"
    case .account(let account): "account-\(account.verdict.rawValue)"
    case .moneyAstray: "money-astray"
    }
  }

  /// The key of what it is about.
  public var about: String {
    switch judgement {
    case .indicator(let each): each.name.rawValue
    case .source(let kind, _), .moneyAstray(let kind): kind.rawValue
    case .campaign(let rating): rating.facts.key
    case .audit(let row): row.campaign.key.isEmpty ? row.campaign.source : row.campaign.key
    case .statusLoses(let source, _): source.status
    case .ordersWait(let waiting): waiting.status
    case .breakdown(let dimension, let row, _): "\(dimension.rawValue):\(row.name)"
    case .city(let rating, _): rating.facts.domain
    case .launch(let launch): launch.domain
    case .peakComes(let next, _): next.start.description
    case .top(_, let row, _): row.label
    case .pastChanged(let measure, _, _, _): measure.rawValue
    case .account(let account): "\(account.source) \(account.currency)"
    }
  }

  /// The same for people; its key where it has no other name.
  public var name: String {
    switch judgement {
    case .campaign(let rating): rating.facts.name
    case .audit(let row): row.campaign.name.isEmpty ? about : row.campaign.name
    case .breakdown(_, let row, _): row.name
    case .city(let rating, _): rating.name
    case .launch(let launch): launch.name
    case .peakComes(let next, _): next.name ?? about
    default: about
    }
  }

  /// The table and key of the row that it rests on.
  public var row: (table: String, key: String) {
    switch judgement {
    case .indicator: (Indicator.results.shape.table, about)
    case .source: ("source_file", about)
    case .campaign: (CampaignRating.results.shape.table, about)
    case .audit: (SpendAudit.results.shape.table, about)
    case .statusLoses: (StatusFlow.CancellationSource.results.shape.table, about)
    case .ordersWait: (StatusFlow.Waiting.results.shape.table, about)
    case .breakdown: (OrderBreakdown.results.shape.table, about)
    case .city: (GeodomainRating.results.shape.table, about)
    case .launch: (GeodomainComparison.Launch.results.shape.table, about)
    case .peakComes: (SeasonalCurve.AnyPeak.results.shape.table, about)
    case .top(let name, _, _): (TopList.results(name).shape.table, about)
    case .pastChanged: (Restatement.results.shape.table, about)
    case .account: (AdAccount.results.shape.table, about)
    case .moneyAstray: ("table_money", about)
    }
  }
}

extension SourceState {
  /// As a code of the house.
  var code: String {
    switch self {
    case .whole: "whole"
    case .missing: "missing"
    case .stops: "stops"
    case .part: "part"
    case .gaps: "gaps"
    case .parts: "parts"
    case .refused: "refused"
    }
  }
}

extension GeodomainRating {
  public func verdict(by measure: Finding.CityMeasure) -> GeodomainVerdict {
    measure == .perVisit ? perVisitVerdict : perHeadVerdict
  }
}
