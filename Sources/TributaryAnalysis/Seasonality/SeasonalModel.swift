import Foundation
import TributaryModel

/// Demand as a product of level, weekday, year and events, fitted to a daily series.
///
/// A penalised log-link quasi-GLM: log mu = intercept + weekday + trend + yearly + events,
/// Var(y) = phi mu + sigma2 mu^2, which covers counts and revenue. Fitted by iteratively reweighted
/// least squares with Huber weights at three standard deviations; see `SeasonalPenalty` for the
/// smoothing and `SeasonalDesign` for the columns. A day without a value weighs nothing.
/// Source: P. McCullagh, J. Nelder, "Generalized Linear Models", 9; S. N. Wood, "Generalized
/// Additive Models", 6.
struct SeasonalModel {
  let design: SeasonalDesign
  private(set) var beta: [Double]
  /// The covariance of `beta`.
  private(set) var covariance: SymmetricMatrix
  private(set) var phi: Double
  private(set) var sigma2: Double
  private(set) var penalties: [SeasonalPenalty]
  private let observed: [Observation]
  private let mean: Double
  private var expected: [Double]
  /// Effective parameters over observations.
  private var leverage = 0.5

  struct Observation {
    let value: Double
    let row: SparseRow
  }

  /// Nil without a positive value, or when the equations have no solution.
  ///
  /// - Parameters:
  ///   - penalties: of another fit, where the search for their strengths begins.
  ///   - keepsPenalties: whether they stay as they are.
  init?(
    design: SeasonalDesign, values: [(day: Day, value: Double)], steps: Int,
    penalties: [SeasonalPenalty]? = nil, keepsPenalties: Bool = false
  ) {
    let total = values.reduce(0) { $0 + $1.value }
    guard total > 0 else { return nil }
    self.design = design
    let mean = total / Double(values.count)
    self.mean = mean
    observed = values.map { Observation(value: $0.value, row: design.row($0.day)) }
    beta = [Double](repeating: 0, count: design.width)
    beta[0] = log(mean)
    covariance = SymmetricMatrix(size: design.width)
    expected = values.map { (max($0.value, 0.05 * mean) * mean).squareRoot() }
    phi = max(1e-9, mean * 0.02)
    sigma2 = 0.1
    var start: [SeasonalPenalty] = [.trend(design.trend), .yearly(design.yearly)]
    start += design.eventRanges.map(SeasonalPenalty.event)
    for (index, old) in (penalties ?? []).prefix(keepsPenalties ? start.count : 2).enumerated() {
      start[index].strength = old.strength
    }
    self.penalties = start
    for step in 0..<steps {
      if step > 1 { updateDispersion() }
      guard updateCoefficients(robust: step > 3) else { return nil }
      if step > 2, !keepsPenalties {
        self.penalties = self.penalties.map { $0.updated(beta: beta, covariance: covariance) }
      }
    }
  }

  /// log of what is expected on a day, before any correction of the level.
  func logExpected(_ day: Day) -> Double {
    min(max(design.row(day).dot(beta), log(mean) - 12), log(mean) + 7)
  }

  /// Values from which a level is taken.
  static let recent = 120

  /// The log of the recent level over the fitted one: actual over expected, smoothed exponentially and
  /// pulled to 1.
  ///
  /// - Parameters:
  ///   - values: the most recent ones in order; nil where nothing is known.
  ///   - rate: how much of a change is believed each step; 0: none.
  ///   - pull: the weight of no change.
  func level(of values: [(day: Day, value: Double?)], rate: Double, pull: Double) -> Double {
    guard rate > 0 else { return 0 }
    var weighted = 0.0
    var weights = 0.0
    var strength = 0.0
    for one in values {
      let mu = exp(logExpected(one.day))
      let weight = mu / (phi + sigma2 * mu)
      strength += weight / Double(values.count)
      weighted *= 1 - rate
      weights *= 1 - rate
      guard let value = one.value else { continue }
      weighted += rate * weight * min(3, max(0, value / mu))
      weights += rate * weight
    }
    let prior = 0.5 * pull * strength
    return weights + prior > 0 ? log((weighted + prior) / (weights + prior)) : 0
  }

  /// Var of a linear form in the coefficients.
  func variance(_ form: [Double]) -> Double {
    let used = form.indices.filter { form[$0] != 0 }
    var sum = 0.0
    for row in used {
      for column in used {
        sum += form[row] * form[column] * covariance[row, column]
      }
    }
    return max(0, sum)
  }

