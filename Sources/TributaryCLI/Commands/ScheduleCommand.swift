import Foundation
import TributaryPipeline

extension Command {
  static let schedule = Command(
    "schedule", values: [.pipeline],
    options: [Option("cron", nil, "Print a line for cron instead of systemd units")],
    summary: "Print a systemd user timer (or a cron line) for the nightly run",
    details: "The time is the pipeline file's key schedule. Nothing is installed.",
    examples: ["tributary schedule nightly", "tributary schedule nightly --cron"]
  ) { arguments, console throws(RunError) in
    let pipeline = try PipelineArgument.load(arguments.values[0])
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let schedule = try Schedule(pipeline: pipeline, program: program)
    try console.write(arguments.has("cron") ? schedule.cron : schedule.systemd)
    return 0
  }
}
