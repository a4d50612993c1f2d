import Testing
import TributaryModel

@testable import TributaryAnalysis

struct NumberDirectoryTests {
  @Test(arguments: [
    ("2026-01-31", "all"), ("2026-02-01", "winter"), ("2026-02-28", "winter"),
    ("2026-03-01", "all"),
  ])
  func `a number stands for the row that holds on the day`(
    _ text: String, _ campaign: String
  ) throws {
    let directory = NumberDirectory([
      NumberDirectory.Row(
        number: "7", campaign: "winter", channel: "Paid Search",
        validFrom: Day("2026-02-01"), validTo: Day("2026-02-28")),
      NumberDirectory.Row(number: "7", campaign: "all", channel: "a wall in the yard"),
    ])
    let day = try #require(Day(text))
    let row = try #require(directory.row(of: "7", on: day))
    #expect(row.campaign == campaign)
    #expect(row.channel == (campaign == "winter" ? .paidSearch : nil))
    #expect(directory.row(of: "8", on: day) == nil)
  }

  @Test func `a call to a number that stands for nothing is of the channel call`() {
    let call = CallFact(id: "1", startedAt: Instant(milliseconds: 1), dialledNumber: "7")
    let plain = Touchpoint(call: call, personID: "p", number: nil, campaignKey: nil)
    #expect(plain.channel == .call)
    let row = NumberDirectory.Row(number: "7", geodomain: "spb", channel: "paid_search")
    let known = Touchpoint(call: call, personID: "p", number: row, campaignKey: "id:1")
    #expect(known.channel == .paidSearch)
    #expect(known.geodomain == "spb")
  }
}
