import TributaryAnalysis
import TributaryModel
import TributaryReports
import TributaryWarehouse

/// Stores the answers of a night, so that every number of a page can be queried.
struct ResultWriting {
  private let warehouse: Warehouse

  init(_ warehouse: Warehouse) {
    self.warehouse = warehouse
  }

  /// Replaces the answers of the report's day.
  ///
  /// Returns: rows written.
  func write(_ report: NightReport) throws(WarehouseError) -> Int {
    try warehouse.write { () throws(WarehouseError) in
      var rows = try write(report.campaigns.ratings.map(\.result), to: "campaign_rating", report)
      rows += try write(report.campaigns.audit.rows.map(result), to: "campaign_audit", report)
      rows += try write(report.identity.matches.map(result), to: "identity_match", report)
      rows += try write(
        report.attribution.parts.flatMap(results), to: "attribution_result", report)
      rows += try write(report.season?.weeks.map(\.result) ?? [], to: "seasonal_index", report)
      rows += try write(report.season.map(peaks) ?? [], to: "peak", report)
      rows += try write(report.geodomains.ratings.map(\.result), to: "geodomain_rating", report)
      rows += try write(report.indicators.map(\.result), to: "indicator", report)
      rows += try write(
        results(report.ledger.restatement), to: "restated_day", report)
      rows += try write(report.ledger.accounts.flatMap(results), to: "ad_account_month", report)
      return rows
    }
  }

  private func write(
    _ results: [ResultRow], to table: String, _ report: NightReport
  ) throws(WarehouseError) -> Int {
    let day = Cell.text(report.asOf.description)
    let columns = results.first?.columns.map(\.name) ?? []
    return try warehouse.replace(
      table: table, columns: ["as_of"] + columns, part: .matching(column: "as_of", day),
      rows: results.map { [day] + $0.columns.map(\.cell) })
  }

  private func result(_ audit: SpendAudit.Row) -> ResultRow {
    let campaign = audit.campaign
    var row = ResultRow()
    row.add("finding", audit.finding.rawValue)
    row.add("campaign_key", campaign.key)
    row.add("name", campaign.name)
    row.add("source", campaign.source)
    row.add("medium", campaign.medium)
    row.add("spend", .integer(campaign.spend))
    row.add("clicks", campaign.clicks)
    row.add("sessions", campaign.sessions)
    row.add("at_risk", .integer(audit.atRisk))
    return row
  }

  private func result(_ match: KeyMatch) -> ResultRow {
    var row = ResultRow()
    row.add("member", match.member)
    row.add("key", match.key?.rawValue ?? "")
    row.add("members", match.members)
    row.add("with_key", match.withKey)
    row.add("joined", match.joined)
    row.add("shared_keys", match.sharedKeys)
    return row
  }

  private func results(_ part: AttributionReport.Part) -> [ResultRow] {
    func row(
      _ model: AttributionModel, _ player: String, _ conversions: Estimate, _ value: Int64,
      _ margin: Int64
    ) -> ResultRow {
      var row = ResultRow()
      row.add("kind", part.kind.rawValue)
      row.add("grain", part.grain.rawValue)
      row.add("model", model.rawValue)
      row.add("player", player)
      row.add("conversions", conversions.value)
      row.add("conversions_lower", conversions.interval?.lower)
      row.add("conversions_upper", conversions.interval?.upper)
      row.add("value", .integer(value))
      row.add("margin", .integer(margin))
      return row
    }
    let unattributed = part.unattributed
    return AttributionModel.allCases.flatMap { model in
      part.rows.compactMap { each in
        each.credits[model].map { row(model, each.player, $0.conversions, $0.value, $0.margin) }
      } + [
        row(
          model, "", Estimate(unattributed.conversions), unattributed.revenue, unattributed.margin)
      ]
    }
  }

  private func results(_ restatement: Restatement) -> [ResultRow] {
    restatement.days.map { change in
      var row = ResultRow()
      row.add("since", restatement.since?.description)
      row.add("day", change.day.description)
      row.add("measure", change.measure.rawValue)
      row.add("before", .integer(change.before))
      row.add("after", .integer(change.after))
      row.add("files", change.files.joined(separator: "; "))
      return row
    }
  }

