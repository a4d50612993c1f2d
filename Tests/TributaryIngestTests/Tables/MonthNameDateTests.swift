import Testing
import TributaryModel

@testable import TributaryIngest

struct MonthNameDateTests {
  @Test(arguments: [
    "Sep 1, 2026", "September 1, 2026", "1 Sep 2026", "1. Sept. 2026", "01. September 2026",
    "1 sept. 2026", "1er septembre 2026", "1 сент. 2026 г.", "1 сентября 2026 г.",
    "1\u{a0}сент.\u{202f}2026 г.",
  ])
  func `the first of September is read`(text: String) {
    #expect(MonthNameDate.day(text)?.description == "2026-09-01")
  }

  @Test(arguments: [
    ("3 févr. 2026", "2026-02-03"), ("3. März 2026", "2026-03-03"), ("31 déc. 2026", "2026-12-31"),
    ("Jul 4, 2026", "2026-07-04"), ("4 juil. 2026", "2026-07-04"), ("9 мая 2026 г.", "2026-05-09"),
    ("29 февр. 2024 г.", "2024-02-29"), ("15. Okt. 2026", "2026-10-15"),
  ])
  func `other months are read`(text: String, day: String) {
    #expect(MonthNameDate.day(text)?.description == day)
  }

  @Test(arguments: [
    "Sep 2026", "Sep 31, 2026", "1 Foo 2026", "Sep 1, 26", "2026 Sep 1", "29 Feb 2026", "",
    "Sep 1, 2026 - Sep 3, 2026", "1 2 2026",
  ])
  func `what is no such day is none`(text: String) {
    #expect(MonthNameDate.day(text) == nil)
  }
}
