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

  @Test func `an invoice converts on the day it is paid, a lost order never counts`() {
    let issued = Instant(milliseconds: 0)
    let unpaid = InvoiceFact(id: "9", issuedAt: issued, total: 5)
    #expect(Conversion(invoice: unpaid, personID: "p") == nil)
    let paid = InvoiceFact(
      id: "9", issuedAt: issued, paidAt: Instant(milliseconds: 7), total: 5)
    #expect(Conversion(invoice: paid, personID: "p")?.at.milliseconds == 7)
    let lost = OrderFact(id: "1", placedAt: issued, total: 5, margin: 2, isLost: true)
    #expect(Conversion(order: lost, personID: "p").isCounted == false)
  }
}
