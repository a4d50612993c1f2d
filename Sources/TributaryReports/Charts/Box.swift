/// A rectangle of the drawing, for telling whether two things overlap.
struct Box: Sendable, Hashable {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double

  init(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    self.left = min(left, right)
    self.top = min(top, bottom)
    self.right = max(left, right)
    self.bottom = max(top, bottom)
  }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func isInside(_ other: Box) -> Bool {
    left >= other.left && top >= other.top && right <= other.right && bottom <= other.bottom
  }
}
