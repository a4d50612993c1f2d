import Testing
import TributaryModel

@testable import TributaryAnalysis

struct SeasonalEventTests {
  @Test func `a peak on a leap day comes back on 28 February`() throws {
    let top = try #require(Day("2024-02-29"))
    let event = SeasonalEvent.anchored(at: top, calendar: [], years: 2024...2025)
    #expect(event.dates.map(\.description) == ["2024-02-29", "2025-02-28"])
    #expect(event.name == nil)
  }

  @Test func `the dates keep their distance to the calendar's event`() throws {
    let top = try #require(Day("2025-04-18"))
    let calendar = ["2024-03-31", "2025-04-20", "2026-04-05"].compactMap(Day.init)
      .map { CalendarEvent(day: $0, name: "Easter") }
    let event = SeasonalEvent.anchored(at: top, calendar: calendar, years: 2024...2027)
    #expect(
      event.dates.map(\.description) == ["2024-03-29", "2025-04-18", "2026-04-03", "2027-04-18"])
    #expect(event.offset(top.adding(-3)) == -3)
  }

  @Test func `an outage or a far event names no peak`() throws {
    let top = try #require(Day("2025-04-18"))
    let calendar = [
      CalendarEvent(day: top, name: "Site down", kind: "outage"),
      CalendarEvent(day: top.adding(11), name: "Far"),
    ]
    #expect(SeasonalEvent.nearest(to: top, in: calendar) == nil)
  }
}
