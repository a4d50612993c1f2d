import TributaryModel

/// What one order holds and what it costs.
struct Basket {
  var lines: [Order.Line]
  let discount: Int64
  let deliveryCharge: Int64
  let deliveryCost: Int64

  /// A basket of that day, or nil when the shopper leaves because the leading category is gone.
  static func filled(
    on day: Day, method: Order.Method, stockOut: StockOut, _ random: inout SeededRandom
  ) -> Basket? {
    let season = Product.Season(month: day.month, day: day.dayOfMonth)
    let soldOut = stockOut.days.contains(day)
    var main = category(in: season, &random)
    if soldOut && main == .leading {
      guard random.chance(StockOut.substitutes) else { return nil }
      main = .history
    }
    let pieces = method == .letter ? random.integer(in: 4...14) : random.chance(0.12) ? 2 : 1
    var lines = [Order.Line(product: random.pick(Product.all(in: main)), quantity: pieces)]
    let extras = random.position(weights: [46, 32, 16, 6])
    for _ in 0..<extras {
      var category: Product.Category = random.chance(0.55) ? .accessories : .wigs
      if random.chance(0.25) { category = self.category(in: season, &random) }
      if soldOut && category == .leading { category = .accessories }
      let product = random.pick(Product.all(in: category))
      guard !lines.contains(where: { $0.product.sku == product.sku }) else { continue }
      lines.append(Order.Line(product: product, quantity: random.chance(0.15) ? 2 : 1))
    }
    return priced(lines, method: method, &random)
  }

  private static func category(
    in season: Product.Season, _ random: inout SeededRandom
  ) -> Product.Category {
    let all = Product.Category.allCases
    return all[random.position(weights: all.map { $0.weight(in: season) })]
  }

  private static func priced(
    _ lines: [Order.Line], method: Order.Method, _ random: inout SeededRandom
  ) -> Basket {
    let goods = lines.reduce(0) { $0 + $1.sum }
    let percent: Int64 =
      switch method {
      case .letter: 7
      default: [0, 0, 0, 0, 0, 0, 0, 5, 5, 10][random.below(10)]
      }
    let isSent = method != .retail
    let charge: Int64 = !isSent || goods >= 500_000 ? 0 : random.chance(0.6) ? 29_000 : 39_000
    let cost = isSent ? Int64(random.integer(in: 21_000...46_000)) : 0
    return Basket(
      lines: lines, discount: goods * percent / 100, deliveryCharge: charge, deliveryCost: cost)
  }
}
