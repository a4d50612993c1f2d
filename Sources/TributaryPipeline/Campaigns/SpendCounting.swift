import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Writes which spend counts on days that several files tell of; of all other days all of it does.
struct SpendCounting {
  private let warehouse: Warehouse
  private let platforms: AdPlatforms

  init(_ warehouse: Warehouse, platforms: AdPlatforms) {
    self.warehouse = warehouse
    self.platforms = platforms
  }

  /// Writes those of the days anew; before the facts are made.
  func refresh(_ days: Set<Day>) throws(WarehouseError) {
    try warehouse.write { () throws(WarehouseError) in
      var versions: SpendVersions?
      var isTold = false
      for day in days.sorted() {
        let cells: [Cell] = [.text(day.description)]
        if try warehouse.run("delete from counted_spend where day = ?", cells) > 0 { isTold = true }
        let files = try warehouse.rows(Self.files, cells).first?.int64("files") ?? 0
        guard files > 1 else { continue }
        isTold = true
        if versions == nil { versions = try SpendVersions(warehouse) }
        guard let known = versions else { continue }
        try warehouse.replace(
          table: "counted_spend", columns: Self.counted, part: .nothing,
          rows: try counted(cells, known))
      }
      if isTold { try SpendAccounts(warehouse).tell() }
    }
  }

  private func counted(
    _ day: [Cell], _ versions: SpendVersions
  ) throws(WarehouseError) -> [[Cell]] {
    let told = try warehouse.rows(Self.told, day)
    let rows = told.enumerated().map { id, row in
      let words = row.cells.prefix(10).map { $0.optionalText ?? "" }
      let version = Self.integer(row.cells[14]) ?? 0
      let counts = [row.cells[11], row.cells[12]].map(Self.integer)
      return SpendOverlay.Row(
        id: id, file: Self.integer(row.cells[13]) ?? 0, rank: versions.rank(version),
        account: row.cells[15].optionalText ?? "", platform: platforms.platform(of: words[0]),
        levels: [
          SpendOverlay.Level(name: words[2], number: words[3]),
          SpendOverlay.Level(name: words[4], number: words[5]),
          SpendOverlay.Level(name: words[6], number: words[7]),
        ],
        geodomain: words[8], medium: words[1],
        currency: versions.tells(version, "currency") ? words[9] : "", counts: counts,
        tells: zip(counts, ["impressions", "clicks"]).map { count, column in
          count != nil || versions.tells(version, column)
        })
    }
    return SpendOverlay.counted(rows).map { counted in
      let cells = told[counted.id].cells
      return day + [0, 1, 2, 3, 4, 6, 8, 9, 10].map { cells[$0] } + counted.counts.map { Cell($0) }
    }
  }

  private static func integer(_ cell: Cell) -> Int64? {
    if case .integer(let value) = cell { value } else { nil }
  }

  private static let files =
    "select count(distinct source_file_id) as files from spend where date = ?"

  private static let told = """
    select source, medium, campaign, campaign_id, ad_group, ad_group_id, keyword, keyword_id,
      geodomain, currency, cost, impressions, clicks, source_file_id, version_id, id_prefix
    from spend join source_file using (source_file_id)
    where date = ?
    order by source, medium, campaign, campaign_id, ad_group, ad_group_id, keyword, keyword_id,
      geodomain, currency, version_id
    """

  private static let counted = [
    "day", "source", "medium", "campaign", "campaign_id", "ad_group", "keyword", "geodomain",
    "currency", "cost", "impressions", "clicks",
  ]
}

/// Which version of the files of spend is newer, and which counts each tells.
private struct SpendVersions {
  private let ranks: [Int64: Int]
  private let columns: [Int64: Set<String>]

  init(_ warehouse: Warehouse) throws(WarehouseError) {
    let order = try warehouse.versionOrder(of: .spend)
    ranks = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    columns = try warehouse.versionColumns(of: .spend)
  }

  /// The oldest is 0.
  func rank(_ version: Int64) -> Int { ranks[version] ?? 0 }

  /// Whether the file has the column; one of unknown columns says all.
  func tells(_ version: Int64, _ column: String) -> Bool {
    columns[version]?.contains(column) ?? true
  }
}
