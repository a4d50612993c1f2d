import Testing

@testable import TributaryModel

@Suite struct ZoneTests {
  @Test func `an unknown zone is nil`() {
    #expect(Zone(identifier: "Europe/Atlantis") == nil)
  }

  @Test(arguments: [
    ("Europe/Moscow", "2026-05-03", Int64(1_777_755_600_000)),
    ("America/New_York", "2024-03-10", 1_710_046_800_000),
    ("America/New_York", "2024-03-11", 1_710_129_600_000),
    ("UTC", "1970-01-01", 0),
  ])
  func `a day starts when date -d says so`(name: String, text: String, start: Int64) throws {
    let zone = try #require(Zone(identifier: name))
    let day = try #require(Day(text))
    #expect(zone.instant(of: day).milliseconds == start)
    #expect(zone.day(of: Instant(milliseconds: start)) == day)
    #expect(zone.day(of: Instant(milliseconds: start - 1)) == day.adding(-1))
  }

  @Test func `the day of a clock change has 23 hours in spring and 25 in autumn`() throws {
    let zone = try #require(Zone(identifier: "America/New_York"))
    func hours(_ text: String) throws -> Double {
      let day = try #require(Day(text))
      return zone.instant(of: day.adding(1)).seconds(since: zone.instant(of: day)) / 3600
    }
    #expect(try hours("2024-03-10") == 23)
    #expect(try hours("2024-11-03") == 25)
    #expect(try hours("2024-07-01") == 24)
  }

  @Test func `a time that comes twice is the first, a skipped one keeps the old offset`() throws {
    let zone = try #require(Zone(identifier: "America/New_York"))
    let fold = try #require(Day("2024-11-03"))
    let gap = try #require(Day("2024-03-10"))
    #expect(
      zone.instant(of: fold, millisecondOfDay: 5_400_000).description == "2024-11-03T05:30:00.000Z")
    #expect(
      zone.instant(of: gap, millisecondOfDay: 9_000_000).description == "2024-03-10T07:30:00.000Z")
  }

  @Test(arguments: ["Europe/London", "America/St_Johns", "Africa/Casablanca", "Asia/Tokyo", "UTC"])
  func `a steady day has one offset at every time of it`(name: String) throws {
    let zone = try #require(Zone(identifier: name))
    var steady = 0
    for number in 20_000..<20_800 {
      let day = Day(number: number)
      guard let offset = zone.steadyOffset(on: day) else { continue }
      steady += 1
      for time in stride(from: Int64(0), to: 86_400_000, by: 1_800_000) {
        let at = zone.instant(of: day, millisecondOfDay: time).milliseconds
        #expect(at == Int64(number) * 86_400_000 + time - offset)
      }
    }
    #expect(steady > 760)
  }
}
