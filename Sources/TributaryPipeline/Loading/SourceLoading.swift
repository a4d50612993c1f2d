import Foundation
import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// Loads the files of the pipeline's sources into the warehouse.
struct SourceLoading {
  let pipeline: Pipeline
  let warehouse: Warehouse
  let key: ContactKey
  let progress: (NightProgress) -> Void

  /// What loading came to.
  struct Outcome {
    /// Every matched file, in the order of reading.
    var files: [NightSummary.SourceFile] = []
    /// What a person should read, each with the exit code that follows.
    var problems: [NightError] = []
  }

  /// Loads every source in the order of the pipeline file; a refused file stops only itself.
  ///
  /// Errors: those of the warehouse, which stop the run.
  func load() throws(WarehouseError) -> Outcome {
    var outcome = Outcome()
    for source in pipeline.sources { try load(source, into: &outcome) }
    return outcome
  }

  private func load(_ source: Pipeline.Source, into outcome: inout Outcome) throws(WarehouseError) {
    let reader: SourceReader
    do { reader = try SourceReader(source, pipeline: pipeline, key: key) } catch {
      outcome.problems.append(NightError(.configuration, error.description))
      return
    }
    var loading = try FileLoading(source, reader, pipeline: pipeline, warehouse: warehouse)
    var doubtful: [SourceFile] = []
    for file in Self.files(of: source, in: pipeline, problems: &outcome.problems) {
      progress(.loading(path: file.relativePath))
      let result = try loading.load(file, isLast: false)
      if result.isDoubtful { doubtful.append(file) } else { outcome.add(file, source, result) }
    }
    for file in doubtful {
      outcome.add(file, source, try loading.load(file, isLast: true))
    }
  }

  /// The files of all patterns of the source, each once, and what is wrong with the patterns.
  static func files(
    of source: Pipeline.Source, in pipeline: Pipeline, problems: inout [NightError]
  ) -> [SourceFile] {
    let folder = URL(filePath: pipeline.folder, directoryHint: .isDirectory)
    let own = OwnFiles(pipeline)
    var seen: Set<FileName> = []
    var found: [SourceFile] = []
    for pattern in source.patterns {
      let matches = FilePattern(pattern).files(in: folder).filter { !own.hold($0) }
      let files = matches.filter(\.isThere)
      if files.isEmpty, !source.isOptional {
        problems.append(
          NightError(
            .noInput,
            "\(pattern): expected files of \(source.kind.rawValue), found none; correct "
              + "$.sources[\(source.position)].paths or set optional: true"))
      }
      problems += matches.filter { isBroken($0, of: pattern) }.map {
        NightError(
          .dataRefused,
          "\($0.relativePath): expected a file, found a link to nothing; repair or remove it")
      }
      found += files.filter { seen.insert($0.name).inserted }
    }
    for index in found.indices { found[index].unpacking = pipeline.unpacking }
    return found
  }

  /// Whether a name is there and leads nowhere; a plain path that is not there is only missing.
  private static func isBroken(_ file: SourceFile, of pattern: String) -> Bool {
    !file.isThere && (pattern.contains { $0 == "*" || $0 == "?" } || file.isNamed)
  }
}

extension SourceLoading.Outcome {
  fileprivate mutating func add(
    _ file: SourceFile, _ source: Pipeline.Source, _ result: FileLoading.Result
  ) {
    if let problem = result.problem { problems.append(problem) }
    files.append(
      NightSummary.SourceFile(
        path: file.relativePath, kind: source.kind, counts: result.counts, notes: result.notes))
  }
}
