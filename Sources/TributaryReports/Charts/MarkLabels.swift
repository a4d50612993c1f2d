import TributaryModel

/// Puts the labels of a line chart where they cover neither lines nor one another.
struct MarkLabels {
  let frame: Frame
  let marks: [LineChart.Mark]
  let verticals: [(day: Day, text: String)]
  /// Boxes of the lines' points.
  let obstacles: [Box]

  func draw(_ drawing: inout Drawing) {
    var taken = obstacles
    for mark in marks where mark.hasDot {
      let (x, y) = (frame.x(Double(mark.day.number)), frame.y(mark.value))
      drawing.circle(x, y, 4, .dot)
      taken.append(Box(x - 5, y - 5, x + 5, y + 5))
    }
    for vertical in verticals {
      let x = frame.x(Double(vertical.day.number))
      let width = TextWidth.of(vertical.text)
      let top = freeTop(x, width, taken)
      drawing.segment(x, top + 5, x, frame.bottom, .leader)
      let middle = min(max(x, frame.left + width / 2), frame.right - width / 2)
      drawing.text(middle, top, vertical.text, .tick, .middle)
      taken.append(Box(middle - width / 2 - 2, top - 11, middle + width / 2 + 2, top + 4))
    }
    for mark in marks { place(mark, &taken, &drawing) }
  }

  /// The lowest height above the middle at which the word of a vertical stands free.
  private func freeTop(_ x: Double, _ width: Double, _ taken: [Box]) -> Double {
    var top = frame.top + frame.height * 0.55
    while top > frame.top {
      let box = Box(x - width / 2 - 2, top - 12, x + width / 2 + 2, top + 4)
      if !taken.contains(where: { $0.overlaps(box) }) { return top }
      top -= 12
    }
    return frame.top - 4
  }

  private func place(
    _ mark: LineChart.Mark, _ taken: inout [Box], _ drawing: inout Drawing
  ) {
    let width = mark.lines.map { TextWidth.of($0.text, isBold: true) }.max() ?? 0
    let height = Double(mark.lines.count) * 15
    let (x, y) = (frame.x(Double(mark.day.number)), frame.y(mark.value))
    for candidate in candidates(x, y, width, height) {
      let box = Box(
        candidate.left - 2, candidate.top - 2, candidate.left + width + 2,
        candidate.top + height + 1)
      guard box.left >= frame.left + 2, box.right <= frame.right + 8, box.top >= frame.top - 16,
        box.bottom <= frame.bottom - 2, !taken.contains(where: { $0.overlaps(box) })
      else { continue }
      let isLeft = candidate.left + width / 2 < x
      if candidate.distance > 30 {
        drawing.segment(isLeft ? box.right : box.left, candidate.top + 8, x, y, .leader)
      }
      for (index, line) in mark.lines.enumerated() {
        drawing.text(
          isLeft ? candidate.left + width : candidate.left,
          candidate.top + 12 + Double(index) * 15, line.text, line.kind, isLeft ? .end : .start)
      }
      taken.append(box)
      return
    }
  }

  private func candidates(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) -> [(left: Double, top: Double, distance: Double)] {
    let distances = [8.0, 16, 28, 44, 64, 90, 130, 180]
    return distances.flatMap { distance -> [(left: Double, top: Double, distance: Double)] in
      [-height / 2, -height - distance / 2, distance / 2, -8, -height * 0.8].flatMap { shift in
        [
          (x - width - distance, y + shift, distance), (x + distance, y + shift, distance),
        ]
      } + [
        (x - width / 2, y - height - distance, distance), (x - width / 2, y + distance, distance),
        (x - width + 6, y - height - distance, distance),
      ]
    }
  }
}
