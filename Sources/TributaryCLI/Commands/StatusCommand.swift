import Foundation
import TributaryModel
import TributaryPipeline

extension Command {
  static let status = Command(
    "status", values: [.pipeline], options: [.json],
    summary: "Show the last runs and how fresh each source is",
    examples: ["tributary status nightly", "tributary status nightly --json"]
  ) { arguments, console throws(RunError) in
    let pipeline = try PipelineArgument.load(arguments.values[0])
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let failedAt = FailureMark(of: pipeline).failedAt
    let status: PipelineStatus
    do throws(RunError) { status = try ReadOnlyWarehouse(pipeline).status(at: now) } catch {
      // A run that failed before there was a warehouse has left its mark all the same.
      if let failedAt { console.tell(failure(failedAt, in: pipeline)) }
      throw error
    }
    try console.write(arguments.has("json") ? status.json + "\n" : text(of: status, in: pipeline))
    return 0
  }

  private static func text(of status: PipelineStatus, in pipeline: Pipeline) -> String {
    var runs = TextTable(["started", "as of", "seconds", "exit code", "version"])
    for run in status.runs {
      let seconds = run.finishedAt.map { String(Int($0.seconds(since: run.startedAt).rounded())) }
      runs.append([
        .text(LocalTime.text(run.startedAt, in: pipeline.zone)), .text(run.asOf),
        .number(seconds ?? run.state.rawValue), .number(run.exitCode.map { String($0) } ?? ""),
        .text(run.version),
      ])
    }
    var sources = TextTable(
      [
        "source", "files", "read", "loaded", "duplicate", "filtered", "rejected", "refused",
        "data to",
      ]
    )
    for source in status.sources {
      let counts = [
        source.files, source.counts.read, source.counts.loaded, source.counts.duplicate,
        source.counts.filtered, source.counts.rejected, source.refusedFiles,
      ]
      sources.append(
        [.text(source.kind.rawValue)] + counts.map { .number(String($0)) }
          + [.text(source.dataTo?.description ?? "")])
    }
    let night = "nightly at \(pipeline.schedule), \(pipeline.zone.identifier), once scheduled"
    return """
      \(PrintableText.of(pipeline.title)): \(night)

      \(runs.text)
      \(sources.text)
      """ + (status.failedAt.map { failure($0, in: pipeline) + "\n" } ?? "")
  }

  private static func failure(_ failedAt: Instant, in pipeline: Pipeline) -> String {
    "The scheduled run of \(LocalTime.text(failedAt, in: pipeline.zone)) failed; why: "
      + "journalctl --user -u tributary-\(pipeline.name). The next run that ends with 0 clears this."
  }
}
