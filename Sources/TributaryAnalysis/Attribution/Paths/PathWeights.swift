/// What came of each unique path, by its number.
struct PathWeights: Sendable {
  private(set) var conversions: [Double] = []
  private(set) var nulls: [Double] = []
  private(set) var value: [Double] = []
  private(set) var margin: [Double] = []

  var count: Int { conversions.count }

  /// Adds to a path that is known, or the next one.
  mutating func add(
    to path: Int, _ conversions: Double, value: Double, margin: Double, nulls: Double
  ) {
    if path == count {
      self.conversions.append(conversions)
      self.nulls.append(nulls)
      self.value.append(value)
      self.margin.append(margin)
    } else {
      self.conversions[path] += conversions
      self.nulls[path] += nulls
      self.value[path] += value
      self.margin[path] += margin
    }
  }

  func withoutNulls() -> PathWeights {
    var result = self
    result.nulls = [Double](repeating: 0, count: count)
    return result
  }

  /// Counts drawn anew: Poisson with the counts as means, value and margin in proportion to the
  /// drawn conversions.
  func redrawn(by stream: inout SeededStream) -> PathWeights {
    var result = self
    for path in 0..<count {
      if conversions[path] > 0 {
        let drawn = stream.poisson(conversions[path])
        let ratio = drawn / conversions[path]
        result.conversions[path] = drawn
        result.value[path] *= ratio
        result.margin[path] *= ratio
      }
      if nulls[path] > 0 { result.nulls[path] = stream.poisson(nulls[path]) }
    }
    return result
  }
}
