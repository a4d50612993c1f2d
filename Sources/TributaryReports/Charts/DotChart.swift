import TributaryModel

/// Rates or ratios beside one another: a dot with its range for each row.
///
/// A hollow dot cannot be told from the reference line, which is drawn through all rows.
struct DotChart: Sendable {
  struct Item: Sendable {
    let label: String
    let estimate: Estimate
    /// Value and range as the reader's language writes them.
    let text: String
    /// The value alone, for the phone.
    let shortText: String
    let kind: Kind
  }

  enum Kind: Sendable, Hashable { case good, bad, cannotTell }

  static let rowHeight = 28.0

  let items: [Item]
  /// The value all together, or 1 for a ratio; nil for none.
  let reference: Double?
  /// Stands above the reference line.
  let referenceLabel: String
  let isLogarithmic: Bool
  /// A value on the axis.
  let tick: @Sendable (Double) -> String

  init(
    items: [Item], reference: Double?, referenceLabel: String, isLogarithmic: Bool = false,
    tick: @escaping @Sendable (Double) -> String
  ) {
    self.items = items.filter { $0.estimate.value.isFinite }
    self.reference = reference
    self.referenceLabel = referenceLabel
    self.isLogarithmic = isLogarithmic
    self.tick = tick
  }

  func draw(_ width: Double) -> Drawing {
    let height = Double(items.count) * DotChart.rowHeight + 52
    var drawing = Drawing(width: width, height: height)
    let labels = RowLabels(items.map(\.label), width: width)
    let texts = items.map { drawing.isNarrow ? $0.shortText : $0.text }
    let room = (texts.map { TextWidth.of($0, isBold: true) }.max() ?? 0) + 12
    let frame = Frame(
      left: labels.right + 6, top: 22, right: width - room, bottom: height - 28, x: scale,
      y: Scale(0, 1))
    axis(&drawing, frame)
    for (index, item) in items.enumerated() {
      let y = frame.top + (Double(index) + 0.5) * DotChart.rowHeight
      drawing.text(labels.right - 4, y + 4, labels.texts[index], .tick, .end)
      row(&drawing, frame, y, item)
      drawing.text(width - 1, y + 4, texts[index], item.kind == .bad ? .labelBad : .label, .end)
    }
    return drawing
  }

  private var scale: Scale {
    let values = items.flatMap { item -> [Double] in
      [item.estimate.value, item.estimate.interval?.lower, item.estimate.interval?.upper]
        .compactMap { $0 }
    }
    let all = (values + [reference].compactMap { $0 }).filter { $0.isFinite }
    let largest = all.max() ?? 1
    guard isLogarithmic else {
      let least = min(0, all.min() ?? 0)
      return least < 0 ? Scale(least, largest) : Scale.fromZero(to: largest).scale
    }
    let positive = all.filter { $0 > 0 }
    let middle = reference ?? 1
    return Scale(
      max(positive.min() ?? middle / 2, middle / 20) * 0.9,
      min(largest, middle * 20) * 1.1, isLogarithmic: true)
  }

  private func axis(_ drawing: inout Drawing, _ frame: Frame) {
    let ticks = frame.xScale.ticks(drawing.isNarrow ? 2 : 4)
    drawing.xAxis(frame, spaced(ticks, frame), tick)
    guard let reference else { return }
    let x = frame.x(reference)
    drawing.segment(x, frame.top, x, frame.bottom, .identity)
    let width = TextWidth.of(referenceLabel)
    let middle = min(max(x, width / 2 + 2), drawing.width - width / 2 - 2)
    drawing.text(middle, frame.top - 7, referenceLabel, .labelWas, .middle)
  }

  /// Ticks whose numbers do not touch.
  private func spaced(_ ticks: [Double], _ frame: Frame) -> [Double] {
    var kept: [Double] = []
    for value in ticks {
      guard let last = kept.last else {
        kept.append(value)
        continue
      }
      let room = (TextWidth.of(tick(last)) + TextWidth.of(tick(value))) / 2 + 8
      if frame.x(value) - frame.x(last) > room { kept.append(value) }
    }
    return kept
  }

  private func row(_ drawing: inout Drawing, _ frame: Frame, _ y: Double, _ item: Item) {
    if let interval = item.estimate.interval {
      let lower = frame.x(frame.xScale.clamped(interval.lower))
      let upper = frame.x(frame.xScale.clamped(interval.upper))
      drawing.segment(lower, y, upper, y, .interval)
    }
    let x = frame.x(frame.xScale.clamped(item.estimate.value))
    switch item.kind {
    case .good: drawing.circle(x, y, 4.5, .dot)
    case .bad: drawing.circle(x, y, 4.5, .dotBad)
    case .cannotTell: drawing.circle(x, y, 4, .hollow)
    }
  }
}
