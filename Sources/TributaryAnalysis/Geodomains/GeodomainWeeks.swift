import TributaryModel

/// The weekly orders of one city, for judging what the opening of a domain changed.
public struct GeodomainWeeks: Sendable, Hashable {
  public let domain: String
  public let city: String
  /// Nil for a domain that was open all along.
  public let launchedOn: Day?
  /// Orders of the whole week by its Monday; a whole week of the history without an entry is 0.
  public let orders: [Day: Int]

  public init(domain: String, city: String, launchedOn: Day?, orders: [Day: Int]) {
    self.domain = domain
    self.city = city
    self.launchedOn = launchedOn
    self.orders = orders
  }
}
