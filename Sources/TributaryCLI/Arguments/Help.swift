/// The words of `--help`, made from the table of commands.
enum Help {
  static let version = "0.1.0"

  static var all: String {
    let width = Command.all.map(\.name.count).max() ?? 0
    let lines = Command.all.map { command in
      "  " + padded(command.name, to: width) + "  " + command.summary
    }
    return """
      tributary \(version): every morning, which ads to cut, when the peak comes, which city \
      pays, where customers are lost.

      usage: tributary <command> ...

      \(lines.joined(separator: "\n"))

      <pipeline> is a folder with a pipeline.json5, that file, or a name below pipelines/.
      tributary <command> --help says more about a command; tributary --version prints the version.
      Results go to stdout, words to stderr. Exit codes (sysexits.h): 0 done, 64 usage,
      65 data refused, 66 a source's files are missing, 70 internal, 73 and 74 cannot write,
      75 another run holds the lock, 77 no permission, 78 the pipeline file is wrong.

      """
  }

  static func of(_ command: Command) -> String {
    var parts = ["usage: " + command.synopsis, command.summary + "."]
    if !command.details.isEmpty { parts.append(command.details) }
    let options = command.options + [Command.Option("help", nil, "Print this")]
    let names = options.map { "--" + $0.name + ($0.value.map { " " + $0 } ?? "") }
    let width = names.map(\.count).max() ?? 0
    parts.append(
      zip(names, options).map { "  " + padded($0, to: width) + "  " + $1.summary }
        .joined(separator: "\n"))
    parts.append("examples:\n" + command.examples.map { "  " + $0 }.joined(separator: "\n"))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
