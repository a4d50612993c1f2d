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
    "Cost (RUB)", "Сумма с НДС", "Net sales", "total_price_set", "Расход, ₽", "Toplam",
    "Стоимость товаров (руб.)", "Lineitem price", "T-shirt price", "K-total", "Centre cost",
    "Centimeter price",
    "Percent", "cost per mille", "Coût pour mille", "Сумма руб. к оплате", "Сумма (руб., коп.)",
    "Сумма (рубли и копейки)", "Цена за т, руб.", "Цена, руб./т", "Стоимость труб", "$revenue",
    "Euro pallet price", "Total (incl. cents)", "Вознаграждение, руб. с НДС", "Mall total",
    "К перечислению Продавцу за реализованный Товар", "N. Revenue", "Order Total Amount",
    "Orders from 1000", "Заказы от 1000 руб.", "Kosten pro Stück", "Total (STD)", "Total (M)",
    "Lineitem compare at price", "item-price", "Amount Refunded", "Converted Amount", "Kosten",
    "Обороты за март", "Coût total", "Importe total", "Wartość brutto", "Prezzo totale",
    "Сумма рос. руб.", "Сумма, рублей РФ", "purchaseSumm", "Потрачено всего, ₽", "Gross sales",
    "Стоимость, ₽*", "Цена продажи с учётом скидки", "amount_captured", "Итого к оплате, р.",
    "Micro SD price", "Miles total", "Сумма заказа (в т.ч. НДС), руб.", "Peso total",
  ])
  func `other words of a header are no currency`(name: String) throws {
    let text = "order_id;placed_at;\(name)\n1;2026-05-03;5,00\n"
    let table = try orders(text) { $0.columns = ["total": name] }
    #expect(table.cell(0, "currency") == .text("RUB"))
  }

  @Test(arguments: [
    ("Total in US dollars", "USD"), ("Total (US dollars)", "USD"), ("Total, U.S. dollars", "USD"),
    ("Сумма, доллары США", "USD"), ("Сумма дол. США", "USD"), ("Total US $", "USD"),
    ("Total (US$)", "USD"), ("Amount spent (USD)", "USD"), ("Total, $ CAD", "CAD"),
    ("Total (Canadian dollars)", "CAD"), ("Total A$", "AUD"), ("Total MXN$", "MXN"),
    ("Valor R$", "BRL"), ("Total euros", "EUR"), ("Total euro", "EUR"), ("Umsatz (EUR)", "EUR"),
    ("Betrag in EUR", "EUR"), ("Montant TTC (€)", "EUR"), ("Preis€", "EUR"), ("Сума, євро", "EUR"),
    ("Сумма тг", "KZT"), ("Сумма в сумах", "UZS"), ("Сумма в сомах", "KGS"),
    ("Сумма в лирах", "TRY"), ("Tutar (TL)", "TRY"), ("Tutar TL", "TRY"), ("Türk lirası", "TRY"),
    ("Kwota brutto (PLN)", "PLN"), ("Kwota zł", "PLN"), ("Kwota (zł, gr)", "PLN"),
    ("Kwota (zł i gr)", "PLN"), ("Total lei, bani", "RON"), ("Cena s DPH Kč", "CZK"),
    ("Сумма белорусских рублей", "BYN"), ("Сумма, бел. руб.", "BYN"), ("Сумма, руб. РБ", "BYN"),
    ("Сумма в дирхамах ОАЭ", "AED"), ("UAE dirhams", "AED"), ("Сума, грн. коп.", "UAH"),
    ("Фунты стерлингов", "GBP"), ("фунтов стерлингов", "GBP"), ("Swiss francs", "CHF"),
    ("Schweizer Franken", "CHF"), ("Сумма б.р.", "BYN"),
    ("шведских крон", "SEK"), ("売上（円）", "JPY"), ("Összeg (Ft)", "HUF"), ("Total RUR", "RUB"),
    ("Montant d'euros", "EUR"), ("Pakistani rupees", "PKR"),
  ])
  func `a header names a foreign currency in words`(name: String, code: String) throws {
    let header = MoneyHeader(name)
    #expect(!header.isScaled && !header.isContradictory)
    let shop = try #require(Currency(code == "RON" ? "RON" : "CLP"))
    #expect((header.sign?.currency(beside: shop)?.code ?? "?") == code)
  }

  @Test(arguments: ["Total *", "Cost*", "Сумма, руб.*"])
  func `a header with a star of its own is mapped as it is written`(name: String) throws {
    let text = "order_id;placed_at;\(name);Total (EUR)\n1;2026-05-03;5,00;7,00\n"
    let table = try orders(text) { $0.columns = ["total": name] }
    #expect(table.cell(0, "total") == .integer(500))
    #expect(table.cell(0, "currency") == .text("RUB"))
  }

  @Test(arguments: [
    "Total (USD/EUR)", "Сумма в долларах", "Total, USD (EUR)", "Total dollars", "Сумма, дирхам",
    "Сумма (у.е.)", "Сумма, у. е.", "Total USDT", "total_usdt", "Сумма (усл. ед.)", "Total XX$",
    "Total ₿", "Total HRK", "Сумма, руб. (РБ)", "Сумма, руб. ПМР", "Total pesos", "Total francs",
    "EUR$ total",
  ])
  func `a header of several currencies refuses the file`(name: String) throws {
    let text = "order_id;placed_at;\(name)\n1;2026-05-03;5,00\n"
    #expect(throws: IngestError.self) { try orders(text) { $0.columns = ["total": name] } }
  }

  @Test(arguments: [
    "total_cents", "Сумма, коп.", "Сумма, тыс. руб.", "Сумма, тыс.руб.", "Total (thousands)",
    "amountMinor", "Total, $ mln", "Сумма в копейках",
    // Russian, Ukrainian, Kazakh and their neighbours.
    "Сумма, т.р.", "Сумма, т. руб.", "Сумма т.руб", "Сумма (тр)", "Сума, тис. грн", "Сумма, тыср",
    "Сума, копійок", "Сумма в копейках (RUB)", "Сумма, RUB коп.", "Сумма, тиын", "Сомасы, мың тг",
    "Сумма, млн₽", "Сумма, 1000 руб.", "Сумма, 000 руб.", "Сумма в центах", "Сумма в сотнях рублей",
    "total_kop", "sumKop",
    "Сума, т.грн", "Сумма, т₽",
    // English.
    "kEUR", "Total k EUR", "Total (K USD)", "Total ($000)", "Total ($'000)", "Total '000",
    "Total (in 000s)", "USD 000", "Total (x1000)", "Total in 1,000 EUR", "Total (USDk)", "Total $m",
    "Total (£m)", "Total (k)", "in ct", "total_cts", "subunits", "amount_minor", "amountSubunits",
    "Amount (INR paise)", "Total (¢)", "cost_micro", "cost_micros", "Cost (micros)", "EUR cents",
    "Amount in lakhs", "Total USD mn", "Bedrag (x € 1.000)", "amount_sen", "total_copecks",
    // German, French, Spanish, Portuguese, Italian.
    "TEUR", "Umsatz T€", "Umsatz (T EUR)", "Umsatz in Mio. EUR", "Umsatz Tsd. EUR", "Umsatz M€",
    "Betrag (ct)", "Betrag, Rappen", "milliers d'euros", "Montant (k€)", "centimes d’euro",
    "Importe en céntimos", "Miles de euros", "Valor (R$ mil)", "Valor em centavos",
    "Importo in migliaia", "CA en Mds€", "Importe (miles €)", "Importe MM€",
    // Polish, Czech, Romanian, Turkish, Hungarian.
    "Kwota w groszach", "Kwota (grosze)", "Kwota, gr", "Kwota tys. zł", "Částka v haléřích",
    "Tržby tis. Kč", "Suma în bani", "mii lei", "Tutar (kuruş)", "Bin TL", "Összeg eFt",
    // Scandinavian, Finnish, Chinese, Japanese.
    "Belopp i öre", "Beløp (øre)", "Belopp tkr", "Belopp TSEK", "Summa sentteinä",
    "金额（分）", "金额（万元）", "売上（千円）",
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
