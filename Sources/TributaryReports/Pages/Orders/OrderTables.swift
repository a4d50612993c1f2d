import TributaryAnalysis
import TributaryModel

/// The tables of the orders' page.
struct OrderTables {
  let answers: OrderAnswers
  let words: Words

  /// Orders by one property, with the share cancelled first; statuses with their number first.
  func breakdown(_ breakdown: OrderBreakdown) -> Table {
    let dimension = breakdown.dimension
    let isStatus = dimension == .status
    let orders = breakdown.rows.reduce(0) { $0 + $1.orders }
    let largest = Double(breakdown.rows.map(\.orders).max() ?? 0)
    let name = Column(words.head(dimension), dimension.rawValue, .text)
    let money = [
      Column(words.shareHead, "share", .share), Column(words.revenueHead, "revenue", .money),
    ]
    let count = Column(words.ordersHead, "orders", .count)
    let cancelled = Column(words.cancelledHead, "cancelled", .count)
    let lost = Column(words.cancelledShareHead, "cancelled_share", .estimate(.share))
    return Table(
      file: "orders-by-\(dimension.rawValue)", label: words.topic(dimension),
      columns: isStatus
        ? [name, count, Column("", "", .graphic)] + money : [name, lost, count, cancelled] + money,
      rows: breakdown.rows.map { row in
        let share = orders > 0 ? Double(row.orders) / Double(orders) : nil
        let bar = InlineBar(value: Double(row.orders), largest: largest).markup
        let first: [Cell] =
          isStatus
          ? [.value(row.orders), .markup(bar)]
          : [.estimate(row.cancelledShare), .value(row.orders), .value(row.cancelled)]
        return [words.nameCell(row.name)] + first + [.value(share), .value(row.revenue)]
      },
      source: source(dimension))
  }

  var cancellations: Table {
    Table(
      file: "order-cancellations", label: words.leakTopic,
      columns: [
        Column(words.status, "status", .text),
        Column(words.cancelledShareHead, "cancelled_share", .estimate(.share)),
        Column(words.cancelledFromHead, "cancelled", .count),
        Column(words.enteredHead, "entered", .count),
      ],
      rows: answers.statuses.cancellations.map {
        [words.nameCell($0.status), .estimate($0.share), .value($0.cancelled), .value($0.entered)]
      }, source: queries.cancellations)
  }

  var transitions: Table {
    Table(
      file: "order-transitions", label: words.flowTopic,
      columns: [
        Column(words.fromHead, "from_status", .text), Column(words.toHead, "to_status", .text),
        Column(words.ordersHead, "orders", .count),
        Column(words.hoursHead, "median_hours", .number(decimals: 1)),
      ],
      rows: answers.statuses.transitions.map { move in
        [
          move.from.isEmpty
            ? .markup(#"<span class="mut">\#(words.flowStart)</span>"#) : .user(move.from),
          words.nameCell(move.to), .value(move.orders),
          move.medianHours.map { .value($0) } ?? .blank,
        ]
      }, source: queries.transitions)
  }

  private func source(_ dimension: OrderBreakdown.Dimension) -> Table.Source {
    let column = dimension == .payment ? "payment_method" : dimension.rawValue
    return Table.Source(
      sql: """
        select \(column), count(*) as orders, sum(is_lost) as cancelled,
          coalesce(sum(total) filter (where not is_lost), 0) as revenue
        from order_fact
        where day between '\(answers.window.first)' and '\(answers.window.last)'
        group by \(column)
        order by orders desc, \(column)
        """)
  }

  private var queries: StatusQuery { StatusQuery(asOf: answers.window.last) }
}
