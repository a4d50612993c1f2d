import TributaryAnalysis
import TributaryModel

/// The tables of the cities' page.
struct CityTables {
  let contrast: CityContrast
  let words: Words

  private var comparison: GeodomainComparison { contrast.comparison }

  var perVisit: Table {
    Table(
      file: "city-conversion", label: words.cityVisitTopic,
      columns: [
        Column(words.cityHead, "city", .text), Column("", "domain", .text, place: .file),
        Column(words.verdictHead, "verdict", .text),
        Column(words.perVisitHead, "orders_per_visit", .estimate(.share)),
        Column(words.webOrdersHead, "web_orders", .count),
        Column(words.visitsHead, "visits", .count),
      ],
      rows: contrast.opened.map { rating in
        [
          words.nameCell(rating.name), .user(rating.facts.domain),
          words.cell(rating.perVisitVerdict, isKnown: rating.perVisit != nil),
          .estimate(rating.perVisit), .value(rating.facts.webOrders), .value(rating.facts.visits),
        ]
      }, source: source)
  }

  var perHead: Table {
    Table(
      file: "city-demand", label: words.cityHeadTopic,
      columns: [
        Column(words.cityHead, "city", .text), Column("", "domain", .text, place: .file),
        Column(words.verdictHead, "verdict", .text),
        Column(words.perHeadHead, "orders_per_100000", .estimate(.ratio)),
        Column(words.ordersHead, "orders", .count), Column(words.callsHead, "calls", .count),
        Column(words.populationHead, "population", .count),
        Column(words.openDaysHead, "open_days", .count),
      ],
      rows: contrast.opened.map { rating in
        let facts = rating.facts
        return [
          words.nameCell(rating.name), .user(facts.domain),
          words.cell(rating.perHeadVerdict, isKnown: rating.perHead != nil),
          .estimate(rating.perHead), .value(facts.orders), .value(facts.calls),
          .value(facts.population.map(Double.init)), .value(facts.openDays),
        ]
      }, source: source)
  }

  var money: Table {
    let largest = Double(contrast.opened.map(\.facts.revenue).max() ?? 0)
    return Table(
      file: "cities", label: words.cityMoneyTopic,
      columns: [
        Column(words.cityHead, "city", .text), Column("", "domain", .text, place: .file),
        Column(words.revenueHead, "revenue", .money), Column("", "", .graphic),
        Column(words.shareHead, "share", .share),
      ],
      rows: contrast.opened.map { rating in
        let facts = rating.facts
        return [
          words.nameCell(rating.name), .user(facts.domain), .value(facts.revenue),
          .markup(InlineBar(value: Double(facts.revenue), largest: largest).markup),
          .value(revenue > 0 ? Double(facts.revenue) / Double(revenue) : nil),
        ]
      },
      total: [.text(words.together), .blank, .value(revenue)],
      source: source)
  }

  var launches: Table {
    Table(
      file: "city-launches", label: words.launchTopic,
      columns: [
        Column(words.cityHead, "city", .text), Column("", "domain", .text, place: .file),
        Column(words.verdictHead, "verdict", .text),
        Column(words.upliftHead, "", .text, place: .page),
        Column("", "uplift", .estimate(.share), place: .file),
        Column(words.openedHead, "opened_on", .text),
        Column(words.beforeHead, "orders_before", .count),
        Column(words.afterHead, "orders_after", .count),
      ],
      rows: comparison.launches.map { launch in
        [
          words.nameCell(launch.name), .user(launch.domain), words.cell(launch.verdict),
          launch.uplift.map {
            .markup(#"<b class="nb">\#(words.upliftText($0))</b>"#, sort: $0.value)
          }
            ?? .markup(#"<span class="mut">\#(Words.unknown)</span>"#),
          .estimate(launch.uplift), .day(launch.on), .value(launch.ordersBefore),
          .value(launch.ordersAfter),
        ]
      }, source: source)
  }

  /// Cities named but not open.
  var unopened: Table {
    Table(
      file: "city-unopened", label: words.unopenedTopic,
      columns: [
        Column(words.cityHead, "city", .text), Column(words.opensHead, "opens_on", .text),
        Column(words.mayOrderHead, "orders_in_28_days", .estimate(.count)),
      ],
      rows: contrast.unopened.map {
        [words.nameCell($0.city), .day($0.opensOn), .estimate($0.orders)]
      },
      source: source)
  }

  /// Calls that no city gets.
  func unassigned(_ calls: [UnassignedCalls]) -> Table {
    Table(
      file: "calls-unassigned", label: words.unassignedCallsTopic,
      columns: [
        Column(words.numberHead, "number", .text), Column(words.numberKindHead, "kind", .text),
        Column(words.callsHead, "calls", .count), Column(words.missedHead, "missed", .count),
        Column(words.lastCallHead, "last_day", .text),
      ],
      rows: calls.map {
        [
          .user($0.number), .markup("\(words.kind(of: $0))", file: $0.kindName), .value($0.calls),
          .value($0.missed), .day($0.lastDay),
        ]
      },
      source: Table.Source(
        sql: """
          select dialled_number, count(*) as calls
          from call
          where zoned_day(started_at) between '\(comparison.window.first)'
            and '\(comparison.window.last)'
            and not exists (
              select 1
              from phone_number
              where number = dialled_number and geodomain <> ''
                and valid_from <= zoned_day(started_at)
                and coalesce(valid_to, '9999') >= zoned_day(started_at)
            )
          group by dialled_number
          order by calls desc, dialled_number
          """))
  }

  var revenue: Int64 { contrast.opened.reduce(0) { $0 + $1.facts.revenue } }

  private var source: Table.Source {
    let window = comparison.window
    return Table.Source(
      sql: """
        select city, domain, sum(visits) as visits, sum(web_orders) as web_orders,
          sum(orders) as orders, sum(calls) as calls, sum(revenue) as revenue
        from geodomain
        join mart_geodomain_day on geodomain = domain
        where day between '\(window.first)' and '\(window.last)'
        group by domain
        order by revenue desc
        """)
  }
}
