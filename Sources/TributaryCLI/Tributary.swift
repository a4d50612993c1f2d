import Foundation
import TributaryModel
import TributaryPipeline
import TributarySystem

/// The command line: finds the command, runs it, tells its errors, and ends with its exit code.
@main struct Tributary {
  static func main() {
    InheritedDescriptors.settle()
    Interruption.takesChildrenAlong()
    // A full disk quota and a reader that has gone are told as errors of the write.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    let words = ProgramArguments.words.map(text(of:))
    let isQuiet = words.prefix { $0 != "--" }.contains("--quiet")
    exit(run(words, Console.current(isQuiet: isQuiet)))
  }

  /// A word as text; one that is none is the name of a file, and spelled as such.
  static func text(of word: [UInt8]) -> String {
    String(validating: word, as: UTF8.self) ?? FileName(bytes: word).spelling
  }

  /// The exit code of those words.
  static func run(_ words: [String], _ console: Console) -> Int32 {
    do throws(RunError) {
      let code = try perform(words, console)
      console.endProgress()
      return code
    } catch {
      console.endProgress()
      console.tell(error.message)
      return error.code.rawValue
    }
  }

  private static func perform(_ words: [String], _ console: Console) throws(RunError) -> Int32 {
    switch words.first {
    case nil:
      console.tell(Help.all)
      return RunError.Code.usage.rawValue
    case "--help", "-h", "help":
      try console.write(Help.all)
      return 0
    case "--version":
      try console.write("tributary \(Help.version)\n")
      return 0
    case let name?:
      let command = try command(name)
      let arguments = try Arguments(Array(words.dropFirst()), for: command)
      if arguments.asksForHelp {
        try console.write(Help.of(command))
        return 0
      }
      return try command.perform(arguments, console)
    }
  }

  private static func command(_ name: String) throws(RunError) -> Command {
    if let command = Command.all.first(where: { $0.name == name }) { return command }
    let names = Command.all.map(\.name)
    throw RunError(
      .usage,
      "tributary: expected a command, found '\(name)'"
        + Spelling.question(name, among: names + ["--help", "--version"])
        + "\ncommands: " + names.joined(separator: ", ") + "\nmore: tributary --help")
  }
}
