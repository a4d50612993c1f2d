import Testing

import struct TributaryModel.Estimate
import struct TributaryModel.Interval

@testable import TributaryReports

@Suite struct CSVTableTests {
  private func table(_ columns: [Column], _ rows: [[Cell]]) -> Table {
    Table(
      file: "t", label: "t", columns: columns, rows: rows, source: Table.Source(sql: "select 1"))
  }

  /// ESC colours a terminal, BEL rings it, the bidi override turns the rest of the line around.
  @Test(
    arguments: [
      ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("a\u{7}b", "a\u{FFFD}b"),
      ("a\u{202E}b", "a\u{FFFD}b"), ("a\r\nb", "a\u{FFFD}\u{FFFD}b"),
      ("\t=1", "'\u{FFFD}=1"), ("=1+1", "'=1+1"), ("＝1+1", "'＝1+1"),
      ("Ёлка\u{A0}5 é", "Ёлка\u{A0}5 é"),
    ])
  func `text that hides or turns is marked in the file`(text: String, shown: String) {
    let words = Words(.english, currency: .rub)
    let columns = [Column("Name", "name", .text)]
    for cell in [Cell.user(text), .text(text), .markup("x", file: text)] {
      #expect(
        CSVTable(table(columns, [[cell]]), words).text == "\u{FEFF}name\r\n\(shown)\r\n")
    }
  }

  @Test func `an English file has commas, a byte order mark and CRLF`() {
    let file = CSVTable(
      table(
        [
          Column("Name", "name", .text), Column("Money", "money", .money),
          Column("Rate", "rate", .estimate(.share)), Column("", "x", .graphic),
        ],
        [
          [
            .user("=a,\"b\""), .value(Int64(-1_234_567)),
            .estimate(Estimate(0.0184321, Interval(lower: 0.01, upper: 0.03))), .blank,
          ], [.user("c"), .value(nil), .estimate(nil), .blank],
        ]), Words(.english, currency: .rub))
    #expect(
      file.text
        == "\u{FEFF}name,money,rate,rate_lower90,rate_upper90\r\n"
        + "\"'=a,\"\"b\"\"\",-12345.67,0.0184321,0.01,0.03\r\nc,,,,\r\n")
    #expect(file.file.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
  }

  @Test func `a Russian file has semicolons and decimal commas`() {
    let file = CSVTable(
      table(
        [Column("Имя", "name", .text), Column("Доля", "share", .share)],
        [[.user("а;б"), .value(-0.25)], [.user("в,г"), .value(3)]]),
      Words(.russian, currency: .rub))
    #expect(file.text == "\u{FEFF}name;share\r\n\"а;б\";-0,25\r\nв,г;3\r\n")
  }

  @Test func `a column of the file only is not on the page and the other way round`() {
    let table = table(
      [
        Column("Name", "name", .text), Column("Key", "key", .text, place: .file),
        Column("Seen", "seen", .count, place: .page),
      ], [[.text("n"), .text("k"), .value(5)]])
    let words = Words(.english, currency: .rub)
    #expect(CSVTable(table, words).text == "\u{FEFF}name,key\r\nn,k\r\n")
    let page = table.markup(words).rendered
    #expect(page.contains("Seen") && !page.contains("Key"))
  }

  @Test(
    arguments: [
      (1e-7, "0.0000001"), (12_345_678.0, "12345678"), (0.1, "0.1"), (-2.5, "-2.5"),
      (Double.infinity, ""),
    ])
  func `a number has no exponent and no grouping`(value: Double, text: String) {
    #expect(CSVTable.plain(value) == text)
  }

  @Test func `a page shows twenty rows and says where the rest is`() {
    let rows = (1...64).map { [Cell.user("row \($0)")] }
    let table = table([Column("Name", "name", .text)], rows)
    let words = Words(.english, currency: .rub)
    let page = table.markup(words).rendered
    #expect(page.contains("20 of 64; all in t.csv."))
    #expect(page.contains(">row 20<") && !page.contains(">row 21<"))
    #expect(CSVTable(table, words).text.split(separator: "\r\n").count == 65)
  }
}
