import TributaryModel

/// The versions of tables' files that the ledger keeps, and the one that a load writes.
///
/// A touched file or a copy is no new version: bytes keep the earliest modification time that they
/// were seen with, unless their path held other bytes in between.
struct FileVersions {
  /// A version with its number.
  struct Entry {
    let id: Int64
    let version: FileVersion
    /// The file that it is a version of.
    let file: Int64
    let path: String
    let kind: SourceKind?
    /// Its file is to be read again: its rows give way to any other.
    let isStale: Bool
    let firstLine: Int64?
    let lastLine: Int64?
    /// The columns that the file has; nil: its rows say all.
    let columns: Set<String>?

    /// Whether its rows say something of a column, were it that they have no value.
    func tells(_ column: String) -> Bool { columns?.contains(column) ?? true }

    /// Whether the totals of its orders are before refunds, which it does not tell.
    var isGross: Bool { columns?.contains(TableBatch.grossTotal) ?? false }

    /// Whether its file marks cancelled orders otherwise than by their status.
    var isMarked: Bool { columns?.contains(TableBatch.cancelMark) ?? false }
  }

  private let warehouse: Warehouse
  private let select: Statement
  private var known: [Int64: Entry] = [:]

  init(_ warehouse: Warehouse) throws(WarehouseError) {
    self.warehouse = warehouse
    select = try warehouse.connection.prepare(
      """
      select named_day, named_second, is_span, v.modified, v.content_hash, source_file_id, path,
        reading = '', first_line, last_line, kind, columns
      from file_version v join source_file using (source_file_id)
      where version_id = ?
      """)
  }

  /// The version of that number; looked up once.
  mutating func entry(_ id: Int64) throws(WarehouseError) -> Entry {
    if let entry = known[id] { return entry }
    try select.bind(id, at: 1)
    guard try select.step() else {
      throw warehouse.failure(
        .other, "compare versions", "expected version \(id) in file_version, found none")
    }
    let entry = Entry(
      id: id,
      version: FileVersion(
        named: Day(select.text(0)).map {
          NamedDay(
            $0, second: select.cell(1) == .null ? nil : Int(select.int64(1)),
            isSpan: select.int64(2) == 1)
        },
        modified: select.int64(3), contentHash: select.text(4), zone: warehouse.settings.zone),
      file: select.int64(5), path: select.text(6), kind: SourceKind(rawValue: select.text(10)),
      isStale: select.int64(7) == 1,
      firstLine: select.cell(8) == .null ? nil : select.int64(8),
      lastLine: select.cell(9) == .null ? nil : select.int64(9),
      columns: select.cell(11).optionalText.map(Self.columns))
    select.reset()
    known[id] = entry
    return entry
  }

  /// The number of the version that a table holds now, which is made when it is a new one.
  static func open(
    _ file: FileDescription, id: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) -> Int64 {
    let last = try latest(of: id, in: warehouse)
    if let last, !file.contentHash.isEmpty, last.hash == file.contentHash {
      if !last.isReturn, file.modified < last.modified {
        try lower(file.contentHash, to: file.modified, file.kind, in: warehouse)
      }
      if last.named != file.named {
        try rename([id: file.named], file.kind, in: warehouse)
      }
      return last.id
    }
    let earlier = try warehouse.connection.integer(
      "select count(*) from file_version where source_file_id = ? and content_hash = ?",
      [.integer(id), .text(file.contentHash)])
    let isReturn = earlier > 0 && !file.contentHash.isEmpty
    var modified = file.modified
    if !isReturn, let earliest = try earliest(file.contentHash, file.kind, in: warehouse) {
      if modified < earliest {
        try lower(file.contentHash, to: modified, file.kind, in: warehouse)
      }
      modified = min(modified, earliest)
    }
    try warehouse.run(
      """
      insert into file_version (source_file_id, named_day, named_second, is_span, modified,
        content_hash, is_return)
      values (?, ?, ?, ?, ?, ?, ?)
      """,
      [.integer(id)] + cells(file.named)
        + [.integer(modified), .text(file.contentHash), .integer(isReturn ? 1 : 0)])
    return warehouse.connection.lastInsertRowID
  }

  /// Notes where the rows of a version begin and end.
  static func close(
    _ id: Int64, _ lines: ClosedRange<Int>?, in warehouse: Warehouse
  ) throws(WarehouseError) {
    guard let lines else { return }
    try warehouse.run(
      "update file_version set first_line = ?, last_line = ? where version_id = ?",
      [.integer(Int64(lines.lowerBound)), .integer(Int64(lines.upperBound)), .integer(id)])
  }

