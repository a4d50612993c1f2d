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
    let folder = URL(filePath: pipeline.folder, directoryHint: .isDirectory)
    var seen: Set<String> = []
    var known = try warehouse.knownFiles(of: source.kind)
    for pattern in source.patterns {
      let matches = FilePattern(pattern).files(in: folder)
      let files = matches.filter { FileManager.default.fileExists(atPath: $0.path) }
      if files.isEmpty, !source.isOptional {
        outcome.problems.append(
          NightError(
            .noInput,
            "\(pattern): expected files of \(source.kind.rawValue), found none; correct "
              + "$.sources[\(source.position)].paths or set optional: true"))
      }
      let names = Set(files.map(\.relativePath))
      if !files.isEmpty {
        outcome.problems += matches.filter { !names.contains($0.relativePath) }.map {
          NightError(
            .dataRefused,
            "\($0.relativePath): expected a file, found a link to nothing or a name that is not "
              + "UTF-8; repair or remove it")
        }
      }
      for file in files where seen.insert(file.relativePath).inserted {
        progress(.loading(path: file.relativePath))
        try load(file, source, reader, beside: names, &known, into: &outcome)
      }
    }
  }

  private func load(
    _ file: SourceFile, _ source: Pipeline.Source, _ reader: SourceReader,
    beside names: Set<String>, _ known: inout [KnownLedgerFile], into outcome: inout Outcome
  ) throws(WarehouseError) {
    var counts = FileCounts()
    var isUntouched = false
    do {
      let identity = try FileIdentity.match(
        file, known: known.map(KnownFile.init), content: reader.content)
      if case .unchanged = identity.match { isUntouched = true }
      let result = try load(file, identity, source, reader, beside: names)
      counts = result?.counts ?? counts
      let earlier = known.first { $0.path == file.relativePath }?.refusal
      if let refusal = result.map(\.refusal) ?? earlier {
        outcome.problems.append(NightError(.dataRefused, refusal))
      } else if counts.read > 0, counts.rejected == counts.read {
        outcome.problems.append(nothingRead(file, counts))
      }
    } catch let error as IngestError {
      let message = try refuse(file, source, known, error.description)
      outcome.problems.append(NightError(.dataRefused, message))
    } catch let error as WarehouseError where error.kind == .constraint {
      let message = try refuse(
        file, source, known,
        "\(file.relativePath): expected rows that fit the warehouse, found \(error.message); "
          + "correct the file; nothing of it was loaded")
      outcome.problems.append(NightError(.dataRefused, message))
    } catch let error as WarehouseError {
      throw error
    } catch {
      outcome.problems.append(NightError(.internal, "\(file.relativePath): \(error)"))
    }
    outcome.files.append(
      NightSummary.SourceFile(path: file.relativePath, kind: source.kind, counts: counts))
    // Whatever was loaded, moved or refused is known to the next file.
    if !isUntouched { known = try warehouse.knownFiles(of: source.kind) }
  }

  /// A few bad records are no trouble; a file of nothing else speaks of a wrong format.
  private func nothingRead(_ file: SourceFile, _ counts: FileCounts) -> NightError {
    NightError(
      .dataRefused,
      "\(file.relativePath): expected records in the source's format, found \(counts.read) of which "
        + "none can be read; `tributary rejections \(pipeline.name)` shows why; check `format` and "
        + "`columns`")
  }

  /// Loads what is new in the file; nil when nothing is.
  private func load(
    _ file: SourceFile, _ identity: FileIdentity, _ source: Pipeline.Source,
    _ reader: SourceReader, beside names: Set<String>
  ) throws -> LoadOutcome? {
    var description = FileDescription(
      kind: source.kind, path: file.relativePath, size: identity.size,
      modified: identity.modified, inode: identity.inode, reading: .whole)
    var offset: Int64 = 0
    switch identity.match {
    case .unchanged: return nil
    case .sameContent(let known):
      description.id = known.id
      if known.path == file.relativePath || !names.contains(known.path) {
        try warehouse.noteMoved(description)
      }
      return nil
    case .contentChanged(let known):
      description.id = known.id
      description.reading = .appended
      return try warehouse.recordRefusal(
        description,
        message: "\(file.relativePath): expected a log that only grows, found other bytes where "
          + "lines were read before; nothing was loaded; give the new log a name of its own")
    case .grown(let known):
      description.id = known.id
      description.reading = .appended
      offset = known.contentOffset
    case .changed(let known): description.id = known.id
    case .new: break
    }
    return try write(description, reader.reading(file, from: offset), source)
  }

  /// Writes what the reading thread hands over, in one transaction.
  private func write(
    _ file: FileDescription, _ reading: FileReading, _ source: Pipeline.Source
  ) throws -> LoadOutcome {
    do {
      return try warehouse.load(file, maxRejected: source.maxRejected) { loader in
        let pipe = reading.start()
        defer { pipe.abandon() }
        while let message = pipe.receive() {
          switch message {
          case .events(let batch, let rejections):
            try loader.append(batch)
            loader.reject(rejections)
          case .rows(let batch, let shape, let rejections):
            try loader.append(batch, shape: shape)
            loader.reject(rejections)
          case .end(let summary):
            if let orders = summary.derivedOrders { try loader.append(orders, shape: .orders) }
            return LoadSummary(summary)
          case .failed(let error): throw error
          }
        }
        throw NightError(.internal, "\(file.path): the reading thread ended without a word")
      }
    } catch LoadFailure.warehouse(let error) {
      throw error
    } catch LoadFailure.reading(let error) {
      throw error
    }
  }

  private func refuse(
    _ file: SourceFile, _ source: Pipeline.Source, _ known: [KnownLedgerFile], _ message: String
  ) throws(WarehouseError) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    let size = (attributes?[.size] as? NSNumber)?.int64Value ?? 0
    let description = FileDescription(
      id: known.first { $0.path == file.relativePath }?.id, kind: source.kind,
      path: file.relativePath, size: size, modified: 0, inode: 0, reading: .whole)
    try warehouse.recordRefusal(description, message: message)
    return message
  }
}

extension KnownFile {
  /// What the reader must know of a file in the ledger.
  fileprivate init(_ file: KnownLedgerFile) {
    self.init(
      id: file.id, path: file.path, size: file.size, modified: file.modified, inode: file.inode,
      contentOffset: file.contentOffset, contentHash: file.contentHash, headHash: file.headHash)
  }
}

extension LoadSummary {
  fileprivate init(_ summary: FileSummary) {
    self.init(
      read: summary.counts.read, filtered: summary.counts.filtered,
      pending: summary.counts.pending, contentOffset: summary.contentOffset,
      contentHash: summary.contentHash, headHash: summary.headHash)
  }
}
