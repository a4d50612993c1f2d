import Foundation
import TributaryModel

@testable import TributarySample

/// A shop of sixty days, small enough for every test, and a full-length one without big logs.
enum SmallShop {
  static let settings = SampleSettings(
    days: 60, visitsPerDay: 20, seed: 7, asOf: SampleSettings.standard.asOf, logDays: 6)
  static let sample = Sample(settings: settings)

  static let longSettings = SampleSettings(
    days: 791, visitsPerDay: 150, seed: 7, asOf: SampleSettings.standard.asOf, logDays: 1)

  /// Runs the body with a folder of its own, which is removed afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "sample-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
