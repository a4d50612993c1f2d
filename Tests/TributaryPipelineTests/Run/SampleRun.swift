import Foundation
import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// One night over a copy of the committed sample data, shared by the tests of a suite.
struct SampleRun: Sendable {
  let folder: TemporaryFolder
  let pipeline: Pipeline
  let summary: RunSummary
  let truth: SampleTruth

  @TaskLocal static var shared: SampleRun?

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "sample-data"),
      to: folder.url.appending(path: "sample-data"))
    let file = "pipelines/nightly/pipeline.json5"
    let text = try String(contentsOf: Checkout.root.appending(path: file), encoding: .utf8)
    try folder.write(text, to: file)
    pipeline = try PipelineFile.load(
      folder.url.appending(path: file).path(percentEncoded: false))
    summary = try PipelineRun(pipeline).run(RunOptions(version: "test"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    truth = try decoder.decode(
      SampleTruth.self, from: Data(contentsOf: folder.url.appending(path: "sample-data/truth.json"))
    )
  }

  /// The warehouse, opened by each test for itself.
  func warehouse() throws -> Warehouse {
    try Warehouse.readOnly(path: pipeline.warehouse, settings: WarehouseSettings(pipeline))
  }

  func answers() throws -> AnswerContext {
    AnswerContext(warehouse: try warehouse(), asOf: summary.asOf)
  }
}

/// Runs the sample's night once, before the first test of the suite, and removes it after the last.
struct SampleRunTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await SampleRun.$shared.withValue(try SampleRun()) { try await function() }
  }
}

extension Trait where Self == SampleRunTrait {
  static var sampleRun: SampleRunTrait { SampleRunTrait() }
}

/// The promises of the sample shop, held against what a night makes of its files.
@Suite(.sampleRun) struct SampleRunTests {}
