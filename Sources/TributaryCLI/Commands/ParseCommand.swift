import TributaryModel
import TributaryPipeline

extension Command {
  static let parse = Command(
    "parse", values: [Value("file")],
    options: [
      Option(
        "format", "F", required: true, "A name of `tributary formats`, or a log format string"),
      Option("output", "json|tsv", "One JSON object a line, or tab-separated; json by default"),
      Option("visitor-cookie", "NAME", "The cookie that holds the visitor's first-party id"),
      .quiet,
    ],
    summary: "Print the records of any source file, and on stderr what is wrong with the others",
    details: "- reads the standard input. Compressed files are read as they are. The format csv "
      + "prints each cell\nunder the file's own header.",
    examples: [
      "tributary parse --format apache-vhost-combined access.log.gz",
      "tributary parse --format csv --output tsv orders.csv",
      "tributary parse --format nginx-combined - < access.log",
    ]
  ) { arguments, console throws(RunError) in
    let output = try arguments.choice("output", of: RecordParsing.Output.allCases.map(\.rawValue))
    let parsing = try RecordParsing(
      format: arguments.text("format") ?? "", output: output == "tsv" ? .tsv : .json,
      visitorCookie: arguments.text("visitor-cookie"))
    let path = arguments.values[0]
    var voice = RejectionVoice(path, headerLines: output == "tsv" ? 1 : 0)
    let counts = try parsing.parse(path) { bytes throws(RunError) in
      try console.write(bytes)
      for line in voice.wrote(bytes) { console.say(line) }
    } reject: { rejection in
      if let line = voice.tell(rejection) { console.say(line) }
    }
    for line in voice.end(counts, format: arguments.text("format") ?? "") { console.say(line) }
    console.say(
      "read \(counts.read) loaded \(counts.loaded) filtered \(counts.filtered) "
        + "rejected \(counts.rejected)")
    return 0
  }
}
