import Foundation
import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

extension SampleRunTests {
  @Suite struct ShopTests {
    private let night: SampleRun

    init() throws { night = try #require(SampleRun.shared) }

    @Test func `the status in which cancellations pile up comes first`() throws {
      let cancellations = try night.answers().orders().statuses.cancellations
      let first = try #require(cancellations.first)
      #expect(first.status == night.truth.cancellations.pilesUpIn)
      // Planted: .38 of those who wait for stock, at most .02 of any other status.
      #expect(abs(first.share.value - 0.38) < 0.06)
      for other in cancellations.dropFirst() where other.entered > 100 {
        #expect(other.share.value < 0.03 || other.status == "shipped", "\(other.status)")
      }
    }

    @Test func `one invoice in three is paid`() throws {
      let lastDay = night.summary.asOf.adding(-30)
      let invoices = try night.warehouse().rows(
        "select issued_at, s.paid_at from invoice join invoice_settlement s using (invoice_id)"
      ).filter { row throws(WarehouseError) in
        night.pipeline.zone.day(of: try row.instant("issued_at")) <= lastDay
      }
      let paid = try invoices.filter { try $0.optionalInt64("paid_at") != nil }.count
      let planted = night.truth.letters
      // A day more or less at the edge of the thirty days.
      #expect(abs(invoices.count - planted.invoicesOlderThan30Days) <= 3)
      #expect(abs(paid - planted.invoicesOlderThan30DaysPaid) <= 3)
      #expect(abs(Double(paid) / Double(invoices.count) - planted.plantedPaidShare) < 0.05)
    }

    /// Planted: the opening of Krasnodar multiplies its orders by 1.6.
    @Test func `the opening of a city domain is seen in the orders of its city`() throws {
      let launches = try night.answers().geodomains(gaps: []).launches
      #expect(launches.map(\.domain) == ["krasnodar.maskarad.example"])
      let launch = try #require(launches.first)
      #expect(launch.on.description == "2026-02-16")
      #expect(launch.ordersBefore > 50 && launch.ordersAfter > 50)
      let uplift = try #require(launch.uplift)
      let range = try #require(uplift.interval)
      #expect(uplift.value > 0)
      #expect(range.lower < 0.6 && 0.6 < range.upper)
    }

    @Test func `all cities of the shop are compared, Moscow with the most orders`() throws {
      let cities = try night.answers().geodomains(gaps: []).ratings
      #expect(cities.count == 8)
      #expect(cities.max { $0.facts.orders < $1.facts.orders }?.facts.city == "Москва")
    }

    @Test func `the pages and tables of the night are there`() throws {
      let folder = try #require(night.summary.reports)
      let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
      #expect(
        names.isSuperset(of: ["index.html", "campaigns.html", "season.html"]))
      #expect(names.contains("campaign-rating.csv"))
    }
  }
}
