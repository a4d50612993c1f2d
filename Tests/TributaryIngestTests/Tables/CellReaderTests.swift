import Testing
import TributaryModel

@testable import TributaryIngest

struct CellReaderTests {
  private func read(
    _ text: String, _ type: ColumnType, order: DateOrder? = nil, zone: Zone = .utc,
    decimal: DecimalSign? = nil
  ) -> Cell? {
    var options = Given.tableOptions()
    options.dateOrder = order
    options.zone = zone
    options.decimal = decimal
    if case .cell(let cell) = CellReader(options).read(text, as: type, "x", .gbp) { return cell }
    return nil
  }

  @Test(arguments: [
    ("12", 1200), ("12.5", 1250), ("-3.20", -320), ("\u{2212}3.20", -320), ("1 234,56", 123_456),
    ("1\u{a0}234,56 £", 123_456), ("1\u{202f}020,50 GBP", 102_050), ("£1,234.56", 123_456),
    ("1.234,56", 123_456), ("1,234,567", 123_456_700), ("0.005", 1), ("0.004", 0), ("2,5", 250),
    ("1000 pounds", 100_000), (".50", 50), ("+1", 100), ("(5)", -500), ("5-", -500),
  ])
  func `money is read`(text: String, minor: Int64) {
    #expect(read(text, .money) == .integer(minor))
  }

  @Test(arguments: [
    "NaN", "inf", "1e3", "12abc", "1,2,3", "1.2.3,4,5", "--5", "0x10", "99999999999999999999",
    "9999999999999999", "100000000000", "12 or so", "1,234", "1.234", ".", "-(5)",
  ])
  func `what is no money is refused`(text: String) {
    #expect(read(text, .money) == nil)
  }

  @Test(arguments: [("5", 5), ("5.0", 5), ("1 000", 1000), ("4,010", 4010), ("4.010", 4010)])
  func `whole numbers are read`(text: String, value: Int64) {
    #expect(read(text, .integer) == .integer(value))
  }

  @Test(arguments: ["-1", "5.5", "x", "1000000000000", "9223372036854775807"])
  func `what is no count is refused`(text: String) {
    #expect(read(text, .integer) == nil)
  }

  @Test(arguments: ["1e9", "1000000000", "NaN", "1e400"])
  func `what is no measure is refused`(text: String) {
    #expect(read(text, .real) == nil)
  }

  @Test func `a rate is above zero`() {
    let reader = CellReader(Given.tableOptions())
    #expect(reader.read("0.5", as: .real, "rate", .gbp) == .cell(.real(0.5)))
    for text in ["0", "-2"] {
      #expect(
        reader.read(text, as: .real, "rate", .gbp)
          == .refused(.badNumber, expected: "a rate above 0"))
    }
  }

  @Test func `a declared decimal sign decides`() {
    #expect(read("1,234", .real, decimal: .comma) == .real(1.234))
    #expect(read("1.234", .real, decimal: .comma) == .real(1234))
    #expect(read("1,234", .real, decimal: .point) == .real(1234))
    #expect(read("-0", .real) == .real(0))
  }

  @Test(arguments: [
    ("2026-05-03", "2026-05-03"), ("03.05.2026", "2026-05-03"), ("3.5.2026", "2026-05-03"),
    ("20260503", "2026-05-03"), ("2026/05/03", "2026-05-03"), ("25/05/2026", "2026-05-25"),
    ("05/25/2026", "2026-05-25"), ("2026-05-03 23:59:59", "2026-05-03"),
    ("2024-02-29", "2024-02-29"),
  ])
  func `days are read`(text: String, day: String) {
    #expect(read(text, .day) == .text(day))
  }

  @Test(arguments: [
    "05/03/2026", "2025-02-29", "31.06.2026", "1989-12-31", "2100-01-01", "soon", "5", "1/2",
    "05/03/26", "2026-05", "2026-05-03x",
  ])
  func `what is no day, or may be two, is refused`(text: String) {
    #expect(read(text, .day) == nil)
  }

  @Test func `a date order decides about slashes`() {
    #expect(read("05/03/2026", .day, order: .monthDayYear) == .text("2026-05-03"))
    #expect(read("05/03/2026", .day, order: .dayMonthYear) == .text("2026-03-05"))
    #expect(read("12/1/10", .day, order: .monthDayYear) == .text("2010-12-01"))
    #expect(read("10/12/1", .day, order: .yearMonthDay) == nil)
    #expect(read("10/12/01", .day, order: .yearMonthDay) == .text("2010-12-01"))
    #expect(read("05.03.2026", .day, order: .monthDayYear) == .text("2026-05-03"))
  }

  // Seconds by `date -u -d TEXT +%s`.
  @Test(arguments: [
    ("2026-05-03T10:15:00Z", 1_777_803_300_000), ("2026-05-03 10:15", 1_777_792_500_000),
    ("2026-05-03 10:15:00 +0300", 1_777_792_500_000), ("03.05.2026 10:15", 1_777_792_500_000),
    ("2026-05-03T10:15:00.250+00:00", 1_777_803_300_250), ("1777803300", 1_777_803_300_000),
    ("1777803300250", 1_777_803_300_250), ("2026-05-03 1:15 PM", 1_777_803_300_000),
    ("2026-05-03", 1_777_755_600_000), ("1777803300.25", 1_777_803_300_250),
  ])
  func `instants are read in Moscow`(text: String, milliseconds: Int64) throws {
    let zone = try #require(Zone(identifier: "Europe/Moscow"))
    #expect(read(text, .instant, zone: zone) == .integer(milliseconds))
  }

  @Test(arguments: ["2026-05-03 24:00", "2026-05-03 10", "1970-01-01 03:00", "9999999999999"])
  func `what is no believable instant is refused`(text: String) {
    #expect(read(text, .instant) == nil)
  }

  @Test(arguments: ["46145", "46145.4270833333"])
  func `a day as spreadsheets count them is refused with a word`(text: String) {
    let reader = CellReader(Given.tableOptions())
    guard case .refused(.badDate, let expected) = reader.read(text, as: .instant, "at", .gbp) else {
      Issue.record("\(text) was read")
      return
    }
    #expect(expected.contains("date format"))
  }

  @Test func `a text keeps its zeros through what spreadsheets put around it`() {
    #expect(CellReader.trimmed("=\"0012\"") == "0012")
    #expect(CellReader.trimmed("'0012") == "0012")
    #expect(CellReader.trimmed("'90s") == "'90s")
    #expect(CellReader.trimmed("\u{feff}A\u{200e}") == "A")
  }

  @Test func `own phones keep their digits`() {
    #expect(read("8 (800) 555-35-35", .ownPhone) == .text("78005553535"))
    #expect(read("*0550", .ownPhone) == .text("0550"))
  }

  @Test func `yes and no are read in two languages`() {
    #expect(read("Да", .boolean) == .integer(1))
    #expect(read("false", .boolean) == .integer(0))
    #expect(read("maybe", .boolean) == nil)
  }
}
