import Testing
import TributaryModel

@testable import TributaryAnalysis

struct ConversionTests {
  private func call(_ id: String, _ second: Int64, talk: Int64) -> CallFact {
    CallFact(
      id: id, startedAt: Instant(milliseconds: second * 1000), dialledNumber: "7",
      talkSeconds: talk)
  }

  @Test func `of each person the first call with enough talk is a conversion`() {
    let persons = ["1": "p", "2": "p", "3": "p", "4": "q"]
    let found = Conversion.qualifiedCalls(
      [
        call("3", 30, talk: 300), call("1", 10, talk: 29), call("2", 20, talk: 30),
        call("4", 5, talk: 60), call("5", 1, talk: 60),
      ], personID: { persons[$0.id] })
    #expect(found.map(\.id) == ["call:4", "call:2"])
    #expect(found.map(\.value) == [0, 0])
  }

  @Test func `a person's call counts again a pause after the last that counted`() {
    let day: Int64 = 86_400
    let calls = [
      call("a", 0, talk: 60), call("b", 29 * day, talk: 60), call("c", 30 * day - 1, talk: 60),
      call("d", 30 * day, talk: 60), call("e", 59 * day, talk: 60), call("f", 60 * day, talk: 5),
      call("g", 61 * day, talk: 60),
    ]
    func counted(_ days: Int) -> [String] {
      Conversion.qualifiedCalls(calls.reversed(), pauseDays: days, personID: { _ in "p" })
        .map(\.member)
    }
    #expect(counted(30) == ["a", "d", "g"])
    #expect(counted(29) == ["a", "b", "e"])
    #expect(counted(90) == ["a"])
  }

  @Test func `an invoice converts on the day it is paid, a lost order never counts`() throws {
    let issued = Instant(milliseconds: 0)
    let unpaid = InvoiceFact(id: "9", issuedAt: issued, total: 5)
    #expect(Conversion(invoice: unpaid, personID: "p") == nil)
    let paid = InvoiceFact(
      id: "9", issuedAt: issued, paidAt: Instant(milliseconds: 7), total: 5)
    #expect(Conversion(invoice: paid, personID: "p")?.at.milliseconds == 7)
    let zone = try #require(Zone(identifier: "Europe/Moscow"))
    let day = InvoiceFact(
      id: "9", issuedAt: issued, paidAt: zone.instant(of: Day(number: 3)), total: 5,
      isPaidDay: true)
    #expect(
      Conversion(invoice: day, personID: "p", zone: zone)?.at.milliseconds
        == zone.instant(of: Day(number: 4)).milliseconds - 1)
    let lost = OrderFact(id: "1", placedAt: issued, total: 5, margin: 2, isLost: true)
    #expect(Conversion(order: lost, personID: "p").isCounted == false)
  }
}
