import TributaryModel

/// The reader's codes of strings as the warehouse's `text_id`s.
///
/// A text enters the dictionary when a row needs it: paths of assets and bots never do.
struct TextCodes {
  private let warehouse: Warehouse
  private let select: Statement
  private let insert: Statement
  private var generation = -1
  private var texts: [String] = []
  /// 0 while the text is not looked up.
  private var ids: [Int64] = []
  /// The code of the method HEAD, -1 while it was not seen.
  private var head: Int32 = -1

  init(_ warehouse: Warehouse) throws(WarehouseError) {
    self.warehouse = warehouse
    select = try warehouse.connection.prepare("select text_id from text_value where text = ?")
    insert = try warehouse.connection.prepare("insert into text_value (text) values (?)")
  }

  /// Whether the batch counts its codes from 0 again.
  func startsAnew(_ batch: EventBatch) -> Bool { batch.generation != generation }

  /// Takes the texts that the batch saw first.
  mutating func learn(_ batch: EventBatch) throws(WarehouseError) {
    if startsAnew(batch) {
      generation = batch.generation
      texts.removeAll(keepingCapacity: true)
      ids.removeAll(keepingCapacity: true)
      head = -1
    }
    guard Int(batch.firstNewCode) == texts.count else {
      throw warehouse.failure(
        .other, "load requests",
        "expected new codes from \(texts.count), found \(batch.firstNewCode)")
    }
    if let place = batch.newStrings.firstIndex(of: "HEAD") {
      head = batch.firstNewCode + Int32(place)
    }
    texts += batch.newStrings
    ids += repeatElement(0, count: batch.newStrings.count)
  }

  /// Whether a code is that of the method HEAD.
  func isHead(_ code: Int32) -> Bool { code >= 0 && code == head }

  /// The text's id; nil for the code -1.
  mutating func id(of code: Int32) throws(WarehouseError) -> Int64? {
    if code < 0 { return nil }
    guard code < ids.count else {
      throw warehouse.failure(
        .other, "load requests", "expected a code below \(ids.count), found \(code)")
    }
    let known = ids[Int(code)]
    if known != 0 { return known }
    let found = try lookUp(texts[Int(code)])
    ids[Int(code)] = found
    return found
  }

  private func lookUp(_ text: String) throws(WarehouseError) -> Int64 {
    try select.bind(text, at: 1)
    if try select.step() {
      let id = select.int64(0)
      select.reset()
      return id
    }
    try insert.run([.text(text)])
    return warehouse.connection.lastInsertRowID
  }
}
