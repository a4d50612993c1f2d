import Foundation
import TributaryModel
import TributarySystem

/// An empty file beside the warehouse that says that a scheduled run failed.
///
/// The service that `tributary schedule` prints for failures makes it, without reading the pipeline
/// file, which may be what is wrong; the next run that ends with 0 removes it.
public struct FailureMark: Sendable {
  let path: String

  package init(of pipeline: Pipeline) {
    path = pipeline.warehouse + ".failed"
  }

  /// When the last scheduled run failed; nil when no run has failed since one ended well.
  public var failedAt: Instant? {
    let status = try? FileStatus(of: Array(path.utf8))
    return status.map { Instant(milliseconds: $0.modified / 1_000_000) }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
