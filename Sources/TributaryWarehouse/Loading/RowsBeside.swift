import TributaryModel

/// Compares new rows with those that other files have of their key, where rows are kept by file.
final class RowsBeside {
  enum Comparison {
    /// No other file has the key.
    case none
    /// Another says the same.
    case same
    /// The new row is the newest, before that one.
    case newer([Cell])
    /// Another is newer.
    case older
  }

  private let target: TableTarget
  private let ofDay: Statement
  private let select: Statement
  private let dayColumn: Int
  private var last: (day: Cell, isShared: Bool) = (.null, false)

  init?(_ target: TableTarget) throws(WarehouseError) {
    let shape = target.shape
    guard let dayColumn = shape.dayColumn.flatMap(shape.position(of:)) else { return nil }
    self.target = target
    self.dayColumn = dayColumn
    let day = shape.columns[dayColumn].name
    let names = shape.columns.map(\.name)
    let isKey = shape.key.map { "\(names[$0]) = ?\($0 + 1)" }.joined(separator: " and ")
    ofDay = try target.connection.prepare(
      "select exists (select 1 from \(shape.table) where \(day) = ?1 and source_file_id <> ?2)")
    select = try target.connection.prepare(
      """
      select \(names.joined(separator: ", ")), version_id from \(shape.table)
      where \(isKey) and source_file_id <> ?\(names.count + 1)
      """)
  }

  func compare(_ cells: [Cell]) throws(WarehouseError) -> Comparison {
    guard try isShared(cells[dayColumn]) else { return .none }
    for position in target.shape.key {
      try select.bind(cells[position], at: Int32(position + 1))
    }
    try select.bind(.integer(target.sourceFile), at: Int32(cells.count + 1))
    var newest: (cells: [Cell], version: FileVersions.Entry)?
    while try select.step() {
      let other = try target.entry(select.int64(cells.count))
      guard !other.isStale else { continue }
      let row = cells.indices.map(select.cell)
      if row == cells {
        select.reset()
        return .same
      }
      if newest.map({ $0.version.version < other.version }) ?? true { newest = (row, other) }
    }
    guard let newest else { return .none }
    return target.isNewer(than: newest.version) ? .newer(newest.cells) : .older
  }

  /// Rows come in the order of their days.
  private func isShared(_ day: Cell) throws(WarehouseError) -> Bool {
    if last.day == day { return last.isShared }
    try ofDay.bind([day, .integer(target.sourceFile)])
    let isShared = try ofDay.step() && ofDay.int64(0) == 1
    ofDay.reset()
    last = (day, isShared)
    return isShared
  }
}
