/// Totals or changes as horizontal bars in the order given, each with its value at the end.
///
/// Bars start at zero; when a value is negative they leave a zero line to both sides.
struct BarChart: Sendable {
  struct Item: Sendable {
    let label: String
    let value: Double
    /// The value as the reader's language writes it.
    let text: String
    let kind: MarkClass

    init(label: String, value: Double, text: String, kind: MarkClass = .bar) {
      self.label = label
      self.value = value.isFinite ? value : 0
      self.text = text
      self.kind = kind
    }
  }

  static let rowHeight = 26.0

  let items: [Item]

  func draw(_ width: Double) -> Drawing {
    var drawing = Drawing(width: width, height: Double(items.count) * BarChart.rowHeight + 8)
    let labels = RowLabels(items.map(\.label), width: width)
    let valueRoom = (items.map { TextWidth.of($0.text, isBold: true) }.max() ?? 0) + 8
    let largest = max(items.map(\.value).max() ?? 0, 0)
    let least = min(items.map(\.value).min() ?? 0, 0)
    let left = labels.right + (least < 0 ? valueRoom : 0)
    let frame = Frame(
      left: left, top: 4, right: width - valueRoom, bottom: drawing.height - 4,
      x: Scale(least, max(largest, least + 1e-9)), y: Scale(0, 1))
    let zero = frame.x(0)
    for (index, item) in items.enumerated() {
      let top = 4 + Double(index) * BarChart.rowHeight
      drawing.text(labels.right - 8, top + 17, labels.texts[index], .tick, .end)
      let end = frame.x(item.value)
      drawing.rectangle(min(zero, end), top + 4, max(1, abs(end - zero)), 17, item.kind)
      let isNegative = item.value < 0
      drawing.text(
        isNegative ? end - 5 : end + 5, top + 17, item.text, .label, isNegative ? .end : .start)
    }
    drawing.segment(zero, 2, zero, drawing.height - 2, .axis)
    return drawing
  }
}

/// Names of rows at the left of a chart, shortened to the room there is.
struct RowLabels: Sendable {
  let texts: [String]
  /// Where the plot may start.
  let right: Double

  init(_ labels: [String], width: Double) {
    let most = width * (width < 500 ? 0.34 : 0.3)
    texts = labels.map { TextWidth.fitted(VisibleText.cut($0), to: most / 1.06) }
    right = min(most, texts.map { TextWidth.of($0, isBold: true) }.max() ?? 0) + 14
  }
}
