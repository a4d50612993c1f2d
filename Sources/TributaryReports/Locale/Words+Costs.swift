/// Words about what goods cost the shop.
extension Words {
  /// What an order leaves the shop: its margin, or only its revenue where no cost is known.
  var gain: String { knowsCosts ? say("margin", "маржа") : say("revenue", "выручка") }

  /// Stands above the ratings when no cost is known.
  var costsUnknown: String {
    say(
      "What the goods cost is not known: campaigns are rated by revenue, and every grade is too "
        + "kind. Add cost_of_goods to the orders, or unit_cost to order lines or products.",
      "Закупочные цены неизвестны: кампании оценены по выручке, и все оценки завышены. Добавьте "
        + "cost_of_goods в заказы или unit_cost в строки заказов либо в товары.")
  }
}
