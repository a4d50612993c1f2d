import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct CitiesPageTests {
  private static let window = DayRange(last: CarnivalShop.asOf, count: 28)

  private static func city(
    _ name: String, perVisit: GeodomainVerdict = .cannotTell,
    perHead: GeodomainVerdict = .cannotTell, visits: Int = 1000, people: Int? = 1_000_000,
    orders: Int = 20, openDays: Int = 28
  ) -> GeodomainRating {
    let rate = Double(orders) / Double(max(1, visits))
    let heads = people.map { Double(orders) * 100_000 / Double($0) }
    return GeodomainRating(
      facts: GeodomainFacts(
        domain: "\(name.lowercased()).example", city: name, population: people, launchedOn: nil,
        visits: visits, webOrders: orders, orders: orders, calls: 3,
        revenue: Int64(orders) * 100_000, spend: 10_000, openDays: openDays),
      perVisit: visits > 0
        ? Estimate(rate, Interval(lower: rate * 0.8, upper: rate * 1.2)) : nil,
      perHead: openDays > 0 ? heads.map { Estimate($0) } : nil, perVisitVerdict: perVisit,
      perHeadVerdict: perHead)
  }

  private static func launch(
    _ name: String, _ uplift: Estimate?, _ verdict: LaunchVerdict
  ) -> GeodomainComparison.Launch {
    GeodomainComparison.Launch(
      domain: "\(name.lowercased()).example", city: name, on: window.first, ordersBefore: 10,
      ordersAfter: 14, uplift: uplift, verdict: verdict)
  }

  private static func page(
    _ ratings: [GeodomainRating], _ launches: [GeodomainComparison.Launch] = []
  ) -> Page {
    let comparison = GeodomainComparison(
      window: window, ratings: ratings, perVisit: 0.02, perHead: 2, launches: launches)
    return CitiesPage(PageContext(CarnivalShop(.english).report.replacing(geodomains: comparison)))
      .page
  }

  @Test func `without domains the page says what to add`() {
    let page = Self.page([])
    #expect(page.answer == "No city can be judged yet; name the city domains.")
    #expect(page.sections[0].blocks.contains { $0.isMissing })
  }

  @Test(arguments: [
    (
      [city("Omsk")],
      "Omsk is the only open city, so there is nothing to compare it with.",
      "Omsk alone has visits: nothing to compare."
    ),
    (
      [city("Omsk"), city("Perm")],
      "None of 2\u{A0}cities sells clearly better or worse per visit; Omsk is the largest.",
      "Orders per visit do not differ beyond chance among 2\u{A0}cities."
    ),
    (
      [city("Omsk", perVisit: .below), city("Perm")],
      "Check the site in Omsk: fewer orders per visit than elsewhere.",
      "Fewer orders per visit in Omsk."
    ),
    (
      [city("Omsk", perVisit: .above), city("Perm")],
      "Learn from Omsk: more orders per visit than elsewhere.", "More orders per visit in Omsk."
    ),
    (
      [city("Omsk", perVisit: .above), city("Perm", perVisit: .below)],
      "Check the site in Perm, and learn from Omsk.",
      "More orders per visit in Omsk, fewer in Perm."
    ),
    (
      [city("Omsk", perHead: .above), city("Perm", perHead: .above), city("Tver")],
      "Omsk and Perm order clearly more per head; per visit no city differs.",
      "Orders per visit do not differ beyond chance among 3\u{A0}cities."
    ),
    (
      [city("Omsk", perVisit: .below, perHead: .above), city("Perm")],
      "Check the site in Omsk: fewer orders per visit than elsewhere; Omsk orders clearly more "
        + "per head.", "Fewer orders per visit in Omsk."
    ),
    (
      [city("Omsk", perHead: .below, visits: 0), city("Perm", visits: 0)],
      "Omsk orders clearly less per head; per visit nothing can be compared.",
      "Which city sells best per visit is not known."
    ),
    (
      [city("Omsk", visits: 0), city("Perm", visits: 0)],
      "2\u{A0}cities, but no visits to compare them by; check their hosts.",
      "Which city sells best per visit is not known."
    ),
  ])
  func `the verdicts make the answer`(ratings: [GeodomainRating], answer: String, claim: String) {
    let page = Self.page(ratings)
    #expect(page.answer == answer)
    #expect(page.sections[0].claim == claim)
  }

  @Test(arguments: [
    (
      [city("Omsk", people: nil), city("Perm", people: nil)],
      "How far each city is won cannot be told without its population."
    ),
    ([city("Omsk"), city("Perm", people: nil)], "Only Omsk has a population: nothing to compare."),
    (
      [city("Omsk"), city("Perm")],
      "Orders per head do not differ beyond chance among 2\u{A0}cities."
    ),
    ([city("Omsk", perHead: .above), city("Perm")], "More orders per head in Omsk."),
  ])
  func `orders per head need a population`(ratings: [GeodomainRating], claim: String) {
    #expect(Self.page(ratings).sections[1].claim == claim)
  }

  @Test(arguments: [
    ([GeodomainComparison.Launch](), "No domain was opened within the history."),
    ([launch("Omsk", nil, .tooLittle)], "Too little data to judge what opening changed."),
    (
      [launch("Omsk", Estimate(0.1, Interval(lower: -0.2, upper: 0.5)), .cannotTell)],
      "What opening changed in Omsk cannot be told yet."
    ),
    (
      [
        launch("Omsk", Estimate(0.1, Interval(lower: -0.2, upper: 0.5)), .cannotTell),
        launch("Perm", nil, .tooLittle),
      ], "What opening changed in Omsk cannot be told yet."
    ),
    (
      [launch("Omsk", Estimate(0.01, Interval(lower: -0.05, upper: 0.07)), .noEffect)],
      "Opening changed orders in Omsk by less than 10% either way."
    ),
    (
      [
        launch("Omsk", Estimate(0.01, Interval(lower: -0.05, upper: 0.07)), .noEffect),
        launch("Perm", Estimate(0.1, Interval(lower: -0.2, upper: 0.5)), .cannotTell),
      ],
      "Opening changed orders in Omsk by less than 10% either way; in Perm it cannot be told yet."
    ),
    (
      [launch("Omsk", Estimate(0.3, Interval(lower: 0.1, upper: 0.5)), .more)],
      "Opening goes together with more orders in Omsk."
    ),
    (
      [launch("Omsk", Estimate(-0.3, Interval(lower: -0.5, upper: -0.1)), .fewer)],
      "Opening goes together with fewer orders in Omsk."
    ),
    (
      [
        launch("Omsk", Estimate(0.3, Interval(lower: 0.1, upper: 0.5)), .more),
        launch("Perm", Estimate(-0.3, Interval(lower: -0.5, upper: -0.1)), .fewer),
      ], "After opening more orders in Omsk, fewer in Perm."
    ),
  ])
  func `an opening is never called a cause`(
    launches: [GeodomainComparison.Launch], claim: String
  ) {
    let page = Self.page([Self.city("Omsk"), Self.city("Perm")], launches)
    #expect(page.sections[3].claim == claim)
  }

  @Test(arguments: LaunchVerdict.allCases)
  func `every verdict of an opening is said in both languages`(verdict: LaunchVerdict) {
    let comparison = GeodomainComparison(
      window: Self.window, ratings: [], perVisit: nil, perHead: nil,
      launches: [Self.launch("Omsk", Estimate(0), verdict)])
    #expect(speaksBoth { $0.launchClaim(CityContrast(comparison)) })
  }

  @Test func `a city that is not open shows only when the data name it`() {
    let open = [Self.city("Omsk", orders: 10), Self.city("Perm", orders: 30)]
    #expect(Self.page(open).sections.count == 4)
    // 500,000 people at 2 orders a 100,000, between 1 in Omsk and 3 in Perm.
    let page = Self.page(open + [Self.city("Tula", people: 500_000, orders: 0, openDays: 0)])
    #expect(
      page.sections[4].claim
        == "Tula is not open: about 10 (5 to 15) orders in 28 days, if it sold as the others do.")
    let unknown = Self.page(open + [Self.city("Tula", people: nil, orders: 0, openDays: 0)])
    #expect(
      unknown.sections[4].claim
        == "Tula: not open yet, and without population no size can be told.")
  }

  @Test(arguments: [
    (100, "Omsk brings 75% of ₽40k."), (0, "No city has brought revenue in these days."),
  ])
  func `the money section names the largest city`(part: Int, claim: String) {
    // 30 and 10 orders of 1,000 each.
    let page = Self.page([
      Self.city("Omsk", orders: 30 * part / 100), Self.city("Perm", orders: 10 * part / 100),
    ])
    #expect(page.sections[2].claim == claim)
  }

  /// Most spend names no city, so a city's part of it would look like all of it.
  @Test func `no table of the page speaks of spend`() {
    let page = Self.page([Self.city("Omsk"), Self.city("Perm")])
    for case .table(let table) in page.sections.flatMap(\.blocks) {
      #expect(!table.columns.contains { $0.title.lowercased().contains("spend") })
      #expect(!table.stored.names.contains { $0.contains("spend") })
      #expect(!table.stored.sql.contains("spend"))
    }
  }

  @Test(arguments: [
    CityContrast.Answer.empty, .single("A"), .nobodyVisits(2), .alike(3, largest: "A"),
    .differs(perVisit: .alike(2), perHead: .differs(above: ["A"], below: [])),
    .differs(perVisit: .unknown, perHead: .differs(above: [], below: ["A"])),
    .differs(perVisit: .differs(above: ["A"], below: []), perHead: .unknown),
    .differs(perVisit: .differs(above: [], below: ["A"]), perHead: .unknown),
    .differs(perVisit: .differs(above: ["A"], below: ["B"]), perHead: .alike(2)),
  ])
  func `every answer is said in both languages`(answer: CityContrast.Answer) {
    #expect(speaksBoth { $0.answer(answer) })
  }

  @Test(arguments: [
    CityContrast.Claim.unknown, .single("A"), .alike(2), .differs(above: ["A"], below: []),
    .differs(above: [], below: ["A"]), .differs(above: ["A", "B", "C", "D"], below: ["E"]),
  ])
  func `every claim is said in both languages`(claim: CityContrast.Claim) {
    #expect(speaksBoth { $0.perVisitClaim(claim) })
    #expect(speaksBoth { $0.perHeadClaim(claim) })
  }

  @Test func `calls of no city show only when there are some, in both languages`() throws {
    let day = CarnivalShop.asOf
    let listed = UnassignedCalls(
      number: "78001112233", isListed: true, kind: "tollfree", calls: 5, missed: 1, lastDay: day)
    let unknown = UnassignedCalls(
      number: "74951112233", isListed: false, kind: "", calls: 2, missed: 2, lastDay: day)
    #expect(
      Words.english.unassignedCallsClaim([listed], Self.window)
        == "5\u{A0}calls in 28\u{A0}days reached numbers that stand for no city.")
    #expect(
      Words.english.unassignedCallsClaim([listed, unknown], Self.window)
        == "7\u{A0}calls in 28\u{A0}days reached numbers of no city, 2 of them numbers that are not "
        + "listed.")
    #expect(speaksBoth { $0.unassignedCallsClaim([listed, unknown], Self.window) })
    #expect(speaksBoth { $0.unassignedCallsClaim([listed], Self.window) })
    #expect(
      [listed, unknown].map { Words.russian.kind(of: $0) } == ["бесплатный", "нет в списке"])
  }
}
