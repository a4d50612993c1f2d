import TributaryModel

/// What one campaign cost and brought over the days that both sources cover.
public struct CampaignFacts: Sendable, Hashable {
  /// The warehouse's key of the campaign, stable between runs.
  public let key: String
  public let name: String
  public let source: String
  public let medium: String
  public let type: CampaignType
  /// Minor units.
  public let spend: Int64
  public let impressions: Int
  public let clicks: Int
  public let sessions: Int
  public let credits: [AttributionModel: Credit]
  /// The campaign's part of the last week's spend is under a third of its part of the whole: it is
  /// over or nearly so.
  public let isEnding: Bool
  /// Whether visits have a name that it shares with another number that spent on the same day: they
  /// may be of either.
  public let isShared: Bool
  /// Of its source: the family that it belongs to.
  public let platform: String
  /// Half a year to the as-of day, in any order; weeks without spend may be missing.
  public let weeks: [SpendResponse.Week]

  package init(
    key: String, name: String, source: String, medium: String, type: CampaignType, spend: Int64,
    impressions: Int, clicks: Int, sessions: Int, credits: [AttributionModel: Credit],
    isEnding: Bool = false, isShared: Bool = false, platform: String = "",
    weeks: [SpendResponse.Week] = []
  ) {
    self.key = key
    self.name = name
    self.source = source
    self.medium = medium
    self.type = type
    self.spend = spend
    self.impressions = impressions
    self.clicks = clicks
    self.sessions = sessions
    self.credits = credits
    self.isEnding = isEnding
    self.isShared = isShared
    self.platform = platform
    self.weeks = weeks
  }
}

extension CampaignFacts {
  /// Whether a campaign's part of the last week's spend is under a third of its part of the whole: a
  /// season that ends for all ends for none by itself. Units: minor units.
  public static func isEnding(
    spend: Int64, weekSpend: Int64, of total: Int64, weekTotal: Int64
  ) -> Bool {
    guard spend > 0, total > 0, weekTotal > 0 else { return false }
    return Double(weekSpend) / Double(weekTotal) * 3 < Double(spend) / Double(total)
  }

  /// Fewer visits than this share of the clicks are strays: the campaign's own are not recognised.
  static let leastRecognised = 0.1

  /// Whether its visits, or the calls to its numbers, can be told from others. If not, what it
  /// brought is unknown and not nothing.
  ///
  /// By hand: of 60 clicks 5 visits are strays, 6 are visits of the campaign.
  public var isRecognised: Bool {
    guard spend > 0 else { return true }
    guard !isShared else { return false }
    if clicks >= SpendAudit.fewestClicks {
      return Double(sessions) >= Double(clicks) * CampaignFacts.leastRecognised
    }
    return sessions > 0 || credits.values.contains { $0.conversions.value > 0 }
  }
}

/// How sure it is that a campaign earns its money.
public enum Grade: String, Sendable, CaseIterable, Comparable {
  /// P(R > high) >= `certainty`, as for all.
  case a = "A"
  /// P(R > even)
  case b = "B"
  /// Not enough evidence either way.
  case c = "C"
  /// P(R < even)
  case d = "D"
  /// P(R < low)
  case e = "E"

  /// The certainty that a grade other than C asks for.
  public static let certainty = 0.8
  /// The certainty that another letter than that of the night before asks for.
  public static let moved = 0.95
  /// A letter that is less certain than this is given up.
  public static let held = 0.5
  /// The margin return that A stands over.
  public static let high = 1.25
  /// What was spent comes back: B stands over it, D under it.
  public static let even = 1.0
  /// The margin return that E stands under.
  public static let low = 0.75

  /// Whether it says more than another of its side: A than B, E than D.
  func isFirmer(than other: Grade) -> Bool {
    self == .a && other == .b || self == .e && other == .d
  }

  /// From the best to the worst.
  public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
}

/// What to do with a campaign's budget.
public enum CampaignAdvice: String, Sendable, CaseIterable {
  case stop
  case cut
  case keep
  case raise
  /// Too little data: leave it until more orders are in.
  case wait
  /// No visit can be recognised: mend its tag before it is judged.
  case mend
}

