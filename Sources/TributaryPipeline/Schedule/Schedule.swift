/// What starts the nightly run: a systemd user timer with its services, or a line for cron.
///
/// Shape: text only; nothing is installed.
public struct Schedule: Sendable {
  let pipeline: Pipeline
  /// The absolute path of the program.
  let program: String

  /// Errors: `configuration` for paths that neither systemd nor cron can name.
  public init(pipeline: Pipeline, program: String) throws(RunError) {
    self.pipeline = pipeline
    self.program = program
    for path in [program, pipeline.file] + writable {
      guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
        throw RunError(
          .configuration,
          "\(path): expected a path without control characters, found one; rename the folder")
      }
    }
  }

  /// The folders that a run writes to; one inside another is left out.
  var writable: [String] {
    let folders = [
      FilePath.folder(of: pipeline.keyFile), FilePath.folder(of: pipeline.warehouse),
      pipeline.reports,
    ]
    return Set(folders).sorted().filter { folder in
      !folders.contains { $0 != folder && folder.hasPrefix($0 == "/" ? $0 : $0 + "/") }
    }
  }

  /// One line for `crontab -e`; silent unless something goes wrong.
  public var cron: String {
    let time = "\(pipeline.schedule.minute) \(pipeline.schedule.hour) * * *"
    let words = [program, "run", pipeline.file, "--quiet"].map(Schedule.shellQuoted)
    let command = (["nice", "-n", "10"] + words).joined(separator: " ")
    return "# \(pipeline.schedule) by this machine's clock; add it with: crontab -e\n"
      + time + " "
      + command.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "\\%") + "\n"
  }
}
