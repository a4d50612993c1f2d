import Foundation
import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// Loads the files of one source, one after the other.
struct FileLoading {
  let source: Pipeline.Source
  let reader: SourceReader
  let pipeline: Pipeline
  let warehouse: Warehouse
  /// Files of the kind, as the ledger has them now.
  private var known: [KnownLedgerFile]
  private var places: ContentPlaces

  init(
    _ source: Pipeline.Source, _ reader: SourceReader, pipeline: Pipeline, warehouse: Warehouse
  ) throws(WarehouseError) {
    self.source = source
    self.reader = reader
    self.pipeline = pipeline
    self.warehouse = warehouse
    known = try warehouse.knownFiles(of: source.kind)
    places = ContentPlaces(folder: pipeline.folder)
  }

  /// What a look at one file came to.
  struct Result {
    var counts = FileCounts()
    /// What is odd about what was read.
    var notes: [FileNote] = []
    var problem: NightError?
    /// It starts like a log that may yet turn up: look again when every other file is placed.
    var isDoubtful = false
  }

  /// Loads what is new in the file.
  ///
  /// - Parameter isLast: whether every other file was looked at; before that nothing is said of
  ///   a log that looks changed.
  /// Errors: those of the warehouse, which stop the run.
  mutating func load(_ file: SourceFile, isLast: Bool) throws(WarehouseError) -> Result {
    var result = Result()
    do {
      let identity = try FileIdentity.match(
        file, known: known.map { KnownFile($0, lookingAt: file) }, content: reader.content,
        in: pipeline.folder)
      if case .contentChanged = identity.match, !isLast {
        result.isDoubtful = true
        return result
      }
      let (outcome, earlier) = try load(file, identity)
      result.counts = outcome?.counts ?? result.counts
      result.notes = outcome?.notes ?? []
      let counts = result.counts
      if let refusal = outcome == nil ? earlier?.refusal : outcome?.refusal {
        result.problem = NightError(.dataRefused, refusal)
      } else if counts.read > 0, counts.rejected == counts.read, earlier?.counts.loaded ?? 0 == 0 {
        result.problem = nothingRead(file, counts)
      }
      if outcome == nil, case .unchanged = identity.match { return result }
    } catch let error as IngestError {
      let message = try refuse(file, error.description)
      result.problem = NightError(.dataRefused, message)
    } catch let error as WarehouseError where error.kind == .constraint {
      let message = try refuse(
        file,
        "\(file.relativePath): expected rows that fit the warehouse, found \(error.message); "
          + "correct the file; nothing of it was loaded")
      result.problem = NightError(.dataRefused, message)
    } catch let error as WarehouseError {
      throw error
    } catch {
      result.problem = NightError(.internal, "\(file.relativePath): \(error)")
    }
    known = try warehouse.knownFiles(of: source.kind)
    return result
  }

  /// A few bad records are no trouble; a file of nothing else speaks of a wrong format.
  private func nothingRead(_ file: SourceFile, _ counts: FileCounts) -> NightError {
    NightError(
      .dataRefused,
      "\(file.relativePath): expected records in the source's format, found \(counts.read) of which "
        + "none can be read; `tributary rejections \(pipeline.name)` shows why; check `format` and "
        + "`columns`")
  }

  /// Loads what is new in the file; no outcome when nothing is.
  ///
  /// Returns: also what the ledger had of the file, as far as it still holds.
  private mutating func load(
    _ file: SourceFile, _ identity: FileIdentity
  ) throws -> (LoadOutcome?, KnownLedgerFile?) {
    var description = FileDescription(
      kind: source.kind, path: file.name, size: identity.size,
      modified: identity.modified, inode: identity.inode, reading: .whole)
    switch identity.match {
    case .unchanged(let match):
      places.note(match.id, at: file.name)
      return (nil, ledger(match))
    case .sameContent(let match):
      return try place(description, identity, ledger(match))
    case .contentChanged(let match):
      if match.path == file.name {
        description.id = match.id
        description.reading = .appended
      }
      let refused = try warehouse.recordRefusal(description, message: changed(file, match))
      places.note(refused.fileID, at: file.name)
      return (refused, nil)
    case .grown(let match):
      if let earlier = ledger(match), earlier.path != file.name, places.hasFound(earlier) {
        try noteCopy(FileDescription(earlier), ContentMark(earlier))
      }
      description.id = match.id
      description.reading = .appended
      let outcome = try write(description, reader.reading(file, from: match.contentOffset))
      return (outcome, ledger(match))
    case .changed(let match):
      description.id = match.id
      return (try write(description, reader.reading(file, from: 0)), nil)
    case .new:
      return (try write(description, reader.reading(file, from: 0)), nil)
    }
  }

