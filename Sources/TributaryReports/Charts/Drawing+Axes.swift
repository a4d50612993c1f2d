import TributaryModel

extension Drawing {
  /// Horizontal gridlines with their numbers; the zero line a step darker.
  mutating func yAxis(_ frame: Frame, _ ticks: [Double], _ text: (Double) -> String) {
    for tick in ticks {
      let y = frame.y(tick)
      let isZero = !frame.yScale.isLogarithmic && tick == 0
      segment(frame.left, y, frame.right, y, isZero ? .axis : .grid)
      self.text(frame.left - 6, y + 4, text(tick), .tick, .end)
    }
  }

  /// The line beneath the plot with short ticks and their numbers.
  mutating func xAxis(_ frame: Frame, _ ticks: [Double], _ text: (Double) -> String) {
    segment(frame.left, frame.bottom, frame.right, frame.bottom, .axis)
    for tick in ticks {
      let x = frame.x(tick)
      segment(x, frame.bottom, x, frame.bottom + 5, .axis)
      self.text(x, frame.bottom + 18, text(tick), .tick, .middle)
    }
  }

  /// Months beneath a plot whose x is the number of a day.
  ///
  /// Names stand in the middle of their month, on phones at the start of every second one; the year
  /// stands bold beneath January and the first tick.
  mutating func monthAxis(_ frame: Frame, _ days: DayRange, _ words: Words) {
    segment(frame.left, frame.bottom, frame.right, frame.bottom, .axis)
    let months = Drawing.months(of: days)
    let step = isNarrow ? 2 : 1
    let isSparse = frame.width / Double(max(1, months.count)) < 30
    let every = isSparse ? max(step, Int(30 * Double(months.count) / frame.width) + 1) : 1
    for (index, month) in months.enumerated() {
      let x = frame.x(Double(month.first.number))
      let end = min(frame.right, frame.x(Double(month.last.number + 1)))
      segment(x, frame.bottom, x, frame.bottom + 5, .axis)
      let name = words.shortMonth(month.first.month)
      let width = TextWidth.of(name)
      let next = index + every < months.count ? months[index + every].first : nil
      let limit = next.map { frame.x(Double($0.number)) } ?? frame.right + 6
      let room = (every == 1 ? end : limit) - x
      if index % every == 0, width + 2 < room {
        let isCentred = every == 1
        text(
          isCentred ? (x + end) / 2 : x + 3, frame.bottom + 17, name, .tick,
          isCentred ? .middle : .start)
      }
      if index == 0 || month.first.month == 1, x + 28 < frame.right + 6 {
        if index != 0 || months.count < 2 || months[1].first.month != 1 || end - x > 34 {
          text(x + 1, frame.bottom + 31, String(month.first.year), .year)
        }
      }
    }
  }

  /// The months that the days touch, each cut to them.
  static func months(of days: DayRange) -> [DayRange] {
    var months: [DayRange] = []
    var first = days.first
    while first <= days.last {
      let length = Day.length(ofMonth: first.month, year: first.year)
      let last = first.adding(length - first.dayOfMonth)
      months.append(DayRange(first: first, last: min(last, days.last)))
      first = last.adding(1)
    }
    return months
  }
}
