import TributaryModel

/// Orders that bear one number: what only mentions it means one of them; see
/// `Mention`.
enum Namesakes {
  /// Notes the orders of a number; what mentions it is looked through before the next facts.
  ///
  /// Ids that are none any more stay until then, for what was taken to mean them.
  /// - Parameter areDated: whether the number began anew, and no system's ids tell them apart.
  static func note(
    _ ids: Set<String>, of number: String, areDated: Bool, in warehouse: Warehouse
  ) throws(WarehouseError) {
    let joined: Cell = .text(OrderNumber.joined(number))
    if areDated {
      try warehouse.run(
        "update order_namesake set is_new = 2 where number = ?1 and \(isDated)",
        [joined, .text(number)])
    }
    let insert = try warehouse.connection.prepare(
      "insert or replace into order_namesake values (?, ?, ?, 1)")
    for id in ids.sorted() { try insert.run([joined, .text(id), .integer(areDated ? 1 : 0)]) }
    try mark(number, in: warehouse)
  }

  /// Has what mentions the number looked through.
  static func mark(_ number: String, in warehouse: Warehouse) throws(WarehouseError) {
    try warehouse.run(
      "update order_namesake set is_new = 1 where number = ? and is_new = 0",
      [.text(OrderNumber.joined(number))])
  }

  /// The orders of a number that began anew, as they were noted.
  static func dated(_ number: String, in warehouse: Warehouse) throws(WarehouseError) -> [String] {
    var ids: [String] = []
    try warehouse.forEachRow(
      "select order_id from order_namesake where number = ?1 and is_new < 2 and \(isDated)",
      [.text(OrderNumber.joined(number)), .text(number)]
    ) { row throws(WarehouseError) in ids.append(row.text(0)) }
    return ids
  }

  /// `#17` and `17` are one number to what mentions it, and two orders where files write them so.
  private static let isDated =
    "is_dated = 1 and (order_id = ?2 or substr(order_id, 1, length(?2) + 2) = ?2 || ' (')"

  static func exist(in warehouse: Warehouse) throws(WarehouseError) -> Bool {
    try warehouse.connection.integer("select exists (select 1 from order_namesake)") == 1
  }
}
