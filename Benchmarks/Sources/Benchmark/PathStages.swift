import Foundation
import TributaryAnalysis
import TributaryIngest
import TributaryModel

/// Reading a file of paths, and sharing their conversions by each model.
struct PathStages {
  func credit(_ file: SourceFile) throws {
    var watch = Stopwatch()
    var paths = PathTable()
    let summary = try PathReader().read(file) { batch, _ in paths.add(batch) }
    watch.report("paths read", Double(summary.counts.read), "rows")
    print("\(paths.count) unique paths of \(paths.names.count) names")
    let models = ["linear", "shapley"] + PathModel.orders.map { "markov:\($0)" }
    for name in models {
      guard let model = PathModel(named: name) else { continue }
      watch = Stopwatch()
      let credits = PathAttribution(paths).credit(by: model)
      watch.report(name, Double(paths.count), "unique paths")
      let sum = credits.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element.conversions }
      print("checksum \(sum)")
    }
    guard let model = PathModel(named: "markov:1") else { return }
    watch = Stopwatch()
    let ranges = PathAttribution(paths).intervals(by: model)
    watch.report("markov:1 in 200 replicates", Double(paths.count) * 200, "unique paths")
    print("checksum \(ranges.reduce(0.0) { $0 + $1.conversions.upper })")
  }
}
