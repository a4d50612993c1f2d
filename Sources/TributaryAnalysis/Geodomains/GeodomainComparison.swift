import TributaryModel

/// What one city's domain and number brought in a window.
public struct GeodomainFacts: Sendable, Hashable {
  public let domain: String
  public let city: String
  /// People; nil when the shop did not say.
  public let population: Int?
  public let launchedOn: Day?
  public let visits: Int
  /// Orders made on the site.
  public let webOrders: Int
  /// All orders of the city: site, telephone, letters.
  public let orders: Int
  public let calls: Int
  /// Minor units.
  public let revenue: Int64
  /// Minor units.
  public let spend: Int64
  /// Days of the window on which the domain was open.
  public let openDays: Int

  package init(
    domain: String, city: String, population: Int?, launchedOn: Day?, visits: Int, webOrders: Int,
    orders: Int, calls: Int, revenue: Int64, spend: Int64, openDays: Int
  ) {
    self.domain = domain
    self.city = city
    self.population = population
    self.launchedOn = launchedOn
    self.visits = visits
    self.webOrders = webOrders
    self.orders = orders
    self.calls = calls
    self.revenue = revenue
    self.spend = spend
    self.openDays = openDays
  }
}

extension GeodomainFacts {
  /// Days of a window on which a domain was open; all for one that opened before or on no known day.
  public static func openDays(since launched: Day?, of window: DayRange) -> Int {
    guard let launched, launched > window.first else { return window.count }
    return max(0, window.last.days(since: launched) + 1)
  }
}

/// One city beside the others.
public struct GeodomainRating: Sendable, Hashable {
  public let facts: GeodomainFacts
  /// Web orders per visit; nil without visits.
  public let perVisit: Estimate?
  /// Orders per 100,000 people in 28 open days; nil without population.
  public let perHead: Estimate?
  public let perVisitVerdict: GeodomainVerdict
  public let perHeadVerdict: GeodomainVerdict
  /// Of the revenue of all open cities; nil for a city that was open on no day. Units: 0...1.
  public let revenueShare: Double?

  /// Whether its domain was open on a day of the window.
  public var isOpen: Bool { facts.openDays > 0 }

  package init(
    facts: GeodomainFacts, perVisit: Estimate?, perHead: Estimate?,
    perVisitVerdict: GeodomainVerdict, perHeadVerdict: GeodomainVerdict,
    revenueShare: Double? = nil
  ) {
    self.facts = facts
    self.perVisit = perVisit
    self.perHead = perHead
    self.perVisitVerdict = perVisitVerdict
    self.perHeadVerdict = perHeadVerdict
    self.revenueShare = revenueShare
  }
}

/// Whether a city differs from all cities together.
public enum GeodomainVerdict: String, Sendable, CaseIterable {
  case above
  case below
  case cannotTell = "cannot-tell"
}

/// What the opening of a city's domain changed in its orders.
public enum LaunchVerdict: String, Sendable, CaseIterable {
  /// The interval of 95% lies above, or below, no change.
  case more, fewer
  /// The interval of 90% lies within `smallEffect` of no change on either side.
  case noEffect = "no-effect"
  /// The interval holds no change and more than a small one.
  case cannotTell = "cannot-tell"
  /// Too few weeks, orders or other cities for an interval.
  case tooLittle = "too-little"

  /// A change that makes no difference to the shop, either way; the house's own bound.
  public static let smallEffect = 0.1
}

/// All cities of one window, most revenue first.
public struct GeodomainComparison: Sendable, Hashable {
  public let window: DayRange
  public let ratings: [GeodomainRating]
  /// All cities together; nil without visits.
  public let perVisit: Double?
  /// All cities together; nil without population.
  public let perHead: Double?
  /// Cities opened within the history, with orders before and after.
  public let launches: [Launch]

  /// The opening of a city domain: its orders against the other cities' before and after.
  public struct Launch: Sendable, Hashable {
    public let domain: String
    public let city: String
    public let on: Day
    public let ordersBefore: Int
    public let ordersAfter: Int
    /// Ratio of ratios to the other cities, less one: .25 is a quarter more; nil when too few.
    public let uplift: Estimate?
    public let verdict: LaunchVerdict

    package init(
      domain: String, city: String, on: Day, ordersBefore: Int, ordersAfter: Int,
      uplift: Estimate?, verdict: LaunchVerdict
    ) {
      self.domain = domain
      self.city = city
      self.on = on
      self.ordersBefore = ordersBefore
      self.ordersAfter = ordersAfter
      self.uplift = uplift
      self.verdict = verdict
    }
  }

  package init(
    window: DayRange, ratings: [GeodomainRating], perVisit: Double?, perHead: Double?,
    launches: [Launch]
  ) {
    self.window = window
    self.ratings = ratings
    self.perVisit = perVisit
    self.perHead = perHead
    self.launches = launches
  }
}
