import TributaryAnalysis
import TributaryModel

/// One list of leaders as a table.
struct TopTable {
  let contrast: TopContrast
  let words: Words

  private var list: TopList { contrast.list }

  var table: Table {
    Table(
      file: "top-\(list.name.rawValue.replacing("_", with: "-"))", label: words.topic(list.name),
      columns: columns, rows: list.rows.map(row),
      filter: list.rows.count > 8 ? words.filterRows : nil,
      source: Table.Source(sql: sql))
  }

  private var columns: [Column] {
    switch list.name {
    case .landingPages:
      [
        Column(words.pageHead, "landing_path", .text), Column(words.visitsHead, "visits", .count),
        Column(words.rateOf(list.name), "orders_per_visit", .estimate(.share)),
        Column(words.ordersHead, "orders", .count), Column(words.revenueHead, "revenue", .money),
      ]
    case .searchQueries:
      [
        Column(words.queryHead, "query", .text), Column(words.queryCostHead, "cost", .money),
        Column(words.rateOf(list.name), "conversions_per_click", .estimate(.share)),
        Column(words.clicksHead, "clicks", .count),
        Column(words.queryOrdersHead, "conversions", .number(decimals: 0)),
      ]
    case .categories:
      [
        Column(words.categoryHead, "category", .text),
        Column(words.revenueHead, "revenue", .money),
      ] + (words.knowsCosts ? marginColumns : []) + [
        Column(words.piecesHead, "pieces", .number(decimals: 0))
      ]
    }
  }

  private func row(_ row: TopList.Row) -> [Cell] {
    let name = words.nameCell(row.label)
    let rate: Cell = .estimate(row.rate)
    switch list.name {
    case .landingPages:
      return [name, .value(row.volume), rate, .value(row.conversions), .value(row.money)]
    case .searchQueries:
      return [name, .value(row.money), rate, .value(row.volume), .value(row.conversions)]
    case .categories:
      let margin = row.margin.map(Double.init)
      let margins: [Cell] = [.value(margin), .value(TopContrast.marginShare(row))]
      return [name, .value(row.money)] + (words.knowsCosts ? margins : []) + [.value(row.volume)]
    }
  }

  private var marginColumns: [Column] {
    [
      Column(words.marginHead, "margin", .money),
      Column(words.marginShareHead, "margin_share", .share),
    ]
  }

  private var sql: String {
    let (label, sums, table, day) =
      switch list.name {
      case .landingPages:
        ("landing_path", ["visits", "orders", "revenue"], "mart_landing_day", "day")
      case .searchQueries: ("query", ["cost", "clicks", "conversions"], "search_query", "date")
      case .categories: ("category", ["revenue", "margin", "pieces"], "mart_category_day", "day")
      }
    // A margin is known where the cost of all goods is.
    let columns = sums.filter { $0 != "margin" || words.knowsCosts }.map { sum in
      sum == "margin"
        ? "case when count(margin) = count(*) then sum(margin) end as margin"
        : "sum(\(sum)) as \(sum)"
    }
    return """
      select \(label), \(columns.joined(separator: ", "))
      from \(table)
      where \(day) between '\(list.window.first)' and '\(list.window.last)'
      group by \(label)
      order by \(sums[0]) desc
      """
  }
}
