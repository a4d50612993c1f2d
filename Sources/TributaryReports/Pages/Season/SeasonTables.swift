import TributaryAnalysis
import TributaryModel

/// The tables of the season's page and what lies behind its drawings.
enum SeasonTables {
  static func weeks(_ curve: SeasonalCurve, _ asOf: Day, _ words: Words) -> Table {
    Table(
      file: "seasonal-index", label: words.yearTopic,
      columns: [
        Column("", "iso_week", .count), Column("", "index_100", .estimate(.count)),
      ],
      rows: curve.weeks.map { [.value($0.week), .estimate($0.index)] },
      source: Table.Source(
        sql: """
          select week, week_index, week_index_lower, week_index_upper
          from seasonal_index
          where as_of = '\(asOf)'
          order by week
          """))
  }

  static func days(_ curve: SeasonalCurve, _ asOf: Day, _ words: Words) -> Table {
    Table(
      file: "demand-day", label: words.standingTopic,
      columns: [
        Column("", "day", .text), Column("", "orders", .count),
        Column("", "expected", .number(decimals: 1)), Column("", "out_of_stock", .count),
      ],
      rows: curve.days.map {
        [.day($0.day), .value($0.actual), .value($0.expected), .value($0.isCensored ? 1 : 0)]
      },
      source: Table.Source(
        sql: """
          select day, sum(orders) as orders
          from mart_demand_day
          where day <= '\(asOf)'
          group by day
          order by day
          """))
  }

  /// The next peak first, then the past ones, latest first.
  static func peaks(_ curve: SeasonalCurve, _ asOf: Day, _ words: Words) -> Table {
    var rows: [[Cell]] = []
    if let next = curve.next {
      rows.append(
        [name(next.name, words.comesNext, words)] + days(next.start, next.top, next.end) + [
          .estimate(next.multiple), .value(nil), .text("next"),
        ])
    }
    rows += curve.peaks.reversed().map { peak in
      [name(peak.name, "", words)] + days(peak.start, peak.top, peak.end) + [
        .estimate(peak.multiple), .value(peak.total), .text("past"),
      ]
    }
    return Table(
      file: "peaks", label: words.peaksTopic, caption: words.peaksCaption,
      columns: [
        Column(words.peakHead, "peak", .text), Column(words.startHead, "starts", .text),
        Column(words.topHead, "top", .text), Column(words.endHead, "ends", .text),
        Column(words.multipleHead, "multiple", .estimate(.ratio)),
        Column(words.soldHead, "orders", .count), Column("", "state", .text, place: .file),
      ], rows: rows, isWide: true,
      source: Table.Source(
        sql: """
          select name, start_day, top_day, end_day, multiple, multiple_lower, multiple_upper, total
          from peak
          where as_of = '\(asOf)'
          order by top_day desc
          """))
  }

  static func yearOverYear(_ curve: SeasonalCurve, _ asOf: Day, _ words: Words) -> Table {
    Table(
      file: "year-over-year", label: words.yearOverYearTopic,
      columns: [
        Column(words.yearToHead, "year_to", .text),
        Column(words.ratioHead, "ratio", .estimate(.ratio)),
        Column(words.changeHead, "change", .change),
      ],
      rows: curve.yearOverYear.reversed().map {
        [.day($0.to), .estimate($0.ratio), .value($0.ratio.value - 1)]
      },
      source: Table.Source(sql: yearOverYearSQL(curve)))
  }

  private static func yearOverYearSQL(_ curve: SeasonalCurve) -> String {
    let years = curve.yearOverYear.reversed()
    let leftOut = years.flatMap { year in year.leftOut.map { "('\(year.to)', '\($0)')" } }
    let without =
      leftOut.isEmpty
      ? ""
      : """
      where (year_to, day) not in (values
        \(leftOut.joined(separator: ",\n  ")))

      """
    return """
      with year (year_to) as (values \(years.map { "('\($0.to)')" }.joined(separator: ", ")))
      select year_to,
        sum(case when day > date(year_to, '-364 days') then orders end) * 1.0
          / sum(case when day <= date(year_to, '-364 days') then orders end) as ratio
      from year
      join mart_demand_day on day > date(year_to, '-728 days') and day <= year_to
      \(without)group by year_to
      order by year_to desc
      """
  }

  private static func name(_ name: String?, _ note: String, _ words: Words) -> Cell {
    guard let name, !name.isEmpty else { return .markup("\(words.namelessPeak)", file: "") }
    return .user(name, note: note)
  }

  private static func days(_ start: Day, _ top: Day, _ end: Day) -> [Cell] {
    [.day(start), .day(top), .day(end)]
  }
}
