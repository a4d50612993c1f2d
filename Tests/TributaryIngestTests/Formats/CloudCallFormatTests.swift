import Testing
import TributaryModel

@testable import TributaryIngest

struct CloudCallFormatTests {
  private func outcome(_ table: ReadTable, _ row: Int) -> [Cell?] {
    ["answered", "talk_seconds", "wait_seconds"].map { table.cell(row, $0) }
  }

  // 1772434800 is 07:00:00 UTC of 2 March 2026. Call A rings 101 for 20 seconds, then 102, who
  // answers 10 seconds later and talks 60; call B is missed after 33; C is the shop's own.
  @Test func `Mango Office writes a row an attempt`() throws {
    let text = """
      [];1772434820;1772434890;1772434830;;79161234567;102;74951112233;1110;74951112233;abonent;A=
      [];1772434800;1772434820;0;;79161234567;101;74951112233;1111;74951112233;abonent;A=
      [];1772435000;1772435033;0;;79160000000;101;74951112233;1121;78001112233;abonent;B=
      [MTox,MToy];1772436000;1772436060;1772436010;101;74951112233;;79161234567;1110;74951112233;;C=

      """
    let table = try CallFile().read("mango-office", text) {
      $0.zone = Zone(identifier: "Europe/Moscow") ?? .utc
    }
    #expect(table.rejections.isEmpty)
    #expect(table.rows.map { $0.cells[0] } == [.text("A="), .text("B=")])
    #expect(table.rows.map(\.records) == [2, 1])
    #expect(table.cell(0, "started_at") == .integer(1_772_434_800_000))
    #expect(table.cell(0, "dialled_number") == .text("74951112233"))
    #expect(table.cell(0, "caller") == Given.key.phone("79161234567").map(Cell.text))
    #expect(outcome(table, 0) == [.integer(1), .integer(60), .integer(30)])
    #expect(table.cell(1, "dialled_number") == .text("78001112233"))
    #expect(outcome(table, 1) == [.integer(0), .integer(0), .integer(33)])
    #expect(table.summary.counts.filtered == 1)
    #expect(table.summary.counts.read == 4)
  }

  @Test func `Mango Office with create has 13 cells`() throws {
    let text =
      "[];1772434800;1772434890;1772434830;;79161234567;102;74951112233;1110;74951112233;x;"
      + "1772434799;A=\n"
    let table = try CallFile().read("mango-office", text)
    #expect(table.cell(0, "call_id") == .text("A="))
    #expect(outcome(table, 0) == [.integer(1), .integer(60), .integer(30)])
  }

  // 10:00 at -05:00 is 15:00 UTC, 1772463600.
  @Test func `CallRail under the fields of its API`() throws {
    let text = """
      id,start_time,direction,answered,duration,customer_phone_number,tracking_phone_number,voicemail
      CAL1,2026-03-02T10:00:00.000-05:00,inbound,true,60,+14045551234,+14045556789,false
      CAL2,2026-03-02T10:05:00.000-05:00,inbound,false,22,,+14045556789,true
      CAL3,2026-03-02T10:06:00.000-05:00,outbound,true,60,+14045551234,+14045556789,false
      CAL4,2026-03-02T10:07:00.000-05:00,sideways,true,60,+14045551234,+14045556789,false
      CAL5,2026-03-02T10:08:00.000-05:00,inbound,true,60,+14045551234,,false

      """
    let table = try CallFile().read("callrail", text)
    #expect(table.rows.map { $0.cells[0] } == [.text("CAL1"), .text("CAL2")])
    #expect(table.cell(0, "started_at") == .integer(1_772_463_600_000))
    #expect(table.cell(0, "dialled_number") == .text("14045556789"))
    #expect(table.cell(0, "caller") == Given.key.phone("14045551234").map(Cell.text))
    #expect(outcome(table, 0) == [.integer(1), .integer(60), .null])
    #expect(outcome(table, 1) == [.integer(0), .integer(0), .null])
    #expect(table.cell(1, "caller") == .null)
    #expect(table.rejections.map(\.line) == [5, 6])
    #expect(table.rejections.map(\.column) == ["direction", "dialled_number"])
    #expect(table.rejections.map(\.reason) == [.unknownValue, .missingValue])
    #expect(table.summary.counts.filtered == 1)
  }
}
