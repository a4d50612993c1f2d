import Foundation
import TributaryModel

/// The sample shop "Maskarad": carnival costumes, one store and an online shop in eight cities.
///
/// The same settings give the same bytes on every run. What is planted in the numbers is written
/// beside them in `truth.json`, so that an analysis can be checked against it.
///
/// ```swift
/// try SampleShop(settings: .standard).write(to: folder) { step in report(step) }
/// ```
public struct SampleShop: Sendable {
  private let settings: SampleSettings

  package init(settings: SampleSettings) {
    self.settings = settings
  }

  /// Writes all files of the sample into that folder, making it where it is missing.
  ///
  /// - Parameter progress: told the name of each step as it starts.
  ///
  /// Errors: `badSettings` and `folderInUse` before anything is written; `cannotWrite` and
  /// `cannotCompress` later.
  public func write(to folder: URL, progress: (String) -> Void) throws(SampleError) {
    try settings.validate()
    var target = try SampleFolder(folder)
    let sample = Sample(settings: settings, progress: progress)
    let tables = sample.tables
    let badRows = tables.flatMap(\.badRows) + sample.log.badRows
    progress("tables")
    let truth = Truth(of: sample, badRows: badRows)
    try target.write(Array(truth.json.document.utf8), to: "truth.json")
    for (name, rows) in [
      ("truth_people.csv.gz", Truth.people(sample)),
      ("truth_calls.csv.gz", Truth.callSessions(sample)),
    ] {
      let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
      try target.write(Array(text.utf8), to: name)
    }
    for table in tables { try target.write(Array(table.text.utf8), to: table.file) }
    progress("logs")
    for file in sample.log.files { try target.write(file.bytes, to: file.name) }
    let guide = Guide(settings: settings, tables: tables, badRows: badRows)
    try target.write(Array(guide.text.utf8), to: "README.md")
    progress("gzip")
    try target.finish()
  }
}
