import TributaryModel

/// A judgement as data: what, about what, how sure, what money hangs on it, since when, and on which
/// row of a result it rests.
///
/// The morning page, headlines, alerts and mail read findings; pages put them into words.
public struct Finding: Sendable, Hashable {
  public let judgement: Judgement
  /// The probability behind it; nil where it was counted, not estimated. Units: 0...1.
  public let certainty: Double?
  /// Money that hangs on it, minor units; nil where none can be named.
  public let stake: Estimate?
  /// The first day that it speaks of; nil for the whole window.
  public let since: Day?

  /// What was judged, with what the words need.
  public enum Judgement: Sendable, Hashable {
    /// A key figure outside what the season expects.
    case indicator(Indicator)
    /// Data that are missing, refused or late.
    case source(SourceKind, SourceState)
    /// A campaign with the advice to stop, cut, raise or mend it.
    case campaign(CampaignRating)
    /// Search words that cost clicks and bring nothing: how many, and what they block together.
    case words(Int, QueryReport.Blocked, first: QueryAdvice)
    /// Orders fell after campaigns got less money.
    case cutLost(SpendWatch)
    /// Spend and visits that do not meet.
    case audit(SpendAudit.Row)
    /// The status out of which orders are lost, and all orders lost in the year.
    case statusLoses(StatusFlow.CancellationSource, all: Int)
    /// Orders that stand in a status for too long.
    case ordersWait(StatusFlow.Waiting)
    /// A way of ordering or paying that loses more, or fewer, than all others together.
    case breakdown(OrderBreakdown.Dimension, OrderBreakdown.Row, OrderBreakdown.Standing)
    /// A city that differs from all others together.
    case city(GeodomainRating, CityMeasure)
    /// An opening that changed a city's orders.
    case launch(GeodomainComparison.Launch)
    /// The next peak, and on how many of the last 28 days goods were out of stock.
    case peakComes(SeasonalCurve.NextPeak, outOfStock: Int)
    /// A page or query that converts less, or more, than all others together.
    case top(TopList.Name, TopList.Row, TopList.Standing)
    /// Revenue or spend of past days is no longer what an earlier report said.
    case pastChanged(Restatement.Measure, change: Int64, days: Int, since: Day)
    /// An advertising account that is overspent or idle.
    case account(AdAccount)
    /// A table that does not hold the money that its files brought.
    case moneyAstray(SourceKind)
  }

  /// By what cities are compared.
  public enum CityMeasure: String, Sendable, Hashable {
    case perVisit = "per-visit"
    case perHead = "per-head"
  }

  init(
    _ judgement: Judgement, certainty: Double? = nil, stake: Estimate? = nil, since: Day? = nil
  ) {
    self.judgement = judgement
    self.certainty = certainty
    self.stake = stake
    self.since = since
  }

  public static let results = ResultTable<Finding>(
    "finding", grain: "judgement and what it is about",
    [
      .text("finding", isKey: true, "what, such as campaign-stop or orders-wait") { $0.code },
      .text("about", isKey: true, "key of the campaign, city domain, status, source and so on") {
        $0.about
      },
      .text("name", "of the same, for people") { $0.name },
      .share("certainty", "the probability behind it; null where it was counted") {
        $0.certainty
      },
      .estimate("stake", unit: .money, "money that hangs on it; null where none can be named") {
        $0.stake
      },
      .day("since", "the first day that it speaks of; null for the whole window") { $0.since },
      .text("result", "the table that holds the row it rests on") { $0.row.table },
      .text("result_key", "the values of that row's key, | between them") { $0.row.key },
    ])
}
