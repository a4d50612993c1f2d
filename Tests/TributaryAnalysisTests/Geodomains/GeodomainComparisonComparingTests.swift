import Testing
import TributaryAnalysis
import TributaryModel

struct GeodomainComparisonComparingTests {
  let window = DayRange(last: Day(number: 20_771), count: 28)

  func city(
    _ name: String, population: Int? = 1_000_000, visits: Int = 1000, webOrders: Int = 20,
    orders: Int = 30, revenue: Int64 = 100, openDays: Int = 28
  ) -> GeodomainFacts {
    GeodomainFacts(
      domain: name + ".shop", city: name, population: population, launchedOn: nil, visits: visits,
      webOrders: webOrders, orders: orders, calls: 0, revenue: revenue, spend: 0,
      openDays: openDays)
  }

  @Test func `a city that sells twice as much stands out, a thin one does not`() throws {
    let comparison = GeodomainComparison.comparing(
      [
        city("Kazan"), city("Perm"), city("Omsk"), city("Ufa"),
        city("Tver", visits: 2000, webOrders: 90, orders: 120, revenue: 900),
        city("Kem", population: 12_000, visits: 10, webOrders: 1, orders: 1),
      ], window: window)
    #expect(comparison.ratings.first?.facts.city == "Tver")
    #expect(comparison.ratings.first?.perVisitVerdict == .above)
    #expect(comparison.ratings.first?.perHeadVerdict == .above)
    let thin = try #require(comparison.ratings.first { $0.facts.city == "Kem" })
    #expect(thin.perVisitVerdict == .cannotTell)
    // Raw 10% from ten visits, pulled to the others' 2-4%.
    #expect(thin.perVisit.map { $0.value < 0.05 } == true)
    // By hand: 171 web orders of 6,010 visits.
    #expect(comparison.perVisit.map { abs($0 - 171 / 6010.0) < 1e-12 } == true)
  }

  /// By hand: 30 orders from a million in 28 days are 3 per 100,000; open for 14 days, 6.
  @Test func `per head counts people and open days`() throws {
    let whole = GeodomainComparison.comparing([city("A")], window: window)
    let half = GeodomainComparison.comparing([city("A", openDays: 14)], window: window)
    #expect(whole.perHead == 3)
    #expect(half.perHead == 6)
    #expect(whole.ratings[0].perHeadVerdict == .cannotTell)
    let range = try #require(half.ratings[0].perHead?.interval)
    #expect(range.contains(6))
  }

  @Test func `missing people, visits and cities are answered with nil`() {
    let comparison = GeodomainComparison.comparing(
      [city("A", population: nil), city("B", visits: 0, webOrders: 0)], window: window)
    #expect(comparison.ratings.first { $0.facts.city == "A" }?.perHead == nil)
    #expect(comparison.ratings.first { $0.facts.city == "B" }?.perVisit == nil)
    let empty = GeodomainComparison.comparing([], window: window)
    #expect(empty.perVisit == nil && empty.perHead == nil && empty.ratings.isEmpty)
  }

  @Test func `orders of a city without visits or people do not make the others look weak`() {
    let comparison = GeodomainComparison.comparing(
      [
        city("A"), city("B"), city("C"),
        city("D", population: nil, visits: 0, webOrders: 900, orders: 900),
      ], window: window)
    #expect(
      comparison.ratings.allSatisfy {
        $0.perVisitVerdict == .cannotTell && $0.perHeadVerdict == .cannotTell
      })
  }

  @Test func `equal cities are all within chance`() {
    var counts = SeededCounts(seed: 8)
    let cities = (0..<20).map { index in
      city("c\(index)", visits: 900, webOrders: counts.poisson(18), orders: counts.poisson(30))
    }
    let comparison = GeodomainComparison.comparing(cities, window: window)
    let findings = comparison.ratings.count {
      $0.perVisitVerdict != .cannotTell || $0.perHeadVerdict != .cannotTell
    }
    #expect(findings <= 1)
  }
}
