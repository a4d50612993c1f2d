import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct CallSourceSectionTests {
  private static let window = DayRange(last: CarnivalShop.asOf, count: 28)

  /// So many calls, each of them from that channel with that probability.
  private static func report(_ calls: Int, _ channel: Channel?, _ probability: Double)
    -> CallSourceReport
  {
    CallSourceReport(
      window: window,
      shares: (0..<calls).flatMap { number in
        [(channel, probability), (nil, 1 - probability)].compactMap { each in
          each.1 == 0
            ? nil
            : CallSourceReport.Share(
              callID: "c\(number)", channel: each.0, probability: each.1, highest: each.1)
        }
      })
  }

  private static func section(_ report: CallSourceReport) -> Section {
    CallSourceSection(report: report, words: .english).section
  }

  @Test func `without calls the section asks for them`() {
    let section = Self.section(Self.report(0, .email, 0.5))
    #expect(section.claim == "Where calls came from is not known.")
    #expect(section.blocks.contains { $0.isMissing })
    #expect(section.tables.isEmpty)
  }

  @Test func `a few calls are told to be too few`() {
    let section = Self.section(Self.report(19, .email, 0.5))
    #expect(section.claim == "Only 19\u{A0}calls: too few to say where they came from.")
  }

  @Test func `calls that follow no visit are told so`() {
    let section = Self.section(Self.report(100, .email, 0.04))
    #expect(
      section.claim
        == "Hardly any of 100\u{A0}calls follows a visit: people have the number from elsewhere, "
        + "or the log misses their visits.")
    #expect(Self.section(Self.report(100, nil, 1)).claim == section.claim)
  }

  @Test func `the claim counts calls from visits and names the channel with most`() {
    let section = Self.section(Self.report(100, .organicSearch, 0.6))
    #expect(
      section.claim
        == "About 60 of 100\u{A0}calls came from a visit, most through Organic search: about 60.")
  }

  // 100 calls of 0.6: variance 24, root 4.89898, times 1.645 = 8.0588.
  @Test func `the table holds channels and calls from none of the visits, with ranges`() throws {
    let section = Self.section(Self.report(100, .email, 0.6))
    let table = try #require(section.tables.first)
    let lines = CSVTable(table, .english).text.split(separator: "\r\n")
    #expect(lines[0] == "\u{FEFF}channel,calls,calls_lower,calls_upper,share")
    let email = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(email[0] == "email")
    let numbers = email.dropFirst().compactMap { Double($0) }
    try #require(numbers.count == 4)
    for (found, expected) in zip(numbers, [60, 51.9412, 68.0588, 0.6]) {
      #expect((found - expected).magnitude < 1e-3)
    }
    #expect(lines[2].hasPrefix(","))
    #expect(table.file == "call-channels")
  }

  @Test(arguments: [
    CallSourceReport.Answer.unknown, .few(7), .hardlyAny(90),
    .fromSite(50, of: 90, most: .email, 12),
  ])
  func `every claim is said in both languages`(claim: CallSourceReport.Answer) {
    #expect(speaksBoth { $0.callSourcesClaim(claim) })
  }

  @Test func `the channels' page ends with the section when it was asked for`() {
    let report = CarnivalShop(.english).report
    let asked = report.replacing(callSources: Self.report(100, .email, 0.6))
    let topic = Words.english.callSourcesTopic
    #expect(ChannelsPage(PageContext(asked)).page.sections.last?.topic == topic)
    #expect(ChannelsPage(PageContext(report)).page.sections.allSatisfy { $0.topic != topic })
  }
}
