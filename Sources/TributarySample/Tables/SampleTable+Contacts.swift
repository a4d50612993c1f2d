import TributaryModel

extension SampleTable {
  static func calls(_ log: CallLog) -> SampleTable {
    SampleTable(
      "calls.csv.gz", .calls, without: ["source", "medium", "campaign"],
      rows: log.calls.enumerated().map { number, call in
        [
          CallLog.id(number), call.at.iso, call.dialled, call.caller, String(call.talk),
          String(call.wait), String(call.answered), call.orderID ?? "",
        ]
      })
  }

  static func letters(_ funnel: LetterFunnel) -> SampleTable {
    SampleTable(
      "letters.csv", .letters, without: ["thread_id"],
      rows: funnel.letters.map { letter in
        [
          letter.id, letter.at.iso, letter.mailbox, letter.from, letter.repliedAt?.iso ?? "",
          letter.orderID ?? "", letter.invoiceID ?? "",
        ]
      })
  }

  static func invoices(_ funnel: LetterFunnel) -> SampleTable {
    SampleTable(
      "invoices.csv", .invoices, without: ["customer_phone"],
      rows: funnel.invoices.map { invoice in
        [
          invoice.id, invoice.at.iso, invoice.total.roubles, "RUB", invoice.orderID ?? "",
          invoice.email, invoice.at.adding(hours: 24 * 10).iso, invoice.paidAt?.iso ?? "",
          invoice.paidAt == nil ? "issued" : "paid",
        ]
      })
  }

  static func payments(_ funnel: LetterFunnel) -> SampleTable {
    let orders = Dictionary(
      funnel.invoices.map { ($0.id, $0.orderID ?? "") }, uniquingKeysWith: { first, _ in first })
    return SampleTable(
      "payments.csv", .payments,
      rows: funnel.payments.map { payment in
        [
          payment.id, payment.at.iso, payment.amount.roubles, "RUB",
          orders[payment.invoiceID] ?? "", payment.invoiceID,
        ]
      })
  }
}
