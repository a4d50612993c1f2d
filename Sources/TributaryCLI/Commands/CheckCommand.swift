import TributaryModel
import TributaryPipeline

extension Command {
  static let check = Command(
    "check", values: [.pipeline], options: [.json],
    summary: "Look over the pipeline file, its sources, the warehouse and checks/*.sql",
    details:
      "The first records of every file are read as a run would read them, with the same exit codes. "
      + "A check is a query in checks/NAME.sql beside the pipeline file that must give no row. "
      + "Nothing is changed.",
    examples: ["tributary check nightly"]
  ) { arguments, console throws(RunError) in
    let pipeline = try PipelineArgument.load(arguments.values[0])
    let checkup = Checkup(of: pipeline)
    guard !arguments.has("json") else {
      try console.write(checkup.json + "\n")
      return checkup.exitCode
    }
    try console.write("ok      pipeline file: \(PrintableText.of(pipeline.file))\n")
    for finding in checkup.findings {
      let mark = finding.isNote ? "noted   " : finding.exitCode == 0 ? "ok      " : "FAILED  "
      try console.write(mark + PrintableText.of("\(finding.name): \(finding.message)") + "\n")
    }
    return checkup.exitCode
  }
}
