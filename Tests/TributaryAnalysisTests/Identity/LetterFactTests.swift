import Testing
import TributaryModel

@testable import TributaryAnalysis

struct LetterFactTests {
  /// 2026-05-04T00:00:00 in Moscow, three hours before that of UTC.
  private static let midnight: Int64 = 1_777_842_000_000

  /// Hours after that midnight.
  private func at(_ hours: Int64) -> Instant {
    Instant(milliseconds: Self.midnight + hours * 3_600_000)
  }

  @Test func `a letter of a day came after it, but before what came of it`() throws {
    let zone = try #require(Zone(identifier: "Europe/Moscow"))
    let letter = LetterFact(id: "1", receivedAt: at(0), isDay: true)
    let end = Instant(milliseconds: at(24).milliseconds - 1)
    #expect(letter.moment(before: [], zone: zone) == end)
    #expect(letter.moment(before: [at(30), at(-5)], zone: zone) == end)
    #expect(letter.moment(before: [at(30), at(16), at(14), at(-5)], zone: zone) == at(14))
    #expect(letter.moment(before: [at(0)], zone: zone) == at(0))
    let timed = LetterFact(id: "1", receivedAt: at(0))
    #expect(timed.moment(before: [at(14)], zone: zone) == at(0))
  }
}
