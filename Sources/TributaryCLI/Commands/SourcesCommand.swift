import TributaryPipeline

extension Command {
  static let sources = Command(
    "sources", values: [Value("file", repeated: true)], options: [.quiet],
    summary: "Guess what files hold, and print the lines to paste into a pipeline file",
    details: "Every format is tried on a file's first records. What was found stands in a comment "
      + "above each line;\nlook at the records themselves with tributary parse.",
    examples: ["tributary sources exports/*.csv access.log.gz"]
  ) { arguments, console throws(RunError) in
    var code: Int32 = 0
    for path in arguments.values {
      do throws(RunError) {
        let guess = try SourceGuess(path)
        guard let snippet = guess.snippet else {
          console.tell(
            "\(path): expected a file in a known format, found none that fits"
              + (guess.objection.map { ": \($0)" } ?? "") + "; see tributary formats, "
              + "write the server's own log format string, or name the columns with `columns`")
          code = RunError.Code.dataRefused.rawValue
          continue
        }
        try console.write("// \(found(guess))\n\(snippet),\n")
      } catch {
        console.tell(error.message)
        code = error.code.rawValue
      }
    }
    return code
  }

  private static func found(_ guess: SourceGuess) -> String {
    let records =
      guess.read == 0
      ? "" : ": \(guess.loaded) of the first \(guess.read) records can be loaded"
    let columns = guess.columns.isEmpty ? "" : "; columns " + guess.columns.joined(separator: " ")
    return "\(guess.kind?.rawValue ?? "") as \(guess.format ?? "")" + records + columns
  }
}
