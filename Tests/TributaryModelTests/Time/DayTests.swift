import Testing

@testable import TributaryModel

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11016), ("2026-11-14", 20771), ("1969-12-31", -1),
  ])
  func `a day is a count of days since 1970, as date -d gives it`(text: String, number: Int) throws
  {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "2023-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "2026-01-32", "", "2026/01/01",
    "２０２６-01-01",
  ])
  func `a date that no calendar has is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-01", 2026, 1, 4), ("2024-12-30", 2025, 1, 1), ("2021-01-03", 2020, 53, 7),
    ("2026-11-14", 2026, 46, 6),
  ])
  func `weeks and weekdays follow ISO 8601, as date +%G-%V-%u gives them`(
    text: String, year: Int, week: Int, weekday: Int
  ) throws {
    let day = try #require(Day(text))
    #expect(day.isoWeek.year == year)
    #expect(day.isoWeek.week == week)
    #expect(day.weekday == weekday)
  }

  @Test func `every day of four centuries survives the way to a date and back`() throws {
    for number in stride(from: -70_000, through: 80_000, by: 37) {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.date
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
    }
  }
}
