import Testing
import TributaryModel

@testable import TributaryIngest

struct RowCurrencyTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func orders(
    _ text: String, shop: Currency = .rub, _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> ReadTable {
    var options = TableOptions(key: Given.key, zone: .utc, currency: shop)
    change(&options)
    return try ReadTable(bench.write("o.csv", text), .orders, options)
  }

  private let header = "order_id;placed_at;total;currency;discount\n"

  /// The amount, what the row's column says, and what becomes of it.
  @Test(arguments: [
    ("1990 руб.", "", 199_000, "RUB"), ("€75.00", "", 7500, "EUR"),
    ("310.00 USD", "", 31_000, "USD"), ("US$5", "", 500, "USD"), ("2,480 JPY", "", 2480, "JPY"),
    ("700 тг", "", 70_000, "KZT"), ("$100,00", "USD", 10_000, "USD"), ("$5", "CAD", 500, "CAD"),
    ("5", "₸", 500, "KZT"), ("5", "usd", 500, "USD"), ("5", "RUR", 500, "RUB"),
    ("1.234 KWD", "", 1234, "KWD"), ("(5 €)", "", -500, "EUR"),
  ])
  func `a sign beside the amount is the row's currency`(
    amount: String, code: String, minor: Int64, expected: String
  ) throws {
    let table = try orders(header + "1;2026-05-03;\(amount);\(code);\n")
    #expect(table.cell(0, "total") == .integer(minor))
    #expect(table.cell(0, "currency") == .text(expected))
  }

  @Test(arguments: [
    ("$250.00", ""), ("5 kr", ""), ("¥5", ""), ("£5", ""), ("5", "$"), ("5 USD", "EUR"),
    ("5 €", "RUB"), ("5", "ZZZ"), ("5", "HRK"), ("5", "BYR"), ("100 kn", ""), ("5 TRL", ""),
    ("5", "XXX"), ("5", "talers"),
  ])
  func `what contradicts the row, or cannot be told, is refused`(amount: String, code: String)
    throws
  {
    let table = try orders(header + "1;2026-05-03;\(amount);\(code);\n")
    #expect(table.rows.isEmpty)
    #expect(table.rejections.map(\.reason) == [.badCurrency])
  }

  @Test func `all amounts of a row are of one currency`() throws {
    let table = try orders(
      header + "1;2026-05-03;5,00;;1,00 €\n2;2026-05-03;5 €;;1 €\n3;2026-05-03;5 €;;1 zł\n"
        + "4;2026-05-03;5,00;;1,00\n")
    #expect(table.rows.map { $0.cells[3] } == [.text("EUR"), .text("EUR"), .text("RUB")])
    #expect(table.rejections.map(\.line) == [4])
  }

  @Test func `a code that is none says where it stands and what to write`() throws {
    let table = try orders(header + "1;2026-05-03;5;HRK;\n2;2026-05-03;5;UDS;\n")
    #expect(table.rejections.map(\.column) == ["currency", "currency"])
    #expect(table.rejections.first?.message.contains("write EUR") == true)
    #expect(table.rejections.last?.message.contains("did you mean USD?") == true)
  }

  @Test(arguments: [
    "Сумма (EUR)", "Сумма, EUR", "Total €", "total_eur", "Total [€]", "Amount EUR", "Сумма, евро",
    "Total (in EUR)", "Total (EUR, incl. VAT)", "Total EUR incl. VAT", "EUR total", "€ Total",
    "TotalEUR", "Сумма EUR с НДС", "Сумма в евро", "Сумма евро без НДС", "eur_total", "Цена, €/шт.",
    "Total EUR (€)",
  ])
  func `a header names the currency of its amounts`(name: String) throws {
    let text = "order_id;placed_at;\(name)\n1;2026-05-03;5,00\n2;2026-05-03;5,00 USD\n"
    let table = try orders(text) { $0.columns = ["total": name] }
    #expect(table.cell(0, "currency") == .text("EUR"))
    #expect(table.rejections.map(\.line) == [3])
  }

  @Test(arguments: [
    "Total", "cost_all", "Top price", "Сум. заказа", "Total (incl. VAT)", "Ден. сумма",
    "Сумма, руб. коп.", "Сумма (руб.коп.)", "Сумма без копеек, руб.", "Total (rounded to cents)",
    "Net sales (all)", "Total (store 000)",
    "Сумма в кассе", "Total in store", "Сумма (руб.)", "Сумма в рублях", "Price all in",
  ])
  func `other words of a header are no currency`(name: String) throws {
    let text = "order_id;placed_at;\(name)\n1;2026-05-03;5,00\n"
    let table = try orders(text) { $0.columns = ["total": name] }
    #expect(table.cell(0, "currency") == .text("RUB"))
  }

  @Test(arguments: ["Total *", "Cost*", "Сумма, руб.*"])
  func `a header with a star of its own is mapped as it is written`(name: String) throws {
    let text = "order_id;placed_at;\(name);Total (EUR)\n1;2026-05-03;5,00;7,00\n"
    let table = try orders(text) { $0.columns = ["total": name] }
    #expect(table.cell(0, "total") == .integer(500))
    #expect(table.cell(0, "currency") == .text("RUB"))
  }

  @Test(arguments: ["Total (USD/EUR)", "Сумма в долларах", "Total, USD (EUR)"])
  func `a header of several currencies refuses the file`(name: String) throws {
    let text = "order_id;placed_at;\(name)\n1;2026-05-03;5,00\n"
    #expect(throws: IngestError.self) { try orders(text) { $0.columns = ["total": name] } }
  }

  @Test(arguments: [
    "total_cents", "Сумма, коп.", "Сумма, тыс. руб.", "Сумма, тыс.руб.", "Total (thousands)",
    "amountMinor", "Total, $ mln", "Сумма в копейках",
  ])
  func `parts and multiples of a currency's unit refuse the file`(name: String) throws {
    let text = "order_id;placed_at;\(name)\n1;2026-05-03;199050\n"
    let error = try #require(throws: IngestError.self) {
      try orders(text) { $0.columns = ["total": name] }
    }
    #expect(error.message.contains("expected amounts in units of a currency"))
    #expect(error.line == 1)
  }

  @Test func `a header that cannot be told refuses the file, unless the pipeline says it`() throws {
    let text = "order_id;placed_at;Total ($)\n1;2026-05-03;5,00\n"
    #expect(throws: IngestError.self) { try orders(text) { $0.columns = ["total": "Total ($)"] } }
    let told = try orders(text) { options in
      options.columns = ["total": "Total ($)"]
      options.constants = ["currency": "USD"]
    }
    #expect(told.cell(0, "currency") == .text("USD"))
    let own = try orders(text, shop: .usd) { $0.columns = ["total": "Total ($)"] }
    #expect(own.cell(0, "currency") == .text("USD"))
  }

  @Test func `a table without currencies keeps the shop's alone`() throws {
    let text = "sku,unit_cost\nA,5 €\nB,5 руб.\n"
    let options = TableOptions(key: Given.key, zone: .utc, currency: .rub)
    let table = try ReadTable(bench.write("p.csv", text), .products, options)
    #expect(table.rows.map(\.line) == [3])
    #expect(table.rejections.map(\.reason) == [.badCurrency])
  }
}
