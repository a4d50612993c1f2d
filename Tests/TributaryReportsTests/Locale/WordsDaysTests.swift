import Testing
import TributaryModel

@testable import TributaryReports

@Suite struct WordsDaysTests {
  let english = Words(.english, currency: .rub)
  let russian = Words(.russian, currency: .rub)

  @Test func `a day, short and long`() throws {
    let day = try #require(Day("2026-11-14"))
    #expect(english.day(day) == WordsNumbersTests.spaced("14_Nov"))
    #expect(russian.day(day) == WordsNumbersTests.spaced("14_ноя"))
    #expect(english.longDay(day) == WordsNumbersTests.spaced("Saturday 14_November 2026"))
    #expect(
      russian.longDay(day) == WordsNumbersTests.spaced("суббота, 14_ноября 2026_г."))
  }

  @Test(arguments: [
    ("2025-12-30", "30_Dec_2025", "30_December 2025", "30_дек_2025", "30_декабря 2025_года"),
    ("2022-03-01", "1_Mar_2022", "1_March 2022", "1_мар_2022", "1_марта 2022_года"),
    ("2027-01-05", "5_Jan_2027", "5_January 2027", "5_янв_2027", "5_января 2027_года"),
    ("2026-01-05", "5_Jan", "5_January", "5_янв", "5_января"),
  ])
  func `a day of another year than the as-of day has its year`(
    day: String, short: String, full: String, shortRussian: String, fullRussian: String
  ) throws {
    let day = try #require(Day(day))
    let dated = Words(.english, currency: .rub, year: 2026)
    let datedRussian = Words(.russian, currency: .rub, year: 2026)
    #expect(dated.day(day) == WordsNumbersTests.spaced(short))
    #expect(dated.fullDay(day) == WordsNumbersTests.spaced(full))
    #expect(datedRussian.day(day) == WordsNumbersTests.spaced(shortRussian))
    #expect(datedRussian.fullDay(day) == WordsNumbersTests.spaced(fullRussian))
    #expect(dated.longDay(day) == english.longDay(day))
    #expect(datedRussian.longDay(day) == russian.longDay(day))
  }

  @Test func `a range of days names the first year only when it differs`() throws {
    let first = try #require(Day("2026-11-01"))
    let last = try #require(Day("2026-11-14"))
    let before = try #require(Day("2025-12-30"))
    #expect(
      english.days(DayRange(first: first, last: last))
        == WordsNumbersTests.spaced("1_Nov to 14_Nov_2026"))
    #expect(
      russian.days(DayRange(first: before, last: last))
        == WordsNumbersTests.spaced("30_дек_2025…14_ноя_2026"))
  }

  @Test func `every month and weekday has a name of its own`() {
    for words in [english, russian] {
      #expect(Set((1...12).map(words.shortMonth)).count == 12)
      #expect(Set((1...7).map(words.weekday)).count == 7)
      #expect(Set((1...7).map(words.shortWeekday)).count == 7)
    }
  }
}
