import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

extension SampleRunTests {
  @Suite struct LedgerTests {
    private let night: SampleRun

    init() throws { night = try #require(SampleRun.shared) }

    @Test func `a night over the sample ends well and says nothing`() {
      #expect(night.summary.exitCode == 0)
      #expect(night.summary.messages.isEmpty)
      #expect(night.summary.asOf.description == "2026-11-14")
    }

    @Test func `every file reconciles, and every one has been read`() throws {
      #expect(night.summary.sources.count == 45 + 14)
      for source in night.summary.sources {
        let counts = source.counts
        #expect(
          counts.read == counts.loaded + counts.duplicate + counts.filtered + counts.rejected,
          "\(source.path)")
        #expect(counts.read > 0, "\(source.path)")
      }
      let logs = night.summary.sources.filter { $0.kind == .clickstream }
      #expect(logs.reduce(0) { $0 + $1.counts.read } == night.truth.log.lines)
    }

    @Test func `the bad rows are refused and no others`() throws {
      struct Place: Hashable {
        let file: String
        let line: Int64
        let reason: String
      }
      let refused = try night.warehouse().rows(
        """
        select path, line, reason
        from rejection
        join source_file using (source_file_id)
        """
      ).map {
        Place(
          file: try $0.text("path").replacing("../../sample-data/", with: ""),
          line: try $0.int64("line"), reason: try $0.text("reason"))
      }
      #expect(refused.count == 49)
      #expect(
        Set(refused)
          == Set(
            night.truth.badRows.map {
              Place(file: $0.file, line: Int64($0.line), reason: $0.reason)
            }))
    }

    @Test func `every request is an event, or counted as an asset, a robot or something else`()
      throws
    {
      let row = try #require(
        try night.warehouse().rows(
          """
          select
            (select sum(requests) from request_day) as requests,
            (select sum(requests) from request_day where kind = 'page' and not is_bot) as pages,
            (select count(*) from event) as events,
            (select sum(requests) from request_day where kind = 'asset' and not is_bot) as assets
          """
        ).first)
      let log = night.truth.log
      #expect(try row.int("requests") == log.lines - log.unparsableLines)
      #expect(try night.warehouse().rows(Shop.unequalHours).isEmpty)
      #expect(try row.int("events") == (try row.int("pages")))
      #expect(try row.int("assets") == log.assetLines)
    }

    @Test func `visits, confirmed orders and macros of the log are those planted`() throws {
      let row = try #require(
        try night.warehouse().rows(
          """
          select
            (select count(*) from session) as sessions,
            (select count(distinct order_id) from session_order) as orders,
            (select count(*) from session where channel = 'macro-not-replaced') as macros
          """
        ).first)
      #expect(try row.int("sessions") == night.truth.log.humanSessions)
      #expect(try row.int("orders") == night.truth.log.thanksPages)
      #expect(try row.int("macros") == night.truth.log.unreplacedMacros)
    }

    @Test func `all money of the orders is there to the kopeck`() throws {
      let row = try #require(
        try night.warehouse().rows("select count(*) as n, sum(total) as total from orders").first)
      #expect(try row.int("n") == night.truth.orders.count)
      #expect(try row.int("total") == Int((night.truth.orders.revenue * 100).rounded()))
    }
  }
}

extension SampleRunTests {
  @Suite struct SecondRunTests {
    @Test func `a second night over the sample reads nothing and leaves the pages as they are`()
      throws
    {
      let night = try #require(SampleRun.shared)
      let folder = URL(filePath: try #require(night.summary.reports))
      func pages() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
          uniqueKeysWithValues: names.map {
            ($0, try Data(contentsOf: folder.appending(path: $0)))
          })
      }
      let before = try pages()
      let second = try PipelineRun(night.pipeline).run(RunOptions(version: "test"))
      #expect(second.exitCode == 0)
      #expect(second.sources.count == night.summary.sources.count)
      #expect(second.sources.allSatisfy { $0.counts == FileCounts() })
      #expect(try pages() == before)
    }
  }
}
