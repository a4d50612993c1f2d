/// One phone that many customers of an office give: it ties nobody to anybody.
struct OfficePhone {
  /// Numbers of the customers who give it.
  let sharers: Set<Int>

  /// Ten digits after the country code.
  static let number = "4950002050"
  static let most = 50
  /// Of a small shop's customers on the website no more than one in this many sits there.
  private static let rest = 10

  /// Only customers who order on the website and nowhere else: what is planted about telephone
  /// orders and about buyers in the store stays as it is.
  init(orders: [Order], settings: SampleSettings) {
    let elsewhere = Set(orders.filter { !$0.isOnWebsite }.map(\.customer.number))
    var seen: Set<Int> = []
    var eligible: [Int] = []
    for order in orders where order.isOnWebsite && order.customer.phone != nil {
      let number = order.customer.number
      if !elsewhere.contains(number), seen.insert(number).inserted { eligible.append(number) }
    }
    var random = settings.random("office phone")
    let wanted = min(OfficePhone.most, eligible.count / OfficePhone.rest)
    var sharers: Set<Int> = []
    while sharers.count < wanted { sharers.insert(random.pick(eligible)) }
    self.sharers = sharers
  }
}
