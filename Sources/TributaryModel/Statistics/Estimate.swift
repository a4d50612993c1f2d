/// A range that holds the true value with a stated probability (90% unless said otherwise).
public struct Interval: Hashable, Sendable {
  public let lower: Double
  public let upper: Double

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether the value lies inside, ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// The same range in another unit, of which the present one holds `factor`; not negative.
  package func scaled(by factor: Double) -> Interval {
    Interval(lower: lower * factor, upper: upper * factor)
  }
}

/// A figure with the range around it; no range means that there is too little data for one.
public struct Estimate: Hashable, Sendable {
  public let value: Double
  public let interval: Interval?

  package init(_ value: Double, _ interval: Interval? = nil) {
    self.value = value
    self.interval = interval
  }

  /// The same figure in another unit, of which the present one holds `factor`; not negative.
  package func scaled(by factor: Double) -> Estimate {
    Estimate(value * factor, interval?.scaled(by: factor))
  }
}
