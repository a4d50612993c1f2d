import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// The money of every file, what changed in past days, and the accounts of ad platforms.
  ///
  /// - Parameters:
  ///   - mismatches: tables that do not add up.
  ///   - platforms: whose accounts are looked at.
  func ledger(
    _ mismatches: [MoneyMismatch], _ platforms: AdPlatforms
  ) throws(WarehouseError) -> LedgerAnswers {
    let tables = Set(mismatches.map(\.table))
    return LedgerAnswers(
      money: try fileMoney(),
      astray: TableShape.all.filter { tables.contains($0.table) }.map(\.kind).sorted(),
      restatement: try restatement(), accounts: try adAccounts(platforms),
      unrated: try unratedMoney())
  }

  private func unratedMoney() throws(WarehouseError) -> [UnratedMoney] {
    var found: [UnratedMoney] = []
    for row in try history(.unratedMoney) {
      guard let kind = SourceKind(rawValue: try row.text("kind")) else { continue }
      found.append(
        UnratedMoney(
          kind: kind, currency: try row.text("currency"), records: try row.int("records"),
          amount: Int64(exactly: try row.double("amount").rounded()) ?? .max))
    }
    return found
  }

  /// One entry per file and currency: rows that name none are in the shop's, and so are counted
  /// those whose amount cannot be read.
  private func fileMoney() throws(WarehouseError) -> [FileMoney] {
    let shop = warehouse.settings.currency.code
    var files: [FileMoney] = []
    var places: [FileName: [String: Int]] = [:]
    for entry in try warehouse.fileMoney() {
      let currency = entry.currency.isEmpty ? shop : entry.currency
      var file = FileMoney(
        path: entry.path.spelling, kind: entry.kind, currency: currency, counts: entry.money,
        listed: entry.listed, statedTotal: entry.statedTotal)
      let key = entry.kind.rawValue + " " + currency
      if let place = places[entry.path]?[key] {
        file += files[place]
        files[place] = file
      } else {
        places[entry.path, default: [:]][key] = files.count
        files.append(file)
      }
    }
    return files
  }

  private func restatement() throws(WarehouseError) -> Restatement {
    var changes: [Restatement.Change] = []
    for row in try history(.restatedDays) {
      guard let day = try row.day("day"),
        let measure = Restatement.Measure(rawValue: try row.text("measure"))
      else { continue }
      let file = try row.optionalText("path").map { [$0] } ?? []
      var files = file
      if let last = changes.last, last.day == day, last.measure == measure {
        files = last.files + file
        changes.removeLast()
      }
      changes.append(
        Restatement.Change(
          day: day, measure: measure, before: try row.int64("before"),
          after: try row.int64("after"), files: files))
    }
    return Restatement(
      since: try earlierAsOf(), days: changes, usual: changes.isEmpty ? [:] : try usualTotals())
  }

  private func earlierAsOf() throws(WarehouseError) -> Day? {
    let sql = "select max(as_of) as day from run where as_of < ?1 and finished_at is not null"
    return try warehouse.rows(sql, [.text(asOf.description)]).first?.day("day")
  }

  private func usualTotals() throws(WarehouseError) -> [Restatement.Measure: Int64] {
    var totals: [Restatement.Measure: Int64] = [:]
    let sql = """
      select measure, sum(total) as total from mart_total_day
      where day between ?1 and ?2 group by measure
      """
    for row in try warehouse.rows(
      sql, [.text(window.first.description), .text(window.last.description)])
    {
      guard let measure = Restatement.Measure(rawValue: try row.text("measure")) else { continue }
      totals[measure] = try row.int64("total")
    }
    return totals
  }

  private func adAccounts(_ platforms: AdPlatforms) throws(WarehouseError) -> [AdAccount] {
    guard try !warehouse.rows("select 1 from ad_payment limit 1").isEmpty else { return [] }
    var entries: [AdAccount.Entry] = []
    for row in try history(.adAccounts) {
      guard let month = Day(try row.text("month") + "-01") else { continue }
      entries.append(
        AdAccount.Entry(
          source: try row.text("source"), currency: try row.text("currency"), month: month,
          spent: try row.int64("spent"), paid: try row.int64("paid"),
          lastSpend: try row.day("last_spend"), lastPaid: try row.day("last_paid")))
    }
    return AdAccount.balancing(entries, platforms: platforms, asOf: asOf)
  }
}
