import Testing
import TributaryModel

@testable import TributarySample

struct OrderBookTests {
  private let sample = SmallShop.sample

  @Test func `each total in the file is the sum of its lines, less discount, plus delivery`()
    throws
  {
    let bad = { (table: SampleTable) in Set(table.badRows.map { $0.line - 2 }) }
    let orders = SampleTable.orders(sample.orders, sample.settings.random("any"))
    let lines = SampleTable.orderLines(sample.orders)
    var goods: [String: Int64] = [:]
    for (position, row) in lines.rows.enumerated() where !bad(lines).contains(position) {
      goods[row[0], default: 0] += try #require(Int64(row[2])) * kopecks(row[3])
    }
    #expect(orders.rows.count > 100)
    let column = { (name: String) in try #require(orders.header.firstIndex(of: name)) }
    for (position, row) in orders.rows.enumerated() where !bad(orders).contains(position) {
      let sum = try #require(goods[row[0]])
      let total = try kopecks(row[column("total")])
      let discount = try kopecks(row[column("discount")])
      let charge = try kopecks(row[column("delivery_charge")])
      #expect(total == sum - discount + charge)
    }
  }

  @Test func `orders are numbered in the order of time and end at as-of`() {
    let orders = sample.orderBook.orders
    #expect(zip(orders, orders.dropFirst()).allSatisfy { $0.placedAt <= $1.placedAt })
    #expect(Set(orders.map(\.id)).count == orders.count)
    for order in sample.orders {
      #expect(order.history.first?.status == .new)
      #expect(order.history.first?.at == order.placedAt)
      #expect(order.history.allSatisfy { $0.at.day <= sample.settings.asOf })
      #expect(zip(order.history, order.history.dropFirst()).allSatisfy { $0.at < $1.at })
    }
  }

  @Test func `nothing of the leading category is sold while it is out of stock`() throws {
    let days = StockOut(asOf: sample.settings.asOf).days
    let during = sample.orders.filter { days.contains($0.placedAt.day) }
    #expect(!during.isEmpty)
    #expect(during.allSatisfy { $0.lines.allSatisfy { $0.product.category != .leading } })
    #expect(sample.orderBook.lost.values.reduce(0, +) > 0)
    #expect(sample.orderBook.lost.keys.allSatisfy(days.contains))
    let stock = SampleTable.stock(sample.settings, orders: sample.orders)
    let empty = Set(stock.rows.filter { $0.last == "0" }.map { $0[0] })
    #expect(empty == Set(days.days.map(\.description)))
  }

  @Test func `cancellations pile up among the orders that wait for stock`() {
    let orders = OrderBook(settings: SmallShop.longSettings).orders
    func share(after status: Order.Status) -> Double {
      let entered = orders.filter { $0.moment(of: status) != nil && $0.method != .retail }
      let lost = entered.count {
        $0.status == .cancelled && $0.history.dropLast().last?.status == status
      }
      return Double(lost) / Double(entered.count)
    }
    #expect((share(after: .awaitingStock) - 0.38).magnitude < 0.04)
    for status in [Order.Status.new, .confirmed, .assembling] {
      #expect(share(after: status) < 0.03)
    }
    #expect((10_000...14_000).contains(orders.count))
  }

  private func kopecks(_ text: String) throws -> Int64 {
    try #require(Int64(text.replacing(".", with: "")))
  }
}
