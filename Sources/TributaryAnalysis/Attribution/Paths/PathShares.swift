/// What part of each path's credit each of its dimensions gets by a rule that looks at one path at a
/// time.
///
/// Shape: the dimensions and parts of all paths end to end; the parts of a path add up to 1.
struct PathShares: PathCrediting {
  private let dimensionCount: Int
  private var dimensions: [Int32] = []
  private var parts: [Double] = []
  private var ends: [Int] = []

  init(_ table: PathTable, by rule: any CreditRule) {
    dimensionCount = table.names.count
    let isDirect = table.names.indices.map(table.isDirect)
    for path in 0..<table.count {
      let steps = Array(table.paths.steps[table.paths.place(path)])
      let weights = rule.weights(
        of: CreditPath(
          dimensions: steps, isDirect: steps.map { isDirect[Int($0)] },
          daysBefore: steps.indices.map { Double(steps.count - 1 - $0) }))
      let total = weights.reduce(0, +)
      for (step, weight) in zip(steps, weights) where weight > 0 {
        dimensions.append(step)
        parts.append(weight / total)
      }
      ends.append(dimensions.count)
    }
  }

  func credit(_ weights: PathWeights, accuracy: Double) -> CreditColumns {
    var credit = CreditColumns(dimensions: dimensionCount)
    var place = 0
    for path in 0..<ends.count {
      let (conversions, value) = (weights.conversions[path], weights.value[path])
      let margin = weights.margin[path]
      while place < ends[path] {
        let (dimension, part) = (Int(dimensions[place]), parts[place])
        credit.conversions[dimension] += conversions * part
        credit.value[dimension] += value * part
        credit.margin[dimension] += margin * part
        place += 1
      }
    }
    return credit
  }
}