  /// Var of log mu on a day whose row that is.
  func variance(_ row: SparseRow) -> Double {
    var sum = 0.0
    for left in row.columns.indices {
      for right in row.columns.indices {
        sum +=
          row.values[left] * row.values[right]
          * covariance[row.columns[left], row.columns[right]]
      }
    }
    return max(0, sum)
  }

  /// Var(y) around an expected value.
  func dispersion(_ mean: Double) -> Double { phi * mean + sigma2 * mean * mean }

  private mutating func updateCoefficients(robust: Bool) -> Bool {
    let width = design.width
    var information = SymmetricMatrix(size: width)
    var score = [Double](repeating: 0, count: width)
    for (index, one) in observed.enumerated() {
      let mu = expected[index]
      var weight = mu / (phi + sigma2 * mu)
      if robust {
        weight *= min(1, 3 / max(abs(one.value - mu) / dispersion(mu).squareRoot(), 1e-9))
      }
      let working = min(5, max(-5, (one.value - mu) / mu)) + one.row.dot(beta)
      one.row.add(to: &score, times: weight * working)
      information.add(one.row, times: weight)
    }
    var system = information
    for index in 0..<width { system[index, index] += 1e-9 }
    system[0, 0] += 1e-8
    for index in SeasonalDesign.weekdays { system[index, index] += 0.05 }
    for penalty in penalties { penalty.add(to: &system) }
    guard let inverse = system.inverse() else { return false }
    covariance = inverse
    var effective = 0.0
    for index in inverse.values.indices {
      effective += inverse.values[index] * information.values[index]
    }
    leverage = min(effective / Double(max(1, observed.count)), 0.5)
    move(to: inverse.times(score))
    return true
  }

  /// Goes to the new coefficients; at most a factor of e^3 on any day at once.
  private mutating func move(to next: [Double]) {
    let change = zip(next, beta).map { $0 - $1 }
    let farthest = observed.reduce(0) { max($0, abs($1.row.dot(change))) }
    let share = farthest > 3 ? 3 / farthest : 1
    for index in beta.indices { beta[index] += share * change[index] }
    let centre = log(mean)
    for (index, one) in observed.enumerated() {
      expected[index] = exp(min(centre + 6, max(centre - 12, one.row.dot(beta))))
    }
  }

  /// phi and sigma2 from squared residuals, cut off at three standard deviations:
  /// E[(y - mu)^2 / mu] = phi + sigma2 mu, a weighted straight line through mu.
  private mutating func updateDispersion() {
    var (s0, s1, s2, t0, t1) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (index, one) in observed.enumerated() where expected[index] > 0.03 * mean {
      let mu = expected[index]
      let usual = phi + sigma2 * mu
      let residual = (one.value - mu) * (one.value - mu) / mu / (1 - leverage)
      let value = min(residual, 9 * usual) * 1.03
      let weight = 1 / (usual * usual)
      s0 += weight
      s1 += weight * mu
      s2 += weight * mu * mu
      t0 += weight * value
      t1 += weight * mu * value
    }
    guard s0 > 0 else { return }
    let determinant = s0 * s2 - s1 * s1
    let isLine = determinant > 1e-12 * s0 * s2
    var flat = isLine ? (t0 * s2 - t1 * s1) / determinant : 0
    var slope = isLine ? (s0 * t1 - s1 * t0) / determinant : t1 / s2
    if slope < 0 { (flat, slope) = (t0 / s0, 0) }
    if flat < 0 { (flat, slope) = (0, t1 / s2) }
    phi = 0.5 * phi + 0.5 * max(flat, 1e-9 * mean, isCount ? 1 : 0)
    sigma2 = 0.5 * sigma2 + 0.5 * max(slope, 1e-4)
  }

  /// Whole, not too large numbers cannot vary less than chance makes them.
  private var isCount: Bool {
    mean < 200 && observed.allSatisfy { $0.value == $0.value.rounded() && $0.value < 1e5 }
  }
}

extension SymmetricMatrix {
  /// Adds weight x row' row.
  fileprivate mutating func add(_ row: SparseRow, times weight: Double) {
    for left in row.columns.indices {
      let scaled = weight * row.values[left]
      let start = row.columns[left] * size
      for right in row.columns.indices {
        values[start + row.columns[right]] += scaled * row.values[right]
      }
    }
  }

  fileprivate func times(_ vector: [Double]) -> [Double] {
    (0..<size).map { row in
      var sum = 0.0
      for column in 0..<size { sum += values[row * size + column] * vector[column] }
      return sum
    }
  }
}
