import TributaryModel

/// Loads rows that are summed within their file before the newest file wins.
///
/// The sums wait in a temporary table, which may spill to disk, so that memory stays bounded. It
/// lies in the order of the key, as the table does that they go to.
final class SummingLoader: TableLoader {
  let target: TableTarget
  private let keyed: KeyedLoader
  private let stage: Statement
  private let staged: String

  var tally: TableTally { target.tally }

  init(_ target: TableTarget) throws(WarehouseError) {
    self.target = target
    keyed = try KeyedLoader(target)
    let shape = target.shape
    let names = shape.columns.map(\.name)
    let keys = shape.key.map { names[$0] }.joined(separator: ", ")
    let sums = shape.columns.filter { !$0.isKey }.map(\.name)
    staged = "staged_\(shape.table)"
    try target.connection.execute(
      """
      drop table if exists temp.\(staged);
      create table temp.\(staged) (
        \(shape.columns.map { "\($0.name) \($0.type.storage)" }.joined(separator: ", ")),
        line integer not null,
        records integer not null,
        primary key (\(keys))
      ) strict, without rowid;
      """)
    let added = sums.map { "\($0) = coalesce(\($0) + excluded.\($0), \($0), excluded.\($0))" }
    stage = try target.connection.prepare(
      "insert into temp.\(staged) (\(names.joined(separator: ", ")), line, records) "
        + "values (\(names.map { _ in "?" }.joined(separator: ", ")), ?, ?) on conflict do update "
        + "set \((added + ["records = records + excluded.records"]).joined(separator: ", "))")
  }

  func append(_ batch: TableBatch) throws(WarehouseError) {
    for row in batch.rows {
      try stage.run(try target.stored(row), Int64(row.line), Int64(row.records))
    }
  }

  func settle(isWhole: Bool) throws(WarehouseError) {
    let count = target.shape.columns.count
    let select = try target.connection.prepare("select * from temp.\(staged)")
    while try select.step() {
      try keyed.put(
        (0..<count).map(select.cell), line: select.int64(count),
        records: Int(select.int64(count + 1)))
    }
    if isWhole { try removeVanished() }
    try target.connection.execute("delete from temp.\(staged)")
  }

  /// Takes back what an older version of the file said of its days and it says no longer.
  ///
  /// A file that names no campaign of the older version, by number or by name in any case, is another
  /// report under one name; not where each day and source cost the same, or where one of the two names
  /// none at all and they share a source.
  private func removeVanished() throws(WarehouseError) {
    let shape = target.shape
    let list = shape.columns.map(\.name).joined(separator: ", ")
    var vanished: [[Cell]] = []
    let select = try target.connection.prepare(
      """
      select \(list), version_id from \(shape.table)
      where date in (select date from temp.\(staged)) and source_file_id = ? and version_id <> ?
      """)
    try select.bind([.integer(target.sourceFile), .integer(target.version.id)])
    while try select.step() {
      guard target.isNewer(than: try target.entry(select.int64(shape.columns.count))) else {
        continue
      }
      vanished.append(shape.columns.indices.map(select.cell))
    }
    guard !vanished.isEmpty else { return }
    if target.tally.retold == 0 {
      let told = try stagedRows()
      let campaigns = marks(of: told)
      let gone = marks(of: vanished)
      guard
        !campaigns.isDisjoint(with: gone) || costs(of: told) == costs(of: vanished)
          || (campaigns == [""] || gone == [""])
            && !words(of: told, "source").isDisjoint(with: words(of: vanished, "source"))
      else {
        target.tally.keepsOtherReport = vanished.count
        return
      }
    }
    for row in vanished {
      try keyed.remove(row)
      target.tally.vanished += 1
      if let (currency, minor) = target.amount(of: row) {
        target.tally.vanishedMoney[currency, default: 0] &+= minor
      }
    }
  }

  /// What a campaign may be known by: its number, and its name in lower case; '' for none.
  private func marks(of row: [Cell]) -> Set<String> {
    func mark(_ column: String) -> String {
      let text = target.shape.position(of: column).map { row[$0].words.lowercased() } ?? ""
      return text.isEmpty ? "" : column + " " + text
    }
    let marks = Set([mark("campaign"), mark("campaign_id")])
    return marks.count > 1 ? marks.subtracting([""]) : marks
  }

  private func marks(of rows: [[Cell]]) -> Set<String> {
    rows.reduce(into: []) { $0.formUnion(marks(of: $1)) }
  }

  private func words(of rows: [[Cell]], _ column: String) -> Set<String> {
    guard let index = target.shape.position(of: column) else { return [] }
    return Set(rows.map { $0[index].words.lowercased() })
  }

  /// What rows cost on each day, by source and currency.
  private func costs(of rows: [[Cell]]) -> [[String]: Int64] {
    let keys = ["date", "source", "currency"].compactMap(target.shape.position(of:))
    return rows.reduce(into: [:]) { costs, row in
      costs[keys.map { row[$0].words.lowercased() }, default: 0] &+= target.amount(of: row)?.1 ?? 0
    }
  }

  private func stagedRows() throws(WarehouseError) -> [[Cell]] {
    let list = target.shape.columns.map(\.name).joined(separator: ", ")
    let select = try target.connection.prepare("select \(list) from temp.\(staged)")
    var rows: [[Cell]] = []
    while try select.step() { rows.append(target.shape.columns.indices.map(select.cell)) }
    return rows
  }
}
