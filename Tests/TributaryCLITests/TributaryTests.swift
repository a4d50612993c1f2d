import Foundation
import Testing

@testable import TributaryCLI

@Suite struct TributaryTests {
  /// What a command line said, and its exit code.
  private struct Said {
    let code: Int32
    let results: String
    let words: String
  }

  private func say(_ words: [String], isQuiet: Bool = false) throws -> Said {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tributary-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let results = folder.appending(path: "results")
    let spoken = folder.appending(path: "words")
    for file in [results, spoken] { try Data().write(to: file) }
    let console = Console(
      isQuiet: isQuiet, showsProgress: false, results: try FileHandle(forWritingTo: results),
      words: try FileHandle(forWritingTo: spoken))
    return Said(
      code: Tributary.run(words, console),
      results: try String(contentsOf: results, encoding: .utf8),
      words: try String(contentsOf: spoken, encoding: .utf8))
  }

  @Test(arguments: ["--help", "-h", "help"])
  func `help is a result`(word: String) throws {
    let said = try say([word])
    #expect(said.code == 0 && said.words.isEmpty)
    for command in Command.all { #expect(said.results.contains(command.summary)) }
  }

  @Test func `the version is one line`() throws {
    #expect(try say(["--version"]).results == "tributary 0.1.0\n")
  }

  @Test(arguments: Command.all.map(\.name))
  func `each command has its help`(name: String) throws {
    let said = try say([name, "--help"])
    #expect(said.code == 0 && said.results.hasPrefix("usage: tributary \(name)"))
  }

  /// Words, exit code, a part of what is told.
  @Test(arguments: [
    ([], 64, "usage: tributary <command>"),
    (["rnu"], 64, "did you mean run?"),
    (["--verion"], 64, "did you mean --version?"),
    (["run", "/nothing/such", "--as-of", "yesterday"], 64, "expected a day like 2026-11-14"),
    (["run", "/nothing/such"], 78, "/nothing/such: expected a folder with a pipeline.json5"),
    (["status", "/nothing/\u{1B}[2J"], 78, "/nothing/\\x1B[2J: expected"),
    (["parse", "--format", "cvs", "-"], 64, "did you mean csv"),
    (["formats", "yandex"], 64, "did you mean"),
    (["query", "/nothing/such", "select 1", "--format", "xml"], 64, "expected table, csv, json"),
    (["sample", "/nothing/such", "--days", "0"], 64, "--days"),
  ])
  func `what is wrong is told on stderr with its exit code`(
    words: [String], code: Int32, part: String
  ) throws {
    let said = try say(words)
    #expect(said.code == code)
    #expect(said.words.contains(part), "\(said.words)")
    #expect(said.results.isEmpty)
    #expect(!said.words.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `every problem of a pipeline file is told`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tributary-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("{timezon: 'UTC', sources: [], locale: 'de'}".utf8)
      .write(to: folder.appending(path: "pipeline.json5"))
    let path = folder.path(percentEncoded: false)
    let said = try say(["run", path])
    #expect(said.code == 78)
    #expect(said.words.contains("$.timezon:") && said.words.contains("$.locale:"))
    #expect(said.words.contains("3 problems"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["pipeline.json5"])
  }

  @Test func `quiet silences words but not errors`() throws {
    #expect(try say(["formats", "--", "nothing"], isQuiet: true).words.contains("expected"))
    #expect(try say(["formats"], isQuiet: true).words.isEmpty)
  }
}
