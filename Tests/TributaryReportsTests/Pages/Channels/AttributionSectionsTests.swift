import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct AttributionSectionsTests {
  private let words = PageContext(CarnivalShop(.english).report).words

  /// Dimensions with the conversions that every model gives them.
  private func part(
    _ kind: Conversion.Kind, _ rows: [(String, Double)], unattributed: Double = 0,
    grain: AttributionGrain = .channel
  ) -> AttributionReport.Part {
    func money(_ conversions: Double) -> Credit {
      Credit(conversions: Estimate(conversions), value: 0, margin: 0)
    }
    return AttributionReport.Part(
      kind: kind, grain: grain,
      rows: rows.map { dimension, conversions in
        AttributionReport.Row(
          dimension: dimension,
          credits: [
            .linear: Credit(
              conversions: Estimate(conversions), value: 0, margin: 0),
            .markov: Credit(
              conversions: Estimate(conversions + 2), value: 0, margin: 0),
          ])
      }, unattributed: money(unattributed),
      total: money(rows.reduce(unattributed) { $0 + $1.1 }), nulls: 0)
  }

  @Test func `calls are told by the visits before them, not by being calls`() {
    #expect(
      words.attributionClaim(part(.call, [("call", 60), ("paid-search", 30)]))
        == "Of visits before calls most came by Paid search: 30 to 32 of 90 calls.")
    #expect(
      words.attributionClaim(part(.call, [("call", 4)], unattributed: 6))
        == "Where callers came from is mostly unknown: 6 of 10.")
  }

  @Test func `invoices are told by their channel, or that it is unknown`() {
    #expect(
      words.attributionClaim(part(.invoice, [("letter", 4)]))
        == "Most paid invoices came by Letters: 4 to 6 of 4.")
    #expect(
      words.attributionClaim(part(.invoice, [], unattributed: 3))
        == "Where paid invoices came from is mostly unknown: 3 of 3.")
  }

  @Test func `keywords hold their part of all orders`() {
    #expect(
      words.attributionClaim(
        part(.order, [("keyword:mask", 5), ("channel:email", 15)], grain: .keyword))
        == "Keywords of advertisements bring 25% of orders: 5, by 1 of them.")
  }

  @Test(arguments: Conversion.Kind.allCases)
  func `every claim is said in both languages`(kind: Conversion.Kind) {
    for grain in [AttributionGrain.channel, .keyword] {
      let rows = [(grain == .keyword ? "keyword:x" : "email", 5.0)]
      #expect(speaksBoth { $0.attributionClaim(part(kind, rows, grain: grain)) })
    }
    #expect(speaksBoth { $0.attributionClaim(part(kind, [], unattributed: 1)) })
  }
}
