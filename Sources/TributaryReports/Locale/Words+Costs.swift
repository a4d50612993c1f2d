/// Words about what goods cost the shop.
extension Words {
  /// Stands above the ratings when every margin is only a revenue.
  var costsUnknown: String {
    say(
      "What the goods cost is not known: the margin here is the revenue, and every grade is too "
        + "kind. Add cost_of_goods to the orders, or unit_cost to order lines or products.",
      "Закупочные цены неизвестны: маржа здесь равна выручке, и все оценки завышены. Добавьте "
        + "cost_of_goods в заказы или unit_cost в строки заказов либо в товары.")
  }
}
