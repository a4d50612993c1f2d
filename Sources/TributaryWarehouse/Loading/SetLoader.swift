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
  private let existing: Statement
  private let delete: Statement
  private let insert: Statement
  /// Of a line with columns that its file does not have.
  private let insertFilled: Statement
  private let update: Statement
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
    existing = try target.connection.prepare(
      "select \(list), line, version_id, told_before, rowid from \(shape.table) "
        + "where \(names[0]) = ?")
    delete = try target.connection.prepare(
      "delete from \(shape.table) where \(names[0]) = ? and version_id = ?")
    insert = try target.connection.prepare(
      "insert into \(shape.table) (\(list), source_file_id, line, version_id) "
        + "values (\(marks), ?, ?, ?)")
    insertFilled = try target.connection.prepare(
      "insert into \(shape.table) (\(list), source_file_id, line, version_id, told_before) "
        + "values (\(marks), ?, ?, ?, ?)")
    let columns = names.indices.map { "\(names[$0]) = ?\($0 + 1)" }.joined(separator: ", ")
    update = try target.connection.prepare(
      "update \(shape.table) set \(columns), told_before = ?\(names.count + 1) "
        + "where rowid = ?\(names.count + 2)")
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

  /// What one version of one file holds of a set.
  private struct Part {
    let version: FileVersions.Entry
    var cells: [[Cell]: Int] = [:]
    var lines: [LineColumns.Stored] = []
    var begins = false
    var ends = false

    mutating func add(_ row: [Cell], line: Int, of file: ClosedRange<Int>?) {
      cells[row, default: 0] += 1
      if line == file?.lowerBound { begins = true }
      if line == file?.upperBound { ends = true }
    }

    /// Whether the two are parts of one set: one ends its file where the other begins its own.
    ///
    /// Two files that hold nothing else are two versions.
    func continues(_ other: Part) -> Bool {
      guard version.version.day == other.version.version.day,
        begins && other.ends || ends && other.begins,
        !(begins && ends && other.begins && other.ends)
      else { return false }
      let goods = Set(cells.keys.map { $0[1] })
      return other.cells.keys.allSatisfy { !goods.contains($0[1]) }
    }
  }

  private func put(_ set: [TableRow]) throws(WarehouseError) {
    let key = set[0].cells[0]
    if let disputed = disputes[key] {
      guard try settles(disputed, set) else { return }
    }
    let stored = try parts(of: key)
    let old = stored.filter { !target.waits($0.version) }
    guard !stored.isEmpty else {
      target.tally.loaded += set.count
      return try store(set.map { ($0, ColumnOrigins()) })
    }
    var columns = LineColumns(target)
    for part in old where target.isNewer(than: part.version) {
      for line in part.lines { columns.learn(line) }
    }
    let set = set.map { row in
      var (row, filled) = (row, columns.filled(row.cells))
      row.cells = filled.cells
      return (row: row, origins: filled.origins)
    }
    var new = Part(version: target.version)
    for (row, _) in set { new.add(row.cells, line: row.line, of: lines) }
    // A part that its file repeats leaves the other parts as they are.
    let isRepeated =
      old.count > 1
      && old.contains {
        $0.version.file == target.sourceFile && $0.cells == new.cells
      }
    let rivals = old.filter { !isJoined($0, new) }
    if isRepeated || rivals.contains(where: { isOlder(new, than: $0) }) {
      if !isRepeated { fates[key] = .superseded } else { fates[key] = .joined }
      let isFilled = isRepeated ? false : try fill(rivals, by: set.map(\.row))
      if isFilled {
        target.tally.loaded += set.count
        target.tally.restated += set.count
      } else {
        target.tally.duplicate += set.count
      }
      return
    }
    if rivals.contains(where: { isTied(new, $0) }) {
      return try dispute(key, set.map(\.row), stored)
    }
    let joined = old.filter { isJoined($0, new) }
    for part in stored where target.waits(part.version) || !isJoined(part, new) {
      try delete.run([key, .integer(part.version.id)])
    }
    var replaced: [[Cell]: Int] = [:]
    for part in old { replaced.merge(part.cells, uniquingKeysWith: +) }
    if joined.isEmpty, new.cells == replaced {
      target.tally.duplicate += set.count
      return try store(set, changes: old.count < stored.count)
    }
    target.tally.loaded += set.count
    if !joined.isEmpty {
      fates[key] = .joined
    } else if !old.isEmpty {
      target.tally.restated += set.count
    }
    try store(set)
  }

  private func isJoined(_ part: Part, _ new: Part) -> Bool {
    part.version.file != target.sourceFile && part.cells != new.cells && new.continues(part)
  }

  private func isOlder(_ new: Part, than part: Part) -> Bool {
    !target.isNewer(than: part.version) && !isTied(new, part)
  }

  /// Whether the two differ and nothing tells which is newer.
  private func isTied(_ new: Part, _ part: Part) -> Bool {
    part.cells != new.cells && part.version.file != target.sourceFile
      && part.version.version.isAsOld(as: new.version.version)
  }

  private func store(
    _ set: [(row: TableRow, origins: ColumnOrigins)], changes: Bool = true
  ) throws(WarehouseError) {
    for (row, origins) in set {
      let (file, line, version) = (target.sourceFile, Int64(row.line), target.version.id)
      if origins == ColumnOrigins() {
        try insert.run(row.cells, file, line, version)
      } else {
        let place: [Cell] = [.integer(file), .integer(line), .integer(version), origins.cell]
        try insertFilled.run(row.cells + place)
      }
    }
    if changes { try target.noteChange(set[0].row.cells) }
  }

  /// Gives lines of newer files what an older one tells of columns that these lack.
  ///
  /// - Returns: whether that is anything new.
  private func fill(_ parts: [Part], by set: [TableRow]) throws(WarehouseError) -> Bool {
    var columns = LineColumns(target)
    for row in set { columns.learn(row.cells) }
    var isChanged = false
    for line in parts.flatMap(\.lines) {
      guard let filled = try columns.filled(line) else { continue }
      try update.run(filled.cells + [filled.origins.cell, .integer(line.rowID)])
      isChanged = true
    }
    if isChanged { try target.noteChange(set[0].cells) }
    return isChanged
  }

  private func parts(of key: Cell) throws(WarehouseError) -> [Part] {
    var parts: [Int64: Part] = [:]
    let count = target.shape.columns.count
    try existing.bind(key, at: 1)
    while try existing.step() {
      let version = try target.entry(existing.int64(count + 1))
      let file = version.firstLine.flatMap { first in
        version.lastLine.map { Int(first)...Int($0) }
      }
      let line = LineColumns.Stored(
        rowID: existing.int64(count + 3), cells: (0..<count).map(existing.cell),
        origins: ColumnOrigins(existing.cell(count + 2)), version: version)
      parts[version.id, default: Part(version: version)].lines.append(line)
      parts[version.id]?.add(line.cells, line: Int(existing.int64(count)), of: file)
    }
    return parts.values.sorted { $0.version.id < $1.version.id }
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
    _ key: Cell, _ set: [TableRow], _ old: [Part]
  ) throws(WarehouseError) {
    try target.noteChange(set[0].cells)
    for part in old { try delete.run([key, .integer(part.version.id)]) }
    let newest = (old.map(\.version) + [target.version]).max { $0.version < $1.version }
    let id = newest?.id ?? target.version.id
    disputes[key] = id
    try target.connection.prepare("insert or replace into disputed_order values (?, ?)")
      .run([key, .integer(id)])
    refuse(set, beside: old.map(\.version.path).sorted().joined(separator: ", "))
  }

  /// Withdraws a set whose parts cannot be put together.
  func dispute(_ key: Cell) throws(WarehouseError) {
    for part in try parts(of: key) { try delete.run([key, .integer(part.version.id)]) }
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
