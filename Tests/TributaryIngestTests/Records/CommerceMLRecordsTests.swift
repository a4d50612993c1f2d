import Foundation
import Testing
import TributaryModel

@testable import TributaryIngest

/// The shape is that of CommerceML 2.10 with the requisites that 1C-Bitrix writes for orders.
struct CommerceMLRecordsTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private static let root =
    "<КоммерческаяИнформация xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    + "ВерсияСхемы=\"2.08\">\n"
  private static let end = "</КоммерческаяИнформация>\n"

  private func file(_ documents: String...) -> String {
    Self.head + Self.root + documents.joined() + Self.end
  }

  private func requisites(_ pairs: [(String, String)]) -> String {
    "<ЗначенияРеквизитов>"
      + pairs.map {
        "<ЗначениеРеквизита><Наименование>\($0.0)</Наименование><Значение>\($0.1)</Значение>"
          + "</ЗначениеРеквизита>"
      }.joined() + "</ЗначенияРеквизитов>"
  }

  private func document(
    _ number: String, operation: String = "<ХозОперация>Заказ товара</ХозОперация>",
    date: String = "<Дата>2026-05-03</Дата><Время>10:15:00</Время>",
    _ more: [(String, String)] = []
  ) -> String {
    "<Документ>\n<Ид>77</Ид><Номер>\(number)</Номер>\(date)\(operation)<Роль>Продавец</Роль>"
      + "<Валюта>руб</Валюта><Сумма>2340.50</Сумма><Контрагенты><Контрагент><Роль>Покупатель</Роль>"
      + "<Адрес><АдресноеПоле><Тип>Город</Тип><Значение>Омск</Значение></АдресноеПоле></Адрес>"
      + "<Контакты><Контакт><Тип>Почта</Тип><Значение>a@b.example</Значение></Контакт>"
      + "<Контакт><Тип>Телефон рабочий</Тип><Значение>8 912 345-67-89</Значение></Контакт>"
      + "</Контакты></Контрагент></Контрагенты>"
      + "<Скидки><Скидка><Сумма>100.00</Сумма><УчтеноВСумме>true</УчтеноВСумме></Скидка></Скидки>"
      + "<Товары><Товар><Ид>5</Ид><Артикул>MUG-1</Артикул><Наименование>Кружка &amp; ложка"
      + "</Наименование><ЦенаЗаЕдиницу>995.25</ЦенаЗаЕдиницу><Количество>2</Количество></Товар>"
      + "<Товар><Ид>6#7</Ид><ЦенаЗаЕдиницу>50</ЦенаЗаЕдиницу><Количество>1.5</Количество></Товар>"
      + "<Товар><Ид>ORDER_DELIVERY</Ид><ЦенаЗаЕдиницу>275</ЦенаЗаЕдиницу><Количество>1</Количество>"
      + requisites([("ТипНоменклатуры", "Услуга")]) + "</Товар></Товары>"
      + requisites(more) + "</Документ>\n"
  }

  private func read(_ file: SourceFile, _ shape: TableShape = .orders) throws -> ReadTable {
    let format = try FormatRegistry.format(named: "commerceml-orders")
    return try ReadTable(file, shape, format.applied(to: Given.tableOptions()))
  }

  private func read(_ text: String, _ shape: TableShape = .orders) throws -> ReadTable {
    try read(bench.write("orders.xml", text), shape)
  }

  // 2026-05-03 10:15:00 UTC = 1,777,803,300 s, by `date -u -d "2026-05-03 10:15" +%s`.
  private static let placed: Int64 = 1_777_803_300_000

  @Test func `an order has its fields, requisites and customer`() throws {
    let table = try read(
      file(
        document(
          "1001",
          [
            ("Статус заказа", "[N] Новый"), ("Метод оплаты", "Наличные"), ("Отменен", "false"),
            ("Заказ оплачен", "1"), ("Дата оплаты", "03.05.2026 11:15:00"),
            ("Дата изменения статуса", "2026-05-03 12:15"), ("Сайт", "[s1] Магазин"),
          ])))
    #expect(table.rejections == [])
    #expect(table.rows.map(\.line) == [3])
    let expected: [(String, Cell)] = [
      ("order_id", .text("1001")), ("placed_at", .integer(Self.placed)),
      ("total", .integer(234_050)), ("currency", .text("RUB")), ("status", .text("[N] Новый")),
      ("city", .text("Омск")), ("discount", .integer(10_000)),
      ("payment_method", .text("Наличные")), ("paid_at", .integer(Self.placed + 3_600_000)),
      ("updated_at", .integer(Self.placed + 7_200_000)), ("cancelled_at", .null),
      ("geodomain", .text("[s1] Магазин")),
      ("customer_phone", .text(try #require(Given.key.phone("+79123456789")))),
      ("customer_email", .text(try #require(Given.key.email("a@b.example")))),
    ]
    for (column, cell) in expected { #expect(table.cell(0, column) == cell, "\(column)") }
  }

  @Test func `articles are lines, delivery is none`() throws {
    let table = try read(file(document("1001")), .orderLines)
    #expect(table.rows.count == 2)
    #expect(table.summary.counts.read == 3)
    #expect(table.summary.counts.filtered == 1)
    #expect([0, 1].map { table.cell($0, "sku") } == [.text("MUG-1"), .text("6#7")])
    #expect([0, 1].map { table.cell($0, "order_id") } == [.text("1001"), .text("1001")])
    #expect([0, 1].map { table.cell($0, "quantity") } == [.real(2), .real(1.5)])
    #expect([0, 1].map { table.cell($0, "unit_price") } == [.integer(99_525), .integer(5_000)])
    #expect(table.cell(0, "name") == .text("Кружка & ложка"))
  }

  @Test(arguments: ["true", "1"])
  func `a cancelled order says so and when`(word: String) throws {
    let table = try read(
      file(
        document(
          "1",
          [
            ("Статус заказа", "[N] Новый"), ("Отменен", word), ("Заказ оплачен", "false"),
            ("Дата оплаты", "2026-05-03 11:15"), ("Дата изменения статуса", "2026-05-03 12:15:00"),
            ("Причина отмены", "дорого"),
          ])))
    #expect(table.cell(0, "status") == .text("cancelled"))
    #expect(table.cell(0, "cancelled_at") == .integer(Self.placed + 7_200_000))
    #expect(table.cell(0, "cancel_reason") == .text("дорого"))
    #expect(table.cell(0, "paid_at") == .null)
  }

  @Test(arguments: [
    "<Дата>2026-05-03 10:15</Дата><Время>00:00:00</Время>",
    "<Дата>03.05.2026 10:15:00</Дата>", "<Дата>2026-05-03T10:15:00</Дата>",
  ])
  func `dates come in several shapes`(date: String) throws {
    #expect(try read(file(document("1", date: date))).cell(0, "placed_at") == .integer(Self.placed))
  }

  @Test func `what is no order is filtered, what does not say is refused`() throws {
    let table = try read(
      file(
        document("1", operation: "<ХозОперация>Выплата безналичных денег</ХозОперация>"),
        document("2", operation: ""),
        "<Контейнер>" + document("3") + "</Контейнер>", "<Документ/>"))
    #expect(table.rows.map { $0.cells[0] } == [.text("3")])
    #expect(table.summary.counts.read == 4)
    #expect(table.summary.counts.filtered == 1)
    #expect(table.rejections.map(\.reason) == [.missingValue, .missingValue])
  }

  @Test(arguments: [
    "<Документ><Номер>9</Ном></Документ>", "<Документ><Номер>&unknown;</Номер></Документ>",
    "<Документ><Номер>a < b</Номер></Документ>",
  ])
  func `a broken document costs itself only`(broken: String) throws {
    let text = file(document("1"), "\n" + broken + "\n", document("2"))
    let table = try read(text)
    #expect(table.rows.count == 2)
    #expect(table.rejections.map(\.reason) == [.malformed])
    let offset = try #require(text.range(of: broken)).lowerBound
    #expect(table.rejections.first?.byteOffset == Int64(text[..<offset].utf8.count))
    #expect(
      table.rejections.first?.line == text[..<offset].filter { $0 == "\n" }.count + 1)
  }

  @Test func `tags in comments and CDATA are text`() throws {
    let text = file(
      "<!-- <Документ> > -->", document("1").replacing("Кружка", with: "<![CDATA[</Документ>]]>"))
    #expect(try read(text, .orderLines).cell(0, "name") == .text("</Документ> & ложка"))
  }

  @Test func `windows-1251, UTF-16, a byte order mark and gzip are read`() throws {
    let plain = file(document("1", [("Статус заказа", "Ёлка")]))
    let cyrillic = plain.replacing("UTF-8", with: "windows-1251")
    let wide = plain.replacing("UTF-8", with: "UTF-16")
    let bytes = try #require(cyrillic.data(using: .windowsCP1251))
    let marked = try bench.write("bom.xml", "\u{feff}" + plain)
    for file in [
      try bench.write("1251.xml", Array(bytes)), marked,
      try bench.write(
        "16.xml", [0xff, 0xfe] + wide.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      try bench.pack(marked, with: "gzip", suffix: ".gz"),
    ] {
      let table = try read(file)
      #expect(table.cell(0, "status") == .text("Ёлка"), "\(file.path)")
      #expect(table.cell(0, "city") == .text("Омск"))
    }
  }

  @Test(arguments: [1, 40, 400, 1_200])
  func `a file that is cut short is refused with the place`(missing: Int) throws {
    let text = file(document("1"))
    let error = #expect(throws: IngestError.self) {
      try read(bench.write("cut.xml", Array(Array(text.utf8).dropLast(missing + 1))))
    }
    #expect(error?.kind == .corrupt)
    #expect(error?.line != nil)
  }

  @Test func `entities of a DOCTYPE are never expanded`() throws {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
    let error = #expect(throws: IngestError.self) {
      try read(Self.head + bomb + Self.root + document("1") + Self.end)
    }
    #expect(error?.message.contains("DOCTYPE") == true)
  }

  @Test(arguments: ["<html><body/></html>", "order_id;total\n1;2\n", Self.head])
  func `another file is refused`(text: String) throws {
    #expect(throws: IngestError.self) { try read(text) }
  }

  @Test(arguments: ["", " \n", Self.head + Self.root + Self.end])
  func `a file without orders has none`(text: String) throws {
    #expect(try read(text).summary.counts.read == 0)
  }

  @Test func `documents on both sides of a chunk are whole`() throws {
    // 700 documents of some 2.4 KB: 1.7 MB, more than the piece that is read at once.
    let many = (0..<700).map { document("\($0)") }.joined()
    let table = try read(file(many))
    #expect(table.rows.count == 700)
    #expect(table.rejections.isEmpty)
    #expect(table.rows.last?.cells[0] == .text("699"))
    // Each document has two lines; the first starts on line 3.
    #expect(table.rows.last?.line == 3 + 2 * 699)
  }

  @Test(.enabled(if: Given.examples != nil))
  func `a real catalogue says that it is none of orders`() throws {
    let path = try #require(Given.examples) + "/commerceml_import0_1.xml"
    let error = #expect(throws: IngestError.self) { try read(SourceFile(path: path)) }
    #expect(error?.message.contains("Классификатор") == true)
  }

  @Test(
    arguments: [
      ("ПометкаУдаления", "true", true), ("ПометкаУдаления", "1", true),
      ("Пометка удаления", "Да", true), ("ПометкаУдаления", "Истина", true),
      ("ПометкаУдаления", "false", false), ("Проведен", "false", false),
    ])
  func `an order that is marked as deleted is lost`(
    name: String, value: String, isLost: Bool
  ) throws {
    let table = try read(file(document("9", [("Статус заказа", "[N] Новый"), (name, value)])))
    #expect(table.cell(0, "status") == .text(isLost ? "cancelled" : "[N] Новый"))
    #expect((table.cell(0, "cancelled_at") == .null) == !isLost)
  }
}
