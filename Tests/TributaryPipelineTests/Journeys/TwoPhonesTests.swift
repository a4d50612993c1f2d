import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Cells that hold two phone numbers of one customer.
@Suite struct TwoPhonesTests {
  private func shop() throws -> Shop {
    try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
       identity: {shared_key_limit: 3},
       sources: [
         {kind: 'orders', paths: ['orders/*'], optional: true},
         {kind: 'calls', paths: ['calls/*'], optional: true},
         {kind: 'invoices', paths: ['invoices/*'], optional: true}
       ]}
      """)
  }

  private let persons = "select count(*) from person"

  private func orders(_ phones: [String]) -> String {
    let rows = phones.enumerated().map { "O\($0),2026-11-1\($0)T10:00:00Z,100,\"\($1)\"" }
    return (["order_id,placed_at,total,customer_phone"] + rows).joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("8 916 000-00-01, 8 903 000-00-02", 1), ("8 916 000-00-01 / 8 903 000-00-02", 1),
    ("89160000001;89030000002", 1), ("8 903 000-00-02 и 8 916 000-00-01", 1),
    ("+7 (903) 000-00-02 мама, +7 (905) 000-00-03", 2), ("8 905 000-00-03 доб. 12", 3),
  ])
  func `an order of two phones joins those of either`(cell: String, expected: Int) throws {
    let shop = try shop()
    try shop.write(orders([cell, "8 916 000-00-01", "+7 903 000 00 02"]), to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == expected)
  }

  @Test func `calls and invoices of either phone belong to the person, whichever comes first`()
    throws
  {
    let files = [
      "orders/1.csv": orders(["8 916 000-00-01, 8 903 000-00-02"]),
      "calls/1.csv": """
      call_id,started_at,dialled_number,caller,talk_seconds
      C1,2026-11-09T09:00:00Z,+7 495 000-00-01,89030000002,60
      C2,2026-11-09T09:30:00Z,+7 495 000-00-01,89160000001,60
      C3,2026-11-09T09:40:00Z,+7 495 000-00-01,"89050000003, 89160000001",60

      """,
      "invoices/1.csv": """
      invoice_id,issued_at,total,customer_phone
      I1,2026-11-10T09:00:00Z,50,"8 907 000-00-04; 8 903 000-00-02"
      I2,2026-11-10T09:30:00Z,50,8 907 000-00-04

      """,
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let shop = try shop()
      let names = files.keys.sorted()
      for position in order {
        let name = names[position]
        try shop.write(files, where: { $0 == name })
        try shop.run()
      }
      #expect(try shop.rows("select orders, calls from person") == ["1|3"])
      #expect(try shop.number("select count(*) from person_member") == 6)
    }
  }

  @Test(arguments: [(3, 1), (4, 4)])
  func `the second phone is counted as the first is`(count: Int, expected: Int) throws {
    let shop = try shop()
    let cells = (0..<count).map { "8 916 000-00-0\($0), 8 800 000-00-77" }
    try shop.write(orders(cells), to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == expected)
    #expect(
      try shop.number("select count(*) from nobody_key where reason = 'crowd'")
        == (expected > 1 ? 1 : 0))
  }

  @Test func `a phone that a restated order loses parts the persons again`() throws {
    let shop = try shop()
    try shop.write(
      orders(["8 916 000-00-01, 8 903 000-00-02", "8 903 000-00-02"]), to: "orders/2026-11-01.csv")
    try shop.run()
    #expect(try shop.number(persons) == 1)
    try shop.write(orders(["8 916 000-00-01"]), to: "orders/2026-11-02.csv")
    try shop.run()
    #expect(try shop.number(persons) == 2)
  }
}
