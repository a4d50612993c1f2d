import TributaryModel

/// A key figure of the last seven days beside its past.
public struct Indicator: Sendable, Hashable {
  public let name: Name
  /// Seven days to the as-of day; nil when the source has none of them.
  public let value: Double?
  /// The seven days before.
  public let lastWeek: Double?
  /// Seven days, four weeks earlier.
  public let fourWeeksAgo: Double?
  /// Seven days, 52 weeks earlier.
  public let lastYear: Double?
  /// What this time of the season expects, with its usual range; nil without a year of history.
  public let expected: Estimate?
  public let verdict: Verdict
  /// Actual over expected of the last 56 days, oldest first (trailing 7-day); nil: unknown.
  public let history: [Double?]
  /// Days of the last seven without data from the source.
  public let missingDays: Int
  /// Of a margin: the share of the revenue whose cost is known. Nil when all is, and for others.
  public let costedShare: Double?
  /// Of paid invoices: how many are neither paid nor due, and so in no share.
  public let open: Int?

  /// Which figure it is.
  public enum Name: String, Sendable, CaseIterable {
    case revenue, orders, margin, visits, conversion
    case averageOrder = "average_order"
    case cancelledShare = "cancelled_share"
    case calls, letters, spend
    /// Attributed revenue over ad spend: what equal shares credit to the channels that cost money,
    /// over what they cost. `CampaignRating` has the same of one campaign, as the mean over models.
    case returnOnAdSpend = "return_on_ad_spend"
    case paidInvoiceShare = "paid_invoice_share"

    public var unit: Unit {
      switch self {
      case .revenue, .margin, .averageOrder, .spend: .money
      case .orders, .visits, .calls, .letters: .count
      case .conversion, .cancelledShare, .paidInvoiceShare: .share
      case .returnOnAdSpend: .ratio
      }
    }
  }

  /// What the figure is counted in.
  public enum Unit: String, Sendable {
    /// Minor units.
    case money
    case count
    /// 0...1.
    case share
    case ratio
  }

  /// How the figure lies to what the season expects.
  public enum Verdict: String, Sendable, CaseIterable {
    case inside, above, below
    /// Some days or costs are missing, so the figure is low for that reason.
    case incomplete
    /// A share that ripens, and no dates tell how ripe it was in the weeks before.
    case undated
    case tooLittle = "too-little"
  }

  package init(
    name: Name, value: Double?, lastWeek: Double?, fourWeeksAgo: Double?, lastYear: Double?,
    expected: Estimate?, verdict: Verdict, history: [Double?], missingDays: Int,
    costedShare: Double? = nil, open: Int? = nil
  ) {
    self.name = name
    self.value = value
    self.lastWeek = lastWeek
    self.fourWeeksAgo = fourWeeksAgo
    self.lastYear = lastYear
    self.expected = expected
    self.verdict = verdict
    self.history = history
    self.missingDays = missingDays
    self.costedShare = costedShare
    self.open = open
  }
}
