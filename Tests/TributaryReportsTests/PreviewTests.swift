import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

/// Writes the pages to a folder for looking at them; runs only when the variable names one.
@Suite struct PreviewTests {
  static let folder = ProcessInfo.processInfo.environment["TRIBUTARY_PREVIEW"]

  @Test(.enabled(if: PreviewTests.folder != nil))
  func `the pages are written for a look`() throws {
    let folder = URL(fileURLWithPath: try #require(PreviewTests.folder))
    let nights: [(String, RunReport)] = [
      ("en", CarnivalShop(.english).report), ("ru", CarnivalShop(.russian).report),
      ("empty", CarnivalShop(.english).empty), ("empty-ru", CarnivalShop(.russian).empty),
      ("hostile", CarnivalShop(.english, spell: CarnivalShop.hostile).report),
    ]
    for (name, report) in nights {
      let place = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for file in ReportPages(report: report).files() {
        try Foundation.Data(file.bytes).write(to: place.appendingPathComponent(file.name))
      }
    }
  }
}
