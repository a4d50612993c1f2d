import TributaryAnalysis
import TributaryModel

/// Orders that wait for somebody to act, by status.
struct WaitingTable {
  let table: Table

  init(_ waiting: [StatusFlow.Waiting], asOf: Day, _ words: Words) {
    let largest = Double(waiting.map(\.money).max() ?? 0)
    table = Table(
      file: "waiting-orders", label: words.waitingTopic,
      columns: [
        Column(words.status, "status", .text), Column(words.ordersHead, "orders", .count),
        Column(words.moneyHead, "money", .money), Column("", "", .graphic),
        Column(words.oldestHead, "oldest_days", .count),
      ],
      rows: waiting.map { each in
        [
          .user(each.status), .value(each.orders), .value(each.money),
          .markup(InlineBar(value: Double(each.money), largest: largest).markup),
          .value(each.oldestDays),
        ]
      },
      total: [
        .text(words.together), .value(waiting.reduce(0) { $0 + $1.orders }),
        .value(waiting.reduce(0) { $0 + $1.money }), .blank, .blank,
      ],
      source: StatusQuery(asOf: asOf).waiting)
  }
}
