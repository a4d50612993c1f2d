/// Something wrong with a pipeline file: where, what was expected, what was found, what to do.
public struct PipelineProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  /// From 1; nil when the problem is the file itself.
  public let line: Int?
  /// From 1, in characters.
  public let column: Int?
  /// The path of the key, such as `$.sources[2].format`; nil for breaches of syntax.
  public let key: String?
  public let message: String

  /// `path:line:column: $.key: expected ..., found ...; what to do`.
  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    return [place, key, message].compactMap { $0 }.joined(separator: ": ")
  }
}

/// Everything that is wrong with a pipeline file at once, in the order of its lines; never empty.
public struct PipelineFileError: Error, Hashable, Sendable, CustomStringConvertible {
  public let problems: [PipelineProblem]

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension PipelineFileError {
  /// The same as the error of a command: everything that is wrong, exit code 78.
  public var asRunError: RunError {
    let count = problems.count
    let sum = count == 1 ? "" : "\n\(count) problems in the pipeline file; nothing was written"
    return RunError(.configuration, description + sum)
  }
}
