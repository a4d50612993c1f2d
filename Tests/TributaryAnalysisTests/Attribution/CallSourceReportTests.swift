import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct CallSourceReportTests {
  private static let window = DayRange(last: Day(number: 20_771), count: 28)

  private static func report(_ shares: [(String, Channel?, Double, Double)]) -> CallSourceReport {
    CallSourceReport(
      window: window,
      shares: shares.map {
        CallSourceReport.Share(callID: $0, channel: $1, probability: $2, highest: $3)
      })
  }

  // 0.7 + 0.7 + 0.4 = 1.8; 0.21 + 0.21 + 0.24 = 0.66, root 0.8124, times 1.645 = 1.3364.
  @Test func `calls of a channel are the sum of their probabilities, with a range`() throws {
    let report = Self.report([
      ("a", .email, 0.7, 0.6), ("a", nil, 0.3, 0.3), ("b", .email, 0.7, 0.7), ("b", nil, 0.3, 0.3),
      ("c", .email, 0.4, 0.4), ("c", .direct, 0.1, 0.1), ("c", nil, 0.5, 0.5),
    ])
    #expect(report.calls == 3)
    #expect(report.channels.map(\.channel) == [.email, .direct])
    let email = try #require(report.channels.first).calls
    let range = try #require(email.interval)
    #expect((email.value - 1.8).magnitude < 1e-12)
    #expect((range.lower - 0.4636).magnitude < 1e-4)
    #expect(range.upper == 3)
    #expect((report.none.value - 1.1).magnitude < 1e-12)
    #expect((report.fromSite - 1.9).magnitude < 1e-12)
    // The likeliest sources have 0.6, 0.7 and 0.5.
    let certainty = try #require(report.certainty)
    #expect((certainty - 0.6).magnitude < 1e-12)
  }

  /// Of 20 calls one of the site is five in a hundred.
  @Test(arguments: [
    (0, 0.0, CallSourceReport.Answer.unknown), (19, 1, .few(19)), (20, 0.04, .hardlyAny(20)),
  ])
  func `few calls, or hardly any of the site, name no channel`(
    calls: Int, probability: Double, expected: CallSourceReport.Answer
  ) {
    let report = Self.report(
      (0..<calls).flatMap { call in
        [
          ("\(call)", Channel?.some(.email), probability, 0.9),
          ("\(call)", nil, 1 - probability, 0.9),
        ]
      })
    #expect(report.answer == expected)
  }

  @Test func `enough calls of the site name the channel with most`() {
    let report = Self.report(
      (0..<20).flatMap { call in
        [
          ("\(call)", Channel?.some(.email), 0.25, 0.5), ("\(call)", .direct, 0.5, 0.5),
          ("\(call)", nil, 0.25, 0.5),
        ]
      })
    #expect(report.answer == .fromSite(15, of: 20, most: .direct, 10))
  }

  @Test func `without calls nothing is certain`() {
    let report = Self.report([])
    #expect(report.calls == 0)
    #expect(report.certainty == nil)
    #expect(report.channels.isEmpty)
    #expect(report.none.value == 0)
  }
}
