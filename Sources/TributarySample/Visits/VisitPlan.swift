import TributaryModel

/// Every session of the logged days: those that end with an order or a call, and the others around
/// them.
struct VisitPlan {
  private(set) var visits: [Visit] = []
  /// How each order on the website came about, in the order of the orders.
  private(set) var journeys: [(order: String, journey: Journey)] = []
  /// Visits by campaign position and day.
  private(set) var clicks: [Int: [Day: Int]] = [:]
  /// The visit behind each call, by the call's position.
  private(set) var callVisits: [Visit?] = []

  private let settings: SampleSettings
  private var planned: [Day: Int] = [:]

  /// Visitors who never buy are numbered from here on; customers have their own number.
  private static let firstStranger = 1_000_000

  init(settings: SampleSettings, orders: [Order], calls: [CallLog.Call] = []) {
    self.settings = settings
    let window = settings.logged
    for order in orders where order.isOnWebsite && window.contains(order.placedAt.day) {
      plan(order)
    }
    callVisits = CallVisits(settings: settings, calls: calls, besides: visits).visits
    for visit in callVisits { visit.map { add($0) } }
    let curve = DemandCurve(asOf: settings.asOf)
    var stranger = VisitPlan.firstStranger
    for day in window.days {
      var random = settings.random("visits", day.number)
      let wanted = random.poisson(VisitPlan.expected(on: day, settings: settings, curve: curve))
      while planned[day, default: 0] < wanted {
        planStranger(stranger, from: day, &random)
        stranger += 1
      }
    }
  }

  /// Human sessions of a day: they grow a little less than orders in a peak, so that more of them
  /// buy.
  static func expected(on day: Day, settings: SampleSettings, curve: DemandCurve) -> Double {
    let season = curve.season(day)
    let damped = season <= 1 ? season : 1 + (season - 1) * 0.86
    return Double(settings.visitsPerDay) * damped * curve.multiple(day) / season
  }

  private mutating func plan(_ order: Order) {
    guard let host = order.host, let line = order.lines.first else { return }
    var random = SeededRandom(seed: settings.seed, stream: "journey " + order.id)
    let journey = Journey.buying(host: host, on: order.placedAt.day, &random)
    journeys.append((order.id, journey))
    var day = order.placedAt.day
    for source in journey.sources.dropLast().reversed() {
      day = day.adding(-random.integer(in: Journey.gaps))
      let at = OpeningHours.moment(on: day, OpeningHours.site, &random)
      add(Visit(visitor: order.customer.number, at: at, host: host, source: source, goal: .browse))
    }
    let last = journey.sources.last ?? .unpaid(0)
    add(
      Visit(
        visitor: order.customer.number, at: order.placedAt, host: host, source: last,
        goal: .order(
          id: order.id, product: line.product.path, isOneClick: order.method == .oneClick)))
  }

  private mutating func planStranger(
    _ visitor: Int, from first: Day, _ random: inout SeededRandom
  ) {
    let city = City.all[random.position(weights: City.all.map(\.weight))]
    var day = first
    let host = city.host(on: day, asOf: settings.asOf)
    for source in Journey.idle(host: host, on: day, &random).sources {
      let at = OpeningHours.moment(on: day, OpeningHours.site, &random)
      add(Visit(visitor: visitor, at: at, host: host, source: source, goal: .browse))
      day = day.adding(random.integer(in: Journey.gaps))
    }
  }

  private mutating func add(_ visit: Visit) {
    let day = visit.at.day
    guard settings.logged.contains(day) else { return }
    visits.append(visit)
    planned[day, default: 0] += 1
    if case .campaign(let position) = visit.source {
      clicks[position, default: [:]][day, default: 0] += 1
    }
  }
}

/// One session of a person on the site.
struct Visit {
  let visitor: Int
  /// The first request, or for a visit that orders the second of its thank-you page.
  let at: LocalTime
  let host: String
  let source: TrafficSource
  let goal: Goal

  enum Goal {
    /// Looks around; may leave at any step of the funnel.
    case browse
    /// Ends with this order; one click skips the cart.
    case order(id: String, product: String, isOneClick: Bool)
    /// Looks around and calls at that time.
    case call(at: LocalTime)
  }
}