  fileprivate static func columns(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  /// Notes which columns a version has; nil: its rows say all.
  static func state(
    _ columns: Set<String>?, of id: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) {
    try warehouse.run(
      "update file_version set columns = ?1 where version_id = ?2 and columns is not ?1",
      [Cell(columns?.sorted().joined(separator: " ")), .integer(id)])
  }

  /// Notes what the names of files say now, for all their versions; when that moves one past another
  /// file's, the kind is to be read again.
  static func rename(
    _ names: [Int64: NamedDay?], _ kind: SourceKind, in warehouse: Warehouse
  ) throws(WarehouseError) {
    let before = try ranks(of: kind, in: warehouse)
    for (file, named) in names.sorted(by: { $0.key < $1.key }) {
      try warehouse.run(
        """
        update file_version set named_day = ?2, named_second = ?3, is_span = ?4
        where source_file_id = ?1
        """, [.integer(file)] + cells(named))
    }
    try noteMoved(kind, before, in: warehouse)
  }

  /// Has looked at again what versions whose time is another decide: whose rows are newer, and whether
  /// an order's own status is newer than its history.
  private static func noteMoved(
    _ kind: SourceKind, _ before: [Int64], in warehouse: Warehouse
  ) throws(WarehouseError) {
    if try ranks(of: kind, in: warehouse) != before { try warehouse.askToReread(kind) }
    guard kind == .orders || kind == .orderLines else { return }
    try warehouse.run(
      """
      insert or ignore into stale_day
      select distinct zoned_day(placed_at), 0 from orders
      where order_id in (select order_id from order_status)
      """)
  }

  private static func lower(
    _ hash: String, to modified: Int64, _ kind: SourceKind, in warehouse: Warehouse
  ) throws(WarehouseError) {
    let before = try ranks(of: kind, in: warehouse)
    try warehouse.run(
      """
      update file_version set modified = ?1
      where content_hash = ?2 and is_return = 0 and modified > ?1
        and source_file_id in (select source_file_id from source_file where kind = ?3)
      """, [.integer(modified), .text(hash), .text(kind.rawValue)])
    try noteMoved(kind, before, in: warehouse)
  }

  private static func earliest(
    _ hash: String, _ kind: SourceKind, in warehouse: Warehouse
  ) throws(WarehouseError) -> Int64? {
    guard !hash.isEmpty else { return nil }
    var found: Int64?
    try warehouse.forEachRow(
      """
      select min(v.modified) from file_version v join source_file f using (source_file_id)
      where v.content_hash = ? and v.is_return = 0 and f.kind = ?
      """, [.text(hash), .text(kind.rawValue)]
    ) { row throws(WarehouseError) in found = row.optionalInt64(0) }
    return found
  }

  /// What a path held last.
  private struct Latest {
    let id: Int64
    let hash: String
    let modified: Int64
    let isReturn: Bool
    let named: NamedDay?
  }

  private static func latest(
    of file: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) -> Latest? {
    var found: Latest?
    try warehouse.forEachRow(
      """
      select version_id, content_hash, modified, is_return, named_day, named_second, is_span
      from file_version
      where source_file_id = ? order by version_id desc limit 1
      """, [.integer(file)]
    ) { row throws(WarehouseError) in
      found = Latest(
        id: row.int64(0), hash: row.text(1), modified: row.int64(2), isReturn: row.int64(3) == 1,
        named: Day(row.text(4)).map {
          NamedDay($0, second: row.optionalInt64(5).map(Int.init), isSpan: row.int64(6) == 1)
        })
    }
    return found
  }

  /// The numbers of a kind's versions, oldest version first.
  fileprivate static func ranks(
    of kind: SourceKind, in warehouse: Warehouse
  ) throws(WarehouseError) -> [Int64] {
    var ids: [Int64] = []
    try warehouse.forEachRow(
      """
      select version_id from file_version join source_file using (source_file_id) where kind = ?
      """, [.text(kind.rawValue)]
    ) { row throws(WarehouseError) in ids.append(row.int64(0)) }
    var versions = try FileVersions(warehouse)
    var entries: [Entry] = []
    for id in ids { entries.append(try versions.entry(id)) }
    return entries.sorted { ($0.version, $0.id) < ($1.version, $1.id) }.map(\.id)
  }

  private static func cells(_ named: NamedDay?) -> [Cell] {
    [
      named.map { .text($0.day.description) } ?? .null,
      named?.second.map { .integer(Int64($0)) } ?? .null, .integer(named?.isSpan == true ? 1 : 0),
    ]
  }
}

extension Warehouse {
  /// The versions of a kind's files, the oldest first.
  public func versionOrder(of kind: SourceKind) throws(WarehouseError) -> [Int64] {
    try FileVersions.ranks(of: kind, in: self)
  }

  /// The columns that versions of a kind's files have; none for those whose rows say all.
  public func versionColumns(of kind: SourceKind) throws(WarehouseError) -> [Int64: Set<String>] {
    var found: [Int64: Set<String>] = [:]
    try forEachRow(
      """
      select version_id, columns from file_version join source_file using (source_file_id)
      where kind = ? and columns is not null
      """, [.text(kind.rawValue)]
    ) { row in found[row.int64(0)] = FileVersions.columns(row.text(1)) }
    return found
  }
}
