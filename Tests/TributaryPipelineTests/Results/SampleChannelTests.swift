import Foundation
import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

extension SampleRunTests {
  /// The numbers of the sample's page of channels, held against each other.
  @Suite struct ChannelTests {
    private let night: SampleRun

    init() throws { night = try #require(SampleRun.shared) }

    private func number(_ sql: String) throws -> Int {
      try night.warehouse().rows("select (\(sql)) as found").first?.int("found") ?? -1
    }

    private static let window = "between '2026-10-18' and '2026-11-14'"

    @Test func `every visit of the window has a source of Metrica's`() throws {
      let visits = try night.answers().metricaVisits()
      #expect(
        try visits.reduce(0) { $0 + $1.sessions }
          == number("select count(*) from session where day \(Self.window)"))
      // Advertising by Metrica's rules is what the channels call paid.
      let paid = try number(
        "select count(*) from session where day \(Self.window) and is_paid_channel(channel)")
      let ads = visits.first { $0.source == .ad }?.sessions ?? 0
      #expect(abs(paid - ads) <= paid / 50)
    }

    @Test func `the numbers of calls follow from all calls`() throws {
      let report = try night.answers().callSources()
      let called = "call where zoned_day(started_at) \(Self.window)"
      #expect(try report.all == number("select count(*) from \(called)"))
      #expect(
        try report.qualified
          == number("select count(*) from conversion where kind = 'call' and day \(Self.window)"))
      #expect(
        try report.calls
          == number(
            "select count(distinct call_id) from call_session join \(called.replacing(" where", with: " using (call_id) where"))"
          ))
      let file = try String(
        contentsOfFile: try #require(night.summary.reports) + "/channels.html", encoding: .utf8)
      #expect(
        file.contains(
          "All <b>\(report.all)\u{a0}calls</b>: \(report.calls) were shared among visits"))
      #expect(file.contains("\(report.all - report.calls) have a source of their own"))
    }
  }
}
