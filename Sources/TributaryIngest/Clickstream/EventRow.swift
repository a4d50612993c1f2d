import TributaryModel

/// One request on its way into a batch; the fields are those of `EventBatch`.
struct EventRow {
  let at: Int64
  let visitor: Int64
  let bytes: Int64
  let query: String?
  let host: Int32
  let path: Int32
  let referrer: Int32
  let userAgent: Int32
  let method: Int32
  let status: Int32
  let kind: RequestKind
  let isBot: Bool
  let line: Int64
  /// Numbers of the orders that it confirms.
  let orders: [String]
}

extension EventBatch {
  /// The rows as columns, without generation and texts.
  init(_ rows: [EventRow]) {
    self.init()
    at = rows.map(\.at)
    visitor = rows.map(\.visitor)
    bytes = rows.map(\.bytes)
    query = rows.map(\.query)
    host = rows.map(\.host)
    path = rows.map(\.path)
    referrer = rows.map(\.referrer)
    userAgent = rows.map(\.userAgent)
    method = rows.map(\.method)
    status = rows.map(\.status)
    kind = rows.map(\.kind)
    isBot = rows.map(\.isBot)
    line = rows.map(\.line)
    for index in rows.indices where !rows[index].orders.isEmpty {
      let row = rows[index]
      guard row.kind != .page else {
        furtherOrderIDs[index] = row.orders
        continue
      }
      orderIDs[index] = row.orders[0]
      if row.orders.count > 1 { furtherOrderIDs[index] = Array(row.orders.dropFirst()) }
    }
  }
}
