import Testing
import TributaryModel

@testable import TributaryIngest

struct CallTrackerFormatTests {
  private static let columns = [
    "answered", "talk_seconds", "wait_seconds", "source", "medium", "campaign",
  ]

  private func cells(_ table: ReadTable, _ row: Int) -> [Cell?] {
    CallTrackerFormatTests.columns.map { table.cell(row, $0) }
  }

  // 10:00:00 of Moscow is 07:00:00 UTC, 1772434800.
  @Test func `UIS answers with result and data`() throws {
    let text = #"""
      {"jsonrpc": "2.0", "id": 1, "result": {"data": [
        {"id": 11, "start_time": "2026-03-02 10:00:00", "finish_time": "2026-03-02 10:01:20",
         "direction": "in", "is_lost": false, "finish_reason": "subscriber_disconnects",
         "virtual_phone_number": "74951112233", "contact_phone_number": "79161234567",
         "wait_duration": 12, "talk_duration": 65, "clean_talk_duration": 60,
         "total_duration": 80, "campaign_id": 7, "campaign_name": "Директ", "tags": null,
         "utm_source": "yandex", "utm_medium": "cpc", "utm_campaign": "spring"},
        {"id": 12, "start_time": "2026-03-02 10:05:00", "finish_time": "2026-03-02 10:05:31",
         "direction": "in", "is_lost": true, "virtual_phone_number": "78001112233",
         "contact_phone_number": "anonymous", "wait_duration": null, "talk_duration": 0,
         "clean_talk_duration": 0, "campaign_name": "Визитка", "utm_source": null},
        {"id": 13, "start_time": "2026-03-02 10:06:00", "direction": "out", "is_lost": false,
         "virtual_phone_number": "74951112233", "contact_phone_number": "79161234567",
         "clean_talk_duration": 30}],
        "metadata": {"total_items": 3}}}
      """#
    let table = try CallFile().read("uis-comagic", text) {
      $0.zone = Zone(identifier: "Europe/Moscow") ?? .utc
    }
    #expect(table.rejections.isEmpty)
    #expect(table.rows.map { $0.cells[0] } == [.text("11"), .text("12")])
    #expect(table.cell(0, "started_at") == .integer(1_772_434_800_000))
    #expect(table.cell(0, "dialled_number") == .text("74951112233"))
    #expect(table.cell(0, "caller") == Given.key.phone("79161234567").map(Cell.text))
    #expect(
      cells(table, 0) == [
        .integer(1), .integer(60), .integer(12), .text("yandex"), .text("cpc"), .text("spring"),
      ])
    // Given up after 31 seconds; the tracker's own campaign stands in for the missing tag.
    #expect(
      cells(table, 1) == [
        .integer(0), .integer(0), .integer(31), .null, .null, .text("Визитка"),
      ])
    #expect(table.cell(1, "caller") == .null)
    #expect(table.summary.counts.filtered == 1)
    #expect(table.summary.counts.read == 3)
  }

  private static let call =
    #"{"callId":70012,"date":"02/03/2026 10:00:00","callerNumber":"79161234567","#
    + #""phoneNumber":"74951112233","duration":60,"waitingConnect":12,"successful":true,"#
    + #""uniqueCall":true,"source":"yandex","medium":"cpc","utmSource":"<не заполнено>","#
    + #""utmCampaign":"spring","callTags":[{"type":"manual","names":["x"]}]}"#
  private static let missed =
    #"{"callId":70013,"date":"02/03/2026 10:07:00","callerNumber":"79160000000","#
    + #""phoneNumber":"74951112233","duration":0,"waitingConnect":20,"successful":false,"#
    + #""source":"<не указано>","medium":"<не указано>","utmCampaign":"<не заполнено>"}"#

  // The second of March, not the third of February: days stand first.
  @Test(arguments: [
    "[\(call),\(missed)]",
    #"{"page":1,"pageTotal":1,"pageSize":1000,"records":["# + call + "," + missed + "]}",
  ])
  func `Calltouch answers with an array or pages of records`(text: String) throws {
    let table = try CallFile().read("calltouch", text)
    #expect(table.rejections.isEmpty)
    #expect(table.rows.map { $0.cells[0] } == [.text("70012"), .text("70013")])
    #expect(table.cell(0, "started_at") == .integer(1_772_445_600_000))
    #expect(table.cell(0, "dialled_number") == .text("74951112233"))
    #expect(
      cells(table, 0) == [
        .integer(1), .integer(60), .integer(12), .text("yandex"), .text("cpc"), .text("spring"),
      ])
    #expect(
      cells(table, 1) == [.integer(0), .integer(0), .integer(20), .null, .null, .null])
  }

  @Test func `CallRail's API answers with calls`() throws {
    let text = #"""
      {"page": 1, "per_page": 100, "total_pages": 1, "total_records": 2, "calls": [
        {"answered": true, "customer_phone_number": "+14045551234", "direction": "inbound",
         "duration": 60, "id": "CAL1", "start_time": "2026-03-02T10:00:00.000-05:00",
         "tracking_phone_number": "+14045556789", "source": "google_paid", "medium": "PPC",
         "campaign": "Spring", "utm_source": "google", "utm_medium": null},
        {"answered": false, "customer_phone_number": null, "direction": "inbound",
         "duration": 22, "id": "CAL2", "start_time": "2026-03-02T10:05:00.000-05:00",
         "tracking_phone_number": "+14045556789", "voicemail": true}]}
      """#
    let table = try CallFile().read("callrail-json", text)
    #expect(table.rejections.isEmpty)
    #expect(table.cell(0, "started_at") == .integer(1_772_463_600_000))
    #expect(
      cells(table, 0) == [
        .integer(1), .integer(60), .null, .text("google"), .text("PPC"), .text("Spring"),
      ])
    #expect(cells(table, 1) == [.integer(0), .integer(0), .null, .null, .null, .null])
  }
}