/// A campaign with its ratios, its grade and the advice that follows.
public struct CampaignRating: Sendable, Hashable {
  public let facts: CampaignFacts
  /// Mean over the models; the interval holds sampling error and the spread of the models. Nil, as
  /// all ratios, when the campaign's visits are not recognised.
  public let conversions: Estimate?
  /// Spend per conversion, minor units; nil without conversions.
  public let costPerConversion: Estimate?
  /// Attributed revenue over ad spend, the mean over the models; nil without spend. The indicator of
  /// the name is the same of all channels that cost money, by equal shares.
  public let returnOnAdSpend: Estimate?
  /// Attributed margin / spend, pulled to campaigns of the same type; nil without spend.
  public let marginReturn: Estimate?
  /// R: the part of `marginReturn` that is taken not to have come without the campaign; nil without
  /// spend, and where no campaign has a margin.
  public let incrementalReturn: Estimate?
  /// Nil without spend or recognised visits: nothing to grade.
  public let grade: Grade?
  /// About how many more conversions a verdict needs; nil when there is one, and when more of the
  /// same would not bring one, because R lies too near to 1 or the models disagree.
  public internal(set) var conversionsNeeded: Int?
  /// About how many more days a verdict needs at the present rate; nil when there is one, and when
  /// more of the same would not bring one.
  public internal(set) var daysNeeded: Int?
  /// The letter if half of what is assumed, or twice as much, were brought.
  public internal(set) var gradeIfHalf: Grade?
  public internal(set) var gradeIfDouble: Grade?
  /// The night on which it got this letter; nil where it has had it on all nights that were replayed.
  public internal(set) var gradeSince: Day?
  public internal(set) var advice: CampaignAdvice

  package init(
    facts: CampaignFacts, conversions: Estimate?, costPerConversion: Estimate?,
    returnOnAdSpend: Estimate?, marginReturn: Estimate?, incrementalReturn: Estimate?,
    grade: Grade?, conversionsNeeded: Int? = nil, daysNeeded: Int? = nil,
    gradeIfHalf: Grade? = nil, gradeIfDouble: Grade? = nil, gradeSince: Day? = nil,
    advice: CampaignAdvice
  ) {
    self.facts = facts
    self.conversions = conversions
    self.costPerConversion = costPerConversion
    self.returnOnAdSpend = returnOnAdSpend
    self.marginReturn = marginReturn
    self.incrementalReturn = incrementalReturn
    self.grade = grade
    self.conversionsNeeded = conversionsNeeded
    self.daysNeeded = daysNeeded
    self.gradeIfHalf = gradeIfHalf
    self.gradeIfDouble = gradeIfDouble
    self.gradeSince = gradeSince
    self.advice = advice
  }
}

/// All campaigns of one window, rated.
public struct CampaignReport: Sendable, Hashable {
  /// The days asked for.
  public let window: DayRange
  /// The days of it that both spend and visits cover; nil when there is none.
  public let covered: DayRange?
  /// Most spend first, then by key.
  public let ratings: [CampaignRating]
  /// Whether anything tells what goods cost; if not, a margin is only the revenue.
  public let knowsCosts: Bool
  public let assumptions: RatingAssumptions
  public let budget: BudgetAdvice
  /// The letters of the last nights, of each campaign in order of its nights.
  public let letters: [CampaignLetter]
  /// What cuts of single campaigns would lose, most spend first.
  public let cuts: [CampaignCuts]
  /// What became of orders after campaigns got less money, the latest first.
  public package(set) var watches: [SpendWatch] = []
  /// What the pages of single campaigns show.
  public package(set) var details = CampaignDetails()
  /// Ad groups, keywords and cities of campaigns.
  public package(set) var parts: [CampaignPartRating] = []
  /// The next budgets of campaigns by city.
  public var cities: [CitySplit] { CitySplit.splits(budget.move, parts) }
  /// What is added to the costs of each source of spend for VAT, 0...1.
  public package(set) var vatRates: [Double] = []
  /// Where spend and tagged visits of the covered days do not meet.
  public let audit: SpendAudit

  package init(
    window: DayRange, covered: DayRange?, ratings: [CampaignRating], knowsCosts: Bool = true,
    assumptions: RatingAssumptions = .usual, budget: BudgetAdvice = BudgetAdvice(),
    letters: [CampaignLetter] = [], cuts: [CampaignCuts] = [], audit: SpendAudit = SpendAudit()
  ) {
    self.window = window
    self.covered = covered
    self.ratings = ratings
    self.knowsCosts = knowsCosts
    self.assumptions = assumptions
    self.budget = budget
    self.letters = letters
    self.cuts = cuts
    self.audit = audit
  }
}
