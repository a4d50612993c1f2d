import TributaryAnalysis
import TributaryModel
import TributaryReports

extension PipelineKey {
  /// Every key of a pipeline file, an object before what it holds.
  public static let all: [PipelineKey] = shop + places + sources + channels + sessions + journeys

  /// Keys that a later version gives a meaning; today they are refused with a word of their own.
  static let planned: Set<String> = [
    "ratings", "season", "geodomains", "indicators", "privacy", "retention", "deliver",
  ]

  private static let shop = [
    PipelineKey(
      "name", .name, note: "the folder's name", "Names the pipeline in commands and file names."),
    PipelineKey("title", .text, note: "`name`", "The shop's name as the report's pages show it."),
    PipelineKey(
      "summary", .text, default: "''", "What the shop is, in a few words, for the pages."),
    PipelineKey(
      "timezone", .zone, default: "'UTC'",
      "The shop's IANA time zone: where its days begin, and what times without an offset mean."),
    PipelineKey(
      "currency", .currency, default: "'USD'",
      "The shop's ISO 4217 currency: the one of rows that name none, and of the totals."),
    PipelineKey(
      "locale", .choice(NightReport.Language.allCases.map(\.rawValue)), default: "'en'",
      "The language of the pages: words, numbers and dates."),
    PipelineKey(
      "as_of", .day, note: "yesterday in `timezone`",
      "Pins the last day included; leave it out, so that each night has its own."),
  ]

  private static let places = [
    PipelineKey(
      "warehouse", .path, default: "'warehouse/tributary.sqlite'",
      "The SQLite file that holds everything; made at the first run."),
    PipelineKey(
      "reports", .path, default: "'reports'",
      "The folder that gets one folder of pages an as-of day."),
    PipelineKey(
      "key_file", .path, note: "`'<name>.key'`",
      "32 random bytes, made at the first run, that phones, e-mails and visitors are hashed with; "
        + "keep it, and keep it out of git."),
    PipelineKey(
      "schedule", .timeOfDay, unit: "HH:MM in `timezone`", default: "'04:15'",
      "When `tributary schedule` starts the nightly run."),
    PipelineKey(
      "unpacking", .object, default: "{}",
      "What a compressed file may ask for; one that asks for more is refused, the others load."),
    PipelineKey(
      "unpacking.silence_seconds", .integer(1...86_400), unit: "seconds", default: "60",
      "A decompressor that gives nothing for so long is ended."),
    PipelineKey(
      "unpacking.max_megabytes", .integer(1...1_000_000_000), unit: "MB", default: "100000",
      "Unpacked size of one file; a MB has 1,000,000 bytes."),
    PipelineKey(
      "unpacking.max_ratio", .integer(2...1_000_000), unit: "unpacked bytes a byte on disk",
      default: "500",
      "How far a file may be packed, from 64 MB unpacked on; logs reach some hundreds to one."),
  ]

  private static let journeys = [
    PipelineKey("funnels", .object, default: "{}", "Which pages are the steps of a purchase."),
    PipelineKey(
      "funnels.product", .list(.pagePattern), default: "['/product/*']", "Pages of one product."),
    PipelineKey("funnels.cart", .list(.pagePattern), default: "['/cart*']", "Pages of the cart."),
    PipelineKey(
      "funnels.checkout", .list(.pagePattern), default: "['/checkout']", "Pages of the checkout."),
    PipelineKey(
      "funnels.order", .list(.pagePattern), default: "['/checkout/thanks']",
      "Pages that confirm an order; they do not count as checkout."),
    PipelineKey(
      "funnels.order_id_parameters", .list(.text), default: "['order_id']",
      "Query parameters of those pages that hold the order's number; they join visits to orders."),
    PipelineKey("conversions", .object, default: "{}", "What counts as a success of advertising."),
    PipelineKey("conversions.order", .boolean, default: "true", "Orders that are not lost count."),
    PipelineKey("conversions.call", .boolean, default: "true", "Calls that are talked out count."),
    PipelineKey(
      "conversions.call_min_talk_seconds", .integer(0...86_400), unit: "seconds", default: "30",
      "A call counts from this much talk on."),
    PipelineKey("conversions.invoice", .boolean, default: "true", "Invoices that are paid count."),
    PipelineKey(
      "conversions.order_lookback_days", .integer(1...730), unit: "days",
      note: "`attribution.lookback_days`",
      "How long before an order a touchpoint may earn credit for it."),
    PipelineKey(
      "conversions.call_lookback_days", .integer(1...730), unit: "days",
      note: "`attribution.lookback_days`",
      "How long before a call a touchpoint may earn credit for it."),
    PipelineKey(
      "conversions.invoice_lookback_days", .integer(1...730), unit: "days",
      note: "`attribution.lookback_days`",
      "How long before an invoice is paid a touchpoint may earn credit for it."),
    PipelineKey(
      "identity", .object, default: "{}", "How visits, orders, calls and letters become one person."
    ),
    PipelineKey(
      "identity.shared_key_limit", .integer(2...100_000), unit: "members", default: "20",
      "A phone, e-mail or visitor with more members than this is shared and joins nobody."),
    PipelineKey(
      "attribution", .object, default: "{}", "How success is shared among what led to it."),
    PipelineKey(
      "attribution.lookback_days", .integer(1...730), unit: "days", default: "30",
      "How long before a conversion a visit, call or letter may earn credit for it."),
    PipelineKey(
      "attribution.half_life_days", .integer(1...365), unit: "days", default: "7",
      "Model `time-decay`: a touchpoint that is so much older earns half as much."),
    PipelineKey(
      "attribution.markov_order", .integer(1...4), unit: "touchpoints", default: "1",
      "Model `markov`: how many touchpoints in a row make one state."),
  ]
}
