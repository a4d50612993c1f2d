import TributaryAnalysis
import TributaryIngest
import TributaryModel
import TributaryReports

extension Pipeline {
  /// The pipeline of a document that `PipelineCheck` found right.
  init(_ values: PipelineValues, file: String) {
    let folder = FilePath.folder(of: file)
    let name = values.optionalText("name") ?? FilePath.name(of: folder)
    func place(_ path: String) -> String { FilePath.absolute(path, in: folder) }
    self.file = file
    self.name = name
    title = values.optionalText("title") ?? name
    summary = values.text("summary")
    zone = Zone(identifier: values.text("timezone")) ?? .utc
    currency = Currency(values.text("currency")) ?? .usd
    language = NightReport.Language(rawValue: values.text("locale")) ?? .english
    asOf = values.optionalText("as_of").flatMap { Day($0) }
    warehouse = place(values.text("warehouse"))
    reports = place(values.text("reports"))
    keyFile = place(values.optionalText("key_file") ?? "\(name).key")
    schedule = TimeOfDay(values.text("schedule")) ?? .midnight
    unpacking = UnpackingLimits(
      silenceSeconds: values.integer("unpacking.silence_seconds"),
      maxBytes: Int64(values.integer("unpacking.max_megabytes")) * 1_000_000,
      maxRatio: values.integer("unpacking.max_ratio"))
    sources = values.objects("sources").enumerated().compactMap { position, source in
      Source(source, position: position)
    }
    channels = Channels(values)
    sessions = Sessions(values)
    funnels = Funnels(
      product: values.texts("funnels.product"), cart: values.texts("funnels.cart"),
      checkout: values.texts("funnels.checkout"), order: values.texts("funnels.order"),
      orderIDParameters: values.texts("funnels.order_id_parameters"))
    let lookback = values.integer("attribution.lookback_days")
    conversions = Conversions(
      order: values.boolean("conversions.order"), call: values.boolean("conversions.call"),
      callMinTalkSeconds: values.integer("conversions.call_min_talk_seconds"),
      invoice: values.boolean("conversions.invoice"),
      orderLookbackDays: values.optionalInteger("conversions.order_lookback_days") ?? lookback,
      callLookbackDays: values.optionalInteger("conversions.call_lookback_days") ?? lookback,
      invoiceLookbackDays: values.optionalInteger("conversions.invoice_lookback_days") ?? lookback)
    sharedKeyLimit = values.integer("identity.shared_key_limit")
    attribution = Attribution(
      halfLifeDays: values.integer("attribution.half_life_days"),
      markovOrder: values.integer("attribution.markov_order"))
  }
}

extension Pipeline.Source {
  fileprivate init?(_ values: PipelineValues, position: Int) {
    guard let kind = SourceKind(rawValue: values.text("kind")) else { return nil }
    self.position = position
    self.kind = kind
    format = values.optionalText("format") ?? "csv"
    patterns = values.texts("paths")
    isOptional = values.boolean("optional")
    columns = values.map("columns")
    hasHeader = values.boolean("header")
    constants = values.map("constants")
    encoding = values.optionalText("encoding").flatMap(TextEncoding.init)
    zone = values.optionalText("timezone").flatMap(Zone.init(identifier:))
    skippedRows = values.integer("skip_rows")
    totals = values.texts("totals")
    vatRate = values.number("vat_rate")
    micros = values.optionalBoolean("micros")
    delimiter = values.optionalText("delimiter")?.first
    decimal = values.optionalText("decimal")?.first
    dateOrder = values.optionalText("date_order")
    self.values = values.mapOfMaps("values")
    derivesOrders = values.boolean("derive_orders")
    cancelledWhen = values.map("cancelled_when")
    leaveOutWhen = values.map("leave_out_when")
    refundWhen = values.map("refund_when")
    maxRejected = values.number("max_rejected")
    visitorCookie = values.optionalText("visitor_cookie")
    usesForwardedFor = values.boolean("forwarded_for")
    host = values.optionalText("host")
  }
}
