import TributaryModel

/// Gives a file's rows the ids of the orders, invoices and payments that they are, or belong to.
extension FileLoader {
  /// The batch with the orders that its rows are of; what it gives back is taken in.
  func placed(
    _ batch: TableBatch, _ shape: TableShape
  ) throws(WarehouseError) -> TableBatch {
    guard [.orders, .orderLines, .orderStatuses].contains(shape.kind) else {
      return try numbered(batch, shape)
    }
    var batch = batch
    try identities.resolve(&batch.rows)
    if let part = NumberedKind.orders.part(shape) {
      try anew?.find(&batch.rows, of: part, in: shape)
    }
    guard shape.kind == .orders else { return batch }
    try anew?.take(batch.rows, moving: lift)
    try takeBackMerged()
    // Orders built from lines get their names when the file is done.
    if file.kind == .orders { anew?.name(&batch.rows) }
    let own = NumberedKind.Part(table: shape.table, at: "placed_at")
    try identities.resolve(&batch.leftOut)
    try anew?.find(&batch.leftOut, of: own, in: shape)
    try refunds.lift(batch.rows + batch.leftOut)
    try identities.resolve(&batch.refunds)
    try anew?.find(&batch.refunds, of: own, in: shape)
    try refunds.take(batch.refunds)
    return batch
  }

  /// The batch with the ids of its own rows and of the invoices that they name.
  private func numbered(
    _ batch: TableBatch, _ shape: TableShape
  ) throws(WarehouseError) -> TableBatch {
    try noteMentions(batch, shape)
    var batch = batch
    if let anew {
      try anew.take(batch.rows, moving: lift)
      try takeBackMerged()
      anew.name(&batch.rows)
    }
    if let part = NumberedKind.invoices.part(shape) {
      try bills?.find(&batch.rows, of: part, in: shape)
    }
    return batch
  }

  /// Has what mentions a number of several orders looked through.
  private func noteMentions(_ batch: TableBatch, _ shape: TableShape) throws(WarehouseError) {
    guard hasNamesakes, [.calls, .letters, .invoices].contains(shape.kind),
      let column = shape.position(of: "order_id")
    else { return }
    for row in batch.rows where !row.cells[column].words.isEmpty {
      try Namesakes.mark(row.cells[column].words, in: warehouse)
    }
  }

  /// Takes back orders, or other rows, that turned out to be others.
  private func takeBackMerged() throws(WarehouseError) {
    guard let anew, !anew.merged.isEmpty else { return }
    let shape = anew.numbered.shape
    let rows = try loader(of: shape)
    for id in anew.merged {
      var probe = [Cell](repeating: .null, count: shape.columns.count)
      probe[0] = .text(id)
      if let stored = try rows.stored(probe) { try rows.remove(stored.cells) }
    }
    anew.forgetMerged()
  }

  func loader(of shape: TableShape) throws(WarehouseError) -> KeyedLoader {
    if let known = tables[shape.kind] as? KeyedLoader { return known }
    let loader = try KeyedLoader(try target(shape))
    tables[shape.kind] = loader
    return loader
  }

  /// Brings orders and lines to the numbers that they have when all of the file is known.
  func nameOrders() throws(WarehouseError) {
    guard file.kind != .orderStatuses else { return }
    try anew?.settle(moving: lift)
    try takeBackMerged()
    anew?.name(&derived)
    guard file.kind == .orderLines else { return }
    var versions = try FileVersions(warehouse)
    try anew?.findLines(try versions.entry(version))
  }

  /// Takes refunds off orders whose rows are about to move.
  private func lift(_ ids: Set<String>) throws(WarehouseError) {
    if anew?.numbered.shape.kind == .orders { try refunds.lift(ids) }
  }
}
