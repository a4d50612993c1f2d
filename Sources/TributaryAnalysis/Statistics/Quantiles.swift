/// Quantiles of a handful of numbers.
public enum Quantiles {
  /// The middle value, the mean of the two middle ones for an even count; nil of nothing.
  public static func median(_ values: [Double]) -> Double? {
    quantile(0.5, of: values)
  }

  /// The value below which that share lies, between neighbours on a straight line; nil of nothing.
  ///
  /// Source: R. J. Hyndman, Y. Fan, 1996, definition 7 (the one of numpy and R).
  public static func quantile(_ share: Double, of values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let position = min(1, max(0, share)) * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}
