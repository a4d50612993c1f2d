import Testing
import TributaryModel

@testable import TributaryIngest

@Suite struct TableContactsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func orders(_ text: String) throws -> ReadTable {
    try ReadTable(bench.write("t.csv", text), .orders, Given.tableOptions())
  }

  @Test(arguments: [
    ("status", "ring +7 916 123-45-67", "ring +# ### ###-##-##"),
    ("cancel_reason", "писать на ann@mail.example", "писать на ***@************"),
    ("city", "Омск", "Омск"), ("method", "8-916-123-45-67", "#-###-###-##-##"),
    ("payment_method", "4111 1111 1111 1111", "#### #### #### ####"),
    ("channel", "89161234567", "89161234567"),
  ])
  func `every column of text is masked`(column: String, text: String, kept: String) throws {
    let table = try orders(
      "order_id,placed_at,total,\(column)\n1,2026-05-03 10:00,5,\(text)\n2,2026-05-03 10:00,5,\(text)\n"
    )
    #expect(table.cell(0, column) == .text(kept))
    #expect(table.cell(1, column) == .text(kept))
  }

  @Test func `order numbers that are contacts are masked and stay apart`() throws {
    let table = try orders(
      """
      order_id,placed_at,total
      +79161234567,2026-05-03 10:00,5
      +79161234568,2026-05-03 10:00,5
      ann@mail.example,2026-05-03 10:00,5
      89161234567,2026-05-03 10:00,5
      8-1178,2026-05-03 10:00,5

      """)
    let ids = (0..<5).map { table.cell($0, "order_id") }
    #expect(Set(ids.map(String.init(describing:))).count == 5)
    #expect(Array(ids.suffix(2)) == [.text("89161234567"), .text("8-1178")])
    for id in ids.prefix(3) {
      guard case .text(let text)? = id else { throw Missing() }
      #expect(text.contains("##~") || text.contains("**~"))
    }
  }

  @Test func `the own mailbox and a machine's id of a letter stay`() throws {
    let table = try ReadTable(
      bench.write(
        "l.csv",
        "letter_id,received_at,mailbox,order_id\na1@mail.example,2026-05-03 10:00,opt@shop.example,\n"
      ),
      .letters, Given.tableOptions())
    #expect(table.cell(0, "letter_id") == .text("a1@mail.example"))
    #expect(table.cell(0, "mailbox") == .text("opt@shop.example"))
  }

  @Test func `a phone in its column does not stand in samples, whatever it is called`() throws {
    let table = try orders(
      """
      order_id,placed_at,total,customer_phone,Телефон 2,sku
      1,2026-05-03 10:00,bad,89161234567,74951234567,4006381333931
      2,2026-05-03 10:00,5,89161234567,74951234567,x,y

      """)
    #expect(
      table.rejections.map(\.sample) == [
        "1,2026-05-03 10:00,bad,###########,###########,4006381333931",
        "2,2026-05-03 10:00,5,###########,###########,x,y",
      ])
  }

  @Test func `a header that is a row of data is told without its contacts`() throws {
    let file = try bench.write("t.csv", "1,89161234567,ann@mail.example\n2,89161234568,x\n")
    let error = #expect(throws: IngestError.self) {
      try ReadTable(file, .orders, Given.tableOptions())
    }
    #expect(error?.message.contains("'###########', '***@************'") == true)
  }

  @Test func `calls that are told by number are built of it and keep it as a hash`() throws {
    var options = try FormatRegistry.format(named: "asterisk-cdr").applied(to: Given.tableOptions())
    options.constants["dialled_number"] = "74950000000"
    let example = try FormatRegistry.format(named: "asterisk-cdr").example
    let plain = try ReadTable(bench.write("c.csv", example), .calls, options)
    #expect(!plain.rows.isEmpty && plain.cell(0, "caller") != .null)
  }

  private struct Missing: Error {}
}
