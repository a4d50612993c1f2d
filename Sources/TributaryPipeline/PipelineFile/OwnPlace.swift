import TributaryModel
import TributarySystem

/// A place that the pipeline writes to or lives in.
struct OwnPlace {
  /// The key that names it; nil for the pipeline file itself.
  let key: String?
  /// Without links, as far as something is there.
  let path: String
  private let identity: Identity?

  /// What tells files apart, whatever they are called.
  struct Identity: Hashable {
    let device: Int64
    let inode: Int64

    init?(_ path: [UInt8]) {
      guard let status = try? FileStatus(of: path), status.inode != 0 else { return nil }
      (device, inode) = (status.device, status.inode)
    }
  }

  init(key: String?, _ path: String) {
    self.key = key
    self.path = FilePath.resolved(path)
    identity = Identity(Array(path.utf8))
  }

  /// Whether both are one file or folder, be it by links or by the letter case of the file system.
  func isSame(_ other: OwnPlace) -> Bool {
    path == other.path || (identity != nil && identity == other.identity)
  }

  /// Whether it lies below the other.
  func isInside(_ other: OwnPlace) -> Bool { path.hasPrefix(other.path + "/") }

  /// Whether it lies in the folder of a run below that folder of reports.
  func isInsideReport(of reports: OwnPlace) -> Bool {
    guard isInside(reports) else { return false }
    let names = path.dropFirst(reports.path.count).split(separator: "/")
    return names.count > 1 && ReportFolder.isOfDay(String(names[0]))
  }

  /// The files that SQLite, the lock, a failed run, a rebuilding and a migration put beside a warehouse.
  static let companions = [
    "-journal", "-wal", "-shm", ".lock", ".failed", ".new", ".new-journal", ".before",
    ".before-migration", ".before-migration.part", ".before-migration.part-journal",
  ]
}
