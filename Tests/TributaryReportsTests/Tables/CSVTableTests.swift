import Testing
import TributaryModel

@testable import TributaryReports

@Suite struct CSVTableTests {
  private func table(_ names: [String], _ rows: [[TributaryModel.Cell]]) -> Table {
    Table(
      file: "t", label: "t", columns: [Column("Seen", .text)],
      rows: rows.indices.map { [.user("row \($0 + 1)")] },
      stored: Table.Stored(names: names, rows: rows, sql: "select 1"))
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
    #expect(
      CSVTable(table(["name"], [[.text(text)]]), words).text
        == "\u{FEFF}name\r\n\(shown)\r\n")
  }

  @Test func `an English file has commas, a byte order mark and CRLF`() {
    let file = CSVTable(
      table(
        ["name", "money", "share"],
        [
          [.text("=a,\"b\""), .real(-12345.67), .real(0.0184321)],
          [.text("c"), .integer(3), .null],
        ]), Words(.english, currency: .rub))
    #expect(
      file.text
        == "\u{FEFF}name,money,share\r\n"
        + "\"'=a,\"\"b\"\"\",-12345.67,0.0184321\r\nc,3,\r\n")
    #expect(file.file.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
  }

  @Test func `a Russian file has semicolons and decimal commas`() {
    let file = CSVTable(
      table(["name", "share"], [[.text("а;б"), .real(-0.25)], [.text("в,г"), .integer(3)]]),
      Words(.russian, currency: .rub))
    #expect(file.text == "\u{FEFF}name;share\r\n\"а;б\";-0,25\r\nв,г;3\r\n")
  }

  @Test func `what the file holds is not on the page and the other way round`() {
    let table = table(["key"], [[.text("k")]])
    let words = Words(.english, currency: .rub)
    #expect(CSVTable(table, words).text == "\u{FEFF}key\r\nk\r\n")
    let page = table.markup(words).rendered
    #expect(page.contains("Seen") && !page.contains(">k<") && !page.contains("key"))
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
    let table = table(["name"], (1...64).map { [.text("row \($0)")] })
    let words = Words(.english, currency: .rub)
    let page = table.markup(words).rendered
    #expect(page.contains("20 of 64; all in t.csv."))
    #expect(page.contains(">row 20<") && !page.contains(">row 21<"))
    #expect(CSVTable(table, words).text.split(separator: "\r\n").count == 65)
  }
}
