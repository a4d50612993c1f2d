import Testing
import TributaryModel

@Suite struct FileVersionTests {
  /// Nanoseconds of an hour of a day, UTC.
  private func nanoseconds(_ day: String, _ hour: Int) throws -> Int64 {
    (Int64(try #require(Day(day)).number) * 24 + Int64(hour)) * 3_600_000_000_000
  }

  private func version(
    _ named: String?, _ day: String, _ hour: Int, isSpan: Bool = false, hash: String = "0"
  ) throws -> FileVersion {
    FileVersion(
      named: try named.map { NamedDay(try #require(Day($0)), isSpan: isSpan) },
      modified: try nanoseconds(day, hour), contentHash: hash, zone: .utc)
  }

  @Test func `the day of the name goes first, then the time of the modification`() throws {
    // Oldest first.
    let versions = [
      try version("2026-05-31", "2026-06-05", 3), try version("2026-06-01", "2026-05-01", 3),
      try version(nil, "2026-06-01", 20), try version("2026-06-01", "2026-06-02", 3),
      try version("2026-06-01", "2026-06-02", 4), try version(nil, "2026-06-02", 3),
      try version(nil, "2026-06-02", 3, hash: "1"),
    ]
    #expect(versions.reversed().sorted() == versions)
  }

  @Test func `a month that is not over is as old as its file`() throws {
    #expect(
      try version("2026-06-30", "2026-06-10", 5, isSpan: true).day == #require(Day("2026-06-10")))
    #expect(
      try version("2026-05-31", "2026-06-10", 5, isSpan: true).day == #require(Day("2026-05-31")))
  }

  @Test func `days are those of the shop`() throws {
    let moscow = try #require(Zone(identifier: "Europe/Moscow"))
    let late = FileVersion(
      named: nil, modified: try nanoseconds("2026-06-01", 22), contentHash: "", zone: moscow)
    #expect(late.day == Day("2026-06-02"))
    #expect(late.second == 3600)
  }
}
