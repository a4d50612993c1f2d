import TributaryAnalysis
import TributaryModel

/// The tables of the orders' page.
struct OrderTables {
  let answers: OrderAnswers
  let words: Words

  private var asOf: Day { answers.window.last }

  /// Orders by one property, with the share cancelled first; statuses with their number first.
  func breakdown(_ breakdown: OrderBreakdown) -> Table {
    let dimension = breakdown.dimension
    let largest = Double(breakdown.rows.map(\.orders).max() ?? 0)
    let lost: [String] = ["cancelled_share", "cancelled_share_lower", "cancelled_share_upper"]
    let (fields, shown): ([String], [ShownColumn<OrderBreakdown.Entry>]) =
      if dimension == .status {
        (
          ["orders"],
          [
            .column("orders", words.ordersHead),
            .drawn("", .graphic) {
              .markup(InlineBar(value: Double($0.row.orders), largest: largest).markup)
            },
          ]
        )
      } else {
        (
          lost + ["orders", "cancelled"],
          [
            .column("cancelled_share", words.cancelledShareHead),
            .column("orders", words.ordersHead), .column("cancelled", words.cancelledHead),
          ]
        )
      }
    return Table(
      OrderBreakdown.results, breakdown.entries,
      ResultSelection(
        columns: ["name"] + fields + ["share", "revenue"],
        conditions: [("dimension", .text(dimension.rawValue))],
        names: ["name": dimension.rawValue]),
      asOf: asOf, file: "orders-by-\(dimension.rawValue)", label: words.topic(dimension),
      columns: [.drawn(words.head(dimension)) { [words] in words.nameCell($0.row.name) }] + shown
        + [.column("share", words.shareHead), .column("revenue", words.revenueHead)],
      words: words)
  }

  var cancellations: Table {
    Table(
      StatusFlow.CancellationSource.results, answers.statuses.cancellations, asOf: asOf,
      file: "order-cancellations", label: words.leakTopic,
      columns: [
        .drawn(words.status) { [words] in words.nameCell($0.status) },
        .column("cancelled_share", words.cancelledShareHead),
        .column("cancelled", words.cancelledFromHead), .column("entered", words.enteredHead),
      ], words: words)
  }

  var transitions: Table {
    Table(
      StatusFlow.Transition.results, answers.statuses.transitions, asOf: asOf,
      file: "order-transitions", label: words.flowTopic,
      columns: [
        .drawn(words.fromHead) { [words] move in
          move.from.isEmpty
            ? .markup(#"<span class="mut">\#(words.flowStart)</span>"#) : .user(move.from)
        },
        .drawn(words.toHead) { [words] in words.nameCell($0.to) },
        .column("orders", words.ordersHead),
        .drawn(words.hoursHead, .number(decimals: 1)) {
          $0.medianHours.map { .value($0) } ?? .blank
        },
      ], words: words)
  }

  /// Orders that wait for somebody to act, by status.
  var waiting: Table {
    let waiting = answers.statuses.waiting
    let largest = Double(waiting.map(\.money).max() ?? 0)
    return Table(
      StatusFlow.Waiting.results, waiting, asOf: asOf, file: "waiting-orders",
      label: words.waitingTopic,
      columns: [
        .column("status", words.status), .column("orders", words.ordersHead),
        .column("money", words.moneyHead),
        .drawn("", .graphic) {
          .markup(InlineBar(value: Double($0.money), largest: largest).markup)
        },
        .column("oldest_days", words.oldestHead),
      ],
      total: [
        .text(words.together), .value(waiting.reduce(0) { $0 + $1.orders }),
        .value(waiting.reduce(0) { $0 + $1.money }), .blank, .blank,
      ], words: words)
  }
}

extension DotChart.Kind {
  /// The look of a row beside all others together.
  init(_ standing: OrderBreakdown.Standing) {
    switch standing {
    case .more: self = .bad
    case .fewer: self = .good
    case .cannotTell: self = .cannotTell
    }
  }
}
