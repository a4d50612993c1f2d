import TributaryModel

extension Interval {
  /// The range of `left - right` for independent estimates, from the range of each.
  ///
  /// lower = d - √((left - its lower)² + (right's upper - right)²), upper likewise; at the level of
  /// the two ranges. Nil when one of them has none.
  /// Source: R. G. Newcombe, Statistics in Medicine 17, 1998, method 10, for Wilson's ranges;
  /// G. Y. Zou, A. Donner, Statistics in Medicine 27, 2008, for any.
  /// By hand: .5 (.4 to .6) less .2 (.1 to .3) gives .3 ± √.02, so .1586 to .4414.
  public static func difference(_ left: Estimate, _ right: Estimate) -> Interval? {
    guard let first = left.interval, let second = right.interval else { return nil }
    let difference = left.value - right.value
    func reach(_ one: Double, _ other: Double) -> Double {
      (one * one + other * other).squareRoot()
    }
    return Interval(
      lower: difference - reach(left.value - first.lower, second.upper - right.value),
      upper: difference + reach(first.upper - left.value, right.value - second.lower))
  }
}
