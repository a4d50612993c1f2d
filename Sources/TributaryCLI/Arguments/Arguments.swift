import TributaryModel
import TributaryPipeline

/// The words after a command, held against what the command takes.
struct Arguments: Sendable {
  /// Values by their place.
  let values: [String]
  private let options: [String: String]
  private let switches: Set<String>
  private let command: Command
  /// Whether help is asked for; then nothing else is checked.
  let asksForHelp: Bool

  /// Errors: `usage`, for the first word that does not fit.
  init(_ words: [String], for command: Command) throws(RunError) {
    var values: [String] = []
    var options: [String: String] = [:]
    var switches: Set<String> = []
    var rest = words[...]
    var mayBeOption = true
    self.command = command
    asksForHelp = words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    while !asksForHelp, let word = rest.popFirst() {
      guard mayBeOption, word.hasPrefix("-"), word != "-" else {
        values.append(word)
        continue
      }
      if word == "--" {
        mayBeOption = false
        continue
      }
      let (option, inline) = try Arguments.option(word, of: command)
      let isNew: Bool
      if option.value == nil {
        guard inline == nil else {
          throw command.usage("--\(option.name) takes no value, found '\(word)'")
        }
        isNew = switches.insert(option.name).inserted
      } else {
        let value: String
        if let inline {
          value = inline
        } else {
          value = try Arguments.value(of: option, from: &rest, command)
        }
        isNew = options.updateValue(value, forKey: option.name) == nil
      }
      guard isNew else { throw command.usage("expected --\(option.name) once, found it again") }
    }
    self.values = values
    self.options = options
    self.switches = switches
    if !asksForHelp { try checkWhole() }
  }

  func has(_ name: String) -> Bool { switches.contains(name) }

  func text(_ name: String) -> String? { options[name] }

  func day(_ name: String) throws(RunError) -> Day? {
    guard let text = options[name] else { return nil }
    guard let day = Day(text) else {
      throw command.usage("--\(name): expected a day like 2026-11-14, found '\(text)'")
    }
    return day
  }

  func integer(_ name: String, in range: ClosedRange<Int>) throws(RunError) -> Int? {
    guard let text = options[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw command.usage(
        "--\(name): expected a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "found '\(text)'")
    }
    return number
  }

  /// One of these words; the first when the option is not given.
  func choice(_ name: String, of words: [String]) throws(RunError) -> String {
    guard let text = options[name] else { return words.first ?? "" }
    guard words.contains(text) else {
      throw command.usage(
        "--\(name): expected \(words.joined(separator: ", ")), found '\(text)'"
          + Spelling.question(text, among: words))
    }
    return text
  }

  private func checkWhole() throws(RunError) {
    let needed = command.values.filter { !$0.isOptional }
    if values.count < needed.count {
      throw command.usage("expected <\(needed[values.count].name)>, found nothing")
    }
    if values.count > command.values.count, command.values.last?.isRepeated != true {
      throw command.usage("expected no more, found '\(values[command.values.count])'")
    }
    for option in command.options where option.isRequired && options[option.name] == nil {
      throw command.usage("expected --\(option.name) \(option.value ?? ""), found none")
    }
  }

  private static func option(_ word: String, of command: Command) throws(RunError)
    -> (Command.Option, inline: String?)
  {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0].drop { $0 == "-" })
    guard word.hasPrefix("--"), let option = command.options.first(where: { $0.name == name })
    else {
      let known = (command.options.map(\.name) + ["help"]).map { "--" + $0 }
      throw command.usage(
        "expected an option of \(command.name), found '\(word)'"
          + Spelling.question("--" + name, among: known))
    }
    return (option, parts.count == 2 ? String(parts[1]) : nil)
  }

  private static func value(
    of option: Command.Option, from rest: inout ArraySlice<String>, _ command: Command
  ) throws(RunError) -> String {
    guard let value = rest.popFirst(), !value.hasPrefix("--") else {
      throw command.usage("expected --\(option.name) \(option.value ?? ""), found no value")
    }
    return value
  }
}

extension Command {
  /// A wrong use of the command, with the way to learn the right one.
  func usage(_ message: String) -> RunError {
    RunError(
      .usage, "tributary \(name): \(message)\nusage: \(synopsis)\nmore: tributary \(name) --help")
  }
}

/// The `<pipeline>` of most commands.
enum PipelineArgument {
  /// The pipeline of a folder, a file or a name.
  ///
  /// Errors: `configuration`, with everything that is wrong with the file.
  static func load(_ argument: String) throws(RunError) -> Pipeline {
    do {
      return try PipelineFile.load(argument)
    } catch {
      throw error.asRunError
    }
  }
}
