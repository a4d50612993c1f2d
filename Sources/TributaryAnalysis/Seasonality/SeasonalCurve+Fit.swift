import TributaryModel

extension SeasonalCurve {
  /// Fits the year's curve to the history up to the as-of day; nil below eight weeks of days.
  ///
  /// `horizon`: coming days to expect, appended to `days` with no actual.
  public static func fitting(
    _ history: DemandHistory, calendar: [CalendarEvent] = [], asOf: Day, horizon: Int = 60
  ) -> SeasonalCurve? {
    nil
  }
}
