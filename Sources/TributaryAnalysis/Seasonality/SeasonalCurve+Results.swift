import TributaryModel

extension SeasonalCurve.WeekIndex {
  public static let results = ResultTable<SeasonalCurve.WeekIndex>(
    "seasonal_index", grain: "ISO week",
    [
      .count("week", isKey: true, "ISO week, 1...53") { $0.week },
      .estimate("week_index", unit: .number, "100 is the base") { $0.index },
    ])
}

extension SeasonalCurve.DemandDay {
  /// All history, and the days to come.
  public static let results = ResultTable<SeasonalCurve.DemandDay>(
    "demand_day", grain: "day of the history and of the days to come; of the last run only",
    lifetime: .latest,
    [
      .day("day", isKey: true, "of placing") { $0.day },
      .number("orders", "that were placed; null where no data covers the day") { $0.actual },
      .number("expected", "by the seasonal curve") { $0.expected },
      .flag("out_of_stock", "goods were out of stock: demand is censored, not low") {
        $0.isCensored
      },
    ])
}

extension SeasonalCurve.YearOverYear {
  /// The latest pair of years first.
  public static let results = ResultTable<SeasonalCurve.YearOverYear>(
    "year_over_year", grain: "complete pair of years",
    [
      .day("year_to", isKey: true, "the later year's last day") { $0.to },
      .estimate(
        "ratio", unit: .ratio, "orders of 364 days over the 364 before, of the days compared"
      ) { $0.ratio },
      .number("change", "ratio less one") { $0.ratio.value - 1 },
      .text("left_out", "days in neither total, such as absurd ones; blanks between them") {
        $0.leftOut.map(\.description).joined(separator: " ")
      },
    ])
}

extension SeasonalCurve {
  /// A past peak, or the one that comes next.
  public enum AnyPeak: Sendable, Hashable {
    case past(Peak)
    case next(NextPeak)
  }

  /// The next one first, then the past ones, latest first.
  public var allPeaks: [AnyPeak] {
    (next.map { [.next($0)] } ?? []) + peaks.reversed().map(AnyPeak.past)
  }
}

extension SeasonalCurve.AnyPeak {
  public var name: String? {
    switch self {
    case .past(let peak): peak.name
    case .next(let peak): peak.name
    }
  }

  public var start: Day {
    switch self {
    case .past(let peak): peak.start
    case .next(let peak): peak.start
    }
  }

  /// The day that sold most; of the next peak the curve's top.
  public var top: Day {
    switch self {
    case .past(let peak): peak.top
    case .next(let peak): peak.top
    }
  }

  public var curveTop: Day {
    switch self {
    case .past(let peak): peak.curveTop
    case .next(let peak): peak.top
    }
  }

  public var end: Day {
    switch self {
    case .past(let peak): peak.end
    case .next(let peak): peak.end
    }
  }

  public var multiple: Estimate {
    switch self {
    case .past(let peak): peak.multiple
    case .next(let peak): peak.multiple
    }
  }

  /// Sold from start to end; nil for the next peak.
  public var total: Double? {
    if case .past(let peak) = self { peak.total } else { nil }
  }

  public var isNext: Bool {
    if case .next = self { true } else { false }
  }

  public static let results = ResultTable<SeasonalCurve.AnyPeak>(
    "peak", grain: "peak, past ones and the next",
    [
      .text("name", "the calendar event near the curve's top") { $0.name },
      .day("start_day", isKey: true, "first day") { $0.start },
      .day("top_day", "the day that sold most; of the next peak the curve's top") { $0.top },
      .day("curve_top_day", "the same date each year, unless its event moves") { $0.curveTop },
      .day("end_day", "last day") { $0.end },
      .estimate("multiple", unit: .ratio, "curve_top_day over base") { $0.multiple },
      .number("total", "orders from start to end; null for the next peak") { $0.total },
      .flag("is_next", isKey: true, "1 for the one that comes next") { $0.isNext },
      .text("state", "past or next") { $0.isNext ? "next" : "past" },
    ])
}
