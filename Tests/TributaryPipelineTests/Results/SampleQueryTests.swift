import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

extension SampleRunTests {
  /// The words that the sample's queries hold and nobody buys with: `sample-data/README.md`.
  @Suite struct QueryTests {
    private let rows: [Row]

    init() throws {
      let night = try #require(SampleRun.shared)
      rows = try night.warehouse().rows("select * from query_advice order by position")
    }

    @Test func `the four words that never convert are blocked, and nothing else is`() throws {
      let negative = try rows.filter {
        try $0.optionalText("advice")?.hasPrefix("negative") ?? false
      }
      #expect(
        try Set(negative.map { try $0.text("text") })
          == ["бесплатно", "своими руками", "выкройка", "напрокат"])
      #expect(try negative.reduce(0) { $0 + (try $1.double("clicks")) } == 843)
      #expect(try negative.reduce(0) { $0 + (try $1.int64("cost")) } == 2_738_917)
      for row in negative {
        #expect(try row.double("replayed_conversions") == 0)
        #expect(try row.text("conversions_by") == "platform")
      }
    }

    @Test func `queries that are alike get no advertisement of their own`() throws {
      #expect(try rows.count { try $0.optionalText("advice") == "own_ad" } == 0)
      #expect(try rows.count { try $0.text("subject") == "query" } >= 260)
    }
  }
}
