extension PipelineFileError {
  /// The same as the error of a command: everything that is wrong, exit code 78.
  public var asNightError: NightError {
    let count = problems.count
    let sum = count == 1 ? "" : "\n\(count) problems in the pipeline file; nothing was written"
    return NightError(.configuration, description + sum)
  }
}
