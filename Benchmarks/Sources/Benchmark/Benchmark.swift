import Foundation
import TributaryIngest
import TributaryModel

/// Measures one stage on one file, on one thread, in processor time; or what a night has found of
/// the sample's planted facts.
@main struct Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let stage = Stage(rawValue: arguments[1]) else {
      print("usage: Benchmark \(Stage.allCases.map(\.rawValue).joined(separator: "|")) FILE")
      exit(64)
    }
    guard let key = ContactKey(bytes: Array(0..<32)) else { return }
    let file = SourceFile(path: arguments[2])
    switch stage {
    case .truth: try TruthStage(pipeline: arguments[2]).run(sample: "sample-data")
    case .read: try LogStages(key: key).read(file)
    case .load: try LogStages(key: key).load(file)
    case .sessions: try LogStages(key: key).sessions(file)
    case .columns: try LogStages(key: key).columns(file)
    case .orders: try TableStages(key: key, shape: .orders).read(file)
    case .ordersLoad: try TableStages(key: key, shape: .orders).load(file)
    case .spend: try TableStages(key: key, shape: .spend).read(file)
    case .paths: try PathStages().credit(file)
    case .spendLoad: try TableStages(key: key, shape: .spend).load(file)
    }
  }

  private enum Stage: String, CaseIterable {
    case read, load, sessions, columns, orders, spend, paths, truth
    case ordersLoad = "orders-load"
    case spendLoad = "spend-load"
  }
}
