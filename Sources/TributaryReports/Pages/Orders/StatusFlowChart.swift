import TributaryAnalysis
import TributaryModel

/// How orders go from status to status: bands between columns, on phones bars by frequency.
///
/// Moves back to an earlier status and moves under 2% of all orders are left to the table.
struct StatusFlowChart: Sendable {
  /// One move between two different statuses, both named.
  struct Flow: Sendable, Hashable {
    let from: String
    let to: String
    let orders: Int
    /// The flow of which the claim speaks.
    let isMarked: Bool
  }

  static let smallest = 0.02
  static let nodesInColumn = 7
  static let nodeWidth = 8.0
  /// Above a node, for its name.
  static let gap = 24.0

  let flows: [Flow]
  /// Orders whose first status it is.
  let starts: [String: Int]
  let words: Words

  /// `marked`: the status of which the claim speaks; its flows into a loss are coloured.
  init(_ statuses: StatusFlow, marked: String?, words: Words) {
    let moves = statuses.transitions.filter { $0.from != $0.to && $0.orders > 0 }
    starts = Dictionary(
      moves.filter { $0.from.isEmpty }.map { ($0.to, $0.orders) }, uniquingKeysWith: +)
    let started = max(starts.values.reduce(0, +), moves.map(\.orders).max() ?? 0)
    let large = moves.filter {
      !$0.from.isEmpty && Double($0.orders) >= Double(started) * StatusFlowChart.smallest
    }
    flows = StatusFlowChart.forward(large).map {
      Flow(
        from: $0.from, to: $0.to, orders: $0.orders,
        isMarked: $0.from == marked && OrderStatus.isLost($0.to))
    }
    self.words = words
  }

  func draw(_ width: Double) -> Drawing {
    width < 500 ? bars(width) : bands(width)
  }

  /// The most frequent moves, each named above its bar.
  private func bars(_ width: Double) -> Drawing {
    let shown = flows.sorted { ($0.orders, $1.from, $1.to) > ($1.orders, $0.from, $0.to) }
      .prefix(10)
    let largest = Double(max(1, shown.map(\.orders).max() ?? 1))
    var drawing = Drawing(width: width, height: Double(shown.count) * 38 + 4)
    for (index, flow) in shown.enumerated() {
      let top = Double(index) * 38
      let count = words.number(flow.orders)
      let room = (width - TextWidth.of(count, isBold: true) - 34) / 2
      let ends = [flow.from, flow.to].map { TextWidth.fitted(words.named($0), to: room) }
      drawing.text(0, top + 13, "\(ends[0]) → \(ends[1])")
      drawing.text(width - 1, top + 13, count, flow.isMarked ? .labelBad : .label, .end)
      let length = max(1, width * Double(flow.orders) / largest)
      drawing.rectangle(0, top + 19, length, 10, flow.isMarked ? .barBad : .bar)
    }
    return drawing
  }

  private func bands(_ width: Double) -> Drawing {
    let columns = columns
    let sizes = sizes
    let largest = columns.map { $0.reduce(0) { $0 + (sizes[$1] ?? 0) } }.max() ?? 1
    let unit = 220 / Double(max(1, largest))
    let most = columns.map(\.count).max() ?? 1
    var drawing = Drawing(
      width: width, height: 220 + Double(most) * StatusFlowChart.gap + 12)
    let step = (width - 110) / Double(max(1, columns.count - 1))
    var places: [String: (x: Double, top: Double)] = [:]
    for (index, column) in columns.enumerated() {
      var top = StatusFlowChart.gap
      for name in column {
        places[name] = (x: Double(index) * step, top: top)
        top += Double(sizes[name] ?? 0) * unit + StatusFlowChart.gap
      }
    }
    ribbons(&drawing, places, unit)
    for name in columns.flatMap({ $0 }) {
      guard let place = places[name], let size = sizes[name] else { continue }
      drawing.rectangle(
        place.x, place.top, StatusFlowChart.nodeWidth, max(1, Double(size) * unit), .bar)
      let count = words.number(size)
      let room = min(step, 110) - TextWidth.of(count, isBold: true) - 12
      let label = TextWidth.fitted(words.named(name), to: room)
      drawing.text(place.x, place.top - 6, "\(label) \(count)", .label)
    }
    return drawing
  }

