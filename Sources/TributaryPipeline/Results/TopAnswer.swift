import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// The leading landing pages, search queries and categories.
  func tops() throws(WarehouseError) -> [TopList] {
    [
      try top(.landingPages, .landingPages), try top(.searchQueries, .searchQueries),
      try top(.categories, .categories),
    ]
  }

  private func top(_ name: TopList.Name, _ query: NamedSQL) throws(WarehouseError) -> TopList {
    let entries = try rows(query, window).map { row throws(WarehouseError) in
      TopEntry(
        label: try row.text("label"), volume: try row.double("volume"),
        money: try row.int64("money"),
        conversions: name == .categories ? nil : try row.double("conversions"),
        margin: name == .categories ? try row.optionalInt64("margin") : nil)
    }
    return TopList.ranking(name, entries: entries, window: window)
  }
}
