import Foundation
import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// Loads the files of the pipeline's sources into the warehouse.
struct SourceLoading {
  let pipeline: Pipeline
  let warehouse: Warehouse
  let key: ContactKey
  let progress: (RunProgress) -> Void

  /// What loading came to.
  struct Outcome {
    /// Every matched file, in the order of reading.
    var files: [RunSummary.SourceFile] = []
    /// What a person should read, each with the exit code that follows.
    var problems: [RunError] = []
    /// What was done anew, and why: no trouble, but nothing that should go unsaid.
    var notices: [String] = []
    /// Files that are gone and stay as they were read.
    var kept: [SourceNote] = []
  }

  /// Loads every source; a refused file stops only itself.
  ///
  /// Files whose keys changed, or whose place among the versions, are read again; what is gone is kept
  /// and told.
  /// Errors: those of the warehouse, which stop the run.
  func load() throws(WarehouseError) -> Outcome {
    var outcome = Outcome()
    var readings: [Reading] = []
    let known = try warehouse.knownFiles()
    for source in pipeline.sources {
      do {
        let reader = try SourceReader(source, pipeline: pipeline, key: key)
        let found = SourceFiles(of: source, in: pipeline, known: known)
        outcome.problems += found.problems
        outcome.notices += found.notices
        readings.append(
          Reading(
            source: source, reader: reader, keys: SourceKeys(source, pipeline), files: found.files))
      } catch { outcome.problems.append(RunError(.configuration, error.description)) }
    }
    var rereading = try Rereading(warehouse, readings, known: known)
    try rereading.begin()
    outcome.notices += rereading.notices
    var results: [Int: [LookedAt]] = [:]
    try warehouse.sharingCommits { () throws(WarehouseError) in
      for index in inOrder(readings) {
        results[index] = try load(readings[index], rereading, index)
      }
      // A look may show that files stand in another order than when they were read.
      let again = try rereading.again()
      for index in inOrder(readings) where again.contains(index) {
        results[index] = try load(readings[index], rereading, index)
      }
    }
    for index in readings.indices {
      for file in results[index] ?? [] { outcome.add(file, readings[index].source) }
    }
    outcome.kept = try rereading.kept()
    return outcome
  }

  /// The files of every source, as they lie there now.
  var filesAtHand: [(source: Pipeline.Source, files: [SourceFile])] {
    pipeline.sources.map { ($0, SourceFiles(of: $0, in: pipeline, known: []).files) }
  }

  /// The sources in the order of the pipeline file, but that orders come before their lines and these
  /// before statuses: a number may be several orders', which alone tell them apart.
  private func inOrder(_ readings: [Reading]) -> [Int] {
    let kinds: [SourceKind] = [.orders, .orderLines, .orderStatuses]
    let places = readings.indices.filter { kinds.contains(readings[$0].source.kind) }
    let ordered = kinds.flatMap { kind in places.filter { readings[$0].source.kind == kind } }
    let turn = Dictionary(uniqueKeysWithValues: zip(places, ordered))
    return readings.indices.map { turn[$0] ?? $0 }
  }

  /// A source with what is read of it tonight.
  struct Reading {
    let source: Pipeline.Source
    let reader: SourceReader
    let keys: SourceKeys
    let files: [SourceFile]
  }

  /// A file and what became of it.
  typealias LookedAt = (file: SourceFile, result: FileLoading.Result)

  private func load(
    _ reading: Reading, _ rereading: Rereading, _ index: Int
  ) throws(WarehouseError) -> [LookedAt] {
    var loading = try FileLoading(
      reading.source, reading.reader, names: rereading.names(of: index), pipeline: pipeline,
      warehouse: warehouse)
    var results: [LookedAt] = []
    var doubtful: [Int] = []
    for file in reading.files {
      guard rereading.reads(file, index) else {
        results.append((file, FileLoading.Result()))
        continue
      }
      progress(.loading(path: file.relativePath))
      let result = try loading.load(file, isLast: false)
      if result.isDoubtful { doubtful.append(results.count) }
      results.append((file, result))
    }
    for position in doubtful {
      results[position].result = try loading.load(results[position].file, isLast: true)
    }
    return results
  }
}

extension SourceLoading.Outcome {
  fileprivate mutating func add(
    _ looked: SourceLoading.LookedAt, _ source: Pipeline.Source
  ) {
    if let problem = looked.result.problem { problems.append(problem) }
    files.append(
      RunSummary.SourceFile(
        path: looked.file.relativePath, kind: source.kind, counts: looked.result.counts,
        notes: looked.result.notes))
  }
}
