import TributaryAnalysis
import TributaryModel

/// The last 14 days of every source as boxes: full, half, empty.
struct CoverageChart: Sendable {
  struct Row: Sendable {
    let label: String
    /// Oldest first, the as-of day last.
    let days: [SourceQuality.Coverage]
  }

  static let rowHeight = 24.0

  let rows: [Row]
  let asOf: Day
  let words: Words

  func draw(_ width: Double) -> Drawing {
    let count = rows.map(\.days.count).max() ?? 0
    var drawing = Drawing(
      width: width, height: Double(rows.count) * CoverageChart.rowHeight + 26)
    let labels = RowLabels(rows.map(\.label), width: width)
    let step = min(34, (width - labels.right - 4) / Double(max(1, count)))
    for (index, row) in rows.enumerated() {
      let top = Double(index) * CoverageChart.rowHeight + 3
      drawing.text(labels.right - 8, top + 13, labels.texts[index], .tick, .end)
      let skipped = count - row.days.count
      for (place, state) in row.days.enumerated() {
        let left = labels.right + Double(skipped + place) * step
        box(&drawing, left, top, step - 2, state)
      }
    }
    days(&drawing, labels.right, step, count)
    return drawing
  }

  private func box(
    _ drawing: inout Drawing, _ left: Double, _ top: Double, _ width: Double,
    _ state: SourceQuality.Coverage
  ) {
    switch state {
    case .full: drawing.rectangle(left, top, width, 18, .heat3)
    case .part:
      drawing.rectangle(left + 0.6, top + 0.6, width - 1.2, 16.8, .hollow)
      drawing.rectangle(left, top + 9, width, 9, .heat3)
    case .missing: drawing.rectangle(left + 0.6, top + 0.6, width - 1.2, 16.8, .hollow)
    }
  }

  /// The first day, the middle one and the last beneath the boxes.
  private func days(_ drawing: inout Drawing, _ left: Double, _ step: Double, _ count: Int) {
    guard count > 1 else { return }
    let y = drawing.height - 6
    drawing.text(left, y, words.day(asOf.adding(1 - count)))
    let end = left + Double(count) * step - 2
    if count > 7 {
      let middle = count / 2
      let day = words.day(asOf.adding(1 - count + middle))
      drawing.text(left + (Double(middle) + 0.5) * step - 1, y, day, .tick, .middle)
    }
    drawing.text(end, y, words.day(asOf), .tick, .end)
  }
}
