import TributaryModel

extension TableTarget {
  /// A row as it comes out of several versions, and what told the columns that its own does not.
  typealias Merged = (cells: [Cell], origins: ColumnOrigins)

  /// This file's version of a row, newer than the one stored: columns that it lacks stay.
  ///
  /// What a file told that waits to be read again goes.
  func merged(
    _ cells: [Cell], over stored: KeyedLoader.Stored
  ) throws(WarehouseError) -> Merged {
    var merged: Merged = (cells, ColumnOrigins())
    for index in cells.indices where !tells(index, cells) {
      guard let origin = origin(of: index, stored), origin.version != version.id,
        !waits(try entry(origin.version))
      else { continue }
      merged.cells[index] = stored.cells[index]
      merged.origins[shape.columns[index].name] = origin
      if shape.columns[index].name == "cancelled_at" {
        merged.origins[ColumnOrigins.lostStatus] = saysLoss(stored) ? origin : nil
      }
    }
    if isGross { giveBack(amount(refundedOf: merged.cells), of: &merged.cells) }
    return merged
  }

  /// A row newer than this file's version of it, which tells what the newer one lacks.
  func merged(
    _ cells: [Cell], under stored: KeyedLoader.Stored
  ) throws(WarehouseError) -> Merged {
    var merged: Merged = (stored.cells, stored.origins)
    for index in cells.indices where tells(index, cells) {
      let column = shape.columns[index].name
      if let origin = origin(of: index, stored) {
        guard stored.origins[column] != nil, try isNewer(cells, than: origin) else { continue }
      }
      merged.cells[index] = cells[index]
      merged.origins[column] = ColumnOrigins.Origin(
        version: version.id, updatedAt: updatedAt(of: cells))
      if column == "cancelled_at" {
        merged.origins[ColumnOrigins.lostStatus] =
          saysLoss(cells) ? merged.origins[column] : nil
      }
    }
    if stored.version.isGross {
      giveBack(
        amount(refundedOf: merged.cells) &- amount(refundedOf: stored.cells), of: &merged.cells)
    }
    return merged
  }

  /// Whether what told when a stored order was cancelled told it by its status, too.
  private func saysLoss(_ stored: KeyedLoader.Stored) -> Bool {
    if stored.origins["cancelled_at"] != nil {
      return stored.origins[ColumnOrigins.lostStatus] != nil
    }
    return stored.origins["status"] == nil && !stored.version.isMarked && isLost(stored.cells)
  }

  /// Whether a row of this file's says by its status that the order is lost.
  private func saysLoss(_ cells: [Cell]) -> Bool { !isMarked && isLost(cells) }

  private func isLost(_ cells: [Cell]) -> Bool {
    shape.position(of: "status").map { OrderStatus.isLost(cells[$0].words) } ?? false
  }

  /// Takes what another version gave back off an order's total that is before refunds.
  private func giveBack(_ refunded: Int64, of cells: inout [Cell]) {
    guard let total = shape.position(of: "total"), case .integer(let gross) = cells[total] else {
      return
    }
    cells[total] = .integer(gross &- refunded)
  }

  private func amount(refundedOf cells: [Cell]) -> Int64 {
    guard let column = shape.position(of: "refunded"), case .integer(let amount) = cells[column]
    else { return 0 }
    return amount
  }

  /// What told a column of a stored row; nil when nothing did.
  private func origin(of index: Int, _ stored: KeyedLoader.Stored) -> ColumnOrigins.Origin? {
    let column = shape.columns[index].name
    if let origin = stored.origins[column] { return origin }
    guard stored.cells[index] != .null || stored.version.tells(column) else { return nil }
    return ColumnOrigins.Origin(
      version: stored.version.id, updatedAt: updatedAt(of: stored.cells))
  }

  private func isNewer(
    _ cells: [Cell], than origin: ColumnOrigins.Origin
  ) throws(WarehouseError) -> Bool {
    let (mine, theirs) = (updatedAt(of: cells) ?? .min, origin.updatedAt ?? .min)
    return mine == theirs ? isNewer(than: try entry(origin.version)) : mine > theirs
  }

  private func updatedAt(of cells: [Cell]) -> Int64? {
    guard let position = shape.position(of: "updated_at"), case .integer(let at) = cells[position]
    else { return nil }
    return at
  }
}
