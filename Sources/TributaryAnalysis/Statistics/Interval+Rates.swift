import TributaryModel

extension Interval {
  /// Wilson's interval of a share: `successes` of `trials`.
  ///
  /// Units: 0...1. Nil without trials.
  /// Source: E. B. Wilson, JASA 22, 1927. By hand: 5 of 10 at z = 2 gives .5 ± .2673.
  public static func wilson(successes: Double, trials: Double, level: Double = 0.9) -> Interval? {
    guard trials > 0 else { return nil }
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let share = min(1, max(0, successes / trials))
    let square = z * z / trials
    let centre = (share + square / 2) / (1 + square)
    let half =
      z * (share * (1 - share) / trials + square / (4 * trials)).squareRoot() / (1 + square)
    // At the ends rounding would leave the share itself just outside.
    return Interval(
      lower: share == 0 ? 0 : max(0, centre - half), upper: share == 1 ? 1 : min(1, centre + half))
  }

  /// The exact interval of a Poisson mean from one count.
  ///
  /// Source: F. Garwood, Biometrika 28, 1936: gamma quantiles of shapes c and c + 1.
  public static func garwood(count: Double, exposure: Double = 1, level: Double = 0.9)
    -> Interval?
  {
    guard exposure > 0, count >= 0 else { return nil }
    let tail = (1 - level) / 2
    return Interval(
      lower: GammaFunction.inverseLower(count, tail) / exposure,
      upper: GammaFunction.inverseLower(count + 1, 1 - tail) / exposure)
  }

  /// The middle of a gamma distribution, with equal tails left out on both sides.
  public static func gamma(shape: Double, rate: Double, level: Double = 0.9) -> Interval {
    let tail = (1 - level) / 2
    return Interval(
      lower: GammaFunction.inverseLower(shape, tail) / rate,
      upper: GammaFunction.inverseLower(shape, 1 - tail) / rate)
  }

  /// The middle of a beta distribution, with equal tails left out on both sides.
  public static func beta(_ a: Double, _ b: Double, level: Double = 0.9) -> Interval {
    let tail = (1 - level) / 2
    return Interval(
      lower: BetaFunction.inverseLower(a, b, tail),
      upper: BetaFunction.inverseLower(a, b, 1 - tail))
  }
}

extension Estimate {
  /// A share with its Wilson interval of 90%; nil without trials.
  public static func share(_ successes: Int, of trials: Int) -> Estimate? {
    guard trials > 0 else { return nil }
    return Estimate(
      Double(successes) / Double(trials),
      .wilson(successes: Double(successes), trials: Double(trials)))
  }
}
