import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct ChannelsPageTests {
  private static let window = DayRange(last: CarnivalShop.asOf, count: 28)

  /// Channels with orders by first click, last click and equal shares.
  private static func report(
    _ rows: [(Channel, Double, Double, Double)], unattributed: Double = 0
  ) -> ChannelReport {
    func credit(_ orders: Double) -> Credit {
      Credit(
        conversions: Estimate(orders), value: Int64(orders * 1000), margin: Int64(orders * 300))
    }
    return ChannelReport(
      window: window,
      rows: rows.map { channel, first, last, equal in
        ChannelReport.Row(
          channel: channel, sessions: 100, spend: channel.isPaid ? 50_000 : 0,
          credits: [
            .first: credit(first), .lastNonDirect: credit(last), .linear: credit(equal),
          ])
      }, unattributed: credit(unattributed),
      total: credit(rows.reduce(unattributed) { $0 + $1.3 }))
  }

  private static func page(
    _ rows: [(Channel, Double, Double, Double)], unattributed: Double = 0,
    _ language: RunReport.Language = .english
  ) -> Page {
    let report = report(rows, unattributed: unattributed)
    return ChannelsPage(PageContext(CarnivalShop(language).report.replacing(channels: report))).page
  }

  @Test func `without orders the page asks for them`() {
    let page = Self.page([])
    #expect(page.answer == "No order can be put to a channel yet; load the site log and orders.")
    #expect(page.sections.map(\.claim) == ["Which channels bring orders is not known."])
    #expect(page.sections[0].blocks.contains { $0.isMissing })
  }

  @Test func `the leader of every model is the answer`() {
    let page = Self.page([(.email, 30, 40, 35), (.paidSearch, 60, 70, 65)])
    #expect(
      page.answer
        == "Paid search brings the most orders however credit is shared: 60 to 70.")
    // 65 of 100 orders by equal shares.
    #expect(
      page.sections[0].claim == "2\u{A0}channels bring orders; Paid search holds 65% of them.")
  }

  @Test func `two leaders make the answer a warning`() {
    let page = Self.page([(.email, 20, 80, 50), (.paidSearch, 80, 20, 50)])
    #expect(
      page.answer
        == "First click puts Paid search on top, last click E-mail; judge neither by one model.")
    #expect(
      page.sections[1].claim
        == "Paid search starts ways (80 by first click, 20 by last), "
        + "E-mail finishes them (20 by first click, 80 by last).")
  }

  @Test func `when half of the orders have no way nothing is judged`() {
    let page = Self.page([(.email, 40, 40, 40)], unattributed: 40)
    #expect(
      page.answer
        == "40 of 80 orders have no known way; log order numbers before judging channels.")
  }

  @Test(arguments: [
    (30.0, 30.0, "First and last click agree on every channel."),
    (60.0, 20.0, "E-mail starts ways that others finish: 60 by first click, 20 by last."),
    (20.0, 60.0, "E-mail finishes ways that others start: 20 by first click, 60 by last."),
  ])
  func `the section of models names who starts and who finishes`(
    first: Double, last: Double, claim: String
  ) {
    let page = Self.page([(.email, first, last, 30), (.paidSearch, 100, 100, 100)])
    #expect(page.sections[1].claim == claim)
  }

  @Test func `few orders say how many more are needed`() {
    // 50 are needed, 38 have a way.
    let page = Self.page([(.email, 38, 38, 38)], unattributed: 2)
    #expect(
      page.sections[1].claim == "Too few orders to compare models: about 12 more are needed.")
  }

  @Test(arguments: [
    (0.0, "Paid clicks bring 100% of orders; every order has a known way."),
    (10.0, "Paid clicks bring 91% of orders; 10 have no known way (9%)."),
    (
      60.0,
      "Paid clicks bring 63% of orders, but 38% have no known way, so every share here is too low."
    ),
  ])
  func `what has no known way stays in sight`(unattributed: Double, claim: String) {
    let page = Self.page([(.paidSearch, 100, 100, 100)], unattributed: unattributed)
    #expect(page.sections[2].claim == claim)
  }

  @Test func `the table keeps orders without a way and the models' disagreement`() throws {
    let page = Self.page([(.email, 20, 60, 40)], unattributed: 10)
    let table = try #require(page.tables.first { $0.file == "channels" })
    let lines = CSVTable(table, .english).text.split(separator: "\r\n")
    #expect(
      lines[0].hasPrefix(
        "\u{FEFF}channel,first_orders,last_orders,last_non_direct_orders,linear_orders"))
    // Half of 60 − 20, over their middle of 40; models that were not worked out are not known.
    #expect(lines[1].hasPrefix("email,20,,60,40,,,,,0.5,100,"))
    #expect(lines[2].hasPrefix(",10,10,10,10,10,10,10,10,"))
  }

  @Test(arguments: [
    ChannelContrast.Answer.empty, .mostlyUnknown(5, of: 8),
    .agreed(.email, least: 4, most: 5), .disputed(first: .email, last: .paidSearch),
  ])
  func `every answer is said in both languages`(answer: ChannelContrast.Answer) {
    #expect(speaksBoth { $0.answer(answer) })
  }
}
