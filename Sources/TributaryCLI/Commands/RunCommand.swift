import TributaryModel
import TributaryPipeline

extension Command {
  static let run = Command(
    "run", values: [.pipeline],
    options: [
      Option(
        "as-of", "DAY", "The last day included, YYYY-MM-DD; the pipeline's own, else yesterday"),
      Option("wait", "SECONDS", "Wait that long for another run to end; 0 by default"),
      Option("full-refresh", nil, "Rebuild the warehouse from the files at hand, then swap it in"),
      Option("without-missing", nil, "Rebuild it even where loaded files are gone, and lose them"),
      Option("json", nil, "Print what the run came to as JSON"), .quiet,
    ],
    summary: "Run one night: load what is new, compute, write the reports",
    details: "A second run of the same night adds nothing and changes no byte of the reports. "
      + "A full refresh lists the loaded files that are gone and ends with 66, unless it may lose "
      + "them; the former warehouse stays beside the new one until the next good run.",
    examples: [
      "tributary run nightly", "tributary run nightly --quiet --wait 3600",
      "tributary run nightly --full-refresh",
    ]
  ) { arguments, console throws(RunError) in
    let asOf = try arguments.day("as-of")
    let wait = try arguments.integer("wait", in: 0...86_400) ?? 0
    let pipeline = try PipelineArgument.load(arguments.values[0])
    var options = RunOptions(asOf: asOf, waitSeconds: Double(wait), version: Help.version)
    options.isFullRefresh = arguments.has("full-refresh")
    options.mayMissFiles = arguments.has("without-missing")
    guard options.isFullRefresh || !options.mayMissFiles else {
      throw RunError(
        .usage,
        "tributary run: expected --without-missing beside --full-refresh, found it alone; add it, "
          + "or leave it out")
    }
    let summary = try PipelineRun(pipeline).run(options) { console.progress(text(of: $0)) }
    console.endProgress()
    for message in summary.messages { console.tell(message) }
    for line in summary.notices { console.say(line) }
    for line in summary.sources.flatMap(\.noteLines) { console.say(line) }
    if arguments.has("json") { try console.write(summary.json + "\n") }
    tell(summary, console)
    return summary.exitCode
  }

  private static func text(of progress: RunProgress) -> String {
    switch progress {
    case .loading(let path): "reading \(path)"
    case .job(let name): name
    }
  }

  private static func tell(_ summary: RunSummary, _ console: Console) {
    var counts = FileCounts()
    for source in summary.sources { counts += source.counts }
    let seconds = summary.jobs.map(\.seconds).reduce(0, +)
    console.say(
      "\(summary.pipeline), as of \(summary.asOf): \(summary.sources.count) files, "
        + "\(counts.read) records read, \(counts.loaded) loaded, \(counts.duplicate) duplicate, "
        + "\(counts.filtered) filtered, \(counts.rejected) rejected, in \(Int(seconds.rounded())) s"
    )
    if let reports = summary.reports { console.say("report: \(reports)") }
  }
}
