import Foundation
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

extension CarnivalShop {
  private var window: DayRange { DayRange(last: CarnivalShop.asOf, count: 28) }

  var channels: ChannelReport {
    let shares: [(Channel, Int, Double, Double)] = [
      (.organicSearch, 24_100, 0, 512), (.paidSearch, 18_300, 214, 488),
      (.direct, 9_800, 0, 161), (.call, 0, 0, 142), (.paidShopping, 6_200, 88, 120),
      (.paidSocial, 7_400, 96, 58), (.email, 1_900, 4, 51), (.letter, 0, 0, 37),
      (.organicSocial, 3_100, 0, 22), (.referral, 1_200, 0, 14), (.aiAssistant, 310, 0, 6),
    ]
    func credit(_ orders: Double) -> Credit {
      Credit(
        conversions: Estimate(orders), value: Int64(orders * 315_000),
        margin: Int64(orders * 113_400))
    }
    let total = shares.reduce(0) { $0 + $1.3 }
    return ChannelReport(
      window: window,
      rows: shares.map { channel, sessions, spend, orders in
        ChannelReport.Row(
          channel: channel, sessions: sessions, spend: Int64(spend * 100_000),
          credits: [
            .first: credit(orders * 1.02), .lastNonDirect: credit(orders),
            .linear: credit(orders * 0.99),
          ])
      }, unattributed: credit(44), total: credit(total + 44))
  }

  var funnels: [Funnel] {
    [
      Funnel(
        name: .purchase, window: window,
        steps: steps([
          (.visit, 71_400, 0), (.product, 38_900, 0), (.cart, 6_120, 0), (.checkout, 2_890, 0),
          (.order, 1_611, 0), (.paid, 1_402, 38), (.delivered, 1_180, 160),
        ])),
      Funnel(
        name: .letter, window: window,
        steps: steps([(.letter, 341, 0), (.invoice, 142, 12), (.invoicePaid, 87, 21)])),
    ]
  }

  private func steps(_ counts: [(Funnel.StepName, Int, Int)]) -> [Funnel.Step] {
    counts.enumerated().map { index, each in
      guard index > 0 else {
        return Funnel.Step(name: each.0, count: each.1, open: 0, rate: nil, lost: 0)
      }
      let before = Double(counts[index - 1].1 - each.2)
      let rate = Double(each.1) / before
      let reach = 1.645 * (rate * (1 - rate) / before).squareRoot()
      return Funnel.Step(
        name: each.0, count: each.1, open: each.2,
        rate: estimate(rate, rate - reach, rate + reach),
        lost: counts[index - 1].1 - each.2 - each.1)
    }
  }

  var geodomains: GeodomainComparison {
    let cities: [(String, Int?, Int, Int, Int, GeodomainVerdict)] = [
      ("Moscow", 13_150_000, 28_100, 540, 640, .above),
      ("St Petersburg", 5_650_000, 14_200, 262, 301, .cannotTell),
      ("Kazan", 1_320_000, 5_900, 71, 96, .below),
      ("Novosibirsk", 1_635_000, 5_100, 88, 104, .cannotTell),
      ("Samara", 1_160_000, 3_200, 55, 67, .cannotTell), ("Tula", nil, 940, 16, 18, .cannotTell),
    ]
    return GeodomainComparison(
      window: window,
      ratings: cities.map { name, people, visits, web, orders, verdict in
        let rate = Double(web) / Double(visits)
        let reach = 1.645 * (rate / Double(visits)).squareRoot()
        let head = people.map { Double(orders) * 100_000 / Double($0) }
        return GeodomainRating(
          facts: GeodomainFacts(
            domain: spell(name.lowercased().filter { $0 != " " } + ".maskarad.example"),
            city: spell(name), population: people, launchedOn: nil, visits: visits, webOrders: web,
            orders: orders, calls: orders / 4, revenue: Int64(orders) * 315_000,
            spend: Int64(visits) * 450, openDays: 28),
          perVisit: estimate(rate, rate - reach, rate + reach),
          perHead: head.map { estimate($0, $0 * 0.9, $0 * 1.11) }, perVisitVerdict: verdict,
          perHeadVerdict: people == nil ? .cannotTell : verdict)
      }, perVisit: 0.0179, perHead: 5.1,
      launches: [
        GeodomainComparison.Launch(
          domain: spell("samara.maskarad.example"), city: spell("Samara"),
          on: CarnivalShop.asOf.adding(-150), ordersBefore: 120, ordersAfter: 166,
          uplift: estimate(0.28, 0.06, 0.55), verdict: .more),
        GeodomainComparison.Launch(
          domain: spell("tula.maskarad.example"), city: spell("Tula"),
          on: CarnivalShop.asOf.adding(-20), ordersBefore: 3, ordersAfter: 9, uplift: nil,
          verdict: .tooLittle),
      ])
  }

