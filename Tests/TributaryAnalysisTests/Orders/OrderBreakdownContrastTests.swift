import Testing
import TributaryAnalysis
import TributaryModel

struct OrderBreakdownContrastTests {
  private static func breakdown(_ rows: [(String, Int, Int)]) -> OrderBreakdown {
    OrderBreakdown(
      dimension: .method,
      rows: rows.map { name, orders, cancelled in
        OrderBreakdown.Row(
          name: name, orders: orders, revenue: 0, cancelled: cancelled,
          cancelledShare: .share(cancelled, of: orders))
      })
  }

  /// scipy 1.17, proportion_ci(0.9, 'wilson'): 30 of 100 less 20 of 200 is .2 (.1198 to .2852).
  @Test func `a row is held against all others together`() {
    let breakdown = Self.breakdown([("a", 200, 20), ("b", 100, 30)])
    #expect(breakdown.rows.map(breakdown.standing) == [.fewer, .more])
    // 2 of 10 less 20 of 200: .1, but no less than -.04.
    let thin = Self.breakdown([("a", 200, 20), ("b", 10, 2)])
    #expect(thin.rows.map(thin.standing) == [.cannotTell, .cannotTell])
  }

  /// 54 of 300 in carts are more cancellations than 32 of 120 by telephone, yet a smaller share.
  @Test func `the largest share comes first, not the largest count`() throws {
    let breakdown = Self.breakdown([("cart", 300, 54), ("shop", 240, 0), ("phone", 120, 32)])
    let more = try #require(breakdown.contrast(.more))
    #expect(more.rows.map(\.name) == ["phone", "cart"])
    #expect(more.others.value == 0)
    #expect(more.other == "shop")
    #expect(more.untold == nil)
  }

  @Test func `orders that do not say count among the others and are never named`() throws {
    let breakdown = Self.breakdown([("", 300, 90), ("cart", 300, 15), ("phone", 300, 15)])
    #expect(breakdown.contrast(.more) == nil)
    let fewer = try #require(breakdown.contrast(.fewer))
    #expect(fewer.rows.map(\.name) == ["cart", "phone"])
    #expect(fewer.other == "")
  }

  @Test func `a way that may lose as much is told of`() throws {
    let breakdown = Self.breakdown([("cart", 300, 60), ("form", 500, 25), ("fax", 2, 1)])
    let more = try #require(breakdown.contrast(.more))
    #expect(more.rows.map(\.name) == ["cart"])
    #expect(more.untold == "fax")
    #expect(more.other == nil)
  }
}
