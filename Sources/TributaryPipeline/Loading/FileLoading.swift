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
  private var known: KnownLedger
  private let names: VersionNames
  private var places: ContentPlaces
  /// Entries of the ledger that a look has touched.
  private var touched: Set<Int64> = []

  init(
    _ source: Pipeline.Source, _ reader: SourceReader, names: VersionNames, pipeline: Pipeline,
    warehouse: Warehouse
  ) throws(WarehouseError) {
    self.source = source
    self.reader = reader
    self.names = names
    self.pipeline = pipeline
    self.warehouse = warehouse
    known = KnownLedger(
      try warehouse.knownFiles(of: source.kind), keys: SourceKeys(source, pipeline))
    places = ContentPlaces(folder: pipeline.folder)
  }

  /// What a look at one file came to.
  struct Result {
    var counts = FileCounts()
    /// What is odd about what was read.
    var notes: [FileNote] = []
    var problem: RunError?
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
        file, known: known.files, content: reader.content, in: pipeline.folder)
      if case .contentChanged = identity.match, !isLast {
        result.isDoubtful = true
        return result
      }
      let (outcome, earlier) = try load(file, identity)
      result.counts = outcome?.counts ?? result.counts
      result.notes = outcome?.notes ?? []
      if let refusal = outcome == nil ? earlier?.refusal : outcome?.refusal {
        result.problem = RunError(.dataRefused, refusal)
      }
      if outcome == nil, case .unchanged = identity.match {
        if let earlier, earlier.counts.pending > 0 {
          result.notes = try warehouse.noteUnfinished(earlier)
        }
        return result
      }
    } catch let error as IngestError {
      let message = try refuse(file, error.description)
      result.problem = RunError(.dataRefused, message)
    } catch let error as WarehouseError where error.kind == .constraint {
      let message = try refuse(
        file,
        "\(file.relativePath): expected rows that fit the warehouse, found \(error.message); "
          + "correct the file; nothing of it was loaded")
      result.problem = RunError(.dataRefused, message)
    } catch let error as WarehouseError {
      throw error
    } catch {
      result.problem = RunError(.internal, "\(file.relativePath): \(error)")
    }
    for id in touched.sorted() {
      if let entry = try warehouse.knownFile(id) { known.note(entry) }
    }
    touched = []
    return result
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
    description.keys = known.keys.reading
    description.idPrefix = source.idPrefix
    description.named = names.day(of: file.name)
    description.contentHash = identity.content?.hash ?? ""
    if let anew = try readAnew(file, description, identity) { return anew }
    switch identity.match {
    case .unchanged(let match):
      places.note(match.id, at: file.name)
      return (nil, known[match.id])
    case .sameContent(let match):
      return try place(description, identity, known[match.id])
    case .contentChanged(let match):
      if match.path == file.name {
        description.id = match.id
        description.reading = .appended
      }
      // What it would be by the source's keys is not known.
      description.keys = ""
      let refused = try warehouse.recordRefusal(description, message: changed(file, match))
      note(refused.fileID, at: file.name)
      return (refused, nil)
    case .grown(let match):
      if let earlier = known[match.id], earlier.path != file.name,
        places.hasFound(earlier)
      {
        try noteCopy(FileDescription(earlier), ContentMark(earlier))
      }
      description.id = match.id
      description.reading = .appended
      let outcome = try write(description, reader.reading(file, from: match.contentOffset))
      return (outcome, known[match.id])
    case .changed(let match):
      description.id = match.id
      return (try write(description, reader.reading(file, from: 0)), nil)
    case .new:
      return (try write(description, reader.reading(file, from: 0)), nil)
    }
  }

  /// Reads a file whose content other keys have read; nil for any other.
  ///
  /// A log gives anew what it holds of entries of former keys, from where one of today's keys ends.
  private mutating func readAnew(
    _ file: SourceFile, _ description: FileDescription, _ identity: FileIdentity
  ) throws -> (LoadOutcome?, KnownLedgerFile?)? {
    var description = description
    description.reading = .anew
    switch (reader.content, identity.match) {
    case (.table, .changed(let match)), (.table, .sameContent(let match)):
      guard let entry = known[match.id], !known.isCurrent(entry) else { return nil }
      let isCopy = entry.path != file.name && places.holds(entry)
      let wasRead =
        entry.counts.loaded + entry.counts.duplicate > 0
        || entry.refusal == nil && entry.counts.filtered > 0
      guard !isCopy, wasRead else { return nil }
      // Of one that was found under another name, or that was refused until now, the rows of others
      // did not know that its own would go.
      description.id = entry.id
      let outcome = try write(description, reader.reading(file, from: 0))
      if !entry.reading.isEmpty, outcome.refusal == nil {
        try warehouse.askToReread(source.kind)
      }
      return (outcome, nil)
    case (.log, .sameContent(let match)), (.log, .grown(let match)):
      var former = identity.holds.filter { !known.isCurrent($0.id) }
      let end = identity.content?.offset ?? .max
      if former.isEmpty, !known.isCurrent(match.id), match.contentOffset <= end {
        former = [match]
      }
      guard let last = former.last else { return nil }
      let isFormer = former.contains { $0.id == match.id }
      description.id = isFormer ? match.id : last.id
      description.replaces = former.map(\.id)
      let start = identity.holds.last { known.isCurrent($0.id) }?.contentOffset ?? 0
      description.isContinued = start > 0
      touched.formUnion(description.replaces)
      return (try write(description, reader.reading(file, from: start)), nil)
    default: return nil
    }
  }

  private mutating func note(_ id: Int64, at path: FileName) {
    touched.insert(id)
    places.note(id, at: path)
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
        var copy = file
        copy.contentHash = earlier.contentHash
        return (try write(copy, reader.reading(source, from: 0)), nil)
      }
      var copy = file
      copy.id = nil
      let mark = identity.content ?? ContentMark(earlier)
      return (try noteCopy(copy, mark, pending: identity.pending), nil)
    }
    var moved = file
    moved.id = earlier.id
    moved.contentHash = earlier.contentHash
    note(earlier.id, at: file.path)
    let isTold = earlier.refusal == nil && earlier.counts.pending == identity.pending
    guard !isTold, identity.content != nil else {
      try warehouse.notePlaced(moved)
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
    note(outcome.fileID, at: copy.path)
    return outcome
  }

  /// Notes a content of which nothing is read.
  private mutating func note(
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
      loader.isOfSource = { [patterns = source.patterns.map { FilePattern($0) }] path in
        patterns.contains { $0.matches(path: path) }
      }
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
      throw RunError(.internal, "\(file.path): the reading thread ended without a word")
    }
    note(outcome.fileID, at: file.path)
    return outcome
  }

  private func load(
    _ file: FileDescription, _ body: (FileLoader) throws -> LoadSummary
  ) throws -> LoadOutcome {
    var file = file
    file.refusingKeys = known.keys.refusing
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

  private mutating func refuse(
    _ file: SourceFile, _ message: String
  ) throws(WarehouseError) -> String {
    let size = file.status?.size ?? 0
    // Without time and inode no look finds it unchanged: it is tried again each run. Under a
    // path that several rotated logs share, `appended` takes the last.
    var description = FileDescription(
      kind: source.kind, path: file.name, size: size, modified: 0, inode: 0,
      reading: .appended)
    description.keys = known.keys.reading
    description.refusingKeys = known.keys.refusing
    touched.insert(try warehouse.recordRefusal(description, message: message).fileID)
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
}
