import Foundation
import TributaryModel
import TributaryReports

/// Finds a pipeline file and reads it whole: either everything in it is right, or every problem
/// is told at once and nothing has been written anywhere.
public enum PipelineFile {
  /// The name of the file in its folder.
  public static let fileName = "pipeline.json5"

  /// The pipeline of that argument of a command.
  public static func load(_ argument: String) throws(PipelineFileError) -> Pipeline {
    try read(try locate(argument))
  }

  /// Reads the file at that absolute path.
  public static func read(_ path: String) throws(PipelineFileError) -> Pipeline {
    guard let content = FileManager.default.contents(atPath: path) else {
      throw .file(path, "expected a readable file, found none; check its name and permissions")
    }
    return try parse(Array(content), path: path)
  }

  /// Reads a file's bytes as if they stood at that absolute path.
  static func parse(_ bytes: [UInt8], path: String) throws(PipelineFileError) -> Pipeline {
    let document: JSON5Value
    do {
      document = try JSON5Reader.read(bytes)
    } catch {
      throw PipelineFileError(
        problems: error.problems.map {
          PipelineProblem(
            file: path, line: $0.position.line, column: $0.position.column, key: nil,
            message: $0.message)
        })
    }
    var check = PipelineCheck(file: path)
    let values = PipelineValues<ShopObject>(document, at: "$", &check)
    if let values {
      check.sources(values)
      check.channelRules(values.channels)
    }
    if document.member(ShopObject.keys.name.name) == nil,
      !PipelineType.isName(FilePath.name(of: FilePath.folder(of: path)))
    {
      check.add(
        "$.name", document.position, "expected a name, as the folder's cannot be one; add it")
    }
    guard let values, check.problems.isEmpty else {
      throw PipelineFileError(inOrder: check.problems)
    }
    var pipeline = Pipeline(values, file: path)
    pipeline.digest = SHA256.hash(bytes).map { String($0, radix: 16) }.joined(separator: "-")
    check.places(of: pipeline)
    guard check.problems.isEmpty else { throw PipelineFileError(inOrder: check.problems) }
    return pipeline
  }
}

extension PipelineFileError {
  fileprivate init(inOrder problems: [PipelineProblem]) {
    self.init(
      problems: problems.sorted {
        ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0)
      })
  }

  /// A problem of the file as a whole.
  static func file(_ path: String, _ message: String) -> PipelineFileError {
    PipelineFileError(
      problems: [PipelineProblem(file: path, line: nil, column: nil, key: nil, message: message)])
  }
}
