import TributaryModel

/// A measure in time: bands beneath, what was expected or last year, what was counted, labels.
struct LineChart: Sendable {
  /// Values day by day; nil is a gap, never a line across.
  struct Series: Sendable {
    let kind: MarkClass
    let first: Day
    let values: [Double?]
    /// Days between two values.
    let step: Int

    init(kind: MarkClass, first: Day, values: [Double?], step: Int = 1) {
      self.kind = kind
      self.first = first
      self.values = values
      self.step = step
    }
  }

  struct Band: Sendable {
    let kind: MarkClass
    let first: Day
    let ranges: [Interval?]
    let step: Int

    init(kind: MarkClass, first: Day, ranges: [Interval?], step: Int = 1) {
      self.kind = kind
      self.first = first
      self.ranges = ranges
      self.step = step
    }
  }

  /// What happened, in a few words beside the mark; the most important first.
  struct Mark: Sendable {
    let day: Day
    let value: Double
    let lines: [(text: String, kind: MarkClass)]
    let hasDot: Bool
    /// The phone's drawing leaves it out.
    let isOnlyWide: Bool

    init(
      day: Day, value: Double, lines: [(text: String, kind: MarkClass)], hasDot: Bool = true,
      isOnlyWide: Bool = false
    ) {
      self.day = day
      self.value = value
      self.lines = lines
      self.hasDot = hasDot
      self.isOnlyWide = isOnlyWide
    }
  }

  /// Spans that are tinted behind everything.
  let days: DayRange
  let zones: [DayRange]
  let bands: [Band]
  /// In the order of drawing.
  let series: [Series]
  let marks: [Mark]
  /// A thin vertical with a word, such as today.
  let verticals: [(day: Day, text: String)]
  let height: Double
  let words: Words

  init(
    days: DayRange, zones: [DayRange] = [], bands: [Band] = [], series: [Series],
    marks: [Mark] = [], verticals: [(day: Day, text: String)] = [], height: Double = 300,
    words: Words
  ) {
    self.days = days
    self.zones = zones
    self.bands = bands
    self.series = series
    self.marks = marks
    self.verticals = verticals
    self.height = height
    self.words = words
  }

  func draw(_ width: Double) -> Drawing {
    var drawing = Drawing(width: width, height: height)
    let (scale, ticks) = Scale.fromZero(to: largest, count: 4)
    let labels = ticks.map { words.number($0, decimals: tickDecimals(ticks)) }
    let gutter = (labels.map { TextWidth.of($0) }.max() ?? 20) + 10
    let frame = Frame(
      left: gutter, top: 22, right: width - 10, bottom: height - 38,
      x: Scale(Double(days.first.number), Double(days.last.number)), y: scale)
    for zone in zones { draw(zone, &drawing, frame) }
    drawing.yAxis(frame, ticks) { words.number($0, decimals: tickDecimals(ticks)) }
    for band in bands { draw(band, &drawing, frame) }
    for line in series { draw(line, &drawing, frame) }
    drawing.monthAxis(frame, days, words)
    let shown = marks.filter { !drawing.isNarrow || !$0.isOnlyWide }
    MarkLabels(frame: frame, marks: shown, verticals: verticals, obstacles: points(frame))
      .draw(&drawing)
    drawing.plot = frame
    return drawing
  }

  private var largest: Double {
    let values = series.flatMap { $0.values.compactMap { $0 } }
    let ranges = bands.flatMap { $0.ranges.compactMap { $0?.upper } }
    return (values + ranges).filter(\.isFinite).max() ?? 1
  }

  private func tickDecimals(_ ticks: [Double]) -> Int {
    guard ticks.count > 1 else { return 0 }
    let step = ticks[1] - ticks[0]
    return step == step.rounded() ? 0 : step * 10 == (step * 10).rounded() ? 1 : 2
  }

  private func draw(_ zone: DayRange, _ drawing: inout Drawing, _ frame: Frame) {
    let first = frame.x(Double(max(zone.first, days.first).number))
    let last = frame.x(Double(min(zone.last, days.last).number))
    guard last > first else { return }
    drawing.rectangle(first, frame.top - 12, last - first, frame.height + 12, .zone)
  }

  private func draw(_ band: Band, _ drawing: inout Drawing, _ frame: Frame) {
    let keep = thinning(band.ranges.count, drawing)
    var run: [(x: Double, lower: Double, upper: Double)] = []
    func close() {
      let upper = run.map { (x: $0.x, y: $0.upper) }
      let lower = run.reversed().map { (x: $0.x, y: $0.lower) }
      drawing.polygon(upper + lower, band.kind)
      run = []
    }
    for (index, range) in band.ranges.enumerated() {
      guard let range else {
        close()
        continue
      }
      guard index % keep == 0 || index == band.ranges.count - 1 else { continue }
      let day = band.first.adding(index * band.step)
      guard days.contains(day) else { continue }
      run.append(
        (frame.x(Double(day.number)), frame.y(max(0, range.lower)), frame.y(range.upper)))
    }
    close()
  }

  private func draw(_ line: Series, _ drawing: inout Drawing, _ frame: Frame) {
    let values = line.values.enumerated().map { index, value in
      days.contains(line.first.adding(index * line.step)) ? value : nil
    }
    for run in Runs.of(values) {
      let points = run.map { point in
        (
          x: frame.x(Double(line.first.adding(point.index * line.step).number)),
          y: frame.y(point.value)
        )
      }
      drawing.line(Thinning.keepExtremes(points, most: drawing.isNarrow ? 120 : 200), line.kind)
    }
  }

  private func thinning(_ count: Int, _ drawing: Drawing) -> Int {
    max(1, count / (drawing.isNarrow ? 120 : 200))
  }

  /// Places that labels must not cover.
  private func points(_ frame: Frame) -> [Box] {
    series.flatMap { line in
      line.values.enumerated().compactMap { index, value -> Box? in
        let day = line.first.adding(index * line.step)
        guard let value, value.isFinite, days.contains(day) else { return nil }
        let (x, y) = (frame.x(Double(day.number)), frame.y(value))
        return Box(x - 2, y - 3, x + 2, y + 3)
      }
    }
  }
}

/// Fewer points of a line that keep its highs and lows.
enum Thinning {
  static func keepExtremes(
    _ points: [(x: Double, y: Double)], most: Int
  ) -> [(x: Double, y: Double)] {
    guard points.count > most, most >= 4 else { return points }
    let buckets = most / 2
    let size = Double(points.count) / Double(buckets)
    return (0..<buckets).flatMap { bucket -> [(x: Double, y: Double)] in
      let part = points[Int(Double(bucket) * size)..<Int(Double(bucket + 1) * size)]
      guard let low = part.min(by: { $0.y < $1.y }), let high = part.max(by: { $0.y < $1.y })
      else { return [] }
      return low.x == high.x ? [low] : low.x < high.x ? [low, high] : [high, low]
    }
  }
}
