import Testing

@testable import TributaryCLI

@Suite struct CommandTests {
  @Test(arguments: Command.all.map(\.name))
  func `help of a command names all it takes and shows it at work`(name: String) throws {
    let command = try #require(Command.all.first { $0.name == name })
    let help = Help.of(command)
    for option in command.options { #expect(help.contains("--" + option.name)) }
    for value in command.values { #expect(help.contains("<" + value.name + ">")) }
    #expect(!command.examples.isEmpty)
    #expect(!command.summary.hasSuffix("."))
    #expect(Help.all.contains("  " + name + " "))
  }

  /// The words of an example that follow `tributary`, as far as they need no shell.
  @Test(arguments: Command.all.flatMap(\.examples))
  func `an example in help can be parsed`(example: String) throws {
    let words = Self.words(of: example)
    #expect(words.first == "tributary")
    let command = try #require(Command.all.first { $0.name == words.dropFirst().first })
    _ = try Arguments(Array(words.dropFirst(2)), for: command)
  }

  @Test func `names are told apart and no option is listed twice`() {
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
    for command in Command.all {
      #expect(Set(command.options.map(\.name)).count == command.options.count)
    }
  }

  private static func words(of line: String) -> [String] {
    var words: [String] = []
    for (position, part) in line.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      if position % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").prefix { !["|", ">", "<"].contains($0) }.map(
          String.init)
      }
    }
    return words
  }
}
