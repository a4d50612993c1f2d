import TributaryAnalysis
import TributaryModel

/// The tables of the cities' page.
struct CityTables {
  let contrast: CityContrast
  let words: Words

  private var comparison: GeodomainComparison { contrast.comparison }
  private var asOf: Day { comparison.window.last }

  var perVisit: Table {
    ratings(
      "city-conversion", words.cityVisitTopic,
      [
        "per_visit_verdict", "per_visit", "per_visit_lower", "per_visit_upper", "web_orders",
        "visits",
      ],
      names: [
        "per_visit_verdict": "verdict", "per_visit": "orders_per_visit",
        "per_visit_lower": "orders_per_visit_lower", "per_visit_upper": "orders_per_visit_upper",
      ],
      [
        .drawn(words.verdictHead) { [words] in
          words.cell($0.perVisitVerdict, isKnown: $0.perVisit != nil)
        },
        .column("per_visit", words.perVisitHead), .column("web_orders", words.webOrdersHead),
        .column("visits", words.visitsHead),
      ])
  }

  var perHead: Table {
    ratings(
      "city-demand", words.cityHeadTopic,
      [
        "per_head_verdict", "per_head", "per_head_lower", "per_head_upper", "orders", "calls",
        "population", "open_days",
      ],
      names: [
        "per_head_verdict": "verdict", "per_head": "orders_per_100000",
        "per_head_lower": "orders_per_100000_lower", "per_head_upper": "orders_per_100000_upper",
      ],
      [
        .drawn(words.verdictHead) { [words] in
          words.cell($0.perHeadVerdict, isKnown: $0.perHead != nil)
        },
        .column("per_head", words.perHeadHead), .column("orders", words.ordersHead),
        .column("calls", words.callsHead), .column("population", words.populationHead),
        .column("open_days", words.openDaysHead),
      ])
  }

  var money: Table {
    let largest = Double(contrast.opened.map(\.facts.revenue).max() ?? 0)
    return ratings(
      "cities", words.cityMoneyTopic, ["revenue", "revenue_share"],
      names: ["revenue_share": "share"],
      [
        .column("revenue", words.revenueHead),
        .drawn("", .graphic) {
          .markup(InlineBar(value: Double($0.facts.revenue), largest: largest).markup)
        },
        .column("revenue_share", words.shareHead),
      ], total: [.text(words.together), .value(revenue)])
  }

  /// Some columns of the open cities' ratings.
  private func ratings(
    _ file: String, _ label: String, _ fields: [String], names: [String: String],
    _ columns: [ShownColumn<GeodomainRating>], total: [Cell]? = nil
  ) -> Table {
    Table(
      GeodomainRating.results, comparison.ratings,
      ResultSelection(
        columns: ["city", "domain"] + fields, conditions: [("is_open", .integer(1))],
        names: names),
      asOf: asOf, file: file, label: label,
      columns: [.drawn(words.cityHead) { [words] in words.nameCell($0.name) }] + columns,
      total: total, words: words)
  }

  var launches: Table {
    Table(
      GeodomainComparison.Launch.results, comparison.launches, asOf: asOf, file: "city-launches",
      label: words.launchTopic,
      columns: [
        .drawn(words.cityHead) { [words] in words.nameCell($0.name) },
        .drawn(words.verdictHead) { [words] in words.cell($0.verdict) },
        .drawn(words.upliftHead) { [words] launch in
          launch.uplift.map {
            .markup(#"<b class="nb">\#(words.upliftText($0))</b>"#, sort: $0.value)
          } ?? .markup(#"<span class="mut">\#(Words.unknown)</span>"#)
        },
        .column("opened_on", words.openedHead), .column("orders_before", words.beforeHead),
        .column("orders_after", words.afterHead),
      ], words: words)
  }

  /// Cities named but not open.
  var unopened: Table {
    Table(
      CityContrast.Unopened.results, contrast.unopened, asOf: asOf, file: "city-unopened",
      label: words.unopenedTopic,
      columns: [
        .drawn(words.cityHead) { [words] in words.nameCell($0.city) },
        .column("opens_on", words.opensHead), .column("orders_in_28_days", words.mayOrderHead),
      ], words: words)
  }

  /// Calls that no city gets.
  func unassigned(_ calls: [UnassignedCalls]) -> Table {
    Table(
      UnassignedCalls.results, calls, asOf: asOf, file: "calls-unassigned",
      label: words.unassignedCallsTopic,
      columns: [
        .column("number", words.numberHead),
        .drawn(words.numberKindHead) { [words] in .text(words.kind(of: $0)) },
        .column("calls", words.callsHead), .column("missed", words.missedHead),
        .column("last_day", words.lastCallHead),
      ], words: words)
  }

  var revenue: Int64 { contrast.opened.reduce(0) { $0 + $1.facts.revenue } }
}
