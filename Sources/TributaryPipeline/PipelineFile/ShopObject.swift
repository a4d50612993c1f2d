import TributaryAnalysis
import TributaryModel

/// The pipeline file as a whole.
public struct ShopObject: PipelineObject {
  static let keys = ShopObject()

  let name = PipelineKey(
    "name", .name, note: "the folder's name", remakes: [],
    "Names the pipeline in commands and file names.")
  let title = PipelineKey(
    "title", .text, note: "`name`", remakes: [],
    "The shop's name as the report's pages show it.")
  let summary = PipelineKey(
    "summary", .text, default: "", remakes: [],
    "What the shop is, in a few words, for the pages.")
  let zone = PipelineKey(
    "timezone", .zone, default: .utc, remakes: [.files, .sessions, .facts, .calls, .journeys],
    "The shop's IANA time zone: where its days begin, and what times without an offset mean.")
  let currency = PipelineKey(
    "currency", .currency, default: .usd, remakes: [.tables, .facts, .journeys],
    "The shop's ISO 4217 currency: the one of rows that name none, and of the totals.")
  let language = PipelineKey(
    "locale", .choice(RunReport.Language.self), default: .english, remakes: [],
    "The language of the pages: words, numbers and dates.")
  let asOf = PipelineKey(
    "as_of", .day, note: "yesterday in `timezone`", remakes: [],
    "Pins the last day included; leave it out, so that each night has its own.")
  let warehouse = PipelineKey(
    "warehouse", .path, default: "warehouse/tributary.sqlite", remakes: [],
    "The SQLite file that holds everything; made at the first run.")
  let reports = PipelineKey(
    "reports", .path, default: "reports", remakes: [],
    "The folder that gets one folder of pages an as-of day.")
  let keyFile = PipelineKey(
    "key_file", .path, note: "`'<name>.key'`", remakes: [],
    "32 random bytes, made at the first run, that phones, e-mails and visitors are hashed with; "
      + "keep it, and keep it out of git.")
  let schedule = PipelineKey(
    "schedule", .timeOfDay, unit: "HH:MM in `timezone`", default: TimeOfDay(hour: 4, minute: 15),
    remakes: [], "When `tributary schedule` starts the nightly run.")
  let unpacking = PipelineKey(
    "unpacking", UnpackingObject.self,
    "What a compressed file may ask for; one that asks for more is refused, the others load.")
  let sources = PipelineKey(
    "sources", .objects(SourceObject.self), required: [], remakes: [],
    "The files that the shop's systems export.")
  let channels = PipelineKey(
    "channels", ChannelsObject.self, "How visits are told apart by where they come from.")
  let sessions = PipelineKey(
    "sessions", SessionsObject.self,
    "How page views become sessions; a change cuts the sessions of all days anew.")
  let funnels = PipelineKey(
    "funnels", FunnelsObject.self, "Which pages are the steps of a purchase.")
  let conversions = PipelineKey(
    "conversions", ConversionsObject.self, "What counts as a success of advertising.")
  let identity = PipelineKey(
    "identity", IdentityObject.self, "How visits, orders, calls and letters become one person.")
  let attribution = PipelineKey(
    "attribution", AttributionObject.self, "How success is shared among what led to it.")
  let ratings = PipelineKey(
    "ratings", RatingsObject.self, "How campaigns are rated: what no file tells and the shop knows."
  )
  let geodomains = PipelineKey(
    "geodomains", GeodomainsObject.self, "How orders find their customer's city.")
}

struct GeodomainsObject: PipelineObject {
  static let keys = GeodomainsObject()

  let citySpellings = PipelineKey(
    "city_spellings", .map(.text), default: [:], remakes: [.facts],
    "Other spelling to the city that it means, besides the usual ones: `{'Qazan': 'Kazan'}`.")
}

struct UnpackingObject: PipelineObject {
  static let keys = UnpackingObject()

  let silenceSeconds = PipelineKey(
    "silence_seconds", .integer(1...86_400), unit: "seconds", default: 60, remakes: [.refusals],
    "A decompressor that gives nothing for so long is ended.")
  let maxMegabytes = PipelineKey(
    "max_megabytes", .integer(1...1_000_000_000), unit: "MB", default: 100_000,
    remakes: [.refusals], "Unpacked size of one file; a MB has 1,000,000 bytes.")
  let maxRatio = PipelineKey(
    "max_ratio", .integer(2...1_000_000), unit: "unpacked bytes a byte on disk", default: 500,
    remakes: [.refusals],
    "How far a file may be packed, from 64 MB unpacked on; logs reach some hundreds to one.")
}
