import Foundation
import Testing
import TributaryModel

@testable import TributaryIngest

struct OrderRowBuilderTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func read(_ text: String, as name: String) throws -> ReadTable {
    let format = try FormatRegistry.format(named: name)
    return try ReadTable(
      bench.write("orders.csv", text), .orders, format.applied(to: Given.tableOptions()))
  }

  private static let analytics =
    "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,"
    + "Coupon(s),N. Revenue,Attribution\n"

  // 2026-05-04 09:00 UTC = 1,777,885,200 s, by `date -u -d "2026-05-04 09:00" +%s`.
  @Test func `a refund of WooCommerce is no order, and names its own`() throws {
    let text =
      Self.analytics
      + "2026-05-05 09:00:00,15,\"-$5.00\",completed,C,new,,1,,-5,\n"
      + "2026-05-04 09:00:00,13,\"-$40.00\",completed,B,new,1× Mug,1,,-40,\n"
      + "2026-05-04 09:00:00,12,\"-$9.50\",completed,A,new,1× Mug,1,,-9.5,\n"
      + "2026-05-03 12:00:00,14,\"$7.00\",processing,D,new,1× Cup,1,,7,\n"
      + "2026-05-03 11:00:00,13,\"$40.00\",completed,B,new,1× Mug,1,,40,\n"
      + "2026-05-03 10:15:00,12,\"$100.00\",completed,A,new,\"2× Mug, 1× Cup\",3,,100,Direct\n"
      + "2026-05-06 09:00:00,12,\"-$30.50\",completed,A,new,1× Mug,1,,-30.5,\n"
    let table = try read(text, as: "woocommerce-orders")
    #expect(table.rows.map { $0.cells[0] } == [.text("14"), .text("13"), .text("12")])
    #expect(table.rows.map { $0.cells[2] } == [.integer(700), .integer(4000), .integer(10_000)])
    #expect(table.refunds.map { $0.cells[0] } == ["15", "13", "12", "12"].map { .text($0) })
    #expect(table.refunds.map { $0.cells[2] } == [-500, -4000, -950, -3050].map { .integer($0) })
    #expect(table.refunds[1].cells[1] == .integer(1_777_885_200_000))
    #expect(table.rejections == [])
    #expect(table.summary.counts.read == 7)
  }

  @Test func `an export plugin's order stands once an item, with its refund beside it`() throws {
    let text =
      "Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,"
      + "Order Refund Amount,Item Name\n"
      + "21,Completed,2026-05-03 10:15,a@b.example,50.00,20.00,Mug\n"
      + "21,Completed,2026-05-03 10:15,a@b.example,50.00,20.00,Cup\n"
      + "22,Failed,2026-05-03 10:15,,10.00,0.00,Cup\n"
      + "22,Failed,2026-05-03 10:15,,11.00,0.00,Cup\n"
    let table = try read(text, as: "woocommerce-orders")
    #expect(table.rows.map { $0.cells[2] } == [.integer(3000), .integer(1000)])
    #expect(table.rows.map(\.records) == [2, 1])
    #expect(table.cell(1, "status") == .text("cancelled"))
    #expect(table.rejections.map(\.line) == [5])
    #expect(table.rejections.map(\.column) == ["total"])
  }

  /// Rows of number 17, a year apart or not, and how many orders they are.
  @Test(
    arguments: [
      // Same sum, another phone; another e-mail; both.
      ("2026-01-21", "990", "+79165550202,", 2), ("2026-01-21", "990", ",b@mail.example", 2),
      ("2026-01-21", "990", "+79165550202,b@mail.example", 2),
      // The same buyer, by what both rows tell; a buyer untold; within half a year.
      ("2026-01-21", "990", "+79165550101,", 1), ("2026-01-21", "990", ",a@mail.example", 1),
      ("2026-01-21", "990", "+79165550202,a@mail.example", 1), ("2026-01-21", "990", ",", 1),
      ("2025-07-01", "990", "+79165550202,b@mail.example", 1),
      // Another sum alone.
      ("2026-01-21", "70", "+79165550101,a@mail.example", 2),
    ], [false, true])
  func `rows of one number far apart are two orders where the sum or the buyer is another`(
    row: (day: String, total: String, buyer: String, orders: Int), isReversed: Bool
  ) throws {
    let rows = [
      "17,Completed,2025-01-20 10:15,990,+79165550101,a@mail.example\n",
      "17,Completed,\(row.day) 10:15,\(row.total),\(row.buyer)\n",
    ]
    let table = try read(
      "Order Number,Order Status,Order Date,Order Total Amount,Phone (Billing),Email (Billing)\n"
        + (isReversed ? rows.reversed() : rows).joined(), as: "woocommerce-orders")
    #expect(table.rows.count == row.orders)
    #expect(table.rows.map(\.records).reduce(0, +) == 2)
    #expect(table.rejections == [])
  }

  @Test func `orders of 1C-Bitrix a year apart are two where the buyer is another`() throws {
    let text =
      "Номер заказа;Дата создания;Сумма;Статус;Телефон\n"
      + "17;20.01.2025 10:15:00;990 EUR;Выполнен;+79165550101\n"
      + "17;21.01.2026 10:15:00;990 EUR;Принят;+79165550202\n"
      + "17;21.01.2026 10:15:00;990 EUR;Принят;\n"
      + "17;22.01.2027 10:15:00;990 EUR;Принят;+79165550203\n"
    let table = try read(text, as: "bitrix-orders")
    #expect(table.rows.map(\.records) == [1, 2, 1])
  }

  // 2026-07-01 10:00 UTC = 1,782,900,000 s.
  @Test func `1C-Bitrix writes roubles behind amounts and words for yes and no`() throws {
    let text =
      "Номер заказа;Дата создания;Сумма;Статус;Оплачен;Отменен;Позиции;Цена товара\r\n"
      + "101;01.07.2026 10:00:00;1000 руб;Принят;Да;Нет;[5] Кружка (1 шт);1000 руб\r\n"
      + "102;01.07.2026 10:00:00;2 500,50 руб.;Выполнен;Нет;Да;[6] Ваза (2 шт);1250,25 руб.\r\n"
      + "103;01.07.2026 10:00:00;300 руб;Принят;Нет;может быть;[7] Ложка (1 шт);300 руб\r\n"
    let bytes = try #require(text.data(using: .windowsCP1251))
    let format = try FormatRegistry.format(named: "bitrix-orders")
    let table = try ReadTable(
      bench.write("orders.csv", Array(bytes)), .orders,
      format.applied(to: Given.tableOptions()))
    #expect(table.rows.map { $0.cells[2] } == [.integer(100_000), .integer(250_050)])
    #expect(table.cell(0, "placed_at") == .integer(1_782_900_000_000))
    #expect(table.cell(0, "status") == .text("Принят"))
    #expect(table.cell(0, "paid_at") == .null)
    #expect(table.cell(1, "status") == .text("cancelled"))
    #expect(table.cell(1, "cancelled_at") == .integer(1_782_900_000_000))
    #expect(table.rejections.map(\.column) == ["is_cancelled"])
  }

  /// WooCommerce documentation, "Order statuses": pending and failed are not paid; on hold counts in
  /// Analytics; drafts and the trash are no orders.
  @Test(
    arguments: [
      ("Pending payment", "unpaid"), ("wc-pending", "unpaid"), ("Ausstehende Zahlung", "unpaid"),
      ("failed", "cancelled"), ("Не удался", "cancelled"), ("Remboursée", "refunded"),
      ("On hold", "On hold"), ("wc-processing", "wc-processing"), ("Completed", "delivered"),
      ("checkout-draft", nil), ("auto-draft", nil), ("Trash", nil), ("Корзина", nil),
    ] as [(String, String?)])
  func `statuses of WooCommerce say what is an order and what is paid`(
    written: String, status: String?
  ) throws {
    let text =
      "Order Number,Order Status,Order Date,Order Total Amount\n"
      + "1,\(written),2026-05-03 10:15,50.00\n"
    let table = try read(text, as: "woocommerce-orders")
    #expect(table.cell(0, "status") == status.map { .text($0) })
    #expect(table.summary.counts.filtered == (status == nil ? 1 : 0))
    let isLost = status.map { OrderStatus.isLost($0, isCancelled: false) }
    #expect(isLost == status.map { ["unpaid", "cancelled", "refunded"].contains($0) })
  }
}
