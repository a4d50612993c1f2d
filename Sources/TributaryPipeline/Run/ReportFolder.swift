import Foundation
import TributaryReports

/// The folder of one night's pages: a reader finds it whole or not at all.
///
/// ```
///  reports/nightly/2026-11-14        what readers see
///  reports/nightly/.2026-11-14.new   being written
///  reports/nightly/.2026-11-14.old   the previous one, between the two renames
/// ```
struct ReportFolder {
  let folder: URL
  private let new: URL
  private let old: URL

  init(reports: URL, name: String) {
    folder = reports.appending(path: name, directoryHint: .isDirectory)
    new = reports.appending(path: ".\(name).new", directoryHint: .isDirectory)
    old = reports.appending(path: ".\(name).old", directoryHint: .isDirectory)
  }

  /// Puts back what a run that was cut between the two renames had moved aside.
  func heal() throws(NightError) {
    try attempt("put back the reports of an interrupted run") {
      if exists(old) {
        if exists(folder) {
          try FileManager.default.removeItem(at: old)
        } else {
          try FileManager.default.moveItem(at: old, to: folder)
        }
      }
      if exists(new) { try FileManager.default.removeItem(at: new) }
    }
  }

  /// Replaces the folder by these files; touches nothing when they are there already.
  ///
  /// Returns: whether anything was written.
  func replace(with files: [ReportFile]) throws(NightError) -> Bool {
    try heal()
    if holds(files) { return false }
    try attempt("write the reports") {
      try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
      for file in files { try write(file) }
      if exists(folder) { try FileManager.default.moveItem(at: folder, to: old) }
      try FileManager.default.moveItem(at: new, to: folder)
      if exists(old) { try FileManager.default.removeItem(at: old) }
    }
    return true
  }

  private func write(_ file: ReportFile) throws {
    let path = new.appending(path: file.name)
    try Data(file.bytes).write(to: path)
    let handle = try FileHandle(forUpdating: path)
    try handle.synchronize()
    try handle.close()
  }

  private func holds(_ files: [ReportFile]) -> Bool {
    let path = folder.path(percentEncoded: false)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path),
      Set(names) == Set(files.map(\.name))
    else { return false }
    return files.allSatisfy { file in
      (try? Data(contentsOf: folder.appending(path: file.name))).map { Array($0) } == file.bytes
    }
  }

  private func exists(_ url: URL) -> Bool {
    FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
  }

  private func attempt(_ what: String, _ body: () throws -> Void) throws(NightError) {
    do { try body() } catch { throw NightError.cannotWrite(folder, to: what, error) }
  }
}
