import Foundation
import Testing

@testable import TributaryPipeline

@Suite struct LostFileTests {
  @Test func `a link to nothing is told, and the files beside it are loaded`() throws {
    let place = try TemporaryFolder()
    try place.write("order_id,placed_at,total\nA1,2026-11-10,5\n", to: "in/a.csv")
    try FileManager.default.createSymbolicLink(
      at: place.url.appending(path: "in/b.csv"),
      withDestinationURL: place.url.appending(path: "nowhere"))
    try place.write(
      """
      { name: "shop", as_of: "2026-11-14", reports: "reports",
        sources: [{ kind: "orders", paths: ["in/*.csv"] }] }
      """, to: "pipeline.json5")
    let pipeline = try PipelineFile.load(place.url.path(percentEncoded: false))
    let summary = try PipelineRun(pipeline).run(RunOptions(version: "test"))
    #expect(summary.exitCode == 65)
    #expect(summary.messages.count == 1)
    #expect(summary.messages.first?.hasPrefix("in/b.csv: expected a file, found a link") == true)
    #expect(summary.sources.map(\.counts.loaded) == [1])
  }
}
