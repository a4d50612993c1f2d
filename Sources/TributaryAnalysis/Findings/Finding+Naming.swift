import TributaryModel

/// How a finding is stored: its code, what it is about, and the row that it rests on.
extension Finding {
  /// What, as a code of the house.
  public var code: String {
    switch judgement {
    case .indicator(let each): "indicator-\(each.verdict.rawValue)"
    case .source(_, let state): "source-\(state.code)"
    case .campaign(let rating): "campaign-\(rating.advice.rawValue)"
    case .words: "words-waste"
    case .cutLost: "cut-lost"
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
    case .words(_, _, let first): first.text
    case .cutLost(let watch): "\(watch.change.on) \(watch.key)"
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
    case .cutLost(let watch): watch.name.isEmpty ? about : watch.name
    case .audit(let row): row.campaign.name.isEmpty ? about : row.campaign.name
    case .breakdown(_, let row, _): row.name
    case .city(let rating, _): rating.name
    case .launch(let launch): launch.name
    case .peakComes(let next, _): next.name ?? about
    default: about
    }
  }

  /// The table and the key of the row that it rests on, of several the first.
  public var row: (table: String, key: String) {
    func row<Row>(_ table: ResultTable<Row>, _ row: Row) -> (table: String, key: String) {
      (table.shape.table, table.key(of: row))
    }
    switch judgement {
    case .indicator(let each): return row(Indicator.results, each)
    case .source(let kind, _): return (SourceQuality.results.shape.table, kind.rawValue)
    case .campaign(let rating): return row(CampaignRating.results, rating)
    case .words(_, _, let first): return row(QueryAdvice.results, first)
    case .cutLost(let watch): return row(SpendWatch.results, watch)
    case .audit(let audit): return row(SpendAudit.results, audit)
    case .statusLoses(let source, _): return row(StatusFlow.CancellationSource.results, source)
    case .ordersWait(let waiting): return row(StatusFlow.Waiting.results, waiting)
    case .breakdown(let dimension, let each, _):
      return row(
        OrderBreakdown.results, OrderBreakdown.Entry(dimension: dimension, row: each, share: nil))
    case .city(let rating, _): return row(GeodomainRating.results, rating)
    case .launch(let launch): return row(GeodomainComparison.Launch.results, launch)
    case .peakComes(let next, _): return row(SeasonalCurve.AnyPeak.results, .next(next))
    case .top(let name, let each, _): return row(TopList.results(name), each)
    case .pastChanged(let measure, _, _, _):
      let day = since?.description ?? ""
      return (Restatement.results.shape.table, "\(day)|\(measure.rawValue)")
    case .account(let account):
      guard let month = account.months.last else { return (AdAccount.results.shape.table, "") }
      return row(AdAccount.results, AdAccount.Statement(account: account, month: month))
    case .moneyAstray: return ("table_money", about)
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
  /// What the comparison says of the city by that measure.
  public func verdict(by measure: Finding.CityMeasure) -> GeodomainVerdict {
    measure == .perVisit ? perVisitVerdict : perHeadVerdict
  }
}
