import Foundation
import TributaryIngest
import TributarySystem

/// The pipeline's own files, which no source reads though a pattern may match them: its key, its
/// warehouse with the files beside it, its pages and the pipeline file.
struct OwnFiles {
  private let identities: Set<OwnPlace.Identity>
  private let reports: OwnPlace
  private let key: [UInt8]?

  init(_ pipeline: Pipeline) {
    let warehouses = ([""] + OwnPlace.companions).map { pipeline.warehouse + $0 }
    let paths = [pipeline.file, pipeline.keyFile] + warehouses
    identities = Set(paths.compactMap { OwnPlace.Identity(Array($0.utf8)) })
    reports = OwnPlace(key: "reports", pipeline.reports)
    key = OwnFiles.digits(of: pipeline.keyFile)
  }

  /// Whether a file is one of them, through links too, or a copy of the key.
  func hold(_ file: SourceFile) -> Bool {
    if let identity = OwnPlace.Identity(file.place), identities.contains(identity) { return true }
    return isCopyOfKey(file) || isPage(file)
  }

  private func isCopyOfKey(_ file: SourceFile) -> Bool {
    guard let key, let size = file.status?.size, (64...70).contains(size) else { return false }
    return OwnFiles.digits(of: file.path) == key
  }

  private func isPage(_ file: SourceFile) -> Bool {
    guard let real = RealPath.of(file.place) else { return false }
    let path = String(decoding: real, as: UTF8.self)
    guard path.hasPrefix(reports.path + "/") else { return false }
    let names = path.dropFirst(reports.path.count).split(separator: "/")
    guard names.count > 1, ReportFolder.isOfDay(String(names[0])) else { return false }
    return ReportFolder.isOurs(URL(filePath: reports.path + "/" + names[0]))
  }

  /// The text of a small file, without the spaces around it, in lower case.
  private static func digits(of path: String) -> [UInt8]? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    return Array(text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased().utf8)
  }
}
