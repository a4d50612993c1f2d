import Testing
import TributaryPipeline

@testable import TributaryCLI

@Suite struct ArgumentsTests {
  static let command = Command(
    "sow", values: [.init("field"), .init("seed", optional: true)],
    options: [
      .init("days", "N", "How long"), .init("as-of", "DAY", "When"),
      .init("json", nil, "Print JSON"),
    ],
    summary: "Sow", examples: ["tributary sow east"]
  ) { _, _ in 0 }

  @Test func `values, options and switches stand in any order`() throws {
    let arguments = try Arguments(
      ["--days", "5", "east", "--json", "--as-of=2026-11-14", "oats"], for: Self.command)
    #expect(arguments.values == ["east", "oats"])
    #expect(try arguments.integer("days", in: 1...9) == 5)
    #expect(try arguments.day("as-of")?.description == "2026-11-14")
    #expect(arguments.has("json"))
  }

  @Test func `two dashes end the options and one dash is a value`() throws {
    #expect(try Arguments(["-", "--", "--json"], for: Self.command).values == ["-", "--json"])
    #expect(try Arguments(["--days", "-5", "a"], for: Self.command).text("days") == "-5")
  }

  @Test func `help is asked for even beside what is wrong`() throws {
    #expect(try Arguments(["--nosuch", "--help"], for: Self.command).asksForHelp)
    #expect(try Arguments(["a", "-h"], for: Self.command).asksForHelp)
    #expect(try !Arguments(["--", "--help"], for: Self.command).asksForHelp)
  }

  @Test(arguments: [
    ([], "expected <field>"), (["a", "b", "c"], "found 'c'"),
    (["a", "--jsn"], "did you mean --json?"), (["a", "-j"], "found '-j'"),
    (["a", "--days"], "found no value"), (["a", "--days", "--json"], "found no value"),
    (["a", "--json=yes"], "takes no value"), (["a", "--json", "--json"], "once"),
    (["a", "--days", "1", "--days", "2"], "once"),
  ])
  func `what does not fit is a wrong use`(words: [String], part: String) throws {
    let error = try #require(throws: RunError.self) { try Arguments(words, for: Self.command) }
    #expect(error.code == .usage)
    #expect(error.message.contains(part), "\(error.message)")
    #expect(error.message.contains("tributary sow <field> [<seed>] [--days N]"))
  }

  @Test(arguments: ["0", "10", "x", "1.5", ""])
  func `a number outside its range is a wrong use`(text: String) throws {
    let arguments = try Arguments(["a", "--days", text], for: Self.command)
    let error = try #require(throws: RunError.self) { try arguments.integer("days", in: 1...9) }
    #expect(error.message.contains("from 1 to 9, found '\(text)'"))
  }
}
