import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct SaleCountingTests {
  private static func conversion(
    _ kind: Conversion.Kind, _ id: String, day: Int64, person: String = "p",
    isCounted: Bool = true
  ) -> Conversion {
    Conversion(
      personID: person, at: at(day), kind: kind, member: id, value: 100, margin: 40,
      isCounted: isCounted)
  }

  private static func at(_ day: Int64) -> Instant { Instant(milliseconds: day * 86_400_000) }

  private static func invoice(_ id: String, issued day: Int64, order: String? = nil) -> InvoiceFact
  {
    InvoiceFact(id: id, issuedAt: at(day), paidAt: at(day + 5), total: 100, orderID: order)
  }

  private func sales(
    _ conversions: [Conversion], _ invoices: [InvoiceFact] = [], callValue: Int64 = 0
  ) -> [String] {
    SaleCounting(callValue: callValue, invoices: invoices).marked(conversions)
      .filter(\.isSale).map(\.id)
  }

  @Test func `an order and the invoice that names it are one sale, whenever it was issued`() {
    let conversions = [
      Self.conversion(.order, "1", day: 100), Self.conversion(.invoice, "I1", day: 205),
    ]
    #expect(sales(conversions, [Self.invoice("I1", issued: 200, order: "1")]) == ["order:1"])
  }

  @Test(arguments: [(-2, 2), (-1, 1), (0, 1), (30, 1), (31, 2)] as [(Int64, Int)])
  func `an invoice without a number is of the person's order of the 30 days before it`(
    days: Int64, count: Int
  ) {
    let conversions = [
      Self.conversion(.order, "1", day: 100), Self.conversion(.invoice, "I1", day: 150),
    ]
    #expect(sales(conversions, [Self.invoice("I1", issued: 100 + days)]).count == count)
    let others = [
      Self.conversion(.order, "1", day: 100, person: "q"),
      Self.conversion(.invoice, "I1", day: 150),
    ]
    #expect(sales(others, [Self.invoice("I1", issued: 100 + days)]).count == 2)
  }

  @Test func `a paid invoice of a lost order is the sale`() {
    let conversions = [
      Self.conversion(.order, "1", day: 100, isCounted: false),
      Self.conversion(.invoice, "I1", day: 103),
    ]
    #expect(sales(conversions, [Self.invoice("I1", issued: 101, order: "1")]) == ["invoice:I1"])
  }

  @Test(arguments: [(0, []), (500, ["call:alone", "call:late"])] as [(Int64, [String])])
  func `a call is a sale where it is worth something and led to none`(
    value: Int64, expected: [String]
  ) {
    let conversions = [
      Self.conversion(.call, "alone", day: 10, person: "a"),
      Self.conversion(.call, "ordered", day: 10, person: "b"),
      Self.conversion(.order, "1", day: 12, person: "b"),
      Self.conversion(.call, "invoiced", day: 10, person: "c"),
      Self.conversion(.invoice, "I1", day: 60, person: "c"),
      Self.conversion(.call, "late", day: 10, person: "d"),
      Self.conversion(.order, "2", day: 41, person: "d"),
    ]
    let found = sales(conversions, [Self.invoice("I1", issued: 20)], callValue: value)
    #expect(found.filter { $0.hasPrefix("call") } == expected)
    #expect(found.filter { !$0.hasPrefix("call") } == ["order:1", "invoice:I1", "order:2"])
  }
}
