import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct SourceQualityResultsTests {
  private static func source(
    _ kind: SourceKind = .orders, read: Int = 10, coverage: [SourceQuality.Coverage] = [],
    rejections: [(Rejection.Reason, Int, String)] = [], isMissing: Bool = false
  ) -> SourceQuality {
    var counts = FileCounts()
    counts.read = read
    counts.loaded = 10
    return SourceQuality(
      kind: kind, counts: counts, files: 1, dataTo: nil, coverage: coverage, refused: [],
      rejections: rejections.map {
        SourceQuality.RejectionGroup(reason: $0.0, count: $0.1, example: $0.2, message: "")
      }, isMissing: isMissing)
  }

  @Test(arguments: [
    (source(), "yes"), (source(read: 11), "no"), (source(read: 0, isMissing: true), "missing"),
  ])
  func `a source reconciles, does not, or is not there`(source: SourceQuality, word: String) {
    #expect(SourceQuality.results.cells(source)[1] == .text(word))
  }

  @Test func `days are counted by state, and are unknown where rows know no time`() {
    let source = Self.source(coverage: [.full, .missing, .part, .full])
    let days = SourceQuality.results.cells(source).suffix(3)
    #expect(days == [.integer(2), .integer(1), .integer(1)])
    #expect(SourceQuality.results.cells(Self.source()).suffix(3) == [.null, .null, .null])
  }

  @Test func `refused rows stand by number over all sources`() {
    let sources = [
      Self.source(.orders, rejections: [(.badDate, 2, "b:1"), (.badMoney, 2, "a:1")]),
      Self.source(.calls, rejections: [(.tooLong, 3, "c:1"), (.badDate, 2, "a:0")]),
    ]
    #expect(SourceRejection.of(sources).map(\.group.example) == ["c:1", "a:1", "b:1", "a:0"])
  }
}
