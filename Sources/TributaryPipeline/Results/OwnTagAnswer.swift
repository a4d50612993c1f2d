import TributaryAnalysis
import TributaryWarehouse

extension AnswerContext {
  /// Tags on the shop's own pages that people followed in the window.
  func ownTags() throws(WarehouseError) -> [OwnTagUse] {
    try rows(.ownTags, window).map { row throws(WarehouseError) in
      OwnTagUse(
        OwnTag(
          source: try row.text("source"), medium: try row.text("medium"),
          campaign: try row.text("campaign")),
        pageViews: try row.int("page_views"))
    }
  }
}
