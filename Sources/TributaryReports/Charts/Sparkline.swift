import TributaryModel

/// Actual over expected in a table cell: the middle line is the expectation.
///
/// Shape: 168 × 38; a gap where a day is unknown.
struct Sparkline: Sendable {
  static let width = 168.0
  static let height = 38.0

  /// Ratios, oldest first; nil: unknown.
  let values: [Double?]
  /// The usual range of the ratio; nil draws no band.
  let usual: Interval?

  init(values: [Double?], usual: Interval?) {
    self.values = values
    self.usual = usual
  }

  var markup: Markup {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    guard known.count > 1 else { return .empty }
    var drawing = Drawing(width: Sparkline.width, height: Sparkline.height)
    let top = max(known.max() ?? 1, usual?.upper ?? 1, 1.02)
    let bottom = min(known.min() ?? 1, usual?.lower ?? 1, 0.98)
    let frame = Frame(
      left: 2, top: 3, right: Sparkline.width - 6, bottom: Sparkline.height - 3,
      x: Scale(0, Double(max(1, values.count - 1))), y: Scale(bottom, top))
    if let usual {
      let upper = frame.y(min(usual.upper, top))
      let lower = frame.y(max(usual.lower, bottom))
      drawing.rectangle(frame.left, upper, frame.width, lower - upper, .bandUsual)
    }
    drawing.segment(frame.left, frame.y(1), frame.right, frame.y(1), .leader)
    for run in Runs.of(values) {
      drawing.line(run.map { (frame.x(Double($0.index)), frame.y($0.value)) }, .now)
    }
    if let last = values.last, let value = last {
      drawing.circle(frame.right, frame.y(value), 3.2, .dot)
    }
    return #"""
      <svg width="168" height="38" viewBox="0 0 168 38" aria-hidden="true">\#(drawing.marks)</svg>
      """#
  }
}

/// Runs of known values between gaps, because a line never crosses a gap.
enum Runs {
  static func of(_ values: [Double?]) -> [[(index: Int, value: Double)]] {
    var runs: [[(index: Int, value: Double)]] = [[]]
    for (index, value) in values.enumerated() {
      if let value, value.isFinite {
        runs[runs.count - 1].append((index, value))
      } else if runs[runs.count - 1].isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }
}
