import Testing
import TributaryModel

@testable import TributaryIngest

struct WrittenTimeTests {
  private func instant(_ text: String, order: DateOrder? = nil) throws -> Int64? {
    let moscow = try #require(Zone(identifier: "Europe/Moscow"))
    guard case .time(let time) = TimeText.read(text, order: order) else { return nil }
    return time.instant(in: moscow)
  }

  // 3 May 2026, 10:15 in Moscow: `date -u -d "2026-05-03 07:15" +%s`.
  @Test(arguments: [
    "2026-05-03 07:15:00 UTC", "2026-05-03T07:15:00 GMT", "03.05.2026, 10:15", "03.05.2026,10:15",
    "3 мая 2026 10:15", "3 мая 2026 г., 10:15", "3 мая 2026 г. в 10:15", "2026-05-03  10:15:00",
    "03.05.2026 в 10:15", "03.05.26 10:15", "3. Mai 2026 10:15 Uhr", "3. Mai 2026 um 10:15",
    "Sonntag, 3. Mai 2026, 10:15", "3 mai 2026 à 10:15", "dimanche 3 mai 2026 10h15",
    "May 3, 2026, 10:15 AM", "May 3, 2026, 10:15\u{202f}AM", "May 3rd, 2026 at 10:15 a.m.",
    "Sun, 03 May 2026 10:15:00 +0300", "Sun May  3 10:15:00 2026",
    "Sun May 03 2026 10:15:00 GMT+0300 (Moscow Standard Time)", "03-May-2026 10:15:00",
    "03/May/2026 10:15", "3.5.2026 10.15", "2026-05-03 10:15:00 MSK",
    "2026-05-03 10:15:00 +0300 MSK", "2026-05-03T10:15:00+03:00[Europe/Moscow]",
    "20260503T071500Z", "20260503101500", "2026年5月3日 10:15", "10:15 03.05.2026",
    "вс, 03.05.2026 10:15", "2026-05-03 07:15 UTC+00:00", "2026-05-03 3:15 am EDT",
    "2026/05/03, 10:15:00", "03.05.2026г. 10:15", "\u{200e}03.05.2026 10:15",
    "2026-05-03 07:15:00 (UTC)", "03.05.2026 10:15 (МСК)", "3 May 2026 07:15 (GMT)",
    "03.05.2026 10:15 (в пути)", "2026-05-03 10:15 (самовывоз)", "03.05.2026 10:15 [Moscow]",
    "03.05.2026 10:15 (UTC+3)", "03.05.2026 07:15 [UTC]", "03.05.2026 10:15 (вс)",
    "2026-05-03 10:15 +0300 (EST)", "03.05.2026 10:15 по МСК", "03.05.2026 09:15 MESZ",
    "3-May-26 10:15", "03-MAY-26 10.15.00.000000 AM", "3 мая 26 10:15", "3. Mai 2026, 10.15 Uhr",
    "2026. 5. 3. 10:15", "3. 5. 2026 10:15", "3 de mayo de 2026 10:15", "3 травня 2026 10:15",
  ])
  func `a quarter past ten in Moscow is read`(text: String) throws {
    #expect(try instant(text) == 1_777_792_500_000)
  }

  @Test(arguments: [
    "Sep 1, 2026", "September 1, 2026", "1 Sep 2026", "1. Sept. 2026", "01. September 2026",
    "1 sept. 2026", "1er septembre 2026", "1 сент. 2026 г.", "1 сентября 2026 г.",
    "1\u{a0}сент.\u{202f}2026 г.", "mar. 1 sept. 2026", "Tue Sep 1 2026",
  ])
  func `the first of September is read`(text: String) {
    #expect(TimeText.read(text, order: nil) == .time(TimeText(day: Day(number: 20_697))))
  }

  @Test(arguments: [
    ("3 févr. 2026", "2026-02-03"), ("3. März 2026", "2026-03-03"), ("31 déc. 2026", "2026-12-31"),
    ("Jul 4, 2026", "2026-07-04"), ("4 juil. 2026", "2026-07-04"), ("9 мая 2026 г.", "2026-05-09"),
    ("29 февр. 2024 г.", "2024-02-29"), ("15. Okt. 2026", "2026-10-15"),
    ("mar. 3 mars 2026", "2026-03-03"), ("Mar 3, 2026", "2026-03-03"),
  ])
  func `other months are read`(text: String, day: String) {
    guard case .time(let time) = TimeText.read(text, order: nil) else {
      Issue.record("\(text) is no day")
      return
    }
    #expect(time.day.description == day)
  }

  @Test(arguments: [
    "Sep 2026", "Sep 31, 2026", "1 Foo 2026", "Sep 1, 26", "29 Feb 2026", "", "1 2 2026",
    "Sep 1, 2026 - Sep 3, 2026", "2026-05-03 10:15 EST", "2026-05-03 10:15 CST",
    "2026-05-03 10:15 IST", "2026-05-03 - 2026-05-04", "2026-05-03 10:15 11:15",
    "2026-05-03 13:15 PM", "2026-05-03 10:15 maybe", "tomorrow at 10:15", "2026-05-03 UTC",
    "2026-05-03 10:15 (EST)", "2026-05-03 10:15 (local time)", "2026-05-03 10:15 [Europe/Moscow]",
    "2026-05-03 10:15 (UTC", "2026-05-03 10:15 CET", "May 3, 26",
    "2026-05-03 10:15+03:00 UTC", "2026-W18-7", "31.02.2026 в 10:15", "10:15",
  ])
  func `what is no such time, or may be two, is none`(text: String) throws {
    #expect(try instant(text) == nil)
  }

  // `date -u -d "2026-01-15 09:15 UTC" +%s`
  @Test(arguments: [
    "2026-01-15 10:15 CET", "15. Januar 2026 10:15 MEZ", "2026-01-15 11:15 (EET)",
    "2026-01-15 01:15 PST",
  ])
  func `names of winter count where it is winter`(text: String) throws {
    #expect(try instant(text) == 1_768_468_500_000)
  }

  @Test func `a date of slashes stays doubtful with words around it`() throws {
    #expect(TimeText.read("05/03/2026, 10:15 AM", order: nil) == .ambiguous)
    #expect(try instant("05/03/2026, 10:15 AM", order: .monthDayYear) == 1_777_792_500_000)
    #expect(try instant("05/03/2026 10:15 AM", order: .dayMonthYear) == 1_772_694_900_000)
  }
}
