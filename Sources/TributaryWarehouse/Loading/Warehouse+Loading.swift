import TributaryModel

extension Warehouse {
  /// Loads one file in one transaction: rows, rejections and the ledger's advance, or nothing.
  ///
  /// The commit happens only when the body returns and read = loaded + duplicate + filtered +
  /// rejected. When at least 1,000 records were read and more than that share was rejected, or no
  /// record of the file can be read, all is undone, the refusal is recorded and told in the outcome.
  ///
  /// - Parameter maxRejected: 0...1.
  public func load(
    _ file: FileDescription, maxRejected: Double = 0.05,
    _ body: (FileLoader) throws -> LoadSummary
  ) throws(LoadFailure) -> LoadOutcome {
    do throws(WarehouseError) {
      if file.reading == .anew, let id = file.id {
        for shape in Withdrawal.shapes(of: file.kind) { try staleRows.list(id, shape, in: self) }
      }
      try connection.execute("begin immediate")
    } catch {
      throw .warehouse(error)
    }
    do {
      let loader = try FileLoader(file: file, warehouse: self)
      let summary = try body(loader)
      let counts = try loader.counts(with: summary)
      if let refusal = loader.refusal(counts, maxRejected: maxRejected) {
        connection.rollBack()
        return try recordRefusal(
          file, message: refusal,
          records: counts.read, rejections: loader.firstRejections, money: loader.refusedMoney)
      }
      let outcome = try loader.finish(summary, counts)
      try connection.execute("commit")
      return outcome
    } catch let error as WarehouseError {
      connection.rollBack()
      throw .warehouse(error)
    } catch {
      connection.rollBack()
      throw .reading(error)
    }
  }
}
