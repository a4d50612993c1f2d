import TributaryAnalysis
import TributaryModel

extension ConversionExplanation {
  /// The way to an order, a call or an invoice.
  public func text(_ currency: Currency, _ zone: Zone) -> ExplainedText {
    var text = ExplainedText()
    text.line("\(kind.rawValue) \(member)")
    let money = [("value", value), ("margin", margin)]
      .map { "\($0.0) \(MoneyText.plain($0.1, currency.code))" }.joined(separator: ", ")
    let fate =
      !isCounted
      ? ", lost later: no campaign is credited with it" : isSale ? "" : ", no sale of its own"
    text.line("\(LocalTime.text(at, in: zone)), \(money) \(currency.code)\(fate)")
    if !place.path.isEmpty { text.line(place.text) }
    text.line("")
    guard !contacts.isEmpty else {
      text.line("No visit, call or letter is known to have led to it.")
      return text
    }
    let models = AttributionModel.allCases.filter { model in
      contacts.contains { $0.credits[model] != nil }
    }
    text.line("What led to it, and the part that each model gives:")
    text.table(
      ["at", "contact", "channel", "campaign", "page or keyword"] + models.map(\.rawValue)
        + ["line"],
      contacts.map { row($0, models, zone) })
    return text
  }

  private func row(
    _ contact: Contact, _ models: [AttributionModel], _ zone: Zone
  ) -> [ExplainedText.Cell] {
    let chance =
      contact.probability < 1
      ? " (\(ExplainedText.number(contact.probability * 100, 0))% likely)" : ""
    let about = [contact.page, contact.keyword].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      .text(LocalTime.text(contact.at, in: zone)), .text(contact.kind.rawValue + chance),
      .text(contact.channel), .text(contact.campaignKey), .text(about),
    ] + models.map { .number(contact.credits[$0] ?? 0, 2) } + [.text(contact.place.text)]
  }
}
