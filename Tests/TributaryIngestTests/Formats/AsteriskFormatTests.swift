import Testing
import TributaryModel

@testable import TributaryIngest

struct AsteriskFormatTests {
  /// cdr_csv's order, its sixteen cells.
  private func master(
    source: String = "79161234567", dialled: String = "74951112233", name: String = "",
    joined: String = "PJSIP/101-1", application: String = "Dial", answer: Bool = true,
    seconds: String = "72,60,\"ANSWERED\"", account: String = ""
  ) -> String {
    let answered = answer ? "2026-03-02 10:00:12" : ""
    return "\"\(account)\",\"\(source)\",\"\(dialled)\",\"from-trunk\",\"\(name)\","
      + "\"PJSIP/trunk-1\",\"\(joined)\",\"\(application)\",\"PJSIP/101,30\","
      + "\"2026-03-02 10:00:00\",\"\(answered)\",\"2026-03-02 10:01:12\",\(seconds),"
      + "\"DOCUMENTATION\""
  }

  // The call rings at 10:00:00 of Moscow, 07:00:00 UTC, is answered 12 seconds later, lasts 60.
  @Test(arguments: [
    (",\"1772434800.26\"", "1772434800.26"), (",\"1772434800.26\",\"note\"", "1772434800.26"),
    (",\"1772434800.26\",\"\",\"\",\"1772434799.20\",7", "1772434799.20"),
  ])
  func `Master csv of cdr_csv has 17, 18 or 21 cells`(_ end: String, _ id: String) throws {
    let table = try CallFile().read("asterisk-cdr", master() + end + "\n") {
      $0.zone = Zone(identifier: "Europe/Moscow") ?? .utc
    }
    #expect(table.rejections.isEmpty)
    #expect(table.cell(0, "call_id") == .text(id))
    #expect(table.cell(0, "started_at") == .integer(1_772_434_800_000))
    #expect(table.cell(0, "dialled_number") == .text("74951112233"))
    #expect(table.cell(0, "caller") == Given.key.phone("+7 916 123-45-67").map(Cell.text))
    #expect(table.cell(0, "answered") == .integer(1))
    #expect(table.cell(0, "talk_seconds") == .integer(60))
    #expect(table.cell(0, "wait_seconds") == .integer(12))
    #expect(table.rows.map(\.line) == [1])
  }

  @Test func `16 cells name no call: each record is one, under a name that stays`() throws {
    let file = try CallFile()
    let text = master() + "\n" + master(source: "79160000000") + "\n"
    let table = try file.read("asterisk-cdr", text)
    let ids = table.rows.map { $0.cells[0] }
    #expect(Set(ids).count == 2)
    #expect(try file.read("asterisk-cdr", text).rows.map { $0.cells[0] } == ids)
    guard case .text(let id)? = ids.first else {
      Issue.record("expected a text")
      return
    }
    #expect(id.hasPrefix("unnumbered-"))
    #expect(!id.contains("9161234567"))
  }

  @Test(arguments: [
    ("anonymous", "", nil), ("", "\"\"Shop 24\"\" <+7 916 123-45-67>", "79161234567"),
    ("", "Anonymous", nil),
  ])
  func `the caller is taken from src or from clid`(
    _ source: String, _ name: String, _ number: String?
  ) throws {
    let text = master(source: source, name: name) + ",\"1.2\"\n"
    let table = try CallFile().read("asterisk-cdr", text)
    #expect(table.rows.count == 1)
    #expect(table.cell(0, "caller") == number.flatMap(Given.key.phone).map(Cell.text) ?? .null)
  }

  @Test(arguments: ["NO ANSWER", "BUSY", "FAILED", "CONGESTION"])
  func `every other disposition is a missed call`(disposition: String) throws {
    let text = master(answer: false, seconds: "72,0,\"\(disposition)\"") + ",\"1.2\"\n"
    let table = try CallFile().read("asterisk-cdr", text)
    #expect(table.cell(0, "answered") == .integer(0))
    #expect(table.cell(0, "talk_seconds") == .integer(0))
    #expect(table.cell(0, "wait_seconds") == .integer(72))
  }

  @Test func `columns say where a dial plan puts the number`() throws {
    let text = master(dialled: "s", account: "4951112233") + ",\"1.2\"\n"
    let file = try CallFile()
    let lost = try file.read("asterisk-cdr", text)
    #expect(lost.rejections.map(\.column) == ["dialled_number"])
    #expect(lost.rejections.map(\.line) == [1])
    let found = try file.read("asterisk-cdr", text) {
      $0.columns = ["dialled_number": "accountcode"]
    }
    #expect(found.cell(0, "dialled_number") == .text("74951112233"))
  }

  @Test func `what extensions dial is left out`() throws {
    let text =
      master(source: "101", dialled: "102") + ",\"1.1\"\n"
      + master(source: "101", dialled: "89161234567") + ",\"1.2\"\n" + master() + ",\"1.3\"\n"
    let table = try CallFile().read("asterisk-cdr", text.replacing("from-trunk", with: "office"))
    #expect(table.rows.map { $0.cells[0] } == [.text("1.3")])
    #expect(table.summary.counts.filtered == 2)
  }

  @Test(arguments: ["", ",\"7\""])
  func `cdr_custom has its own order`(sequence: String) throws {
    let text =
      #""""Ivan"" <79161234567>","79161234567","74951112233","from-trunk","PJSIP/trunk-1","#
      + #""PJSIP/101-1","Dial","PJSIP/101,30","2026-03-02 10:00:00","2026-03-02 10:00:12","#
      + #""2026-03-02 10:01:12","72","60","ANSWERED","DOCUMENTATION","","1772434800.26","""#
    let file = try CallFile()
    let table = try file.read("asterisk-cdr-custom", text + sequence + "\n")
    #expect(table.cell(0, "call_id") == .text("1772434800.26"))
    #expect(table.cell(0, "dialled_number") == .text("74951112233"))
    #expect(table.cell(0, "talk_seconds") == .integer(60))
    #expect(table.cell(0, "wait_seconds") == .integer(12))
    let guess = try FormatGuess.of(file.bench.write("Master.csv", text + sequence + "\n"))
    #expect(guess?.format.name == "asterisk-cdr-custom")
  }

  @Test func `a record of another length is refused with its place`() throws {
    let good = master() + ",\"1.2\"\n"
    let table = try CallFile().read("asterisk-cdr", good + "\"\",\"1\"\n")
    #expect(table.rejections.map(\.reason) == [.raggedRow])
    #expect(table.rejections.map(\.line) == [2])
    #expect(table.rejections.map(\.byteOffset) == [Int64(good.utf8.count)])
  }
}
