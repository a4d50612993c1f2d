import Foundation
import Testing

@testable import TributaryPipeline

@Suite struct PipelineKeyTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A document in which only that key is wrong, with a value of a type that no key has.
  private func document(_ key: PipelineKey, wrong: String) -> String {
    var text = wrong
    for name in key.path.split(separator: ".").reversed() {
      let isList = name.hasSuffix("[]")
      let bare = isList ? name.dropLast(2) : name
      text = "{\(bare): " + (isList ? "[\(text)]" : text) + "}"
    }
    return text
  }

  @Test(arguments: PipelineKey.all.map(\.path))
  func `a wrong type is told under the path of its key`(path: String) throws {
    let key = try #require(PipelineKey.all.first { $0.path == path })
    let error = try #require(throws: PipelineFileError.self) {
      try PipelineFile.parse(Array(document(key, wrong: "null").utf8), path: "/a/pipeline.json5")
    }
    let place = "$." + path.replacing("[]", with: "[0]")
    let problem = try #require(error.problems.first { $0.key == place })
    #expect(problem.message.contains("found null"))
  }

  @Test(arguments: PipelineKey.all.filter { $0.defaultText != nil }.map(\.path))
  func `a default fits the type of its key`(path: String) throws {
    let key = try #require(PipelineKey.all.first { $0.path == path })
    let text = document(key, wrong: key.defaultText ?? "")
    let place = "$." + path.replacing("[]", with: "[0]")
    do {
      _ = try PipelineFile.parse(Array(text.utf8), path: "/a/pipeline.json5")
    } catch {
      #expect(!error.problems.contains { ($0.key ?? "").hasPrefix(place) && $0.key != "$.sources" })
    }
  }

  @Test func `no key is listed twice and each is held by an object before it`() {
    let paths = PipelineKey.all.map(\.path)
    #expect(Set(paths).count == paths.count)
    for (position, key) in PipelineKey.all.enumerated() where !key.holder.isEmpty {
      let holder = key.holder.hasSuffix("[]") ? String(key.holder.dropLast(2)) : key.holder
      #expect(paths[..<position].contains(holder), "\(key.path)")
    }
  }

  @Test func `pipelines README documents each key as the table has it`() throws {
    let text = try String(
      contentsOf: Self.root.appending(path: "pipelines/README.md"), encoding: .utf8)
    let lines = Set(text.split(separator: "\n").map(String.init))
    for key in PipelineKey.all {
      #expect(lines.contains(key.documentationRow), "missing: \(key.documentationRow)")
    }
    for row in PipelineKey.kindRows { #expect(lines.contains(row), "missing: \(row)") }
    let formats = FormatSheet.all.map(\.documentationRow)
    for row in formats { #expect(lines.contains(row), "missing: \(row)") }
    let known = Set(PipelineKey.all.map(\.documentationRow) + PipelineKey.kindRows + formats)
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
