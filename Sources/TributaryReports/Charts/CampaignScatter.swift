import Foundation
import TributaryAnalysis

/// Spend against margin: both axes logarithmic over the same decades, so that the line on which a
/// campaign brings what it costs runs straight through.
struct CampaignScatter: Sendable {
  struct Point: Sendable {
    let label: String
    /// Whole units of the currency.
    let spend: Double
    let margin: Double
    let lower: Double
    let upper: Double
    let grade: Grade
    /// Too little data: "?" stands for the letter.
    let isOpen: Bool
    /// Larger names come first when there is little room.
    let weight: Double
    /// What the mark tells whoever points at it.
    let told: String
    /// Its own page; nil for none.
    let page: String?
  }

  static let radius = 8.5

  /// With spend; a margin of nothing stands at the foot.
  let points: [Point]
  let words: Words

  init(points: [Point], words: Words) {
    self.points = points.filter { $0.spend > 0 && $0.spend.isFinite && $0.margin.isFinite }
    self.words = words
  }

  func draw(_ width: Double) -> Drawing {
    let isNarrow = width < 500
    var drawing = Drawing(width: width, height: isNarrow ? 460 : 500)
    let x = domain(points.map(\.spend))
    let y = domain(
      points.flatMap { [$0.margin, $0.upper] }.filter { $0 > 0 } + points.map(\.spend))
    let labels = y.ticks().map { words.shortNumber($0) }
    let gutter = (labels.map { TextWidth.of($0) }.max() ?? 20) + 12
    let frame = Frame(
      left: gutter, top: 22, right: width - 10, bottom: drawing.height - 46, x: x, y: y)
    ground(&drawing, frame)
    let taken = obstacles(frame)
    let name = slantedName(&drawing, frame, avoiding: taken)
    marks(&drawing, frame)
    names(&drawing, frame, taken + name)
    return drawing
  }

  private func domain(_ values: [Double]) -> Scale {
    let positive = values.filter { $0 > 0 && $0.isFinite }
    guard let least = positive.min(), let most = positive.max() else { return Scale(1, 10) }
    return Scale(max(least / 1.5, most / 3000), most * 1.4, isLogarithmic: true)
  }

  /// The losing side, the grid, and the line that parts the two.
  private func ground(_ drawing: inout Drawing, _ frame: Frame) {
    let (low, high) = identity(frame)
    if low < high {
      let start = (x: frame.x(low), y: frame.y(low))
      let end = (x: frame.x(high), y: frame.y(high))
      var corners = [start, end]
      if end.x < frame.right - 0.5 { corners.append((frame.right, frame.top)) }
      corners.append((frame.right, frame.bottom))
      if start.x > frame.left + 0.5 || start.y < frame.bottom - 0.5 {
        corners.append((start.x, frame.bottom))
      }
      drawing.polygon(corners, .zone)
    }
    drawing.yAxis(frame, frame.yScale.ticks()) { words.shortNumber($0) }
    drawing.xAxis(frame, xTicks(drawing, frame)) { words.shortNumber($0) }
    drawing.text(frame.right, frame.bottom + 38, words.spendAxis, .tick, .end)
    drawing.text(0, frame.top - 10, words.marginAxis, .tick)
    guard low < high else { return }
    drawing.segment(frame.x(low), frame.y(low), frame.x(high), frame.y(high), .identity)
    drawing.text(
      frame.right - 8, frame.bottom - 10, words.losingSide(isShort: drawing.isNarrow), .labelWas,
      .end)
  }

  private func xTicks(_ drawing: Drawing, _ frame: Frame) -> [Double] {
    var kept: [Double] = []
    for tick in frame.xScale.ticks() {
      let room = TextWidth.of(words.shortNumber(tick)) + 10
      if let last = kept.last, frame.x(tick) - frame.x(last) < room { continue }
      kept.append(tick)
    }
    return kept
  }

  /// The part of the line margin = spend inside the frame.
  private func identity(_ frame: Frame) -> (Double, Double) {
    (
      max(frame.xScale.domain.lowerBound, frame.yScale.domain.lowerBound),
      min(frame.xScale.domain.upperBound, frame.yScale.domain.upperBound)
    )
  }

