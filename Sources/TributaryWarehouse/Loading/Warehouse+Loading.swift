import TributaryModel

extension Warehouse {
  /// Loads one file whole: rows, rejections and the ledger's advance, or nothing.
  ///
  /// It stays only when the body returns and read = loaded + duplicate + filtered + rejected. When
  /// at least 1,000 records were read and more than that share was rejected, or no record of the
  /// file can be read, all is undone, the refusal is recorded and told in the outcome.
  ///
  /// Committed at its end; within `sharingCommits` small files wait for each other.
  /// - Parameter maxRejected: 0...1.
  public func load(
    _ file: FileDescription, maxRejected: Double = 0.05,
    _ body: (FileLoader) throws -> LoadSummary
  ) throws(LoadFailure) -> LoadOutcome {
    do throws(WarehouseError) {
      try loads.begin(file, in: self)
    } catch {
      throw .warehouse(error)
    }
    do {
      let loader = try FileLoader(file: file, warehouse: self)
      let summary = try body(loader)
      let counts = try loader.counts(with: summary)
      if let refusal = loader.refusal(counts, maxRejected: maxRejected) {
        try loads.undo(in: connection)
        return try recordRefusal(
          file, message: refusal,
          records: counts.read, rejections: loader.firstRejections, money: loader.refusedMoney)
      }
      let outcome = try loader.finish(summary, counts)
      try loads.end(in: connection)
      return outcome
    } catch let error as WarehouseError {
      try? loads.undo(in: connection)
      throw .warehouse(error)
    } catch {
      try? loads.undo(in: connection)
      throw .reading(error)
    }
  }

  /// Commits the small files that the body loads several at a time: each commit waits for the disk.
  ///
  /// Of a run that is cut short the last of them are read again by the next.
  public func sharingCommits<Result>(
    _ body: () throws(WarehouseError) -> Result
  ) throws(WarehouseError) -> Result {
    loads.areShared = true
    defer { loads.areShared = false }
    do {
      let result = try body()
      try loads.commit(in: connection)
      return result
    } catch {
      try? loads.commit(in: connection)
      throw error
    }
  }
}
