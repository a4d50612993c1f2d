import TributaryModel

/// Loads rows that belong together by the first column of their key: all of one file replace all
/// of an older one.
///
/// ```
///  lines-1.csv  | 50 | 50 | 51 |          51 ends one file and begins the other on one day:
///  lines-2.csv  | 51 | 51 | 52 |          two parts of one set
/// ```
/// A set that stands in two files of which neither is newer, and that are no such parts, is in
/// dispute: none of it is kept, and its rows are refused. The rows wait in a temporary table, for
/// those of one set may lie anywhere in the file.
final class SetLoader: TableLoader {
  /// What became of a set that was not simply stored.
  enum Fate {
    /// A newer file has it.
    case superseded
    /// It is one of several parts.
    case joined
    case disputed
  }

  private(set) var fates: [Cell: Fate] = [:]
  private(set) var rejections: [Rejection] = []
  /// Refused rows by their set.
  private(set) var disputed: [Cell: Int] = [:]
  /// The lines of the file's first and last row.
  private(set) var lines: ClosedRange<Int>?

  let target: TableTarget
  private let stage: Statement
  private let stored: StoredSets
  private let staged: String
  private var disputes: [Cell: Int64] = [:]

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
    stored = try StoredSets(target)
    let dispute = try target.connection.prepare("select order_id, version_id from disputed_order")
    while try dispute.step() { disputes[dispute.cell(0)] = dispute.int64(1) }
  }

  func append(_ batch: TableBatch) throws(WarehouseError) {
    for row in batch.rows {
      try stage.bind(try target.stored(row))
      try stage.bind(Int64(row.line), at: Int32(row.cells.count + 1))
      while try stage.step() {}
      lines =
        min(
          lines?.lowerBound ?? row.line, row.line)...max(
          lines?.upperBound ?? row.line, row.line)
    }
  }

  func settle(isWhole: Bool) throws(WarehouseError) {
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

  // MARK: One set

  private func put(_ given: [TableRow]) throws(WarehouseError) {
    let key = given[0].cells[0]
    if let disputed = disputes[key] {
      guard try settles(disputed, given) else { return }
    }
    let all = try stored.parts(of: key)
    guard !all.isEmpty else {
      target.tally.loaded += given.count
      return try store(given.map { ($0, ColumnOrigins()) })
    }
    let old = all.filter { !target.waits($0.version) }
    let set = completed(given, by: old)
    var new = SetPart(version: target.version)
    for (row, _) in set { new.add(row.cells, line: row.line, of: lines) }
    if repeats(new, old) {
      fates[key] = .joined
      target.tally.duplicate += set.count
      return
    }
    let rivals = old.filter { !isJoined($0, new) }
    if rivals.contains(where: { isOlder(new, than: $0) }) {
      fates[key] = .superseded
      return try fill(rivals, by: set.map(\.row))
    }
    if rivals.contains(where: { isTied(new, $0) }) {
      return try dispute(key, set.map(\.row), all)
    }
    try replace(all, by: set, new)
  }

  /// The file's rows with what older versions told of columns that it lacks.
  private func completed(
    _ set: [TableRow], by old: [SetPart]
  ) -> [(row: TableRow, origins: ColumnOrigins)] {
    var columns = LineColumns(target)
    for part in old where target.isNewer(than: part.version) {
      for line in part.lines { columns.learn(line) }
    }
    return set.map { row in
      var (row, filled) = (row, columns.filled(row.cells))
      row.cells = filled.cells
      return (row: row, origins: filled.origins)
    }
  }

  /// Puts the file's rows in the place of all parts that they do not join.
  private func replace(
    _ all: [SetPart], by set: [(row: TableRow, origins: ColumnOrigins)], _ new: SetPart
  ) throws(WarehouseError) {
    let key = set[0].row.cells[0]
    let old = all.filter { !target.waits($0.version) }
    let joins = old.contains { isJoined($0, new) }
    for part in all where target.waits(part.version) || !isJoined(part, new) {
      try stored.remove(part, of: key)
    }
    var replaced: [[Cell]: Int] = [:]
    for part in old { replaced.merge(part.cells, uniquingKeysWith: +) }
    if !joins, new.cells == replaced {
      target.tally.duplicate += set.count
      return try store(set, changes: old.count < all.count)
    }
    target.tally.loaded += set.count
    if joins {
      fates[key] = .joined
    } else if !old.isEmpty {
      target.tally.restated += set.count
    }
    try store(set)
  }

  /// Whether the file tells again what one of several parts holds: the others stay as they are.
  private func repeats(_ new: SetPart, _ old: [SetPart]) -> Bool {
    old.count > 1
      && old.contains { $0.version.file == target.sourceFile && $0.cells == new.cells }
  }

  private func isJoined(_ part: SetPart, _ new: SetPart) -> Bool {
    part.version.file != target.sourceFile && part.cells != new.cells && new.continues(part)
  }

  private func isOlder(_ new: SetPart, than part: SetPart) -> Bool {
    !target.isNewer(than: part.version) && !isTied(new, part)
  }

  /// Whether the two differ and nothing tells which is newer.
  private func isTied(_ new: SetPart, _ part: SetPart) -> Bool {
    part.cells != new.cells && part.version.file != target.sourceFile
      && part.version.version.isAsOld(as: new.version.version)
  }

  private func store(
    _ set: [(row: TableRow, origins: ColumnOrigins)], changes: Bool = true
  ) throws(WarehouseError) {
    for (row, origins) in set { try stored.add(row, origins) }
    if changes { try target.noteChange(set[0].row.cells) }
  }

  /// Gives lines of newer files what an older one tells of columns that these lack.
  private func fill(_ parts: [SetPart], by set: [TableRow]) throws(WarehouseError) {
    var columns = LineColumns(target)
    for row in set { columns.learn(row.cells) }
    var isChanged = false
    for line in parts.flatMap(\.lines) {
      guard let filled = try columns.filled(line) else { continue }
      try stored.replace(filled)
      isChanged = true
    }
    guard isChanged else {
      target.tally.duplicate += set.count
      return
    }
    target.tally.loaded += set.count
    target.tally.restated += set.count
    try target.noteChange(set[0].cells)
  }

  // MARK: Disputes

  /// Whether the file ends a dispute by being newer than both; if not, its set is older or refused.
  private func settles(_ disputed: Int64, _ set: [TableRow]) throws(WarehouseError) -> Bool {
    let key = set[0].cells[0]
    let other = try target.entry(disputed)
    if other.version.isAsOld(as: target.version.version), other.file != target.sourceFile {
      refuse(set, beside: other.path)
      return false
    }
    guard target.isNewer(than: other) else {
      target.tally.duplicate += set.count
      fates[key] = .superseded
      return false
    }
    disputes[key] = nil
    try target.connection.prepare("delete from disputed_order where order_id = ?").run([key])
    return true
  }

  private func dispute(
    _ key: Cell, _ set: [TableRow], _ old: [SetPart]
  ) throws(WarehouseError) {
    try target.noteChange(set[0].cells)
    for part in old { try stored.remove(part, of: key) }
    let newest = (old.map(\.version) + [target.version]).max { $0.version < $1.version }
    let id = newest?.id ?? target.version.id
    disputes[key] = id
    try target.connection.prepare("insert or replace into disputed_order values (?, ?)")
      .run([key, .integer(id)])
    refuse(set, beside: old.map(\.version.path).sorted().joined(separator: ", "))
  }

  /// Withdraws a set whose parts cannot be put together.
  func dispute(_ key: Cell) throws(WarehouseError) {
    for part in try stored.parts(of: key) { try stored.remove(part, of: key) }
    try target.connection.prepare("insert or replace into disputed_order values (?, ?)")
      .run([key, .integer(target.version.id)])
    fates[key] = .disputed
  }

  private func refuse(_ set: [TableRow], beside paths: String) {
    fates[set[0].cells[0]] = .disputed
    disputed[set[0].cells[0], default: 0] += set.count
    rejections += set.map { row in
      Rejection(
        line: row.line, byteOffset: 0, reason: .severalFiles, column: target.shape.columns[0].name,
        message:
          "expected the lines of order \(row.cells[0].words) in one file, or in a newer one, "
          + "found others as old in \(paths); the order is left out; export it whole",
        sample: "")
    }
  }
}
