import TributaryModel

/// Page views of people in one stretch of time, as columns of equal length, in any order.
///
/// Texts are positions in `texts`, -1 for none; a position that does not exist counts as none.
public struct PageViews: Sendable {
  public var texts: [String]
  /// Unix milliseconds, UTC.
  public var at: [Int64] = []
  public var visitor: [Int64] = []
  public var host: [Int32] = []
  public var path: [Int32] = []
  /// Without the question mark.
  public private(set) var query = QueryColumn()
  /// The whole address of the page before, as the browser sent it.
  public var referrer: [Int32] = []
  public var userAgent: [Int32] = []
  /// HTTP status, -1 where the log has none.
  public var status: [Int32] = []
  /// Rows that are no page view but tell of an order: row -> order number.
  public var orderIDs: [Int: String] = [:]

  /// What stands before order numbers of shops that number as others do.
  public var prefixes: [String] = []
  /// By row the place in `prefixes`; empty where no log has any.
  public var prefix: [Int32] = []

  /// Orders that no page shows: servers tell of them.
  public var serverOrders: [ServerOrder] = []

  package init(texts: [String] = []) {
    self.texts = texts
  }

  public var count: Int { at.count }

  /// Makes room for that many rows.
  public mutating func reserveCapacity(_ rows: Int) {
    at.reserveCapacity(rows)
    visitor.reserveCapacity(rows)
    host.reserveCapacity(rows)
    path.reserveCapacity(rows)
    query.reserveCapacity(rows)
    referrer.reserveCapacity(rows)
    userAgent.reserveCapacity(rows)
    status.reserveCapacity(rows)
  }

  /// Adds one page view.
  public mutating func append(
    at: Int64, visitor: Int64, host: Int32, path: Int32, query: String?, referrer: Int32,
    userAgent: Int32, status: Int32
  ) {
    self.at.append(at)
    self.visitor.append(visitor)
    self.host.append(host)
    self.path.append(path)
    self.query.append(query)
    self.referrer.append(referrer)
    self.userAgent.append(userAgent)
    self.status.append(status)
  }

  /// The number of the order that a row shows.
  func orderNumber(_ shown: String, of row: Int) -> String {
    guard row < prefix.count, prefixes.indices.contains(Int(prefix[row])) else {
      return OrderNumber.joined(shown)
    }
    return OrderNumber.prefixed(shown, by: prefixes[Int(prefix[row])])
  }

  /// The text of a code, nil for none.
  func text(_ code: Int32) -> String? {
    texts.indices.contains(Int(code)) ? texts[Int(code)] : nil
  }
}
