import TributaryModel

/// The days of a year as cells: columns are weeks, rows are weekdays.
///
/// On phones weeks go down and every cell carries its number; the last half year stands there.
/// Steps double, so that a peak of ten ordinary days does not blot out the rest of the year.
struct HeatCalendar: Sendable {
  struct Cell: Sendable {
    let day: Day
    /// Nil where no data covers the day.
    let value: Double?
  }

  /// One cell a day, oldest first, without holes.
  let cells: [Cell]
  /// Days with a box around them.
  let tops: [Day]
  let unit: String
  let words: Words

  init(cells: [Cell], tops: [Day], unit: String, words: Words) {
    self.cells = cells
    self.tops = tops
    self.unit = unit
    self.words = words
  }

  /// Where the steps begin: the ordinary day times .75, 1.5, 3, 6, 12 in round numbers.
  static func cuts(ordinary: Double) -> [Double] {
    let first = max(1, round(ordinary * 0.75))
    return (0..<5).map { first * [1, 2, 4, 8, 16][$0] }
  }

  /// One or two significant figures: 31.5 is 30, 84 is 85.
  private static func round(_ value: Double) -> Double {
    let unit = value >= 100 ? 50.0 : value >= 20 ? 5 : 1
    return (value / unit).rounded() * unit
  }

  var cuts: [Double] {
    let known = cells.compactMap(\.value).sorted()
    return HeatCalendar.cuts(ordinary: known.isEmpty ? 1 : known[known.count / 2])
  }

  func draw(_ width: Double) -> Drawing {
    width < 500 ? narrow(width) : wide(width)
  }

  private func step(_ value: Double) -> Int { cuts.filter { value >= $0 }.count }

  private func wide(_ width: Double) -> Drawing {
    guard let first = cells.first?.day.monday, let last = cells.last?.day else {
      return Drawing(width: width, height: 20)
    }
    let weeks = last.days(since: first) / 7 + 1
    let cellWidth = (width - 36) / Double(max(weeks, 20))
    var drawing = Drawing(width: width, height: 205)
    func corner(_ day: Day) -> (x: Double, y: Double) {
      let (week, row) = day.days(since: first).quotientAndRemainder(dividingBy: 7)
      return (36 + Double(week) * cellWidth, 20 + Double(row) * 19)
    }
    var groups = [Int: [Box]]()
    var unknown: [Box] = []
    for cell in cells {
      let (x, y) = corner(cell.day)
      let box = Box(x, y, x + cellWidth - 1, y + 18)
      if let value = cell.value {
        groups[step(value), default: []].append(box)
      } else {
        unknown.append(box)
      }
    }
    for (step, boxes) in groups.sorted(by: { $0.key < $1.key }) {
      drawing.cells(boxes, .heat(step))
    }
    drawing.cells(unknown, .gap)
    for row in 1...7 { drawing.text(0, Double(row) * 19 + 14, words.shortWeekday(row), .tick) }
    months(&drawing, first, last) { corner($0).x }
    for top in tops where cells.contains(where: { $0.day == top }) {
      let (x, y) = corner(top)
      drawing.rectangle(x - 1, y - 1, cellWidth + 1, 20, .frame)
    }
    legend(&drawing, x: 36, y: 165, cellWidth: 46)
    return drawing
  }

  private func months(
    _ drawing: inout Drawing, _ first: Day, _ last: Day, _ x: (Day) -> Double
  ) {
    var free = 0.0
    for month in Drawing.months(of: DayRange(first: first, last: last)) {
      let start = month.first.dayOfMonth == 1 ? month.first.adding(6).monday : month.first.monday
      guard start <= last, x(start) >= free, x(start) + 24 < drawing.width else { continue }
      let name = words.shortMonth(month.first.month)
      drawing.text(x(start), 13, name, .tick)
      free = x(start) + TextWidth.of(name) + 6
    }
  }

  private func legend(_ drawing: inout Drawing, x: Double, y: Double, cellWidth: Double) {
    for step in 0...5 {
      drawing.rectangle(x + Double(step) * cellWidth, y, cellWidth, 10, .heat(step))
    }
    for (index, cut) in cuts.enumerated() {
      drawing.text(x + Double(index + 1) * cellWidth, y + 23, words.number(cut), .tick, .middle)
    }
    guard !drawing.isNarrow else { return }
    let after = x + 6 * cellWidth + 10
    drawing.text(after, y + 10, unit, .tick)
    guard !tops.isEmpty else { return }
    let boxAt = after + TextWidth.of(unit) + 26
    drawing.rectangle(boxAt, y - 1, 12, 12, .frame)
    drawing.text(boxAt + 18, y + 10, words.topOfPeak, .tick)
  }

  private func narrow(_ width: Double) -> Drawing {
    let shown = cells.suffix(183)
    guard let first = shown.first?.day.monday, let last = shown.last?.day else {
      return Drawing(width: width, height: 20)
    }
    let weeks = last.days(since: first) / 7 + 1
    let cellWidth = (width - 52) / 7
    let bottom = 20 + Double(weeks) * 19
    var drawing = Drawing(width: width, height: bottom + 42)
    for row in 1...7 {
      let middle = 52 + (Double(row) - 0.5) * cellWidth
      drawing.text(middle, 12, words.shortWeekday(row), .tick, .middle)
    }
    for week in 0..<weeks {
      drawing.text(0, 33 + Double(week) * 19, words.day(first.adding(week * 7), year: false), .tick)
    }
    for cell in shown {
      let (week, column) = cell.day.days(since: first).quotientAndRemainder(dividingBy: 7)
      let x = 52 + Double(column) * cellWidth
      let y = 20 + Double(week) * 19
      guard let value = cell.value else {
        drawing.rectangle(x + 0.6, y + 0.6, cellWidth - 2.7, 16.3, .gap)
        continue
      }
      drawing.rectangle(x, y, cellWidth - 1.5, 17.5, .heat(step(value)))
      drawing.text(
        x + cellWidth / 2, y + 13, words.number(value.rounded()), .onHeat(step(value)), .middle)
    }
    legend(&drawing, x: 52, y: bottom + 10, cellWidth: 44)
    return drawing
  }
}