  /// The line's name runs beneath it where no mark stands, near its upper end when it can; gives
  /// back the box that it takes. Without room it is left out: the losing side is named as well.
  private func slantedName(
    _ drawing: inout Drawing, _ frame: Frame, avoiding marks: [Box]
  ) -> [Box] {
    let (low, high) = identity(frame)
    guard low < high else { return [] }
    let rise = frame.y(low) - frame.y(high)
    let slope = atan2(rise, frame.x(high) - frame.x(low))
    let width = TextWidth.of(words.identityLine)
    for share in [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7] {
      let at = high / pow(high / low, share)
      let x = frame.x(at) + 15 * sin(slope)
      let y = frame.y(at) + 15 * cos(slope)
      let box = Box(x - width * cos(slope) - 4, y - 10, x + 8, y + width * sin(slope) + 4)
      let along = stride(from: 0.0, through: width, by: 8).map { back -> Box in
        let (middleX, middleY) = (x - back * cos(slope), y + back * sin(slope) - 3)
        return Box(middleX - 7, middleY - 7, middleX + 7, middleY + 7)
      }
      let isFree = !marks.contains { mark in
        along.contains { $0.overlaps(mark) }
          || mark.right - mark.left > 4 && mark.overlaps(box)
      }
      guard isFree, box.left > frame.left, box.bottom < frame.bottom - 24 else { continue }
      drawing.slanted(x, y, degrees: -slope * 180 / .pi, words.identityLine, .tick)
      return [box]
    }
    return []
  }

  /// Where ranges and circles stand.
  private func obstacles(_ frame: Frame) -> [Box] {
    let radius = CampaignScatter.radius
    return points.flatMap { point -> [Box] in
      let (x, y) = place(point, frame)
      let lower = frame.y(frame.yScale.clamped(point.lower))
      let upper = frame.y(frame.yScale.clamped(point.upper))
      return [
        Box(x - 2, upper, x + 2, lower), Box(x - radius, y - radius, x + radius, y + radius),
      ]
    }
  }

  /// Ranges first, then circles and letters over them.
  private func marks(_ drawing: inout Drawing, _ frame: Frame) {
    for point in points {
      let x = frame.x(point.spend)
      let lower = frame.y(frame.yScale.clamped(point.lower))
      let upper = frame.y(frame.yScale.clamped(point.upper))
      drawing.segment(x, lower, x, upper, .interval)
    }
    for point in points {
      let (x, y) = place(point, frame)
      let grade = point.isOpen ? Grade.c : point.grade
      drawing.telling(point.told, page: point.page) { drawing in
        drawing.circle(x, y, CampaignScatter.radius, .mark(of: grade))
        drawing.text(
          x, y + 4, point.isOpen ? "?" : grade.rawValue, .letter(of: grade), .middle)
      }
    }
  }

  private func names(_ drawing: inout Drawing, _ frame: Frame, _ marks: [Box]) {
    let (low, high) = identity(frame)
    var boxes = marks
    if low < high {
      boxes += (0...80).map { step -> Box in
        let value = low * pow(high / low, Double(step) / 80)
        let (x, y) = (frame.x(value), frame.y(value))
        return Box(x - 3, y - 3, x + 3, y + 3)
      }
    }
    let foot = TextWidth.of(words.losingSide(isShort: drawing.isNarrow)) + 12
    boxes.append(Box(frame.right - foot, frame.bottom - 24, frame.right, frame.bottom))
    let shown = points.sorted { ($0.weight, $1.label) > ($1.weight, $0.label) }
      .prefix(drawing.isNarrow ? 9 : 24)
    let named = shown.map { point -> LabelPlacement.Point in
      let (x, y) = place(point, frame)
      let name = VisibleText.cut(point.label, to: drawing.isNarrow ? 20 : 26)
      return LabelPlacement.Point(x: x, y: y, radius: CampaignScatter.radius, label: name)
    }
    let bounds = Box(frame.left + 2, frame.top - 6, frame.right, frame.bottom - 2)
    for label in LabelPlacement.place(named, avoiding: boxes, within: bounds) {
      if let leader = label.leader {
        drawing.segment(leader.fromX, leader.fromY, leader.toX, leader.toY, .leader)
      }
      drawing.text(label.x, label.baseline, label.label, .labelPlain, label.anchor)
    }
  }

  private func place(_ point: Point, _ frame: Frame) -> (x: Double, y: Double) {
    (frame.x(point.spend), frame.y(frame.yScale.clamped(point.margin)))
  }
}
