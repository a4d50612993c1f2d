import TributaryModel

/// The demand of a year over its base: which weeks sell how much, and when the peaks come.
public struct SeasonalCurve: Sendable, Hashable {
  /// Orders a day outside the peaks, latest year.
  public let base: Double
  /// Base 100; ISO weeks 1...53 that have data, in order.
  public let weeks: [WeekIndex]
  /// Day by day: what was sold and what the curve expects; all history, then the days to come.
  public let days: [DemandDay]
  /// Past peaks, oldest first.
  public let peaks: [Peak]
  /// The peak that comes next after the as-of day; nil without two years or without peaks.
  public let next: NextPeak?
  /// One per complete year pair, latest last.
  public let yearOverYear: [YearOverYear]
  /// Mean 1; Monday first.
  public let weekdays: [Double]
  /// Full years of history.
  public let years: Double
  /// Stretches of the history whose orders are missing, oldest first; they weigh nothing.
  public let gaps: [DayRange]

  /// The demand of one week of the year.
  public struct WeekIndex: Sendable, Hashable {
    /// ISO week, 1...53.
    public let week: Int
    /// 100 is the base.
    public let index: Estimate

    package init(week: Int, index: Estimate) {
      self.week = week
      self.index = index
    }
  }

  /// One day, sold and expected.
  public struct DemandDay: Sendable, Hashable {
    public let day: Day
    /// Nil where no data covers the day, and for days to come.
    public let actual: Double?
    public let expected: Double
    /// Goods were out of stock: demand is censored, not low.
    public let isCensored: Bool

    package init(day: Day, actual: Double?, expected: Double, isCensored: Bool) {
      self.day = day
      self.actual = actual
      self.expected = expected
      self.isCensored = isCensored
    }
  }

  /// A stretch of high demand that has passed.
  public struct Peak: Sendable, Hashable {
    /// The calendar event within ten days of the curve's top; nil when the calendar names none.
    public let name: String?
    public let start: Day
    /// The day that sold most.
    public let top: Day
    /// The top of the fitted curve, on the same date each year unless its event moves.
    public let curveTop: Day
    public let end: Day
    /// Top of the curve over base (7-day mean).
    public let multiple: Estimate
    /// Sold from start to end, or to the as-of day.
    public let total: Double

    package init(
      name: String?, start: Day, top: Day, curveTop: Day, end: Day, multiple: Estimate,
      total: Double
    ) {
      self.name = name
      self.start = start
      self.top = top
      self.curveTop = curveTop
      self.end = end
      self.multiple = multiple
      self.total = total
    }
  }

  /// The stretch of high demand that comes next.
  public struct NextPeak: Sendable, Hashable {
    public let name: String?
    public let start: Day
    /// The top of the fitted curve.
    public let top: Day
    public let end: Day
    public let multiple: Estimate
    /// From the as-of day to the start; negative when it has begun.
    public let daysToStart: Int
    public let daysToTop: Int
    /// Expected on the top day.
    public let expectedTop: Estimate

    package init(
      name: String?, start: Day, top: Day, end: Day, multiple: Estimate, daysToStart: Int,
      daysToTop: Int, expectedTop: Estimate
    ) {
      self.name = name
      self.start = start
      self.top = top
      self.end = end
      self.multiple = multiple
      self.daysToStart = daysToStart
      self.daysToTop = daysToTop
      self.expectedTop = expectedTop
    }
  }

  /// One year against the year before.
  public struct YearOverYear: Sendable, Hashable {
    /// The later year's last day.
    public let to: Day
    /// Total of the last 364 days over the 364 before, of the days compared.
    public let ratio: Estimate
    /// Days of one of the years that alone would move the comparison; see `SingularDays`.
    public let singular: [Day]
    /// Days with orders that are in neither total, in order: the singular ones, and the days 364
    /// days from them or from an unknown day.
    public let leftOut: [Day]

    /// The range of the ratio holds 1: the years cannot be told apart.
    public var isEven: Bool { ratio.interval?.contains(1) ?? false }

    package init(to: Day, ratio: Estimate, singular: [Day] = [], leftOut: [Day] = []) {
      self.to = to
      self.ratio = ratio
      self.singular = singular
      self.leftOut = leftOut
    }
  }

  /// Fewer days of history have shown most weeks once, and date no peak.
  static let daysToDate = 728

  /// Too short a history to date the next peak.
  public var isShort: Bool { years < Double(SeasonalCurve.daysToDate) / 365.25 }

  package init(
    base: Double, weeks: [WeekIndex], days: [DemandDay], peaks: [Peak], next: NextPeak?,
    yearOverYear: [YearOverYear], weekdays: [Double], years: Double, gaps: [DayRange] = []
  ) {
    self.base = base
    self.weeks = weeks
    self.days = days
    self.peaks = peaks
    self.next = next
    self.yearOverYear = yearOverYear
    self.weekdays = weekdays
    self.years = years
    self.gaps = gaps
  }
}
