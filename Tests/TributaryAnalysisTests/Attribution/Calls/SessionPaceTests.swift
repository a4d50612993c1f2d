import Testing
import TributaryModel

@testable import TributaryAnalysis

struct SessionPaceTests {
  private static func session(_ second: Double, host: String = "a") -> CallCandidateSession {
    let at = Instant(milliseconds: 1_790_812_800_000 + Int64(second * 1000))
    return CallCandidateSession(id: Int64(second * 10), startedAt: at, endedAt: at, host: host)
  }

  /// Every hour alike: a session each 100 s all day, 1 in 4 of them on the second host.
  private static let steady = (0..<864).map {
    session(Double($0) * 100, host: $0 % 4 == 0 ? "b" : "a")
  }

  @Test func `steady sessions of all hosts are a hundred seconds apart, of one in four 400`() {
    let pace = SessionPace(Self.steady, zone: .utc)
    for wait in pace.waits(of: Self.steady.map(\.startedAt)) {
      #expect((wait - 100).magnitude < 1e-6)
    }
    for wait in pace.waits(of: Self.steady.filter { $0.host == "b" }.map(\.startedAt)) {
      #expect((wait - 400).magnitude < 1e-6)
    }
  }

  /// Forty sessions in 40 s at half past twelve. In their middle twelve gaps are nearly nothing
  /// beside twenty usual ones: 20 / 32 of the usual time. That of the hour is 3600 / 76 s (36 + 40
  /// sessions).
  @Test func `in a crowd sessions count for less`() {
    let crowd = (0..<40).map { Self.session(45_000.5 + Double($0)) }
    let sessions = (Self.steady + crowd).sorted { $0.startedAt < $1.startedAt }
    let waits = SessionPace(sessions, zone: .utc).waits(of: sessions.map(\.startedAt))
    let middle = sessions.firstIndex { $0.startedAt == crowd[20].startedAt } ?? 0
    #expect((waits[middle] - 3600.0 / 76 * 20 / 32).magnitude < 1)
    #expect((waits[100] - 100).magnitude < 1)
  }

  @Test func `a host's only session has the usual wait`() {
    let pace = SessionPace(Self.steady, zone: .utc)
    let alone = pace.waits(of: [Self.steady[400].startedAt])
    #expect(alone.count == 1)
    #expect((alone[0] - 86_400).magnitude < 1e-6)
    #expect(SessionPace([], zone: .utc).waits(of: []).isEmpty)
  }
}
