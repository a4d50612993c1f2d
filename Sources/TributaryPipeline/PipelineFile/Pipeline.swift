import TributaryAnalysis
import TributaryIngest
import TributaryModel

/// What a pipeline file says, typed, with every default filled in: the keys of `ShopObject` are
/// properties, and so are those of its objects, such as `attribution.halfLifeDays`.
@dynamicMemberLookup
public struct Pipeline: Sendable {
  /// The absolute path of the file.
  public let file: String
  /// A hash of the file's bytes.
  public internal(set) var digest = ""
  /// The absolute path of the SQLite file.
  public internal(set) var warehouse: String
  let values: PipelineValues<ShopObject>

  /// Files of one kind that are written in one format.
  typealias Source = PipelineValues<SourceObject>

  /// The pipeline of a document in which nothing is wrong.
  init(_ values: PipelineValues<ShopObject>, file: String) {
    self.file = file
    self.values = values
    warehouse = FilePath.absolute(values.warehouse, in: FilePath.folder(of: file))
  }

  /// The value of a key of the file: that of the file, else its default.
  public subscript<Value>(dynamicMember key: KeyPath<ShopObject, PipelineKey<Value>>) -> Value {
    values[dynamicMember: key]
  }

  /// The same with its warehouse elsewhere.
  func with(warehouse: String) -> Pipeline {
    var other = self
    other.warehouse = warehouse
    return other
  }

  /// The folder of the file: what relative paths are relative to.
  public var folder: String { FilePath.folder(of: file) }
  public var name: String { values.name ?? FilePath.name(of: folder) }
  /// The shop's name on the pages.
  public var title: String { values.title ?? name }
  public var zone: Zone { values.zone }
  public var schedule: TimeOfDay { values.schedule }
  /// The absolute path of the folder that holds one folder an as-of day.
  public var reports: String { FilePath.absolute(values.reports, in: folder) }
  /// The absolute path of the shop's key.
  public var keyFile: String { FilePath.absolute(values.keyFile ?? "\(name).key", in: folder) }

  /// Where phones are that name no country.
  var phoneCountry: PhoneCountry {
    values.identity.phoneCountry.flatMap { PhoneCountry($0) }
      ?? PhoneCountry(zone: zone.identifier, currency: values.currency.code)
  }

  /// What a compressed file may ask for.
  var unpacking: UnpackingLimits {
    UnpackingLimits(
      silenceSeconds: values.unpacking.silenceSeconds,
      maxBytes: Int64(values.unpacking.maxMegabytes) * 1_000_000,
      maxRatio: values.unpacking.maxRatio)
  }

  /// Days before a conversion of that kind within which a touchpoint may earn credit.
  func lookbackDays(of kind: Conversion.Kind) -> Int {
    let own =
      switch kind {
      case .order: values.conversions.orderLookbackDays
      case .call: values.conversions.callLookbackDays
      case .invoice: values.conversions.invoiceLookbackDays
      }
    return own ?? values.attribution.lookbackDays
  }

  /// The kinds of all sources, with the orders that are built from lines.
  var kinds: Set<SourceKind> { Set(values.sources.map(\.kind)).union(derivedKinds) }

  /// Kinds that only files of another kind bring.
  var derivedKinds: Set<SourceKind> {
    let isDerived =
      values.sources.contains { $0.kind == .orderLines && $0.derivesOrders }
      && !values.sources.contains { $0.kind == .orders }
    return isDerived ? [.orders] : []
  }
}

/// A time of the shop's wall clock.
public struct TimeOfDay: Sendable, Hashable, CustomStringConvertible {
  /// 0...23.
  public let hour: Int
  /// 0...59.
  public let minute: Int

  init(hour: Int, minute: Int) {
    self.hour = hour
    self.minute = minute
  }

  /// The time written as `HH:MM`, or nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      bytes.enumerated().allSatisfy({ $0.offset == 2 || (48...57).contains($0.element) }),
      let hour = Int(text.prefix(2)), let minute = Int(text.suffix(2)), hour < 24, minute < 60
    else { return nil }
    self.hour = hour
    self.minute = minute
  }

  public var description: String {
    (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
