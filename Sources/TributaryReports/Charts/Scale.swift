import Foundation

/// Maps values to a length, straight or by logarithm.
struct Scale: Sendable {
  let domain: ClosedRange<Double>
  let isLogarithmic: Bool

  init(_ lower: Double, _ upper: Double, isLogarithmic: Bool = false) {
    let least = isLogarithmic ? max(lower, 1e-9) : lower
    let span = isLogarithmic ? least * 1.001 : least + 1e-9
    domain = least...max(upper, span)
    self.isLogarithmic = isLogarithmic
  }

  /// 0 at the lower end, 1 at the upper; values outside go outside.
  func position(_ value: Double) -> Double {
    guard isLogarithmic else {
      return (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    }
    let low = log(domain.lowerBound)
    return (log(max(value, 1e-12)) - low) / (log(domain.upperBound) - low)
  }

  /// The value moved into the domain.
  func clamped(_ value: Double) -> Double {
    min(max(value, domain.lowerBound), domain.upperBound)
  }

  /// Three to six round values inside the domain: 1, 2, 2.5, 5 × 10ⁿ, or 1, 2, 5 by logarithm.
  func ticks(_ count: Int = 5) -> [Double] {
    isLogarithmic ? logarithmicTicks() : straightTicks(count)
  }

  /// A domain from 0 to a round number above the largest value, and its ticks.
  static func fromZero(to largest: Double, count: Int = 4) -> (scale: Scale, ticks: [Double]) {
    let step = roundStep(max(largest, 1e-9) / Double(count))
    let top = (largest / step).rounded(.up) * step
    let steps = max(1, Int((top / step).rounded()))
    return (Scale(0, Double(steps) * step), (0...steps).map { Double($0) * step })
  }

  /// The smallest of 1, 2, 2.5, 5, 10 × 10ⁿ that is not below the raw step.
  static func roundStep(_ raw: Double) -> Double {
    guard raw.isFinite, raw > 0 else { return 1 }
    let power = pow(10, log10(raw).rounded(.down))
    let multiple = [1, 2, 2.5, 5, 10].first { $0 * power >= raw * 0.999 } ?? 10
    return multiple * power
  }

  private func straightTicks(_ count: Int) -> [Double] {
    let step = Scale.roundStep((domain.upperBound - domain.lowerBound) / Double(max(1, count)))
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  private func logarithmicTicks() -> [Double] {
    let first = Int(log10(domain.lowerBound).rounded(.down))
    let last = Int(log10(domain.upperBound).rounded(.up))
    guard first <= last else { return [] }
    let all = (first...last).flatMap { power in [1, 2, 5].map { $0 * pow(10, Double(power)) } }
    let inside = all.filter { domain.contains($0) }
    return inside.count > 8 ? inside.filter { isPowerOfTen($0) } : inside
  }

  private func isPowerOfTen(_ value: Double) -> Bool {
    abs(log10(value) - log10(value).rounded()) < 1e-9
  }
}
