import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// The way of a purchase and the way of a letter.
  func funnels() throws(WarehouseError) -> [Funnel] {
    [try purchase(), try letter()]
  }

  private func purchase() throws(WarehouseError) -> Funnel {
    var passages: [FunnelPassage] = []
    for row in try rows(.funnelSteps, window) {
      guard let step = Funnel.StepName(rawValue: try row.text("step")) else { continue }
      let skipped = try row.text("skipped").split(separator: " ")
        .compactMap { Funnel.StepName(rawValue: String($0)) }
      passages.append(
        FunnelPassage(step, skipping: Set(skipped), sessions: try row.int("entered")))
    }
    let sessions = FunnelCount.counting(passages, steps: Funnel.sessionSteps)
    let progress = try progress(.orderProgress)
    return Funnel.purchase(
      sessions: sessions, placed: try progress?.int("orders") ?? 0,
      orders: try steps(after: progress), window: window)
  }

  /// What orders tell after they were placed; a step of which no order ever told is left out, for
  /// nobody was lost there.
  private func steps(after progress: Row?) throws(WarehouseError) -> [FunnelCount] {
    guard let progress else { return [] }
    var steps: [FunnelCount] = []
    if try progress.int("knows_paid") == 1 {
      steps.append(
        FunnelCount(
          .paid, reached: try progress.int("paid"), open: try progress.int("paid_open")))
    }
    if try progress.int("knows_delivered") == 1 {
      steps.append(
        FunnelCount(
          .delivered, reached: try progress.int("delivered"),
          around: try progress.int("delivered_unpaid"),
          open: try progress.int("delivered_open")))
    }
    return steps
  }

  private func letter() throws(WarehouseError) -> Funnel {
    let progress = try progress(.letterProgress)
    return Funnel.letter(
      [
        FunnelCount(.letter, reached: try progress?.int("letters") ?? 0),
        FunnelCount(
          .invoice, reached: try progress?.int("invoiced") ?? 0,
          open: try progress?.int("invoiced_open") ?? 0),
        FunnelCount(
          .invoicePaid, reached: try progress?.int("paid") ?? 0,
          open: try progress?.int("paid_open") ?? 0),
      ], window: window)
  }

  private func progress(_ query: NamedSQL) throws(WarehouseError) -> Row? {
    try warehouse.rows(
      query,
      [
        .text(window.first.description), .text(window.last.description),
        .integer(Int64(Funnel.openDays)),
      ]
    ).first
  }
}
