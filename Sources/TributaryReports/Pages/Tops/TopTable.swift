import TributaryAnalysis
import TributaryModel

/// One list of leaders as a table.
struct TopTable {
  let contrast: TopContrast
  let words: Words

  private var list: TopList { contrast.list }

  var table: Table {
    let result = TopList.results(list.name)
    // Without any cost there is no margin to speak of.
    let fields = result.shape.columns.map(\.name).filter {
      words.knowsCosts || !$0.hasPrefix("margin")
    }
    return Table(
      result, list.rows, ResultSelection(columns: fields), asOf: list.window.last,
      file: "top-\(list.name.rawValue.replacing("_", with: "-"))", label: words.topic(list.name),
      columns: [name] + columns, filter: list.rows.count > 8 ? words.filterRows : nil,
      words: words)
  }

  private var name: ShownColumn<TopList.Row> {
    let head =
      switch list.name {
      case .landingPages: words.pageHead
      case .searchQueries: words.queryHead
      case .categories: words.categoryHead
      }
    return .drawn(head) { [words] in words.nameCell($0.label) }
  }

  private var columns: [ShownColumn<TopList.Row>] {
    switch list.name {
    case .landingPages:
      [
        .column("visits", words.visitsHead),
        .column("orders_per_visit", words.rateOf(list.name)),
        .column("orders", words.ordersHead), .column("revenue", words.revenueHead),
      ]
    case .searchQueries:
      [
        .column("cost", words.queryCostHead),
        .column("conversions_per_click", words.rateOf(list.name)),
        .column("clicks", words.clicksHead), .column("conversions", words.queryOrdersHead),
      ]
    case .categories:
      [.column("revenue", words.revenueHead)]
        + (words.knowsCosts
          ? [.column("margin", words.marginHead), .column("margin_share", words.marginShareHead)]
          : []) + [.column("pieces", words.piecesHead)]
    }
  }
}

extension DotChart.Kind {
  /// The look of a row beside all others together.
  init(_ standing: TopList.Standing) {
    switch standing {
    case .below: self = .bad
    case .above: self = .good
    case .cannotTell: self = .cannotTell
    }
  }
}
