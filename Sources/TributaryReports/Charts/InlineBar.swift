/// A bar inside a table cell, on one scale with the other rows; the value stands beside as text.
struct InlineBar: Sendable {
  static let width = 110.0
  let value: Double
  /// The largest of the column.
  let largest: Double
  let kind: MarkClass

  init(value: Double, largest: Double, kind: MarkClass = .bar) {
    self.value = value
    self.largest = largest
    self.kind = kind
  }

  var markup: Markup {
    guard largest > 0, value > 0 else { return .empty }
    var drawing = Drawing(width: InlineBar.width, height: 12)
    drawing.rectangle(0, 1, max(1, InlineBar.width * min(1, value / largest)), 10, kind)
    return #"""
      <svg width="110" height="12" viewBox="0 0 110 12" aria-hidden="true">\#(drawing.marks)</svg>
      """#
  }
}
