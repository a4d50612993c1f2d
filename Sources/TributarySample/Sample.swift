import TributaryModel

/// The whole story in memory: what happened in the shop, and the tables and logs that tell of it.
struct Sample {
  let settings: SampleSettings
  let orderBook: OrderBook
  let funnel: LetterFunnel
  let callLog: CallLog
  let visitPlan: VisitPlan
  let spendPlan: SpendPlan
  let queryPlan: SearchQueryPlan
  let log: AccessLog
  /// All orders, those of letters included, in the order of time.
  let orders: [Order]

  init(settings: SampleSettings, progress: (String) -> Void = { _ in }) {
    self.settings = settings
    progress("orders")
    orderBook = OrderBook(settings: settings)
    funnel = LetterFunnel(settings: settings)
    orders = (orderBook.orders + funnel.orders).sorted {
      ($0.placedAt, $0.id) < ($1.placedAt, $1.id)
    }
    progress("calls")
    callLog = CallLog(settings: settings, orders: orderBook.orders)
    progress("visits")
    visitPlan = VisitPlan(
      settings: settings, orders: orderBook.orders, calls: callLog.calls)
    spendPlan = SpendPlan(settings: settings, visits: visitPlan.clicks)
    queryPlan = SearchQueryPlan(settings: settings, spend: spendPlan.rows)
    progress("access log")
    log = AccessLog(settings: settings, visits: visitPlan.visits)
  }

  var tables: [SampleTable] {
    [
      .orders(orders, settings.random("order phones")), .orderLines(orders),
      .orderStatuses(orders), .calls(callLog), .letters(funnel), .invoices(funnel),
      .payments(funnel), .spend(spendPlan), .searchQueries(queryPlan), .geodomains(settings),
      .phoneNumbers(settings), .calendar(settings), .products(),
      .stock(settings, orders: orders),
    ]
  }
}