  private func results(_ account: AdAccount) -> [ResultRow] {
    account.months.map { month in
      var row = ResultRow()
      row.add("source", account.source)
      row.add("currency", account.currency)
      row.add("month", String(month.first.description.prefix(7)))
      row.add("spent", .integer(month.spent))
      row.add("paid", .integer(month.paid))
      row.add("balance", .integer(month.balance))
      return row
    }
  }

  private func peaks(_ season: SeasonalCurve) -> [ResultRow] {
    season.peaks.map(\.result) + (season.next.map { [$0.result] } ?? [])
  }
}

/// The named cells of one result; all rows of a table name the same columns.
struct ResultRow {
  private(set) var columns: [(name: String, cell: Cell)] = []

  mutating func add(_ name: String, _ cell: Cell) { columns.append((name, cell)) }
  mutating func add(_ name: String, _ count: Int) { add(name, .integer(Int64(count))) }
  mutating func add(_ name: String, _ text: String?) { add(name, Cell(text)) }
  mutating func add(_ name: String, _ value: Double?) {
    add(name, value.map { .real($0) } ?? .null)
  }

  /// A value with its range: `name`, `name_lower`, `name_upper`.
  mutating func add(_ name: String, _ estimate: Estimate?) {
    add(name, estimate?.value)
    add(name + "_lower", estimate?.interval?.lower)
    add(name + "_upper", estimate?.interval?.upper)
  }
}

extension CampaignRating {
  fileprivate var result: ResultRow {
    var row = ResultRow()
    row.add("campaign_key", facts.key)
    row.add("spend", Int(facts.spend))
    row.add("impressions", facts.impressions)
    row.add("clicks", facts.clicks)
    row.add("sessions", facts.sessions)
    row.add("conversions", conversions)
    row.add("cost_per_conversion", costPerConversion)
    row.add("return_on_ad_spend", returnOnAdSpend)
    row.add("margin_return", marginReturn)
    row.add("grade", grade?.rawValue)
    row.add("conversions_needed", conversionsNeeded.map { .integer(Int64($0)) } ?? .null)
    row.add("advice", advice.rawValue)
    return row
  }
}

extension SeasonalCurve.WeekIndex {
  fileprivate var result: ResultRow {
    var row = ResultRow()
    row.add("week", week)
    row.add("week_index", index)
    return row
  }
}

extension SeasonalCurve.Peak {
  fileprivate var result: ResultRow {
    ResultRow(
      name: name, start: start, top: top, curveTop: curveTop, end: end, multiple: multiple,
      total: total, isNext: false)
  }
}

extension SeasonalCurve.NextPeak {
  fileprivate var result: ResultRow {
    ResultRow(
      name: name, start: start, top: top, curveTop: top, end: end, multiple: multiple, total: nil,
      isNext: true)
  }
}

extension ResultRow {
  fileprivate init(
    name: String?, start: Day, top: Day, curveTop: Day, end: Day, multiple: Estimate,
    total: Double?, isNext: Bool
  ) {
    add("start_day", start.description)
    add("name", name)
    add("top_day", top.description)
    add("curve_top_day", curveTop.description)
    add("end_day", end.description)
    add("multiple", multiple)
    add("total", total)
    add("is_next", isNext ? 1 : 0)
  }
}

extension GeodomainRating {
  fileprivate var result: ResultRow {
    var row = ResultRow()
    row.add("domain", facts.domain)
    row.add("visits", facts.visits)
    row.add("web_orders", facts.webOrders)
    row.add("orders", facts.orders)
    row.add("calls", facts.calls)
    row.add("revenue", Int(facts.revenue))
    row.add("spend", Int(facts.spend))
    row.add("open_days", facts.openDays)
    row.add("per_visit", perVisit)
    row.add("per_head", perHead)
    row.add("per_visit_verdict", perVisitVerdict.rawValue)
    row.add("per_head_verdict", perHeadVerdict.rawValue)
    return row
  }
}

extension Indicator {
  fileprivate var result: ResultRow {
    var row = ResultRow()
    row.add("name", name.rawValue)
    row.add("value", value)
    row.add("last_week", lastWeek)
    row.add("four_weeks_ago", fourWeeksAgo)
    row.add("last_year", lastYear)
    row.add("expected", expected)
    row.add("verdict", verdict.rawValue)
    row.add("missing_days", missingDays)
    row.add("costed_share", costedShare)
    row.add("open", open.map { .integer(Int64($0)) } ?? .null)
    return row
  }
}
