import Foundation
import TributaryModel
import TributaryWarehouse

/// Where something stands in the files of a pipeline.
public struct SourcePlace: Sendable, Hashable {
  /// Relative to the pipeline's folder.
  public let path: String
  /// From 1; 0 where it is not known.
  public let line: Int
  /// Whether the file still lies there.
  public let isThere: Bool

  init(path: String, line: Int, in pipeline: Pipeline) {
    self.path = path
    self.line = line
    isThere =
      !path.isEmpty
      && FileManager.default.fileExists(
        atPath: path.hasPrefix("/") ? path : pipeline.folder + "/" + path)
  }

  /// `data/orders.csv:12`.
  public var text: String {
    path.isEmpty ? "" : (line > 0 ? "\(path):\(line)" : path) + fate
  }

  /// Without the line.
  public var file: String { path + fate }

  private var fate: String { isThere ? "" : " (the file is gone)" }
}
