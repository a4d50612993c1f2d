import Foundation
import Testing
import TributaryModel

@testable import TributaryIngest

/// The shape is that of 1C's "Standard of exchange with bank client systems", version 1.03.
struct BankStatementRecordsTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private static let own = "40702810900000000001"

  private func statement(
    _ documents: String..., code: String = "Windows", head: String = "РасчСчет=" + own,
    end: String = "КонецФайла\r\n"
  ) -> String {
    "1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка=\(code)\r\nОтправитель=Банк\r\n"
      + "ДатаНачала=01.05.2026\r\nДатаКонца=31.05.2026\r\n\(head)\r\n"
      + "СекцияРасчСчет\r\nНачальныйОстаток=0.00\r\n\(head)\r\nКонецРасчСчет\r\n"
      + documents.joined() + end
  }

  private func document(
    _ number: Int, from payer: String, to recipient: String, _ fields: String...,
    amount: String = "10000.00", end: String = "КонецДокумента\r\n"
  ) -> String {
    "СекцияДокумент=Платежное поручение\r\nНомер=\(number)\r\nДата=03.05.2026\r\n"
      + "Сумма=\(amount)\r\nПлательщикСчет=\(payer)\r\nПолучательСчет=\(recipient)\r\n"
      + fields.map { $0 + "\r\n" }.joined() + end
  }

  private var income: String {
    document(
      17, from: "40702810200000000002", to: Self.own, "ДатаПоступило=04.05.2026",
      "НазначениеПлатежа=Оплата по счёту № 123 от 01.05.2026")
  }

  private func read(
    _ bytes: [UInt8], shape: TableShape = .payments,
    _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> ReadTable {
    var options = Given.tableOptions()
    change(&options)
    let format = try FormatRegistry.format(named: "1c-bank")
    return try ReadTable(
      bench.write("kl_to_1c.txt", bytes), shape, format.applied(to: options))
  }

  private func read(_ text: String) throws -> ReadTable {
    try read(Array(try #require(text.data(using: .windowsCP1251))))
  }

  // 2026-05-04 00:00 UTC = 1,777,852,800 s, by `date -u -d 2026-05-04 +%s`.
  @Test(arguments: ["utf-8", "windows-1251", "cp866"])
  func `money that came is a payment, in each encoding`(name: String) throws {
    let dos = String.Encoding(rawValue: 0x8000_041B)
    let encodings = ["utf-8": String.Encoding.utf8, "windows-1251": .windowsCP1251, "cp866": dos]
    let encoding = try #require(encodings[name])
    // cp866 has no "№" in some tables: the sign `N` serves.
    let text = statement(income, code: name == "cp866" ? "DOS" : "Windows")
      .replacing("№", with: "N")
    let table = try read(Array(try #require(text.data(using: encoding))))
    #expect(table.rejections == [])
    #expect(table.rows.count == 1)
    #expect(table.cell(0, "paid_at") == .integer(1_777_852_800_000))
    #expect(table.cell(0, "amount") == .integer(1_000_000))
    #expect(table.cell(0, "currency") == .text("RUB"))
    #expect(table.cell(0, "invoice_id") == .text("123"))
    guard case .text(let id) = table.cell(0, "payment_id") else { throw Missing() }
    #expect(id.hasPrefix("2026-05-03-17-"))
    #expect(!id.contains("40702810200000000002"))
  }

  private struct Missing: Error {}

  @Test func `what went out, or within the shop, is filtered`() throws {
    let second = "40702810500000000009"
    let text = statement(
      income,
      document(18, from: Self.own, to: "40702810200000000002", "ДатаСписано=05.05.2026"),
      document(19, from: Self.own, to: second, "ДатаСписано=05.05.2026"),
      head: "РасчСчет=\(Self.own)\r\nРасчСчет=\(second)")
    let table = try read(text)
    #expect(table.rows.count == 1)
    #expect(table.summary.counts.read == 3)
    #expect(table.summary.counts.filtered == 2)
  }

  @Test func `the recipient's account has another spelling, and dates tell where accounts do not`()
    throws
  {
    let spelled = income.replacing("ПолучательСчет=", with: "ПолучательРасчСчет=")
    let unknown = document(20, from: "1", to: "2", "ДатаПоступило=05.05.2026")
    let neither = document(21, from: "1", to: "2")
    let table = try read(statement(spelled, unknown, neither))
    #expect(table.rows.count == 2)
    #expect(table.cell(1, "currency") == .text("GBP"))
    #expect(table.rejections.map(\.reason) == [.unknownValue])
    #expect(table.rejections.first?.line == 29)
  }

  @Test func `payments of one number, day and sum differ by payer, account and purpose`() throws {
    let others = [
      income.replacing("40702810200000000002", with: "40702810200000000003"),
      income.replacing("№ 123", with: "№ 124"),
      income.replacing("НазначениеПлатежа=", with: "Плательщик1=ООО Ромашка\r\nНазначениеПлатежа="),
    ]
    let ids = try read(statement(income, others[0], others[1], others[2])).rows.map { $0.cells[0] }
    #expect(Set(ids).count == 4)
    // The next statement lists them in another order, and spaces elsewhere.
    let next = try read(
      statement(others[1], income.replacing("по счёту", with: " по  счёту"), others[2], others[0]))
    #expect(next.rows.map { $0.cells[0] } == [ids[2], ids[0], ids[3], ids[1]])
  }

  @Test func `of payments alike there are as many as one statement lists`() throws {
    let pair = try read(statement(income, income)).rows.map { $0.cells[0] }
    #expect(Set(pair).count == 2)
    #expect(try read(statement(income)).cell(0, "payment_id") == pair[0])
    // Two statements in one file, each with the pair.
    let both = try read(statement(income, income) + statement(income, income))
    #expect(both.rows.map { $0.cells[0] } == pair + pair)
  }

  private static let outside = "40702810200000000099"

  @Test(
    arguments: [
      ("7701000001", "7701000001", 0), ("7701000001", "7702000002", 1), ("", "", 1),
      ("0", "0", 1), (" 7701000001", "7701000001 ", 0),
    ])
  func `money from an own account at another bank is no income`(
    payer: String, recipient: String, payments: Int
  ) throws {
    let transfer = document(
      30, from: Self.outside, to: Self.own, "ПлательщикИНН=\(payer)",
      "ПолучательИНН=\(recipient)", "ДатаПоступило=04.05.2026")
    let table = try read(statement(transfer))
    #expect(table.rows.count == payments)
    #expect(table.summary.counts.filtered == 1 - payments)
  }

  private func section(_ account: String, _ from: String, _ to: String, came: String) -> String {
    "СекцияРасчСчет\r\nДатаНачала=\(from)\r\nДатаКонца=\(to)\r\nРасчСчет=\(account)\r\n"
      + "ВсегоПоступило=\(came)\r\nВсегоСписано=5.00\r\nКонецРасчСчет\r\n"
  }

  /// Each is what the sections say came in: days add up, a section of all days stands for its days,
  /// transfers of the shop to itself (10,000.00) are apart.
  @Test func `the accounts' own totals are the file's total`() throws {
    func stated(_ sections: String..., documents: String = "") throws -> Int64? {
      let text = statement(documents).replacing(
        "СекцияРасчСчет\r\nНачальныйОстаток=0.00\r\nРасчСчет=\(Self.own)\r\nКонецРасчСчет\r\n",
        with: sections.joined())
      return try read(text).summary.statedTotal
    }
    let (first, second) = ("01.05.2026", "02.05.2026")
    let one = section(Self.own, first, first, came: "4200.00")
    let two = section(Self.own, second, second, came: "300,50")
    #expect(try stated(one) == 420_000)
    #expect(try stated(one, two) == 450_050)
    #expect(try stated(one, two, section(Self.own, first, second, came: "4500.50")) == 450_050)
    #expect(try stated(one, section("40702810900000000002", first, first, came: "1")) == 420_100)
    let within = document(
      30, from: Self.outside, to: Self.own, "ПлательщикИНН=7", "ПолучательИНН=7")
    #expect(
      try stated(section(Self.own, first, first, came: "14200.00"), documents: within) == 420_000)
    #expect(try stated() == nil)
  }

  @Test func `a foreign account's money is foreign`() throws {
    let dollars = "40702840900000000001"
    let text = statement(income, head: "РасчСчет=" + dollars).replacing(Self.own, with: dollars)
    #expect(try read(text).cell(0, "currency") == .text("USD"))
  }

  @Test func `a payment whose purpose runs over lines keeps its invoice`() throws {
    let split = income.replacing("НазначениеПлатежа=", with: "НазначениеПлатежа1=За товар\r\n")
      .replacing("Оплата по", with: "НазначениеПлатежа2=по")
    #expect(try read(statement(split)).cell(0, "invoice_id") == .text("123"))
    let broken = income.replacing("Оплата по", with: "Оплата\r\nпо")
    #expect(try read(statement(broken)).cell(0, "invoice_id") == .text("123"))
  }

  @Test func `a document without an end or a date is refused alone`() throws {
    let open = document(22, from: "1", to: Self.own, "ДатаПоступило=05.05.2026", end: "")
    let undated = document(23, from: "1", to: Self.own, "ДатаПоступило=")
    let table = try read(statement(open, undated, income))
    #expect(table.rejections.map(\.reason) == [.malformed, .missingValue])
    #expect(table.rejections.map(\.line) == [12, 19])
    #expect(table.rows.map(\.line) == [27])
    #expect(table.rejections.first?.sample.hasPrefix("СекцияДокумент=Платежное") == true)
  }

  @Test func `a statement that is cut short is refused with the place`() throws {
    let error = #expect(throws: IngestError.self) { try read(statement(income, end: "")) }
    #expect(error?.kind == .corrupt)
    #expect(error?.line == 20)
    let inside = #expect(throws: IngestError.self) {
      try read(statement(income.replacing("КонецДокумента\r\n", with: ""), end: ""))
    }
    #expect(inside?.message.contains("document of line 12") == true)
  }

  @Test(arguments: ["Номер=1\r\n", "order_id,total\n1,2\n"])
  func `another file is refused`(text: String) throws {
    let error = #expect(throws: IngestError.self) { try read(text) }
    #expect(error?.kind == .unsupported)
  }

  @Test func `an empty file is empty`() throws {
    #expect(try read("").summary.counts.read == 0)
    #expect(try read(" \r\n").summary.counts.read == 0)
  }

  @Test func `what the shop paid to mapped recipients is paid for advertising`() throws {
    let yandex = document(
      30, from: Self.own, to: "40702810300000000004", "ДатаСписано=05.05.2026",
      "Получатель1=ООО \"ЯНДЕКС\"", "ПолучательИНН=7736207543")
    let rent = document(
      31, from: Self.own, to: "40702810300000000005", "ДатаСписано=05.05.2026",
      "Получатель1=ООО \"Аренда\"")
    let bytes = try #require(statement(income, yandex, rent).data(using: .windowsCP1251))
    for name in ["ООО \"ЯНДЕКС\"", "7736207543"] {
      let table = try read(Array(bytes), shape: .adPayments) {
        $0.values = ["source": [name: "yandex"]]
      }
      #expect(table.rows.map { $0.cells[4] } == [.text("yandex")])
      // 2026-05-05 00:00 UTC
      #expect(table.cell(0, "paid_at") == .integer(1_777_939_200_000))
      #expect(table.summary.counts.filtered == 2)
    }
  }
}
