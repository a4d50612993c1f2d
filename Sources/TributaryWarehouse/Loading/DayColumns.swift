import TributaryModel

/// Columns of a file whose times are all midnight: they hold days, and the time is not known.
struct DayColumns {
  /// Those whose time matters to what came before what.
  static let names: [SourceKind: [String]] = [
    .orders: ["placed_at"], .letters: ["received_at"], .letterReplies: ["replied_at"],
    .invoices: ["issued_at", "paid_at"], .payments: ["paid_at"],
  ]

  /// Columns without a time so far.
  private var open: [(position: Int, name: String, hasDay: Bool)]
  private let zone: Zone
  private var last: (at: Int64, isMidnight: Bool)?

  init(_ shape: TableShape, zone: Zone) {
    self.zone = zone
    open = (Self.names[shape.kind] ?? []).compactMap { name in
      shape.position(of: name).map { ($0, name, false) }
    }
  }

  mutating func read(_ cells: [Cell]) {
    guard !open.isEmpty else { return }
    for index in open.indices.reversed() {
      guard case .integer(let at) = cells[open[index].position] else { continue }
      if isMidnight(at) { open[index].hasDay = true } else { open.remove(at: index) }
    }
  }

  /// Their names, sorted.
  var found: [String] { open.filter(\.hasDay).map(\.name).sorted() }

  private mutating func isMidnight(_ at: Int64) -> Bool {
    if let last, last.at == at { return last.isMidnight }
    let day = zone.day(of: Instant(milliseconds: at))
    let isMidnight = zone.instant(of: day).milliseconds == at
    last = (at, isMidnight)
    return isMidnight
  }

  /// Stores what a reading of the whole file found. Rows that stay as they are and have another
  /// precision now change their days.
  static func write(
    _ found: [String], of file: Int64, isNew: Bool, _ loader: KeyedLoader, in warehouse: Warehouse
  ) throws(WarehouseError) {
    let target = loader.target
    for (other, days) in target.tally.adopted where try columns(of: other, warehouse) != found {
      target.tally.dirtyDays.formUnion(days)
    }
    guard try columns(of: file, warehouse) != found else { return }
    try warehouse.run("delete from day_column where source_file_id = ?", [.integer(file)])
    for name in found {
      try warehouse.run("insert into day_column values (?, ?)", [.integer(file), .text(name)])
    }
    guard !isNew else { return }
    target.tally.dirtyDays.formUnion(target.tally.dataDays)
    try warehouse.run("delete from fingerprint where name = 'journeys'")
  }

  /// Those that are known of a file, sorted.
  private static func columns(
    of file: Int64, _ warehouse: Warehouse
  ) throws(WarehouseError) -> [String] {
    var names: [String] = []
    try warehouse.forEachRow(
      "select column_name from day_column where source_file_id = ? order by 1", [.integer(file)]
    ) { row in names.append(row.text(0)) }
    return names
  }
}
