import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct SeasonPageTests {
  let english = Words(.english, currency: .rub)

  static func curve(daysToStart: Int, daysToTop: Int) -> SeasonalCurve {
    let base = CarnivalShop(.english).season
    let asOf = CarnivalShop.asOf
    return SeasonalCurve(
      base: base.base, weeks: base.weeks, days: base.days, peaks: base.peaks,
      next: SeasonalCurve.NextPeak(
        name: "New Year", start: asOf.adding(daysToStart), top: asOf.adding(daysToTop),
        end: asOf.adding(daysToTop + 7), multiple: Estimate(14), daysToStart: daysToStart,
        daysToTop: daysToTop, expectedTop: Estimate(632)), yearOverYear: base.yearOverYear,
      weekdays: base.weekdays, years: base.years)
  }

  private func curve(
    days: [SeasonalCurve.DemandDay]? = nil, peaks: [SeasonalCurve.Peak] = [], years: Double = 3
  ) -> SeasonalCurve {
    let base = CarnivalShop(.english).season
    return SeasonalCurve(
      base: 42, weeks: [], days: days ?? base.days, peaks: peaks, next: nil, yearOverYear: [],
      weekdays: [], years: years)
  }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  private func answer(_ curve: SeasonalCurve?) -> String {
    english.seasonAnswer(curve, asOf: CarnivalShop.asOf)
  }

  /// A curve whose days end in 2022 speaks of no coming peak, and of the year to their end.
  @Test func `orders that end years ago are said with their year, and nothing comes`() throws {
    let last = try #require(Day("2022-12-31"))
    let days = DayRange(last: last, count: 400).days.map {
      SeasonalCurve.DemandDay(day: $0, actual: 3, expected: 3, isCensored: false)
    }
    let peak = SeasonalCurve.Peak(
      name: "Halloween", start: last.adding(-70), top: last.adding(-61),
      curveTop: last.adding(-61), end: last.adding(-55), multiple: Estimate(5), total: 90)
    let ended = curve(days: days, peaks: [peak])
    let dated = Words(.english, currency: .rub, year: 2026)
    #expect(
      plain(dated.seasonAnswer(ended, asOf: CarnivalShop.asOf))
        == "The orders end on 31 December 2022, too long ago to tell what comes; load those since.")
    let russian = Words(.russian, currency: .rub, year: 2026)
    #expect(
      plain(russian.seasonAnswer(ended, asOf: CarnivalShop.asOf))
        .hasPrefix("Заказы кончаются 31 декабря 2022 года:"))
    #expect(SeasonSummary(ended, asOf: CarnivalShop.asOf).peaks.map(\.name) == ["Halloween"])
    #expect(SeasonSummary(ended, asOf: CarnivalShop.asOf).standing == .unknown)
  }

  @Test func `the answer has a branch for every state`() {
    #expect(
      answer(nil) == "The season cannot be told yet: too few days of orders.")
    #expect(
      answer(curve(days: []))
        == "The season cannot be told yet: too few days of orders.")
    #expect(
      answer(curve(years: 1.4))
        == "The next peak cannot be dated before two years of orders.")
    #expect(
      answer(curve()) == "No peak stands out of the year: demand is even.")
    #expect(
      plain(answer(SeasonPageTests.curve(daysToStart: 17, daysToTop: 42)))
        == "“New Year” starts in 17 days and tops out on 26 December with about 632 orders a day.")
    #expect(
      plain(answer(SeasonPageTests.curve(daysToStart: -3, daysToTop: 1)))
        == "“New Year” has begun and tops out in 1 day, on 15 November, with about 632 orders a day."
    )
    #expect(
      plain(answer(SeasonPageTests.curve(daysToStart: -9, daysToTop: -1)))
        == "“New Year” is past its top and ends on 20 November.")
  }

  @Test func `the year names its peaks, or that there are none`() {
    #expect(english.yearClaim([]) == "No peak stands out of the year so far.")
    #expect(
      english.yearClaim([("Halloween", 9.6)])
        == "One peak makes the year: “Halloween” at 9.6 ordinary days.")
    #expect(
      plain(english.yearClaim([("New Year", 14), ("Halloween", 10)]))
        == "2 peaks make the year: “New Year” at 14 ordinary days, “Halloween” at 10.")
  }

  @Test(
    arguments: [
      (20, 1.0, "The last 20 days brought 200 orders, as the curve expects."),
      (20, 1.25, "The last 20 days brought 250 orders, 25% more than the curve expects."),
      (20, 0.8, "The last 20 days brought 160 orders, 20% fewer than the curve expects."),
      (3, 1.0, "Too few known days to hold against the curve."),
    ])
  func `the last weeks are held against the curve`(known: Int, ratio: Double, claim: String) {
    let asOf = CarnivalShop.asOf
    let days = DayRange(last: asOf, count: 40).days.map { day in
      SeasonalCurve.DemandDay(
        day: day, actual: asOf.days(since: day) < known ? 10 * ratio : nil, expected: 10,
        isCensored: false)
    }
    let summary = SeasonSummary(curve(days: days), asOf: asOf)
    #expect(plain(english.standingClaim(summary)) == claim)
  }

  @Test func `a day without goods is left out of the sum`() {
    let asOf = CarnivalShop.asOf
    let days = DayRange(last: asOf, count: 28).days.map { day in
      SeasonalCurve.DemandDay(
        day: day, actual: day == asOf ? 0 : 10, expected: 10, isCensored: day == asOf)
    }
    let summary = SeasonSummary(curve(days: days), asOf: asOf)
    #expect(summary.sold == 270 && summary.expected == 270 && summary.censored == 1)
  }

  @Test func `weekdays are told apart, alike, or unknown`() {
    #expect(
      english.weekdayClaim(nil) == "Which weekday is strongest cannot be said yet.")
    #expect(
      english.weekdayClaim(.init(strong: 1, weak: 2, strength: 1.02, weakness: 0.99))
        == "The weekdays sell alike.")
    #expect(
      english.weekdayClaim(.init(strong: 5, weak: 7, strength: 1.1, weakness: 0.92))
        == "Friday is the strongest day of the week; Sunday is the weakest, 8% under the mean.")
  }

  @Test func `past peaks are counted`() {
    let peaks = CarnivalShop(.english).season.peaks
    #expect(english.peaksClaim(curve()) == "No peak has been seen so far.")
    #expect(
      english.peaksClaim(curve(peaks: Array(peaks.prefix(1))))
        == "One peak so far: “Halloween”, 9.6 ordinary days at its top.")
    #expect(
      plain(english.peaksClaim(curve(peaks: peaks)))
        == "4 peaks so far; the highest, “New Year”, reached 14 ordinary days.")
  }

  @Test func `growth is told with its range, or that it cannot be told`() {
    func claim(
      _ value: Double, _ lower: Double, _ upper: Double, to last: Day = CarnivalShop.asOf
    ) -> String {
      english.yearOverYearClaim(
        SeasonalCurve.YearOverYear(
          to: last, ratio: Estimate(value, Interval(lower: lower, upper: upper))),
        asOf: CarnivalShop.asOf)
    }
    #expect(
      plain(claim(1.16, 1.09, 1.24, to: CarnivalShop.asOf.adding(-364)))
        == "The 364 days to 15 November sold 16% more than the 364 before (9% to 24%).")
    #expect(
      english.yearOverYearClaim(nil, asOf: CarnivalShop.asOf)
        == "Growth on last year cannot be told yet.")
    #expect(
      claim(1.16, 1.09, 1.24)
        == "The last 364 days sold 16% more than the 364 before (9% to 24%).")
    #expect(
      claim(0.8, 0.7, 0.9)
        == "The last 364 days sold 20% less than the 364 before (−30% to −10%).")
    #expect(
      claim(1.02, 0.95, 1.1)
        == "The last 364 days cannot be told apart from the 364 before.")
  }

  @Test func `missing orders and days left out are named`() {
    let day = CarnivalShop.asOf
    let gap = DayRange(first: day.adding(-152), last: day.adding(-1))
    func text(_ words: Words) -> String { plain(words.gapNote([gap]).rendered) }
    #expect(text(english).hasPrefix("152 days in the history have no order"))
    #expect(text(english).contains("15 Jun to 13 Nov 2026"))
    #expect(text(Words(.russian, currency: .rub)).contains("нет заказов за 152 дня"))
    let absurd = SeasonalCurve.DemandDay(
      day: day, actual: 900, expected: 8.2, isCensored: false)
    #expect(
      plain(english.singularNote([absurd]).rendered)
        .hasPrefix("14 Nov 2026 with 900 orders where the curve expects 8."))
    #expect(
      plain(Words(.russian, currency: .rub).singularNote([absurd]).rendered)
        .hasPrefix("14 ноя 2026: 900 заказов, кривая ждёт 8."))
  }

  @Test func `the year starts in the quietest month and holds the as-of day`() {
    let weeks = (1...52).map { week in
      SeasonalCurve.WeekIndex(week: week, index: Estimate((28...30).contains(week) ? 60 : 100))
    }
    let base = CarnivalShop(.english).season
    let curve = SeasonalCurve(
      base: 42, weeks: weeks, days: base.days, peaks: [], next: nil, yearOverYear: [],
      weekdays: [], years: 2)
    let year = SeasonYear(curve, asOf: CarnivalShop.asOf)
    // The Monday of the week of 4 July 2026.
    #expect(year.first.description == "2026-06-29")
    #expect(year.days.contains(CarnivalShop.asOf))
  }
}
