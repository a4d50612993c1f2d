/// The plot's rectangle with its two scales; y grows upward, the drawing's y downward.
struct Frame: Sendable {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double
  let xScale: Scale
  let yScale: Scale

  init(
    left: Double, top: Double, right: Double, bottom: Double, x xScale: Scale, y yScale: Scale
  ) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
    self.xScale = xScale
    self.yScale = yScale
  }

  var width: Double { right - left }
  var height: Double { bottom - top }

  func x(_ value: Double) -> Double { left + xScale.position(value) * (right - left) }
  func y(_ value: Double) -> Double { bottom - yScale.position(value) * (bottom - top) }
}
