import Testing
import TributaryModel

@testable import TributaryIngest

struct TableReaderTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func spend(
    _ text: String, _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> ReadTable {
    var options = Given.tableOptions()
    change(&options)
    return try ReadTable(bench.write("t.csv", text), .spend, options)
  }

  private func failure(_ text: String) throws -> IngestError? {
    let file = try bench.write("t.csv", text)
    return #expect(throws: IngestError.self) {
      try ReadTable(file, .spend, Given.tableOptions())
    }
  }

  @Test(arguments: ["", "\n\n", "\u{feff}"])
  func `an empty table has no records and no complaint`(text: String) throws {
    #expect(try spend(text).summary.counts.read == 0)
  }

  @Test func `a header alone has no records`() throws {
    let table = try spend("\u{feff}date,cost\r\n")
    #expect(table.summary.counts == FileCounts())
  }

  @Test(arguments: [",", ";", "\t"])
  func `the header shows the delimiter`(mark: String) throws {
    let table = try spend("Date\(mark) COST \(mark)other\n2026-05-03\(mark)12.50\(mark)x\n")
    #expect(table.cell(0, "cost") == .integer(1250))
    #expect(table.cell(0, "date") == .text("2026-05-03"))
    #expect(table.cell(0, "currency") == .text("GBP"))
    #expect(table.cell(0, "clicks") == .null)
    #expect(table.rows.map(\.line) == [2])
  }

  @Test func `a missing column names what was expected and found`() throws {
    let error = try failure("datum,cost\n1,2\n")
    #expect(error?.kind == .missingColumn)
    #expect(error?.line == 1)
    #expect(error?.message.contains("date") == true)
    #expect(error?.message.contains("'datum'") == true)
  }

  @Test func `a doubled column is refused, a doubled column nobody asks for is not`() throws {
    #expect(try failure("date,cost,Cost\n1,2,3\n")?.kind == .duplicateColumn)
    #expect(try spend("date,cost,x,x\n2026-05-03,2,3,4\n").rows.count == 1)
  }

  @Test func `an unknown column in the options is refused`() throws {
    #expect(throws: IngestError.self) { try spend("date,cost\n") { $0.columns = ["prise": "x"] } }
  }

  @Test(arguments: [",", ";"])
  func `cells that may be empty may be missing at the end of a row`(mark: String) throws {
    let rows = [
      "date,cost,campaign,clicks", "2026-05-03,1.5", "2026-05-03,2.5,x", "2026-05-03,3.5,",
    ]
    let text = rows.joined(separator: "\n").replacing(",", with: mark)
    let table = try spend(text + "\n")
    #expect(table.rows.map { $0.cells[11] } == [.integer(150), .integer(250), .integer(350)])
    #expect(table.cell(0, "campaign") == .null)
    #expect(table.cell(1, "campaign") == .text("x"))
    // Nobody knows whether a line without its end was to go on.
    let cut = try spend(text.dropLast(2) + "")
    #expect(cut.rejections.map(\.line) == [4])
  }

  @Test func `ragged rows are refused, trailing delimiters are not`() throws {
    let table = try spend("date,cost\n2026-05-03\n2026-05-03,1,2\n2026-05-03,1,,\n")
    #expect(table.rejections.map(\.reason) == [.raggedRow, .raggedRow])
    #expect(table.rejections.map(\.line) == [2, 3])
    #expect(table.rejections.map(\.byteOffset) == [10, 21])
    #expect(table.rows.map(\.line) == [4])
    #expect(table.summary.counts.read == 3)
  }

  @Test func `a quote that never closes costs one line`() throws {
    let table = try spend("date,cost,campaign\n2026-05-03,1,\"a\n2026-05-04,2,b\n2026-05-05,3,c\n")
    #expect(table.rejections.map(\.reason) == [.unclosedQuote])
    #expect(table.rejections.map(\.line) == [2])
    #expect(table.rows.map(\.line) == [3, 4])
    #expect(table.summary.counts.read == 3)
  }

  @Test func `quoted cells may hold delimiters, quotes and line ends`() throws {
    let table = try spend("date,cost,campaign\n2026-05-03,1,\"a,\"\"b\"\"\r\nc\"\n2026-05-04,2,d\n")
    #expect(table.cell(0, "campaign") == .text("a,\"b\"\r\nc"))
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func `a line of more than a MiB is refused`() throws {
    let long = String(repeating: "a", count: (1 << 20) + 1)
    let table = try spend("date,cost,campaign\n2026-05-03,1,\(long)\n2026-05-04,2,d\n")
    #expect(table.rejections.map(\.reason) == [.tooLong])
    #expect(table.rows.map(\.line) == [3])
  }

  @Test func `many open quotes take no long time`() throws {
    let text = "date,cost,campaign\n" + String(repeating: "a\"b,\"c\n", count: 300_000)
    let table = try spend(text)
    #expect(table.rows.isEmpty)
    #expect(table.summary.counts.rejected == table.summary.counts.read)
  }

  @Test func `totals and blank rows are filtered, a campaign named Total is not`() throws {
    let table = try spend(
      "campaign;date;cost\nTotal sale;2026-05-03;1\n;;\n\nИтого;;1\nTotal: Account;--;1\n")
    #expect(table.rows.count == 1)
    #expect(table.summary.counts.filtered == 4)
    #expect(table.summary.counts.read == 5)
  }

  @Test(arguments: [
    "date;campaign;campaign_id;cost\n2026-05-03;a;7;5\n2026-05-03;Итого;;5\n2026-05-03;b;;1\n",
    "campaign;campaign_id;date;cost\na;7;2026-05-03;5\nTotal:;;2026-05-03;5\nTotal sale;;2026-05-03;1\n",
    "date;campaign;cost\n2026-05-03;a;5\n2026-05-03;Итого за день;5\n2026-05-03;Итоговая;1\n",
    "date;campaign;campaign_id;cost\n2026-05-03;Total;7;5\n2026-05-03;Gesamt;;5\n2026-05-03;b;;1\n",
  ])
  func `a day's total among campaigns is filtered, one with a number is not`(text: String) throws {
    let table = try spend(text)
    #expect(table.rows.count == 2)
    #expect(table.summary.counts.filtered == 1)
  }

  @Test func `preamble lines before the header are no records`() throws {
    let text =
      "Campaign report\n\"May 1, 2026 - May 3, 2026\"\nDay,Campaign,Cost\n2026-05-03,x,1.5\n"
    let format = try FormatRegistry.format(named: "google-ads")
    let file = try bench.write("t.csv", text)
    let table = try ReadTable(file, .spend, format.applied(to: Given.tableOptions()))
    #expect(table.summary.counts.read == 1)
    #expect(table.cell(0, "source") == .text("google"))
    #expect(table.cell(0, "cost") == .integer(150))
  }

  @Test func `blank lines before the header hide nothing`() throws {
    let text = String(repeating: "\n", count: 60) + "date,cost\n2026-05-03,1.25\n"
    #expect(try spend(text).cell(0, "cost") == .integer(125))
  }

  @Test func `windows-1251 is read, and broken UTF-8 after UTF-8 is refused`() throws {
    let head = Array("date,cost,campaign\n2026-05-03,1,".utf8)
    let cyrillic: [UInt8] = [0xcb, 0xe5, 0xf2, 0xee]  // Лето
    let old = try bench.write("a.csv", head + cyrillic + [10])
    #expect(
      try ReadTable(old, .spend, Given.tableOptions()).cell(0, "campaign") == .text("Лето"))
    let mixed = head + Array("Лето\n2026-05-04,1,".utf8) + cyrillic + [10]
    let table = try ReadTable(bench.write("b.csv", mixed), .spend, Given.tableOptions())
    #expect(table.rejections.map(\.reason) == [.badEncoding])
    #expect(table.rows.count == 1)
  }

  @Test func `the Cyrillic of DOS is read where it is declared`() throws {
    // "Дата;Расход\n03.05.2026;10,50\nИтог за всё;10,50" in cp866, by Python's codec.
    let bytes: [UInt8] =
      [0x84, 0xa0, 0xe2, 0xa0, 0x3b, 0x90, 0xa0, 0xe1, 0xe5, 0xae, 0xa4, 0x0a]
      + Array("03.05.2026;10,50\n".utf8) + [0x88, 0xe2, 0xae, 0xa3] + Array(";10,50\n".utf8)
    var options = Given.tableOptions()
    options.columns = ["date": "Дата", "cost": "Расход"]
    options.encoding = .cp866
    options.totals = ["Итог"]
    let table = try ReadTable(bench.write("t.csv", bytes), .spend, options)
    #expect(table.cell(0, "cost") == .integer(1050))
    #expect(table.summary.counts.read == 2)
    #expect(table.summary.counts.filtered == 1)
  }

  @Test func `declared rows before the header are skipped`() throws {
    let text = "date,cost\nthe report of,May\ndate,cost\n2026-05-03,1.25\n"
    let table = try spend(text) { $0.skippedRows = 2 }
    #expect(table.summary.counts.read == 1)
    #expect(table.rows.first?.line == 4)
  }

  @Test func `costs without VAT are raised by it, half a penny away from zero`() throws {
    let text = "date,cost\n2026-05-03,0.125\n2026-05-04,100.02\n2026-05-05,-1.25\n"
    let table = try spend(text) { $0.vatRate = 0.2 }
    // 0.13 x 1.2 = 0.156; 100.02 x 1.2 = 120.024; -1.25 x 1.2 = -1.50
    #expect(
      (0...2).map { table.cell($0, "cost") } == [.integer(16), .integer(12002), .integer(-150)])
  }

  @Test func `a decimal comma shown once holds for the file`() throws {
    let table = try spend("date;cost\n2026-05-03;1.234\n2026-05-03;7,50\n2026-05-03;1 234,5\n")
    #expect(
      table.rows.map { $0.cells[11] } == [.integer(123_400), .integer(750), .integer(123_450)])
  }

  @Test func `a comma that may be either is refused with advice`() throws {
    let table = try spend("date;cost\n2026-05-03;1,234\n")
    #expect(table.rejections.map(\.reason) == [.badMoney])
    #expect(table.rejections.first?.message.contains("decimal") == true)
    let told = try spend("date;cost\n2026-05-03;1,234\n") { $0.decimal = .point }
    #expect(told.cell(0, "cost") == .integer(123_400))
  }

  @Test func `samples name nobody`() throws {
    let table = try spend("date,cost,campaign\nsoon,1,+7 (912) 345-67-89 ivan.petrov@mail.ru\n")
    let sample = try #require(table.rejections.first?.sample)
    #expect(sample == "soon,1,+# (###) ###-##-## ***********@*******")
    #expect(table.rejections.first?.column == "date")
  }

  @Test func `contacts become hashes, and one that is none becomes null`() throws {
    let text =
      "order_id,placed_at,total,customer_phone,customer_email,client_id\n"
      + "1,2026-05-03 10:15,5,8 (912) 345-67-89,A@B.example,c1\n2,2026-05-03 10:15,5,123,x,\n"
    let table = try ReadTable(bench.write("o.csv", text), .orders, Given.tableOptions())
    let phone = try #require(Given.key.phone("+79123456789"))
    let email = try #require(Given.key.email("a@b.example"))
    #expect(table.cell(0, "customer_phone") == .text(phone))
    #expect(table.cell(0, "customer_email") == .text(email))
    #expect(table.cell(0, "client_id") == .integer(Given.key.visitor(id: "c1")))
    #expect(table.cell(1, "customer_phone") == .null)
    #expect(table.cell(1, "customer_email") == .null)
    #expect(table.rejections.isEmpty)
  }

  @Test func `value maps and the row's own currency are used`() throws {
    let text =
      "order_id,placed_at,total,currency,status\n1,2026-05-03,500,jpy,Отменён\n"
      + "2,2026-05-03,5,talers,\n3,,5,,\n"
    var options = Given.tableOptions()
    options.values = ["status": ["Отменён": "cancelled"]]
    let table = try ReadTable(bench.write("o.csv", text), .orders, options)
    #expect(table.cell(0, "total") == .integer(500))
    #expect(table.cell(0, "currency") == .text("JPY"))
    #expect(table.cell(0, "status") == .text("cancelled"))
    #expect(table.rejections.map(\.reason) == [.badCurrency, .missingValue])
  }

  // 22:30 UTC of 2 March is 01:30 of 3 March in Moscow; a date alone is the shop's own.
  @Test(arguments: [
    ("2026-03-02", "2026-03-02"), ("2026-03-02 22:30:00", "2026-03-03"),
    ("2026-03-02T22:30:00Z", "2026-03-03"), ("2026-03-02T22:30:00+03:00", "2026-03-02"),
  ])
  func `a source's zone is that of its times, days are the shop's`(
    text: String, day: String
  ) throws {
    let table = try spend("date,cost\n\(text),1\n") {
      $0.shopZone = Zone(identifier: "Europe/Moscow")
    }
    #expect(table.cell(0, "date") == .text(day))
  }

  @Test func `the total that a file states is the one nearest to its rows`() throws {
    // 1.50 + 2.25 = 3.75
    let table = try spend(
      "date;cost;campaign\n2026-05-03;1,50;a\nИтого по a;1,50;\n2026-05-04;2,25;b\n"
        + "Итого;3,74;\nВсего;;\n")
    #expect(table.summary.counts.filtered == 3)
    #expect(table.summary.statedTotal == 374)
    #expect(table.summary.statedCurrency == .gbp)
    #expect(try spend("date,cost\n2026-05-03,1.5\n").summary.statedTotal == nil)
  }

  @Test func `a stated total is in the currency of the rows, and none where they have several`()
    throws
  {
    let yen = try spend("campaign,date,cost,currency\nTotal,,30,\na,2026-05-03,30,JPY\n")
    #expect(yen.summary.statedTotal == 30)
    #expect(yen.summary.statedCurrency?.code == "JPY")
    let mixed = try spend(
      "campaign,date,cost,currency\na,2026-05-03,30,JPY\na,2026-05-03,30,USD\nTotal,,60,\n")
    #expect(mixed.summary.statedTotal == nil)
  }

  @Test func `a refused row says its amount where it can be read`() throws {
    let table = try spend(
      "date,cost,currency\nsoon,1.25,USD\nsoon,x,USD\nsoon,1.25,talers\n2026-05-03,,USD\nx\n")
    #expect(
      table.rejections.map(\.money) == [Money(minor: 125, currency: .usd), nil, nil, nil, nil])
  }

  @Test func `quick and slow ways of the same table meet`() throws {
    var cells = SeededCells(seed: 7)
    let columns = ["date", "source", "campaign", "currency", "cost", "impressions", "clicks"]
    let usual = ["2026-05-03", "yandex", "Поиск | Санкт-Петербург", "RUB", "12.50", "7", "3"]
    for _ in 0..<40 {
      var rows: [[String]] = []
      for _ in 0..<60 {
        rows.append(
          usual.map { cell in
            guard cells.next(below: 4) == 0 else { return cell }
            return cells.text(of: SeededCells.parts.filter { $0 != "," }, most: 3)
          })
      }
      let header = columns.joined(separator: ",")
      let plain = rows.map { $0.joined(separator: ",") }
      // Quotes around every cell take the state machine, a value map the way through texts.
      let quoted = rows.map { $0.map { "\"" + $0 + "\"" }.joined(separator: ",") }
      let quick = try spend(([header] + plain).joined(separator: "\n"))
      let slow = try spend(([header] + quoted).joined(separator: "\n")) { options in
        for column in columns { options.values[column] = ["no such value": "x"] }
      }
      #expect(quick.rows == slow.rows)
      #expect(quick.rejections.map(\.message) == slow.rejections.map(\.message))
      #expect(quick.rejections.map(\.money) == slow.rejections.map(\.money))
      #expect(quick.summary.counts == slow.summary.counts)
      #expect(quick.summary.statedTotal == slow.summary.statedTotal)
    }
  }

  /// Two test orders of 5.00 and an unreadable sum; the line of K is left out with its order.
  @Test func `what a source leaves out is filtered and told`() throws {
    let bench = try Workbench()
    var options = Given.tableOptions()
    options.leaveOutWhen = ["status": "^test"]
    let text =
      "order_id,placed_at,total,status\nA,2026-05-01 10:00,5.00,test order\n"
      + "B,2026-05-01 10:00,7.00,new\nC,2026-05-01 10:00,n.a.,test\n"
    let table = try ReadTable(bench.write("o.csv", text), .orders, options)
    #expect(table.rows.map { $0.cells[0] } == [.text("B")])
    #expect(table.leftOut.map { $0.cells[0] } == [.text("A"), .text("C")])
    #expect(table.summary.counts.filtered == 2)
    #expect(table.summary.notes == [FileNote(.leftOut, count: 2, about: "5.00 GBP; A, C")])
    options.leaveOutWhen = ["sku": "^GIFT$"]
    options.deriveOrders = true
    let lines =
      "order_id,placed_at,sku,quantity,unit_price\nK,2026-05-01 10:00,A,1,5.00\n"
      + "K,2026-05-01 10:00,GIFT,1,5.00\nL,2026-05-01 10:00,A,1,5.00\n"
    let derived = try ReadTable(bench.write("l.csv", lines), .orderLines, options)
    let orders = try #require(derived.summary.derivedOrders)
    #expect(orders.rows.map { $0.cells[0] } == [.text("L")])
    #expect(orders.leftOut.map { $0.cells[0] } == [.text("K")])
  }

  @Test(
    arguments: [
      ("Total rows: 2", nil), ("Total rows: 3", FileNote(.otherCount, count: 3, about: "2")),
      ("Всего строк: 5", FileNote(.otherCount, count: 5, about: "2")),
    ] as [(String, FileNote?)])
  func `a stated number of rows is compared`(last: String, note: FileNote?) throws {
    let text =
      "Report\nDate\tCampaignId\tCost\n2026-05-01\t1\t5.00\n2026-05-02\t1\t5.00\n\(last)\n"
    let format = try FormatRegistry.format(named: "yandex-direct-api")
    let bench = try Workbench()
    let table = try ReadTable(
      bench.write("d.tsv", text), .spend, format.applied(to: Given.tableOptions()))
    #expect(table.rejections == [])
    #expect(table.summary.notes == [note].compactMap(\.self))
  }

  @Test(arguments: ["2.02605E+11", "2,02605E+11", "2e+11", "'2.02605E+11'"])
  func `an id that a spreadsheet has rounded is refused`(id: String) throws {
    let quoted = id.contains(",") ? "\"\(id)\"" : id.replacing("'", with: " ")
    let table = try ReadTable(
      bench.write("i.csv", "order_id,placed_at,total\n\(quoted),2026-05-03,5\n"), .orders,
      Given.tableOptions())
    #expect(table.rejections.map(\.column) == ["order_id"])
    #expect(table.rejections.first?.message.contains("make the column text") == true)
  }

  @Test(arguments: ["1001", "E+11", "A1E+11", "1E+1", "1.5.2E+11", "12E+11", "2.5+11"])
  func `an id of letters and signs is one`(id: String) throws {
    let table = try ReadTable(
      bench.write("i.csv", "order_id,placed_at,total\n\(id),2026-05-03,5\n"), .orders,
      Given.tableOptions())
    #expect(table.cell(0, "order_id") == .text(id))
  }

  @Test(arguments: [
    "order_id,placed_at,discount,total", "placed_at,order_id,total,discount",
    "total,order_id,placed_at", "order_id,placed_at,city,discount,total",
  ])
  func `a second header with other places refuses the file`(second: String) throws {
    let text =
      "order_id,placed_at,total,discount\n1,2026-05-03,100.00,5.00\n\(second)\n"
      + "2,2026-05-03,7.00,200.00\n"
    let error = try #require(throws: IngestError.self) {
      try ReadTable(bench.write("h.csv", text), .orders, Given.tableOptions())
    }
    #expect(error.line == 3)
    #expect(error.message.contains("expected one header"))
  }

  @Test func `the same header again is one row that is refused`() throws {
    let header = "order_id,placed_at,total\n"
    let table = try ReadTable(
      bench.write("h.csv", header + "1,2026-05-03,5\n" + header + "2,2026-05-03,6\n"), .orders,
      Given.tableOptions())
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rejections.map(\.line) == [3])
  }
}
