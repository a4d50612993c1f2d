import Testing

@testable import TributaryModel

struct ZoneAdviceTests {
  @Test(arguments: [
    "UTC", "GMT", "Etc/UTC", "Etc/GMT-3", "Europe/Moscow", "Europe/Kiev", "Europe/Kyiv",
    "Asia/Calcutta", "US/Eastern", "W-SU", "America/Argentina/Buenos_Aires", "Asia/Almaty",
  ])
  func `names of the tz database are zones`(name: String) {
    #expect(Zone(identifier: name)?.identifier == name)
  }

  @Test(arguments: [
    "GMT+3", "UTC+3", "+03:00", "+3", "GMT+03:00", "MSK", "europe/moscow", "Moscow",
  ])
  func `others are none, and the advice is Moscow`(name: String) {
    #expect(Zone(identifier: name) == nil)
    #expect(ZoneAdvice.about(name)?.contains("Europe/Moscow") == true)
  }

  @Test(arguments: [
    ("GMT-5", -300), ("UTC+05:30", 330), ("+0300", 180), ("UTC 3", nil), ("3", nil),
  ])
  func `an offset is minutes east of Greenwich`(text: String, minutes: Int?) {
    #expect(ZoneAdvice.minutesEast(of: text) == minutes)
  }
}