  /// Notes where a known content lies: it has moved, or this is a copy of it.
  private mutating func place(
    _ file: FileDescription, _ identity: FileIdentity, _ earlier: KnownLedgerFile?
  ) throws -> (LoadOutcome?, KnownLedgerFile?) {
    guard let earlier else { return (nil, nil) }
    let isStart = identity.content.map { $0.offset < earlier.contentOffset } ?? false
    let isCopy = earlier.path != file.path && places.holds(earlier)
    if isStart || isCopy {
      // Rows have keys: a copied table is read as any other, and says the same again.
      guard reader.content == .log else {
        var source = SourceFile(file.path, in: pipeline.folder)
        source.unpacking = pipeline.unpacking
        return (try write(file, reader.reading(source, from: 0)), nil)
      }
      var copy = file
      copy.id = nil
      let mark = identity.content ?? ContentMark(earlier)
      return (try noteCopy(copy, mark, pending: identity.pending), nil)
    }
    var moved = file
    moved.id = earlier.id
    places.note(earlier.id, at: file.path)
    let isTold = earlier.refusal == nil && earlier.counts.pending == identity.pending
    guard !isTold, identity.content != nil else {
      try warehouse.noteMoved(moved)
      return (nil, earlier)
    }
    moved.reading = .appended
    return (try note(moved, ContentMark(earlier), pending: identity.pending), nil)
  }

  /// Gives a copy a row of its own, so that it may go on when the original is gone.
  @discardableResult
  private mutating func noteCopy(
    _ copy: FileDescription, _ mark: ContentMark, pending: Int = 0
  ) throws -> LoadOutcome {
    let outcome = try note(copy, mark, pending: pending)
    places.note(outcome.fileID, at: copy.path)
    return outcome
  }

  /// Notes a content of which nothing is read.
  private func note(
    _ file: FileDescription, _ mark: ContentMark, pending: Int
  ) throws -> LoadOutcome {
    try load(file) { _ in
      LoadSummary(
        read: 0, pending: pending, contentOffset: mark.offset, contentHash: mark.hash,
        headHash: mark.headHash)
    }
  }

  /// Writes what the reading thread hands over, in one transaction.
  private mutating func write(
    _ file: FileDescription, _ reading: FileReading
  ) throws -> LoadOutcome {
    let outcome = try load(file) { loader in
      loader.constants = Set(source.constants.keys)
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
          try FileLoading.expectSameFile(file, summary)
          if let orders = summary.derivedOrders { try loader.append(orders, shape: .orders) }
          return LoadSummary(summary)
        case .failed(let error): throw error
        }
      }
      throw NightError(.internal, "\(file.path): the reading thread ended without a word")
    }
    places.note(outcome.fileID, at: file.path)
    return outcome
  }

  private func load(
    _ file: FileDescription, _ body: (FileLoader) throws -> LoadSummary
  ) throws -> LoadOutcome {
    do {
      return try warehouse.load(file, maxRejected: source.maxRejected, body)
    } catch LoadFailure.warehouse(let error) {
      throw error
    } catch LoadFailure.reading(let error) {
      throw error
    }
  }

  /// A log that is rotated between the look and the reading would be read on from another's end.
  ///
  /// Errors: `contentChanged`.
  static func expectSameFile(
    _ file: FileDescription, _ summary: FileSummary
  ) throws(IngestError) {
    guard file.kind == .clickstream else { return }
    guard summary.inode == file.inode, summary.size >= file.size else {
      throw IngestError(
        .contentChanged, path: file.path.spelling,
        message: "expected one log while it was read, found another put in its place; nothing was "
          + "loaded; run again")
    }
  }

  private func refuse(
    _ file: SourceFile, _ message: String
  ) throws(WarehouseError) -> String {
    let size = file.status?.size ?? 0
    // Without time and inode no look finds it unchanged: it is tried again each night. Under a
    // path that several rotated logs share, `appended` takes the last.
    let description = FileDescription(
      kind: source.kind, path: file.name, size: size, modified: 0, inode: 0,
      reading: .appended)
    try warehouse.recordRefusal(description, message: message)
    return message
  }

  private func changed(_ file: SourceFile, _ known: KnownFile) -> String {
    if file.name == known.path {
      return "\(file.relativePath): expected a log that only grows, found other bytes where lines "
        + "were read before; nothing was loaded; give the new log a name of its own"
    }
    return
      "\(file.relativePath): expected a log not read before or more of one, found the start of "
      + "\(known.path) as it was read, then other lines; nothing was loaded; if it is another log, "
      + "put a line with # before its first"
  }

  private func ledger(_ file: KnownFile) -> KnownLedgerFile? {
    known.first { $0.id == file.id }
  }
}
