import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct DayCacheTests {
  @Test(arguments: ["UTC", "Europe/Moscow", "America/New_York", "America/St_Johns", "Asia/Kolkata"])
  func `a remembered day is the zone's day`(identifier: String) throws {
    let zone = try #require(Zone(identifier: identifier))
    var cache = DayCache(zone: zone)
    // Every 17 seconds around St. John's change at 00:01 local time, then before 1970.
    for start in [try at("2006-10-29 01:30"), try at("2024-11-03 03:30"), -86_400_000] {
      for step in Int64(0)..<800 {
        let instant = start + step * 17_000
        #expect(cache.day(of: instant) == zone.day(of: Instant(milliseconds: instant)))
        let clock = instant + zone.offset(at: Instant(milliseconds: instant))
        #expect(cache.hour == Int((clock % 86_400_000 + 86_400_000) % 86_400_000 / 3_600_000))
        #expect(cache.text(of: instant) == cache.day(of: instant).description)
      }
    }
  }
}
