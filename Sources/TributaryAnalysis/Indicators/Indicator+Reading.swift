import TributaryModel

extension Indicator {
  /// Reads one indicator on the as-of day.
  public static func reading(_ history: IndicatorHistory, asOf: Day) -> Indicator {
    TrailingWeeks(history: history, asOf: asOf).indicator
  }
}
