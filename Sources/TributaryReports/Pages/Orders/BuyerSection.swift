import TributaryAnalysis
import TributaryModel

/// How many orders come from buyers who had ordered before.
struct BuyerSection {
  let groups: [BuyerGroup]
  let asOf: Day
  let words: Words

  /// Nil without orders.
  var section: Section? {
    guard !groups.isEmpty else { return nil }
    return Section(
      topic: words.buyersTopic, claim: words.buyersClaim(groups), blocks: [.table(table)],
      notes: [Section.Note(words.howToRead, words.buyersNote)])
  }

  private var table: Table {
    Table(
      BuyerGroup.results, groups, asOf: asOf, file: "orders-by-buyer", label: words.buyersTopic,
      columns: [
        .drawn(words.buyersHead) { [words] in .text(words.name($0.kind)) },
        .column("orders", words.ordersHead), .column("cancelled", words.cancelledHead),
        .column("cancelled_share", words.cancelledShareHead),
        .column("revenue", words.revenueHead),
      ], words: words)
  }
}

extension Words {
  var buyersTopic: String { say("New and returning buyers", "Новые и постоянные покупатели") }
  var buyersHead: String { say("Buyers", "Покупатели") }

  func name(_ kind: BuyerGroup.Kind) -> String {
    switch kind {
    case .new: say("New", "Новые")
    case .returning: say("Returning", "Постоянные")
    case .unknown: say("Unknown", "Неизвестные")
    }
  }

  func buyersClaim(_ groups: [BuyerGroup]) -> String {
    guard let share = BuyerGroup.returningShare(groups) else {
      return say(
        "Too few orders name their buyer to say how many come back.",
        "Слишком мало заказов с известным покупателем, чтобы судить о повторных.")
    }
    return say(
      "Of the orders whose buyer is known, \(shareEstimate(share)) come from buyers who had ordered before.",
      "Из заказов с известным покупателем \(shareEstimate(share)) сделали те, кто уже заказывал раньше."
    )
  }

  var buyersNote: Markup {
    rich(
      """
      A buyer is known by phone, e-mail, card or visits. An earlier order counts whatever became of \
      it, as far back as the orders go.
      """,
      """
      Покупатель узнаётся по телефону, почте, карте или визитам. Прежний заказ считается, чем бы он \
      ни кончился, насколько хватает истории заказов.
      """)
  }
}
