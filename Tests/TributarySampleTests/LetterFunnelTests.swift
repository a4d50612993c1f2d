import Testing
import TributaryModel

@testable import TributarySample

struct LetterFunnelTests {
  private let funnel = LetterFunnel(settings: SmallShop.longSettings)

  @Test func `a third of the settled invoices is paid`() {
    let settled = SmallShop.longSettings.asOf.adding(-30)
    let old = funnel.invoices.filter { $0.at.day <= settled }
    let share = Double(old.count { $0.paidAt != nil }) / Double(old.count)
    // Four standard errors of a third among about 350.
    #expect(old.count > 200)
    #expect((share - 1.0 / 3).magnitude < 0.10)
  }

  @Test func `payments add up to their invoice, and only paid ones become orders`() {
    var paid: [String: Int64] = [:]
    for payment in funnel.payments { paid[payment.invoiceID, default: 0] += payment.amount }
    for invoice in funnel.invoices {
      #expect(paid[invoice.id] == (invoice.paidAt == nil ? nil : invoice.total))
      #expect((invoice.orderID == nil) == (invoice.paidAt == nil))
      if let paidAt = invoice.paidAt { #expect(paidAt > invoice.at) }
    }
    #expect(funnel.orders.count == paid.count)
  }

  @Test func `letters answered late lead to fewer invoices`() {
    func share(late: Bool) -> Double {
      let letters = funnel.letters.filter { $0.isLate == late && $0.repliedAt != nil }
      return Double(letters.count { $0.invoiceID != nil }) / Double(letters.count)
    }
    #expect(share(late: true) < 0.7 * share(late: false))
  }
}
