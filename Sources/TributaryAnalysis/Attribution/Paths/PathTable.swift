import TributaryModel

/// Unique paths with what came of each: the ground of the models that learn from all paths.
///
/// Shape: a path is a sequence of codes into `names`; the same path added again is summed. A
/// conversion that has no touchpoint is no path and not kept here.
///
///     var paths = PathTable()
///     paths.add(path: ["search", "direct"], conversions: 1, value: 250)
///     PathAttribution(paths).credit(by: .markov(order: 1))
public struct PathTable: Sendable {
  /// The dimensions, by code.
  public private(set) var names: [String]
  private(set) var paths = StepInterner()
  private(set) var weights = PathWeights()
  private var codes: [String: Int32]

  /// The names, all different, get the codes from 0 on.
  public init(names: [String] = []) {
    self.names = names
    codes = Dictionary(
      zip(names, (0..<names.count).map(Int32.init)), uniquingKeysWith: { first, _ in first })
  }

  /// Unique paths.
  public var count: Int { paths.count }

  /// Whether any path ended without a conversion.
  public var hasNulls: Bool { weights.nulls.contains { $0 > 0 } }

  /// The code of a name, new or known.
  public mutating func code(of name: String) -> Int32 {
    if let code = codes[name] { return code }
    let code = Int32(names.count)
    codes[name] = code
    names.append(name)
    return code
  }

  /// Adds what came of a path.
  ///
  /// - Parameters:
  ///   - steps: codes in order of time; without any, nothing is added.
  ///   - conversions: may be fractional; not negative.
  ///   - value, margin: of those conversions together, in any one unit.
  ///   - nulls: how often the path ended without a conversion; not negative.
  public mutating func add(
    steps: [Int32], conversions: Double, value: Double = 0, margin: Double = 0, nulls: Double = 0
  ) {
    guard !steps.isEmpty else { return }
    let path = paths.number(of: steps, 0..<steps.count)
    weights.add(to: path, conversions, value: value, margin: margin, nulls: nulls)
  }

  /// The same by names.
  public mutating func add(
    path: [String], conversions: Double, value: Double = 0, margin: Double = 0, nulls: Double = 0
  ) {
    add(
      steps: path.map { code(of: $0) }, conversions: conversions, value: value, margin: margin,
      nulls: nulls)
  }

  /// Adds the paths of another table.
  mutating func add(_ other: PathTable) {
    let own = other.names.map { code(of: $0) }
    for path in 0..<other.count {
      add(
        steps: other.paths.steps[other.paths.place(path)].map { own[Int($0)] },
        conversions: other.weights.conversions[path], value: other.weights.value[path],
        margin: other.weights.margin[path], nulls: other.weights.nulls[path])
    }
  }

  /// Adds the rows of a file's next batch; all of the table comes from that file.
  public mutating func add(_ batch: PathBatch) {
    for name in batch.newNames { _ = code(of: name) }
    var start = 0
    for row in 0..<batch.count {
      let end = batch.ends[row]
      if start < end {
        let path = paths.number(of: batch.steps, start..<end)
        weights.add(
          to: path, batch.conversions[row], value: batch.value[row], margin: 0,
          nulls: batch.nulls[row])
      }
      start = end
    }
  }

  /// The same with names and paths in the order of their texts, so that what is drawn from the paths
  /// does not depend on the order in which they were added.
  func sorted() -> PathTable {
    let order = names.indices.sorted { names[$0] < names[$1] }
    var codes = [Int32](repeating: 0, count: names.count)
    for (place, code) in order.enumerated() { codes[code] = Int32(place) }
    let renamed = (0..<count).map { path in paths.steps[paths.place(path)].map { codes[Int($0)] } }
    var table = PathTable(names: order.map { names[$0] })
    for path in renamed.indices.sorted(by: { renamed[$0].lexicographicallyPrecedes(renamed[$1]) }) {
      table.add(
        steps: renamed[path], conversions: weights.conversions[path], value: weights.value[path],
        margin: weights.margin[path], nulls: weights.nulls[path])
    }
    return table
  }

  /// Whether a dimension is the direct visit: `direct` or `(direct)` in any case.
  func isDirect(_ code: Int) -> Bool {
    ["direct", "(direct)"].contains(names[code].lowercased())
  }
}
