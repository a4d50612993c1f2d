import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// Orders are told apart by their system's id, in whatever order their files come.
@Suite struct OrderIdentityTests {
  private static let orders = [
    "one": ("b7", "17", "2026-05-12 10:15:00", "1990.00"),
    "two": ("a1", "17", "2026-06-14 10:15:00", "100.00"),
    "three": ("c3", "18", "2026-06-15 10:15:00", "5.00"),
  ]

  private static func shop(_ sources: String) throws -> Shop {
    try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'RUB', as_of: '2026-11-14', reports: 'reports',
       sources: [\(sources)]}
      """)
  }

  private static func commerceML(_ names: [String]) -> String {
    let documents = names.compactMap { orders[$0] }.map { id, number, time, total in
      let parts = time.split(separator: " ")
      return "<Документ><Ид>\(id)</Ид><Номер>\(number)</Номер><Дата>\(parts[0])</Дата>"
        + "<Время>\(parts[1])</Время><ХозОперация>Заказ товара</ХозОперация><Валюта>RUB</Валюта>"
        + "<Сумма>\(total)</Сумма><Товары><Товар><Ид>\(id)-goods</Ид><Наименование>x"
        + "</Наименование><ЦенаЗаЕдиницу>\(total)</ЦенаЗаЕдиницу><Количество>1</Количество>"
        + "</Товар></Товары></Документ>"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><КоммерческаяИнформация>"
      + documents.joined() + "</КоммерческаяИнформация>"
  }

  /// 17 is of May, as its placing says; the other 17 has its id beside it.
  private static let expected = [
    "17|199000|b7-goods|199000", "17 (a1)|10000|a1-goods|10000", "18|500|c3-goods|500",
  ]
  private static let query = """
    select order_id, total, sku, unit_price from orders left join order_line using (order_id)
    order by placed_at
    """

  @Test(
    arguments: [
      [["one", "two", "three"]], [["two", "three", "one"]], [["two"], ["three"], ["one"]],
      [["one"], ["two", "three"]], [["two", "one"], ["three"]],
    ], [true, false])
  func `the order placed first keeps the number`(files: [[String]], linesFirst: Bool) throws {
    let kinds = linesFirst ? ["order_lines", "orders"] : ["orders", "order_lines"]
    let shop = try Self.shop(
      kinds.map { "{kind: '\($0)', format: 'commerceml-orders', paths: ['in/*']}" }
        .joined(separator: ","))
    for (night, names) in files.enumerated() {
      try shop.write(Self.commerceML(names), to: "in/\(night).xml")
      #expect(try shop.run().exitCode == 0)
    }
    #expect(try shop.rows(Self.query) == Self.expected)
    #expect(try shop.number("select count(*) from order_line") == 3)
    #expect(try shop.warehouse().moneyMismatches() == [])
  }

  @Test func `orders derived from lines of one number are two by their ids`() throws {
    let shop = try Self.shop(
      "{kind: 'order_lines', format: 'commerceml-orders', paths: ['in/*'], derive_orders: true}")
    try shop.write(Self.commerceML(["two", "one", "three"]), to: "in/a.xml")
    try shop.run()
    #expect(try shop.rows(Self.query) == Self.expected)
  }

  @Test func `a CSV's own id is mapped, and Shopify's stands on the first row only`() throws {
    let shop = try Self.shop(
      """
      {kind: 'orders', paths: ['a/*'], columns: {external_id: 'ID'}},
      {kind: 'order_lines', format: 'shopify-orders', paths: ['b/*'], derive_orders: true}
      """)
    try shop.write(
      "ID,order_id,placed_at,total\n2,7,2026-06-02,20.00\n1,7,2026-06-01,10.00\n", to: "a/a.csv")
    let head =
      "Name,Id,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n"
    try shop.write(
      head + "#1,501,30.00,2026-06-02 10:00:00 +0000,1,Mug,10.00,MUG\n"
        + "#1,,,2026-06-02 10:00:00 +0000,1,Cup,20.00,CUP\n"
        + "#1,502,4.00,2026-06-01 10:00:00 +0000,1,Lid,4.00,LID\n", to: "b/b.csv")
    try shop.run()
    #expect(
      try shop.rows("select order_id, total from orders order by order_id") == [
        "1|400", "1 (501)|3000", "7|1000", "7 (2)|2000",
      ])
    #expect(
      try shop.rows("select order_id, sku from order_line order by sku") == [
        "1 (501)|CUP", "1|LID", "1 (501)|MUG",
      ])
  }

  private static let order = """
    {"orders": [{"id": 6025, "number": "29110A", "externalId": "29110", "site": "s1",
     "createdAt": "2026-05-03 10:15:00", "totalSumm": 1990, "status": "new"}]}
    """
  private static let history = """
    {"history": [{"createdAt": "2026-05-03 11:15:00", "field": "status",
     "newValue": {"code": "assembling"}, "order": {"id": 6025, "externalId": "29110", "site": "s1"}}]}
    """

  @Test(arguments: [true, false])
  func `statuses follow their order by its id, whichever comes first`(ordersFirst: Bool) throws {
    let shop = try Self.shop(
      """
      {kind: 'orders', format: 'retailcrm-orders', paths: ['o/*'], optional: true},
      {kind: 'order_statuses', format: 'retailcrm-history', paths: ['h/*'], optional: true}
      """)
    let files = [("o/o.json", Self.order), ("h/h.json", Self.history)]
    for (name, text) in ordersFirst ? files : files.reversed() {
      try shop.write(text, to: name)
      #expect(try shop.run().exitCode == 0)
    }
    #expect(try shop.rows("select order_id, status from order_status") == ["29110A|assembling"])
    #expect(try shop.rows("select order_id from orders") == ["29110A"])
  }

  @Test func `two systems that tell of one number tell of one order`() throws {
    let shop = try Self.shop(
      """
      {kind: 'orders', format: 'commerceml-orders', paths: ['in/*']},
      {kind: 'orders', format: 'retailcrm-orders', paths: ['o/*']}
      """)
    try shop.write(Self.commerceML(["three"]), to: "in/a.xml")
    try shop.write(
      Self.order.replacing("29110A", with: "18").replacing("2026-05-03", with: "2026-06-15"),
      to: "o/o.json")
    try shop.run()
    #expect(try shop.rows("select order_id from orders") == ["18"])
  }

  /// Orders of one number, each with a total that is its id.
  private static func numberedAlike(_ orders: [(id: Int, site: String?, day: Int)]) -> String {
    let objects = orders.map { order in
      let site = order.site.map { #""site": "\#($0)", "# } ?? ""
      return #"{"id": \#(order.id), "number": "101A", \#(site)"status": "new", "#
        + #""createdAt": "2026-05-0\#(order.day) 10:15:00", "totalSumm": \#(order.id)}"#
    }
    return #"{"orders": ["# + objects.joined(separator: ",") + "]}"
  }

  /// The second order's day, and who keeps the number of both.
  @Test(
    arguments: [
      (3, ["101A|100", "101A (3)|300"]), (4, ["101A|100", "101A (3)|300"]),
      (2, ["101A|300", "101A (1)|100"]),
    ], [true, false])
  func `two sites of a system that number alike have two orders`(
    second: (day: Int, orders: [String]), isTogether: Bool
  ) throws {
    let shop = try Self.shop("{kind: 'orders', format: 'retailcrm-orders', paths: ['o/*']}")
    let orders = [(1, "shop", 3), (3, "shop2", second.day)]
    for (night, part) in (isTogether ? [orders] : orders.map { [$0] }).enumerated() {
      try shop.write(Self.numberedAlike(part), to: "o/\(night).json")
      #expect(try shop.run().exitCode == 0)
    }
    #expect(
      try shop.rows("select order_id, total from orders order by order_id") == second.orders)
  }

  @Test(arguments: ["shop2", nil])
  func `an order that another site, or none, is named for stays one`(site: String?) throws {
    let shop = try Self.shop("{kind: 'orders', format: 'retailcrm-orders', paths: ['o/*']}")
    try shop.write(Self.numberedAlike([(1, "shop", 3)]), to: "o/2026-05-04.json")
    try shop.run()
    try shop.write(Self.numberedAlike([(1, site, 3)]), to: "o/2026-05-05.json")
    try shop.run()
    #expect(try shop.rows("select order_id, total from orders") == ["101A|100"])
  }
}
