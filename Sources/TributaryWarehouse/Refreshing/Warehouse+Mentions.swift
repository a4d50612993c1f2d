import TributaryModel

/// What a number means that several orders bear.
extension Warehouse {
  /// Finds which orders visits, calls, letters and invoices mean, where that may have changed.
  ///
  /// Expects the tables of sessions and facts as they were; what is to be made anew of them is noted.
  public func refreshMentions() throws(WarehouseError) {
    try write { () throws(WarehouseError) in
      try run(
        """
        insert or ignore into temp.shared_number
        select number from order_namesake where is_new > 0
        """)
      guard connection.changes > 0 else { return }
      try connection.execute(String(decoding: PackageResources.mention_sql, as: UTF8.self))
    }
  }

  /// Which order a visit means that shows a number.
  public func meantOrders() throws(WarehouseError) -> MeantOrders { try MeantOrders(self) }
}

/// Which order a visit means that shows a number; see `Mention`.
public final class MeantOrders {
  private let select: Statement?

  init(_ warehouse: Warehouse) throws(WarehouseError) {
    guard try Namesakes.exist(in: warehouse) else {
      select = nil
      return
    }
    select = try warehouse.connection.prepare(
      """
      select o.order_id
      from order_namesake n
      cross join orders o on o.order_id = n.order_id
      where n.number = ?1 and n.is_new < 2
      order by mention_gap(o.placed_at, ?2), o.placed_at, o.order_id
      limit 1
      """)
  }

  /// The order's id; the number itself where no other order bears it.
  public func order(_ number: String, at instant: Instant) throws(WarehouseError) -> String {
    guard let select else { return number }
    try select.bind([.text(OrderNumber.joined(number)), .integer(instant.milliseconds)])
    defer { select.reset() }
    return try select.step() ? select.text(0) : number
  }
}
