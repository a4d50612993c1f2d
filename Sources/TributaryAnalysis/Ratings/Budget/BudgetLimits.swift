import TributaryModel

/// What a shop allows to be done with its budget.
public struct BudgetLimits: Sendable, Hashable {
  /// All spend by the present one: 1 leaves it as it is.
  public let total: Double
  /// Minor units that a platform may take in the days of the ratings, by its family's name.
  public let platforms: [String: Int64]
  /// Minor units; a campaign that would get less in the days of the ratings is stopped.
  public let least: Int64
  /// Campaigns that nobody may touch.
  public let frozen: [Glob]
  /// What the last unit of money must bring at least, in units of margin; usually as much as that of a
  /// campaign that just pays, so that money is saved where nothing is left that does.
  public let leastReturn: Double

  package init(
    total: Double = 1, platforms: [String: Int64] = [:], least: Int64 = 0, frozen: [Glob] = [],
    leastReturn: Double = SpendResponse.usual.mean
  ) {
    self.total = total
    self.platforms = platforms
    self.least = least
    self.frozen = frozen
    self.leastReturn = leastReturn
  }

  /// Those of a shop that says nothing.
  public static let usual = BudgetLimits()

  /// The most that a campaign grows to, by its present spend: what more brings is known from near only.
  static let mostRaise: [Grade: Double] = [.a: 2, .b: 1.5]
  /// A campaign that would keep less than this of its spend is stopped.
  static let stopBelow = 0.2

  /// How far a campaign's spend may move, by its present one: what pays is raised or kept, what loses
  /// is cut or stopped, and what cannot be told is left alone. More money for the shop's own name meets
  /// nobody else who looks for it.
  func range(of rating: CampaignRating) -> ClosedRange<Double> {
    let facts = rating.facts
    if frozen.contains(where: { $0.matches(facts.name) || $0.matches(facts.key) }) { return 1...1 }
    switch rating.grade {
    case .d, .e: return 0...1
    case .c, nil: return 1...1
    case .a, .b:
      guard !facts.isEnding, facts.type != .brand,
        let most = rating.grade.flatMap({ BudgetLimits.mostRaise[$0] })
      else { return 1...1 }
      return 1...most
    }
  }
}
