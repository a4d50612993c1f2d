import Foundation
import TributaryModel
import TributaryReports

/// The folder of one run's pages: a reader finds it whole or not at all.
///
/// ```
///  reports/nightly/2026-11-14            what readers see
///  reports/nightly/2026-11-14/.tributary names what the run put there
///  reports/nightly/.2026-11-14.new       being written
///  reports/nightly/.2026-11-14.old       the previous one, between the two renames
/// ```
/// Only a folder that a run made is replaced, and of it only what the run put there: what an owner
/// laid beside the pages moves into the new folder.
struct ReportFolder {
  let folder: URL
  private let new: URL
  private let old: URL

  /// The file that says which of the others a run made.
  static let marker = ".tributary"
  private static let markerLine = "Tributary made these files; its next run replaces them."

  init(reports: URL, name: String) {
    folder = reports.appending(path: name, directoryHint: .isDirectory)
    new = reports.appending(path: ".\(name).new", directoryHint: .isDirectory)
    old = reports.appending(path: ".\(name).old", directoryHint: .isDirectory)
  }

  /// Whether a name among the reports is that of a run's folder, or one that a run makes on its
  /// way to it.
  static func isOfDay(_ name: String) -> Bool {
    guard name.hasPrefix(".") else { return Day(name) != nil }
    return [".new", ".old"].contains {
      name.hasSuffix($0) && Day(String(name.dropFirst().dropLast(4))) != nil
    }
  }

  /// Whether a run made the folder. Earlier versions left no marker, but a first page of theirs.
  static func isOurs(_ folder: URL) -> Bool {
    guard let names = try? names(in: folder) else { return false }
    return names.isEmpty || names.contains(marker)
      || isFirstPage(folder.appending(path: "index.html"))
  }

  /// Puts back what a run that was cut between the two renames had moved aside.
  func heal() throws(RunError) {
    if exists(old) {
      try expectOurs(old)
      if exists(folder) {
        try settle()
      } else {
        try attempt("put back the reports of an interrupted run") {
          try FileManager.default.moveItem(at: old, to: folder)
        }
      }
    }
    if exists(new) {
      try expectOurs(new)
      try attempt("remove the reports of an interrupted run") {
        try FileManager.default.removeItem(at: new)
      }
    }
  }

  /// Replaces the folder by these files; touches nothing when they are there already.
  ///
  /// Returns: whether anything was written.
  /// Errors: `cannotCreate` for a folder of somebody else's, which stays as it is.
  func replace(with files: [ReportFile]) throws(RunError) -> Bool {
    try heal()
    if exists(folder) {
      try expectOurs(folder)
      if holds(files) { return false }
      try expectFree(files)
    }
    try attempt("write the reports") {
      try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
      for file in [ReportFolder.markerFile(files)] + files { try write(file) }
      if exists(folder) { try FileManager.default.moveItem(at: folder, to: old) }
      try FileManager.default.moveItem(at: new, to: folder)
    }
    if exists(old) { try settle() }
    return true
  }

  /// A hash of the names and bytes of what a run put there; nil where that cannot be told.
  var digest: String? {
    guard exists(folder), let made = try? ReportFolder.made(in: folder),
      made.contains(ReportFolder.marker)
    else { return nil }
    var bytes: [UInt8] = []
    for name in made.sorted() {
      guard let content = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      bytes += Array("\(name)\n\(content.count)\n".utf8)
      bytes += content
    }
    return SHA256.hash(bytes).map { String($0, radix: 16) }.joined(separator: "-")
  }

  /// Moves what the owner laid into the folder before over to the one that is there now; the rest of
  /// the old one goes.
  private func settle() throws(RunError) {
    try attempt("bring over what lay beside the pages") {
      let made = try ReportFolder.made(in: old)
      for name in try ReportFolder.names(in: old) where !made.contains(name) {
        let place = folder.appending(path: name)
        guard !exists(place) else { continue }
        try FileManager.default.moveItem(at: old.appending(path: name), to: place)
      }
      try FileManager.default.removeItem(at: old)
    }
  }

  private func write(_ file: ReportFile) throws {
    let path = new.appending(path: file.name)
    try Data(file.bytes).write(to: path)
    let handle = try FileHandle(forUpdating: path)
    try handle.synchronize()
    try handle.close()
  }

  private func holds(_ files: [ReportFile]) -> Bool {
    guard let made = try? ReportFolder.made(in: folder).subtracting([ReportFolder.marker]),
      made == Set(files.map(\.name))
    else { return false }
    return files.allSatisfy { file in
      (try? Data(contentsOf: folder.appending(path: file.name))).map { Array($0) } == file.bytes
    }
  }

  private func exists(_ url: URL) -> Bool {
    let path = url.path(percentEncoded: false)
    return (try? FileManager.default.attributesOfItem(atPath: path)) != nil
  }

  private func attempt(_ what: String, _ body: () throws -> Void) throws(RunError) {
    do { try body() } catch { throw RunError.cannotWrite(folder, to: what, error) }
  }
}

// MARK: What is whose

extension ReportFolder {
  /// Names the files, so that a page of them that a later version does not have goes with the rest.
  private static func markerFile(_ files: [ReportFile]) -> ReportFile {
    let lines = [markerLine] + files.map(\.name).sorted()
    return ReportFile(name: marker, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// The names in a folder that a run put there; without a marker its pages and tables.
  private static func made(in folder: URL) throws -> Set<String> {
    let names = Set(try names(in: folder))
    guard let text = try? String(contentsOf: folder.appending(path: marker), encoding: .utf8) else {
      return names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".csv") }
    }
    return names.intersection(text.split(separator: "\n").map(String.init) + [marker])
  }

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
  }

  /// Whether it begins as the first page of every run does.
  private static func isFirstPage(_ page: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: page),
      let head = try? handle.read(upToCount: 512)
    else { return false }
    let text = String(decoding: head, as: UTF8.self)
    return text.hasPrefix("<!doctype html>\n<html lang=\"")
      && text.contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-")
  }

  /// Errors: `cannotCreate` for a folder that no run made, or for what is no folder.
  private func expectOurs(_ place: URL) throws(RunError) {
    // A run that was cut may have left a few pages, and earlier versions no marker beside them.
    let isPartial =
      place != folder
      && (try? ReportFolder.names(in: place))?.allSatisfy {
        $0.hasSuffix(".html") || $0.hasSuffix(".csv")
      } == true
    guard !isPartial, !ReportFolder.isOurs(place) else { return }
    throw RunError(
      .cannotCreate,
      "\(place.path(percentEncoded: false)): expected no such folder, or one that a run made, found "
        + "something else; nothing in it was touched; move it, or set `reports` to another folder")
  }

  /// Errors: `cannotCreate` where a new page would take the name of a file of the owner.
  private func expectFree(_ files: [ReportFile]) throws(RunError) {
    let made = (try? ReportFolder.made(in: folder)) ?? []
    guard
      let taken = files.map(\.name).sorted().first(where: {
        !made.contains($0) && exists(folder.appending(path: $0))
      })
    else { return }
    throw RunError(
      .cannotCreate,
      "\(folder.appending(path: taken).path(percentEncoded: false)): expected a free name for a page "
        + "or table, found a file that no run made; move it")
  }
}
