import TributaryModel

/// What each model credits to campaigns, of all sales together, in any days of those that were added.
///
/// The days are kept apart, so that the windows of many nights are added up from one reading. A sale
/// counts on its own day, a path without one on the day on which its lookback ran out.
public struct SaleAttribution {
  private let zone: Zone
  private let markovOrder: Int
  private var days: [Day: PartTally] = [:]

  /// - Parameter markovOrder: touchpoints in a row that make one state; 1...4.
  public init(zone: Zone, markovOrder: Int = 1) {
    self.zone = zone
    self.markovOrder = markovOrder
  }

  /// Adds a conversion; one that is no sale of its own is passed over.
  public mutating func add(_ conversion: CreditedConversion) {
    guard conversion.isSale else { return }
    days[conversion.day, default: PartTally(grain: .campaign)].add(conversion)
  }

  /// Adds the ways of one person that were closed without a sale.
  ///
  /// - Parameters:
  ///   - touchpoints: of the person, in any order.
  ///   - sales: when the person bought, in any order.
  public mutating func addClosed(
    _ touchpoints: [Touchpoint], sales: [Instant], closed: ClosedPaths
  ) {
    let contacts = Contact.byPerson(touchpoints).values.first ?? []
    let times = contacts.map { touchpoints[$0.likeliest].at }
    for way in closed.ways(times: times, conversions: sales) {
      let end = Instant(milliseconds: times[way.upperBound - 1].milliseconds + closed.lookback)
      days[zone.day(of: end), default: PartTally(grain: .campaign)]
        .addNull(contacts[way], touchpoints)
    }
  }

  /// What each campaign is credited with in those days, by its key; without ranges.
  ///
  /// - Parameter latest: credits of other days, from which the chain's is taken instead of being solved
  ///   for: as many times the equal shares as there. Solving the chain of 1,000 campaigns takes .4
  ///   seconds, and the nights that are replayed are 26.
  public func credits(
    in window: DayRange, chainAsIn latest: [String: [AttributionModel: Credit]]? = nil
  ) -> [String: [AttributionModel: Credit]] {
    var sum = PartTally(grain: .campaign)
    for day in days.keys.filter(window.contains).sorted() {
      if let tally = days[day] { sum.add(tally) }
    }
    guard let latest else {
      return sum.credits(markovOrder: markovOrder, hasRanges: false)
        .filter { !AttributionGrain.isChannel($0.key) }
    }
    return sum.rules.filter { !AttributionGrain.isChannel($0.key) }.reduce(into: [:]) { all, own in
      var credits = own.value
      if let shares = credits[.shapley], let known = latest[own.key],
        let equal = known[.shapley]?.conversions.value, equal > 0
      {
        credits[.markov] = shares.scaled(by: (known[.markov]?.conversions.value ?? 0) / equal)
      } else {
        credits[.markov] = credits[.shapley]
      }
      all[own.key] = credits
    }
  }
}
