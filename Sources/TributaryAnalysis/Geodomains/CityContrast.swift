import TributaryModel

/// What the cities say beside one another.
public struct CityContrast: Sendable {
  /// The page's answer.
  public enum Answer: Sendable, Hashable {
    case empty
    /// One city cannot be compared with others.
    case single(String)
    case nobodyVisits(Int)
    case alike(Int, largest: String)
    /// At least one of the two measures tells cities apart.
    case differs(perVisit: Claim, perHead: Claim)
  }

  /// What one measure says about all cities.
  public enum Claim: Sendable, Hashable {
    case unknown
    case single(String)
    case alike(Int)
    case differs(above: [String], below: [String])
  }

  /// A city that is named but not open yet, and what it may hold.
  public struct Unopened: Sendable, Hashable {
    public let city: String
    public let domain: String
    public let opensOn: Day?
    /// Orders in 28 days when it sold as the least and the best of the open cities; nil without
    /// its population or theirs.
    public let orders: Estimate?
  }

  public let comparison: GeodomainComparison
  /// Cities that were open on a day of the window.
  public let opened: [GeodomainRating]

  package init(_ comparison: GeodomainComparison) {
    self.comparison = comparison
    opened = comparison.ratings.filter { $0.facts.openDays > 0 }
  }

  public var answer: Answer {
    guard let first = opened.first else { return .empty }
    guard opened.count > 1 else { return .single(first.name) }
    switch (perVisit, perHead) {
    case (.differs, _), (_, .differs): return .differs(perVisit: perVisit, perHead: perHead)
    case (.alike(let count), _): return .alike(count, largest: first.name)
    case (.unknown, _), (.single, _): return .nobodyVisits(opened.count)
    }
  }

  public var perVisit: Claim { claim(\.perVisit, \.perVisitVerdict) }
  public var perHead: Claim { claim(\.perHead, \.perHeadVerdict) }

  private func claim(
    _ measure: KeyPath<GeodomainRating, Estimate?>,
    _ verdict: KeyPath<GeodomainRating, GeodomainVerdict>
  ) -> Claim {
    let known = opened.filter { $0[keyPath: measure] != nil }
    guard let first = known.first else { return .unknown }
    guard known.count > 1 else { return .single(first.name) }
    let above = known.filter { $0[keyPath: verdict] == .above }.map(\.name)
    let below = known.filter { $0[keyPath: verdict] == .below }.map(\.name)
    return above.isEmpty && below.isEmpty
      ? .alike(known.count) : .differs(above: above, below: below)
  }

  /// Cities that the shop named but that were open on no day; most orders first.
  public var unopened: [Unopened] {
    let rates = opened.compactMap { $0.perHead?.value }
    return comparison.ratings.filter { $0.facts.openDays == 0 }.map { rating in
      var orders: Estimate?
      if let people = rating.facts.population, let all = comparison.perHead, rates.count > 1,
        let least = rates.min(), let most = rates.max()
      {
        let heads = Double(people) / 100_000
        orders = Estimate(all * heads, Interval(lower: least * heads, upper: most * heads))
      }
      return Unopened(
        city: rating.name, domain: rating.facts.domain, opensOn: rating.facts.launchedOn,
        orders: orders)
    }
    .sorted { ($0.orders?.value ?? -1, $1.city) > ($1.orders?.value ?? -1, $0.city) }
  }

  /// The cities of the openings with that verdict.
  public func launches(_ verdict: LaunchVerdict) -> [String] {
    comparison.launches.filter { $0.verdict == verdict }.map(\.name)
  }
}

extension GeodomainRating {
  /// The city, or its domain when it has no name.
  public var name: String { facts.city.isEmpty ? facts.domain : facts.city }
}

extension GeodomainComparison.Launch {
  /// The city, or its domain when it has no name.
  public var name: String { city.isEmpty ? domain : city }
}
