/// Steps of a way as bars from one left edge, with what each step keeps and what was lost between.
///
/// Those that may still come are hatched behind the bar of the step, never counted as lost.
struct FunnelChart: Sendable {
  struct Step: Sendable {
    let label: String
    let count: Double
    /// Reached the step before and may still come.
    let open: Double
    /// The count as the reader's language writes it.
    let countText: String
    /// Rate of the step and its range; empty for the first.
    let rateText: String
    /// The loss before the step in words; empty for none.
    let lossText: String
    /// The step of which the claim speaks.
    let isMarked: Bool

    init(
      label: String, count: Int, open: Int, countText: String, rateText: String, lossText: String,
      isMarked: Bool
    ) {
      self.label = label
      self.count = Double(count)
      self.open = Double(open)
      self.countText = countText
      self.rateText = rateText
      self.lossText = lossText
      self.isMarked = isMarked
    }
  }

  let steps: [Step]

  func draw(_ width: Double) -> Drawing {
    let isNarrow = width < 500
    let rowHeight = isNarrow ? 62.0 : 52.0
    var drawing = Drawing(width: width, height: Double(steps.count) * rowHeight + 4)
    let labels = RowLabels(steps.map(\.label), width: width)
    let left = isNarrow ? 0 : labels.right
    let textRoom = isNarrow ? 0 : 200.0
    let largest = max(steps.map { $0.count + $0.open }.max() ?? 1, 1)
    let unit = (width - left - textRoom - 2) / largest
    for (index, step) in steps.enumerated() {
      let top = Double(index) * rowHeight + 2
      if isNarrow {
        narrowRow(&drawing, step, top, unit)
      } else {
        drawing.text(left - 8, top + 33, labels.texts[index], .label, .end)
        bars(&drawing, step, left, top + 20, unit)
        let end = left + (step.count + step.open) * unit + 8
        drawing.text(end, top + 33, step.countText, step.isMarked ? .labelBad : .labelNow)
        let next = end + TextWidth.of(step.countText, isBold: true) + 8
        drawing.text(next, top + 33, step.rateText, .tick)
        drawing.text(left + 2, top + 12, step.lossText, step.isMarked ? .labelBad : .tick)
      }
    }
    return drawing
  }

  private func narrowRow(
    _ drawing: inout Drawing, _ step: Step, _ top: Double, _ unit: Double
  ) {
    let label = TextWidth.fitted(step.label, to: 90)
    drawing.text(0, top + 12, step.lossText, step.isMarked ? .labelBad : .tick)
    drawing.text(0, top + 29, label, .label)
    drawing.text(104, top + 29, step.countText, step.isMarked ? .labelBad : .labelNow)
    let start = 104 + TextWidth.of(step.countText, isBold: true) + 8
    drawing.text(start, top + 29, step.rateText, .tick)
    bars(&drawing, step, 0, top + 35, unit)
  }

  private func bars(
    _ drawing: inout Drawing, _ step: Step, _ left: Double, _ top: Double, _ unit: Double
  ) {
    let length = max(1, step.count * unit)
    drawing.rectangle(left, top, length, 17, step.isMarked ? .barBad : .bar)
    guard step.open > 0 else { return }
    let reach = max(2, step.open * unit)
    var x = left + length + 3
    while x < left + length + reach {
      drawing.segment(x, top + 17, min(x + 6, left + length + reach), top, .hatch)
      x += 4
    }
  }
}
