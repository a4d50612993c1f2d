import TributaryAnalysis
import TributaryModel

/// A ratio with its range inside a table cell; every row of the column shares the scale ¼ to 4.
struct InlineInterval: Sendable {
  static let width = 132.0

  let estimate: Estimate
  let grade: Grade

  var markup: Markup {
    var drawing = Drawing(width: InlineInterval.width, height: 18)
    let frame = InlineInterval.frame
    drawing.segment(frame.x(1), 0, frame.x(1), 18, .leader)
    if let range = estimate.interval {
      let lower = frame.x(frame.xScale.clamped(range.lower))
      let upper = frame.x(frame.xScale.clamped(range.upper))
      drawing.segment(lower, 9, upper, 9, .interval)
    }
    let x = frame.x(frame.xScale.clamped(estimate.value))
    switch grade {
    case .a, .b: drawing.circle(x, 9, 4.5, .dot)
    case .c: drawing.circle(x, 9, 4, .hollow)
    case .d, .e: drawing.circle(x, 9, 4.5, .dotBad)
    }
    return #"""
      <svg width="132" height="18" viewBox="0 0 132 18" aria-hidden="true">\#(drawing.marks)</svg>
      """#
  }

  private static let frame = Frame(
    left: 4, top: 0, right: width - 4, bottom: 18, x: Scale(0.2, 5, isLogarithmic: true),
    y: Scale(0, 1))
}
