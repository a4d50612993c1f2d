import Foundation
import Testing

@testable import TributaryCLI

@Suite struct AttributionCommandTests {
  /// Exit code, results and words of `tributary attribution` on a file with that text.
  private func say(
    _ text: String, _ words: [String]
  ) throws -> (code: Int32, results: String, words: String) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tributary-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "paths.csv")
    let results = folder.appending(path: "results")
    let spoken = folder.appending(path: "words")
    try Data(text.utf8).write(to: file)
    for file in [results, spoken] { try Data().write(to: file) }
    let console = Console(
      isQuiet: false, showsProgress: false, results: try FileHandle(forWritingTo: results),
      words: try FileHandle(forWritingTo: spoken))
    let path = file.path(percentEncoded: false)
    let code = Tributary.run(["attribution", path] + words, console)
    return (
      code, try String(contentsOf: results, encoding: .utf8),
      try String(contentsOf: spoken, encoding: .utf8).replacing(path, with: "paths.csv")
    )
  }

  private static let paths = """
    path,conversions,value,nulls
    email > direct,1,10.5,3
    "search, paid",2,0.1,0
    =ads > direct > email,0.5,0,0

    """

  /// By hand: half of 1 and a third of 0.5 each.
  @Test func `csv has a line a channel in order of first appearance`() throws {
    let said = try say(Self.paths, ["--model", "first"])
    #expect(said.code == 0 && said.words.isEmpty)
    #expect(
      said.results == """
        channel,conversions,value
        email,1,10.5
        direct,0,0
        "search, paid",2,0.1
        '=ads,0.5,0

        """)
  }

  @Test func `json has an object a channel`() throws {
    let said = try say("path,conversions\na > b,1\n", ["--model", "linear", "--format", "json"])
    #expect(
      said.results == """
        [{"channel":"a","conversions":0.5,"value":0},
        {"channel":"b","conversions":0.5,"value":0}]

        """)
  }

  @Test func `intervals add two columns around the conversions`() throws {
    let said = try say(
      "path,conversions\na,100\n", ["--model", "markov", "--intervals"])
    let lines = said.results.split(separator: "\n")
    #expect(lines.first == "channel,conversions,value,lower,upper")
    let cells = try #require(lines.last).split(separator: ",").dropFirst()
      .compactMap { Double($0) }
    #expect(cells.count == 4)
    #expect(cells[0] == 100 && (80...90).contains(cells[2]) && (110...122).contains(cells[3]))
  }

  @Test(arguments: [
    (["--model", "markov:2"], true), (["--model", "markov:2", "--nulls"], false),
    (["--model", "linear"], false),
  ])
  func `nulls that are left out of a chain are told`(words: [String], isTold: Bool) throws {
    let said = try say(Self.paths, words)
    #expect(said.code == 0)
    #expect(said.words.contains("count them with --nulls") == isTold)
  }

  @Test func `a bad row is told and the others are shared`() throws {
    let said = try say("path,conversions\na,1\n,2\nb,?\n", ["--model", "last"])
    #expect(said.code == 0)
    #expect(said.results == "channel,conversions,value\na,1,0\n")
    #expect(said.words.contains("paths.csv:3: missing-value path: expected a path"))
    #expect(said.words.contains("paths.csv:4: bad-number conversions: expected a number from 0 up"))
    #expect(said.words.hasSuffix("read 3 rejected 2\n"))
  }

  @Test(arguments: [
    ("path,conversions\na,1\n", ["--model", "markov:5"], 64, "markov:1 to markov:4"),
    ("path,conversions\na,1\n", ["--model", "liner"], 64, "did you mean linear?"),
    ("path,conversions\na,1\n", [], 64, "expected --model"),
    ("path,conversions\na,1\n", ["--model", "last", "--format", "table"], 64, "csv, json"),
    ("path;revenue\na;1\n", ["--model", "last"], 65, "paths.csv:1: expected the columns"),
    ("path,conversions\n,1\n", ["--model", "last"], 65, "none that can be used"),
  ])
  func `what is wrong is told with its exit code`(
    text: String, words: [String], code: Int32, part: String
  ) throws {
    let said = try say(text, words)
    #expect(said.code == code && said.results.isEmpty)
    #expect(said.words.contains(part), "\(said.words)")
  }
}