  /// The bands, the marked one last, so that it lies on top.
  private func ribbons(
    _ drawing: inout Drawing, _ places: [String: (x: Double, top: Double)], _ unit: Double
  ) {
    var left: [String: Double] = [:]
    var right: [String: Double] = [:]
    var marked: [[(x: Double, y: Double)]] = []
    let sorted = flows.sorted { a, b in
      let (first, second) = (places[a.to]?.top ?? 0, places[b.to]?.top ?? 0)
      return first == second ? (a.from, a.to) < (b.from, b.to) : first < second
    }
    for flow in sorted {
      guard let from = places[flow.from], let to = places[flow.to] else { continue }
      let height = Double(flow.orders) * unit
      let start = (from.x + StatusFlowChart.nodeWidth, from.top + left[flow.from, default: 0])
      let end = (to.x, to.top + right[flow.to, default: 0])
      left[flow.from, default: 0] += height
      right[flow.to, default: 0] += height
      let shape = StatusFlowChart.ribbon(start, end, height)
      if flow.isMarked {
        marked.append(shape)
      } else {
        drawing.polygon(shape, .bandUsual)
      }
    }
    for shape in marked { drawing.polygon(shape, .barBad) }
  }

  private static func ribbon(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), _ height: Double
  ) -> [(x: Double, y: Double)] {
    let upper = (0...12).map { index -> (x: Double, y: Double) in
      let part = Double(index) / 12
      let smooth = part * part * (3 - 2 * part)
      return (start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * smooth)
    }
    return upper + upper.reversed().map { ($0.x, $0.y + max(1, height)) }
  }

  /// Orders through each status: in or out, whichever is more.
  private var sizes: [String: Int] {
    let named = Set(flows.flatMap { [$0.from, $0.to] })
    var entered = starts.filter { named.contains($0.key) }
    var left: [String: Int] = [:]
    for flow in flows {
      entered[flow.to, default: 0] += flow.orders
      left[flow.from, default: 0] += flow.orders
    }
    return entered.merging(left) { max($0, $1) }
  }

  /// Statuses by the longest way to them; the largest first in each column.
  private var columns: [[String]] {
    let sizes = sizes
    var rank: [String: Int] = [:]
    for _ in sizes.keys {
      for flow in flows {
        rank[flow.to] = max(rank[flow.to] ?? 0, (rank[flow.from] ?? 0) + 1)
      }
    }
    let last = rank.values.max() ?? 0
    return (0...last).map { column in
      let names = sizes.keys.filter { (rank[$0] ?? 0) == column }
      return Array(
        names.sorted { ((sizes[$0] ?? 0), $1) > ((sizes[$1] ?? 0), $0) }
          .prefix(StatusFlowChart.nodesInColumn))
    }
  }

  /// The moves without those that would close a circle; frequent moves are kept first.
  private static func forward(_ moves: [StatusFlow.Transition]) -> [StatusFlow.Transition] {
    let sorted = moves.sorted { ($0.orders, $1.from, $1.to) > ($1.orders, $0.from, $0.to) }
    var kept: [StatusFlow.Transition] = []
    for move in sorted where !reaches(move.from, from: move.to, by: kept) { kept.append(move) }
    return kept
  }

  private static func reaches(
    _ goal: String, from start: String, by moves: [StatusFlow.Transition]
  ) -> Bool {
    var open = [start]
    var seen: Set<String> = []
    while let name = open.popLast() {
      if name == goal { return true }
      guard seen.insert(name).inserted else { continue }
      open += moves.filter { $0.from == name }.map(\.to)
    }
    return false
  }
}