  var orders: OrderAnswers {
    func row(_ name: String, _ orders: Int, _ cancelled: Int) -> OrderBreakdown.Row {
      let share = Double(cancelled) / Double(max(1, orders))
      return OrderBreakdown.Row(
        name: name.isEmpty ? "" : spell(name), orders: orders, revenue: Int64(orders) * 315_000,
        cancelled: cancelled, cancelledShare: estimate(share, share * 0.8, min(1, share * 1.25)))
    }
    return OrderAnswers(
      window: window, orders: 1611, revenue: 507_465_000,
      breakdowns: [
        OrderBreakdown(
          dimension: .channel,
          rows: [row("site", 1180, 96), row("phone", 361, 61), row("mail", 58, 4), row("", 12, 2)]),
        OrderBreakdown(
          dimension: .method, rows: [row("full checkout", 902, 54), row("one click", 709, 109)]),
        OrderBreakdown(
          dimension: .status,
          rows: [row("delivered", 1180, 0), row("shipped", 190, 0), row("new", 78, 0)]),
        OrderBreakdown(
          dimension: .payment, rows: [row("card", 1011, 61), row("cash on delivery", 600, 102)]),
      ], statuses: statuses)
  }

  private var statuses: StatusFlow {
    func move(_ from: String, _ to: String, _ orders: Int, _ hours: Double?)
      -> StatusFlow.Transition
    {
      StatusFlow.Transition(
        from: from.isEmpty ? "" : spell(from), to: spell(to), orders: orders, medianHours: hours)
    }
    return StatusFlow(
      transitions: [
        move("", "new", 1611, nil), move("new", "confirmed", 1440, 2.2),
        move("confirmed", "paid", 1402, 9), move("paid", "shipped", 1370, 21),
        move("shipped", "delivered", 1180, 74), move("new", "cancelled", 109, 5),
        move("confirmed", "cancelled", 38, 30), move("shipped", "unclaimed", 16, 240),
      ],
      cancellations: [
        StatusFlow.CancellationSource(
          status: spell("new"), entered: 1611, cancelled: 109,
          share: estimate(0.068, 0.058, 0.079)),
        StatusFlow.CancellationSource(
          status: spell("confirmed"), entered: 1440, cancelled: 38,
          share: estimate(0.026, 0.02, 0.034)),
      ],
      waiting: [
        StatusFlow.Waiting(
          status: spell("invoice sent"), orders: 14, money: 21_240_000, oldestDays: 11),
        StatusFlow.Waiting(status: spell("new"), orders: 57, money: 14_890_000, oldestDays: 2),
        StatusFlow.Waiting(
          status: spell("at the counter"), orders: 31, money: 9_680_000, oldestDays: 9),
      ])
  }

  var tops: [TopList] {
    [
      TopList(name: .landingPages, window: window, rows: (1...27).map(landingPage)),
      TopList(name: .searchQueries, window: window, rows: (1...12).map(searchQuery)),
      TopList(name: .categories, window: window, rows: (1...5).map(category)),
    ]
  }

  private func landingPage(_ place: Int) -> TopList.Row {
    let visits = Double(9_000 / place)
    let orders = (visits * 0.018).rounded()
    let rate = orders / visits
    return TopList.Row(
      label: spell("/catalogue/costumes-\(place)/"), volume: visits,
      money: Int64(orders) * 315_000, conversions: orders,
      rate: estimate(rate, rate * 0.8, rate * 1.25), margin: nil)
  }

  private func searchQuery(_ place: Int) -> TopList.Row {
    let clicks = Double(2_400 / place)
    return TopList.Row(
      label: spell("carnival costume \(place)"), volume: clicks, money: Int64(clicks) * 1_900,
      conversions: (clicks * 0.02).rounded(), rate: estimate(0.02, 0.015, 0.026), margin: nil)
  }

  private func category(_ place: Int) -> TopList.Row {
    let names = ["Snow Maidens", "Animals", "Wigs", "Masks", "Make-up"]
    return TopList.Row(
      label: spell(names[place - 1]), volume: Double(800 / place),
      money: Int64(120_000_000 / place), conversions: nil, rate: nil,
      margin: Int64(43_000_000 / place))
  }
}
