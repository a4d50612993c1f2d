import Testing
import TributaryModel

@testable import TributaryIngest

struct PlainCellsTests {
  private static let types: [ColumnType] = [
    .text, .integer, .real, .money, .instant, .day, .boolean, .phone, .email, .hashedID,
  ]

  @Test(arguments: types)
  func `what is read from bytes is what is read from the text`(type: ColumnType) throws {
    let moscow = try #require(Zone(identifier: "Europe/London"))
    let yen = try #require(Currency("JPY"))
    var cells = SeededCells(seed: 3)
    var plainly = 0
    for decimal in [nil, DecimalSign.point, .comma] {
      for currency in [Currency.rub, yen] {
        var options = Given.tableOptions()
        options.zone = moscow
        options.decimal = decimal
        options.vatRate = 0.2
        let reader = CellReader(options)
        var plain = PlainCells(options)
        let kind = PlainCells.Kind(Column("cost", type, ""), .masked)
        for _ in 0..<4000 {
          let text = cells.text(of: SeededCells.parts, most: 5)
          guard !text.isEmpty, CellReader.trimmed(text) == text else { continue }
          let bytes = Array(text.utf8)
          guard
            let cell = plain.read(
              bytes.span, 0..<bytes.count, as: kind, decimal: decimal,
              minorDigits: currency.minorDigits)
          else { continue }
          plainly += 1
          #expect(
            reader.read(text, as: type, "cost", currency) == .cell(cell), "\(bytes) as \(type)")
        }
      }
    }
    #expect(plainly > 100)
  }

  // A spring day without 01:00 to 02:00, an autumn day that has it twice, and days around them.
  @Test(arguments: [
    "2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "25.10.2026", "2026-10-26",
    "01.01.2026",
  ])
  func `wall-clock times near a clock change are those of texts`(day: String) throws {
    var options = Given.tableOptions()
    options.zone = try #require(Zone(identifier: "Europe/London"))
    let reader = CellReader(options)
    var time = PlainTime(options.zone)
    for hour in 0..<24 {
      let text = day + (hour < 10 ? " 0" : " ") + "\(hour):30"
      let bytes = Array(text.utf8)
      let read = time.instant(bytes.span, 0..<bytes.count)
      let at = try #require(read)
      #expect(reader.read(text, as: .instant, "at", .gbp) == .cell(.integer(at)))
    }
  }

  // Milliseconds by `date -u -d TEXT +%s`.
  @Test func `the usual forms are read from bytes`() {
    var plain = PlainCells(Given.tableOptions())
    func read(_ text: String, _ type: ColumnType) -> Cell? {
      let bytes = Array(text.utf8)
      return plain.read(
        bytes.span, 0..<bytes.count, as: PlainCells.Kind(Column("x", type, ""), .masked),
        decimal: nil,
        minorDigits: 2)
    }
    #expect(read("2026-05-03T10:15:00Z", .instant) == .integer(1_777_803_300_000))
    #expect(read("03.05.2026 13:15:00", .instant) == .integer(1_777_814_100_000))
    #expect(read("2026-05-03 13:15:00+03:00", .instant) == .integer(1_777_803_300_000))
    #expect(read("03.05.2026", .day) == .text("2026-05-03"))
    #expect(read("-12,5", .money) == .integer(-1250))
    #expect(read("7", .money) == .integer(700))
    #expect(read("0.25", .real) == .real(0.25))
    #expect(read("1,234", .money) == nil)
    #expect(read("5/3/2026", .day) == nil)
    let long = "Санкт-Петербург, Невский проспект"
    #expect(read(long, .text) == .text(long))
    #expect(read(long, .text) == .text(long))
  }
}
