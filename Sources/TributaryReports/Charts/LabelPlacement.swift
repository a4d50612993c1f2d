/// Finds room for the names of points, most important first.
///
/// Eight directions at five distances are tried against the boxes of marks and of the labels that
/// already stand; a label that finds no room is left out, because the table beside holds it.
struct LabelPlacement {
  struct Point: Sendable {
    let x: Double
    let y: Double
    let radius: Double
    let label: String
  }

  struct Placed: Sendable {
    let label: String
    let x: Double
    let baseline: Double
    let anchor: Drawing.Anchor
    let box: Box
    /// Where a leader line starts; nil when the label stands beside its point.
    let leader: (fromX: Double, fromY: Double, toX: Double, toY: Double)?
  }

  /// Places labels inside the bounds, off the boxes.
  static func place(_ points: [Point], avoiding boxes: [Box], within bounds: Box) -> [Placed] {
    var taken = boxes
    var placed: [Placed] = []
    for point in points {
      guard
        let label = candidates(point).first(where: { candidate in
          candidate.box.isInside(bounds) && !taken.contains { $0.overlaps(candidate.box) }
            && !points.contains { crosses(candidate, $0) }
        })
      else { continue }
      taken.append(label.box)
      placed.append(label)
    }
    return placed
  }

  /// Whether a label's leader runs over the mark of another point.
  private static func crosses(_ label: Placed, _ point: Point) -> Bool {
    guard let leader = label.leader, (leader.fromX, leader.fromY) != (point.x, point.y) else {
      return false
    }
    let (x, y) = (leader.toX - leader.fromX, leader.toY - leader.fromY)
    let along = (point.x - leader.fromX) * x + (point.y - leader.fromY) * y
    let share = min(1, max(0, along / (x * x + y * y)))
    let (dx, dy) = (leader.fromX + share * x - point.x, leader.fromY + share * y - point.y)
    return dx * dx + dy * dy < point.radius * point.radius
  }

  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1),
  ]

  private static func candidates(_ point: Point) -> [Placed] {
    [4.0, 16, 30, 48, 70].flatMap { distance in
      directions.map { candidate(point, distance, $0) }
    }
  }

  private static func candidate(
    _ point: Point, _ distance: Double, _ direction: (x: Double, y: Double)
  ) -> Placed {
    let width = TextWidth.of(point.label)
    let reach = point.radius + distance
    let x = point.x + direction.x * reach * (direction.y == 0 ? 1 : 0.75)
    let y = point.y + direction.y * reach * (direction.x == 0 ? 1 : 0.75)
    let left = direction.x > 0 ? x : direction.x < 0 ? x - width : x - width / 2
    return Placed(
      label: point.label, x: x, baseline: y + 4.2,
      anchor: direction.x > 0 ? .start : direction.x < 0 ? .end : .middle,
      box: Box(left - 1, y - 8, left + width + 1, y + 8),
      leader: distance > 10 ? (point.x, point.y, x, y) : nil)
  }
}
