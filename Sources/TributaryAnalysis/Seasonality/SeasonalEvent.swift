import TributaryModel

/// A date that comes back every year, around which demand has a shape of its own.
struct SeasonalEvent: Hashable {
  /// The calendar's name for it; nil when it is only a date.
  let name: String?
  /// Where the shape is centred, one a year, in order.
  let dates: [Day]

  /// Days from the nearest of the dates to that day; negative before it.
  func offset(_ day: Day) -> Int {
    dates.reduce(Int.max / 2) { nearest, date in
      let offset = day.days(since: date)
      return abs(offset) < abs(nearest) ? offset : nearest
    }
  }

  /// The event of a peak that was found at `top`.
  ///
  /// With a calendar event within ten days, the dates follow that event's dates at the same
  /// distance, so that a movable feast takes its peak along; other years take the top's own date.
  static func anchored(at top: Day, calendar: [CalendarEvent], years: ClosedRange<Int>)
    -> SeasonalEvent
  {
    let named = nearest(to: top, in: calendar)
    let shift = named.map { top.days(since: $0.day) } ?? 0
    let same = calendar.filter { $0.name == named?.name }.map(\.day)
    let dates = years.map { year in
      let anniversary = top.anniversary(in: year)
      let occurrence = same.filter { abs($0.adding(shift).days(since: anniversary)) <= 45 }
        .min { left, right in
          let a = abs(left.adding(shift).days(since: anniversary))
          let b = abs(right.adding(shift).days(since: anniversary))
          return a == b ? left < right : a < b
        }
      return occurrence?.adding(shift) ?? anniversary
    }
    return SeasonalEvent(name: named?.name, dates: dates.sorted())
  }

  /// The calendar event nearest to a day, at most ten days away; outages and closed days bring none.
  static func nearest(to day: Day, in calendar: [CalendarEvent]) -> CalendarEvent? {
    calendar.filter { abs($0.day.days(since: day)) <= 10 && $0.bringsDemand }
      .min { left, right in
        let a = abs(left.day.days(since: day))
        let b = abs(right.day.days(since: day))
        return a == b ? left.name < right.name : a < b
      }
  }
}

extension Day {
  /// The same date in another year; 28 February for a leap day.
  func anniversary(in year: Int) -> Day {
    Day(year: year, month: month, day: dayOfMonth)
      ?? Day(year: year, month: month, day: 28) ?? self
  }
}
