import Foundation
import TributaryIngest
import TributaryModel

/// Measures one stage on one file, on one thread, in processor time.
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
    case .read: try LogStages(key: key).read(file)
    case .load: try LogStages(key: key).load(file)
    case .sessions: try LogStages(key: key).sessions(file)
    case .table: try TableStages(key: key).read(file)
    }
  }

  private enum Stage: String, CaseIterable {
    case read, load, sessions, table
  }
}
