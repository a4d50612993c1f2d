import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct PipelineKeyTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: PipelineCatalogue.all.map(\.path))
  func `a wrong type is told under the path of its key`(path: String) throws {
    let error = try #require(throws: PipelineFileError.self) {
      try PipelineFile.parse(
        Array(KeyedDocument.only(path, "null").utf8), path: "/a/pipeline.json5")
    }
    let place = "$." + path.replacing("[]", with: "[0]")
    let problem = try #require(error.problems.first { $0.key == place })
    #expect(problem.message.contains("found null"))
  }

  @Test func `no key is listed twice`() {
    let paths = PipelineCatalogue.all.map(\.path)
    #expect(Set(paths).count == paths.count)
  }

  @Test func `pipelines README documents each key as it is declared`() throws {
    let text = try String(
      contentsOf: Self.root.appending(path: "pipelines/README.md"), encoding: .utf8)
    let lines = Set(text.split(separator: "\n").map(String.init))
    let keys = PipelineCatalogue.all.map(\.documentationRow)
    for row in keys { #expect(lines.contains(row), "missing: \(row)") }
    for row in PipelineCatalogue.kindRows { #expect(lines.contains(row), "missing: \(row)") }
    let formats = FormatSheet.all.map(\.documentationRow)
    for row in formats { #expect(lines.contains(row), "missing: \(row)") }
    let known = Set(keys + PipelineCatalogue.kindRows + formats)
    let tables = try #require(text.range(of: "## All keys"))
    for line in text[tables.upperBound...].split(separator: "\n").map(String.init)
    where line.hasPrefix("| `") {
      #expect(known.contains(line), "documents what is not there: \(line)")
    }
  }

  @Test func `the committed pipeline of the sample is right`() throws {
    let path = Self.root.appending(path: "pipelines/nightly/pipeline.json5").path
    let pipeline = try PipelineFile.read(path)
    #expect(pipeline.name == "nightly")
    #expect(pipeline.asOf?.description == "2026-11-14")
    #expect(Set(pipeline.sources.map(\.kind)).count == pipeline.sources.count)
  }
}
