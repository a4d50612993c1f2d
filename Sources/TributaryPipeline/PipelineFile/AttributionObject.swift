import TributaryModel

/// How success is shared among what led to it.
struct AttributionObject: PipelineObject {
  static let keys = AttributionObject()

  let lookbackDays = PipelineKey(
    "lookback_days", .integer(1...730), unit: "days", default: 30, remakes: [.journeys],
    "How long before a conversion a visit, call or letter may earn credit for it.")
  let halfLifeDays = PipelineKey(
    "half_life_days", .integer(1...365), unit: "days", default: 7, remakes: [.journeys],
    "Model `time-decay`: a touchpoint that is so much older earns half as much.")
  let markovOrder = PipelineKey(
    "markov_order", .integer(1...4), unit: "touchpoints", default: 1, remakes: [],
    "Model `markov`: how many touchpoints in a row make one state.")
}

/// How visits, orders, calls and letters become one person.
struct IdentityObject: PipelineObject {
  static let keys = IdentityObject()

  let sharedKeyLimit = PipelineKey(
    "shared_key_limit", .integer(2...100_000), unit: "records", default: 20,
    remakes: [.calls, .journeys],
    "A key that more orders, calls or letters than this carry within 30 days joins nobody; nor does a phone, e-mail or card whose records carry more different contacts of another kind."
  )
  let nobody = PipelineKey(
    "nobody", .list(.text), default: [], remakes: [.journeys],
    "Phones, addresses, ids and cards that name nobody, besides placeholders and the shop's own.")
  let phoneCountry = PipelineKey(
    "phone_country", .word(PhoneCountry.all.map(\.code)),
    note: "by `timezone`, else by `currency`, else `ru`", remakes: [.tables, .journeys],
    "Whose numbers phones are that name no country, as ISO 3166-1 has it: in `de` `0171 1234567` is "
      + "`+49 171 1234567`.")
}

/// What counts as a conversion.
struct ConversionsObject: PipelineObject {
  static let keys = ConversionsObject()

  let order = PipelineKey(
    "order", .boolean, default: true, remakes: [.journeys], "Orders that are not lost count.")
  let call = PipelineKey(
    "call", .boolean, default: true, remakes: [.journeys], "Calls that are talked out count.")
  let callMinTalkSeconds = PipelineKey(
    "call_min_talk_seconds", .integer(0...86_400), unit: "seconds", default: 30,
    remakes: [.journeys], "A call counts from this much talk on.")
  let callPauseDays = PipelineKey(
    "call_pause_days", .integer(1...3650), unit: "days", default: 30, remakes: [.journeys],
    "A person's next call counts anew when it comes so long after the last one that counted.")
  let callValue = PipelineKey(
    "call_value", .number(0...1e9), unit: "of `currency`", default: 0, remakes: [.journeys],
    "What a call is worth that counts and leads to no order or paid invoice: for shops whose sales "
      + "stand in no file."
  )
  let invoice = PipelineKey(
    "invoice", .boolean, default: true, remakes: [.journeys], "Invoices that are paid count.")
  let orderLookbackDays = PipelineKey(
    "order_lookback_days", .integer(1...730), unit: "days", note: "`attribution.lookback_days`",
    remakes: [.journeys], "How long before an order a touchpoint may earn credit for it.")
  let callLookbackDays = PipelineKey(
    "call_lookback_days", .integer(1...730), unit: "days", note: "`attribution.lookback_days`",
    remakes: [.journeys], "How long before a call a touchpoint may earn credit for it.")
  let invoiceLookbackDays = PipelineKey(
    "invoice_lookback_days", .integer(1...730), unit: "days", note: "`attribution.lookback_days`",
    remakes: [.journeys], "How long before an invoice is paid a touchpoint may earn credit for it.")
}
