import TributaryModel

/// Writes an order's number in one way, and keeps what two shops number alike apart: orders,
/// invoices, payments, calls, letters.
///
/// Example: orders `1001` and `#1001` are `1001`; with `outlet-` before them, `outlet-1001`.
struct NumberPrefix {
  /// Columns that hold such numbers, in the row that they number or in one that names it.
  static let columns = ["order_id", "invoice_id", "payment_id", "call_id"] + letterColumns
  private static let letterColumns = ["letter_id", "thread_id"]

  private let prefix: String
  private let positions: [Int]
  /// Of those, columns whose ids may be mail's own.
  private let letterPositions: Set<Int>

  /// Nil where a kind has no such number. Without a prefix only orders have numbers to write anew.
  init?(_ prefix: String, _ shape: TableShape) {
    self.prefix = prefix
    positions = (prefix.isEmpty ? ["order_id"] : NumberPrefix.columns)
      .compactMap(shape.position(of:))
    guard !positions.isEmpty else { return nil }
    letterPositions = Set(NumberPrefix.letterColumns.compactMap(shape.position(of:)))
  }

  /// The batch with the prefix before its numbers; those that are unknown stay so.
  func put(on batch: TableBatch) -> TableBatch {
    var batch = batch
    put(on: &batch.rows)
    put(on: &batch.refunds)
    put(on: &batch.leftOut)
    return batch
  }

  private func put(on rows: inout [TableRow]) {
    for index in rows.indices {
      for position in positions {
        guard case .text(let number) = rows[index].cells[position],
          !letterPositions.contains(position) || !NumberPrefix.isMessageID(number)
        else { continue }
        rows[index].cells[position] = .text(OrderNumber.prefixed(number, by: prefix))
      }
      if let identity = rows[index].identity { rows[index].identity = prefixed(identity) }
    }
  }

  /// Whether an id is a message's own, which no other in the world has: `left@right` (RFC 5322,
  /// 3.6.4), or what stands in for it where a program wrote none.
  private static func isMessageID(_ id: String) -> Bool {
    id.utf8.contains(UInt8(ascii: "@")) || id.hasPrefix(MailCutter.unnamed)
  }

  /// Ids of two shops' systems say nothing of each other. A system's name has no blank.
  private func prefixed(_ identity: OrderIdentity) -> OrderIdentity {
    OrderIdentity(
      system: prefix.filter { !$0.isWhitespace } + identity.system, id: identity.id,
      number: identity.number.map { OrderNumber.prefixed($0, by: prefix) },
      placedAt: identity.placedAt)
  }
}
