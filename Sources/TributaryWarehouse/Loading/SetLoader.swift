import TributaryModel

/// Loads rows that belong together by the first column of their key: all of one file replace all
/// of an older one.
///
/// The rows wait in a temporary table, for those of one set may lie anywhere in the file.
final class SetLoader: TableLoader {
  private let target: TableTarget
  private let stage: Statement
  private let existing: Statement
  private let delete: Statement
  private let insert: Statement
  private let staged: String

  var tally: TableTally { target.tally }

  init(_ target: TableTarget) throws(WarehouseError) {
    self.target = target
    let shape = target.shape
    let names = shape.columns.map(\.name)
    let list = names.joined(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    staged = "staged_\(shape.table)"
    try target.connection.execute(
      """
      drop table if exists temp.\(staged);
      create table temp.\(staged) (
        \(shape.columns.map { "\($0.name) \($0.type.storage)" }.joined(separator: ", ")),
        line integer not null
      ) strict;
      """)
    stage = try target.connection.prepare(
      "insert into temp.\(staged) (\(list), line) values (\(marks), ?)")
    existing = try target.connection.prepare(
      "select \(list), source_file_id from \(shape.table) where \(names[0]) = ?")
    delete = try target.connection.prepare("delete from \(shape.table) where \(names[0]) = ?")
    insert = try target.connection.prepare(
      "insert into \(shape.table) (\(list), source_file_id, line) values (\(marks), ?, ?)")
  }

  func append(_ batch: TableBatch) throws(WarehouseError) {
    for row in batch.rows {
      try stage.bind(try target.stored(row))
      try stage.bind(Int64(row.line), at: Int32(row.cells.count + 1))
      while try stage.step() {}
    }
  }

  func settle() throws(WarehouseError) {
    let first = target.shape.columns[0].name
    let count = target.shape.columns.count
    let select = try target.connection.prepare(
      "select * from temp.\(staged) order by \(first), line")
    var set: [TableRow] = []
    while try select.step() {
      let row = TableRow(
        line: Int(select.int64(count)), cells: (0..<count).map(select.cell))
      if let key = set.first?.cells[0], key != row.cells[0] {
        try put(set)
        set = []
      }
      set.append(row)
    }
    if !set.isEmpty { try put(set) }
    try target.connection.execute("delete from temp.\(staged)")
  }

  private func put(_ set: [TableRow]) throws(WarehouseError) {
    let key = set[0].cells[0]
    let old = try rows(of: key)
    if let file = old.file, !target.wins(set[0].cells, over: set[0].cells, of: file) {
      target.tally.duplicate += set.count
      return
    }
    if old.file != nil { try delete.run([key]) }
    for row in set { try insert.run(row.cells, target.sourceFile, Int64(row.line)) }
    guard old.file != nil else {
      target.tally.loaded += set.count
      try target.noteChange(set[0].cells)
      return
    }
    var new: [[Cell]: Int] = [:]
    for row in set { new[row.cells, default: 0] += 1 }
    if new == old.cells {
      target.tally.duplicate += set.count
    } else {
      target.tally.loaded += set.count
      target.tally.restated += set.count
      try target.noteChange(set[0].cells)
    }
  }

  /// The set that is stored, as counted rows, and the file that it came from.
  private func rows(of key: Cell) throws(WarehouseError) -> (cells: [[Cell]: Int], file: Int64?) {
    var cells: [[Cell]: Int] = [:]
    var file: Int64?
    let count = target.shape.columns.count
    try existing.bind(key, at: 1)
    while try existing.step() {
      cells[(0..<count).map(existing.cell), default: 0] += 1
      file = existing.int64(count)
    }
    return (cells, file)
  }
}
