/// A small deterministic generator: the same seed and stream give the same numbers everywhere.
///
/// Each concern draws from a stream of its own, so that a new concern shifts no other.
/// Source: S. Vigna, SplitMix64 (public domain), 2015; range reduction after D. Lemire, 2019.
struct SeededRandom {
  private var state: UInt64

  /// The stream of that name, and of that index within the name (a day, a visitor).
  init(seed: UInt64, stream: String, index: Int = 0) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed &* 0x9E37_79B9_7F4A_7C15 ^ hash
    state = next() ^ UInt64(bitPattern: Int64(index)) &* 0xD6E8_FEB8_6659_FD93
    state = next()
  }

  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// A number from 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  /// A position, drawn in proportion to its weight.
  mutating func position(weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      if rest < weight { return position }
      rest -= weight
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }

  /// A Poisson count; a mean above 30 is drawn in parts, since sums of Poisson counts are Poisson.
  mutating func poisson(_ mean: Double) -> Int {
    var rest = mean
    var count = 0
    while rest > 30 {
      count += smallPoisson(30)
      rest -= 30
    }
    return count + smallPoisson(rest)
  }

  /// Source: D. Knuth, The Art of Computer Programming, vol. 2, 3.4.1.
  private mutating func smallPoisson(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    let limit = Exponential.of(-mean)
    var product = unit()
    var count = 0
    while product > limit {
      product *= unit()
      count += 1
    }
    return count
  }
}
