import TributaryAnalysis
import TributaryIngest
import TributaryModel
import TributaryReports

/// What a pipeline file says, typed, with every default filled in.
public struct Pipeline: Sendable {
  /// The absolute path of the file.
  public let file: String
  /// A hash of the file's bytes.
  public internal(set) var digest = ""
  public let name: String
  /// The shop's name on the pages.
  public let title: String
  /// What the shop is, in a few words; may be empty.
  public let summary: String
  public let zone: Zone
  public let currency: Currency
  public let language: NightReport.Language
  /// The pinned last day; nil for yesterday in the shop's zone.
  public let asOf: Day?
  /// The absolute path of the SQLite file.
  public internal(set) var warehouse: String
  /// The absolute path of the folder that holds one folder an as-of day.
  public let reports: String
  /// The absolute path of the shop's key.
  public let keyFile: String
  public let schedule: TimeOfDay
  /// What a compressed file may ask for.
  public let unpacking: UnpackingLimits
  /// In the order of the file.
  public let sources: [Source]
  public let channels: Channels
  public let sessions: Sessions
  public let funnels: Funnels
  public let conversions: Conversions
  /// A key with more members than this joins nobody.
  public let sharedKeyLimit: Int
  public let attribution: Attribution

  /// The same with its warehouse elsewhere.
  func with(warehouse: String) -> Pipeline {
    var other = self
    other.warehouse = warehouse
    return other
  }

  /// The folder of the file: what relative paths are relative to.
  public var folder: String { FilePath.folder(of: file) }

  /// Pages of each step; `*` stands for any text.
  public struct Funnels: Sendable, Hashable {
    public let product: [String]
    public let cart: [String]
    public let checkout: [String]
    public let order: [String]
    /// Query parameters that hold an order's number.
    public let orderIDParameters: [String]
  }

  /// What counts as a conversion.
  public struct Conversions: Sendable, Hashable {
    public let order: Bool
    public let call: Bool
    public let callMinTalkSeconds: Int
    public let invoice: Bool
    /// Days before each kind of conversion within which a touchpoint may earn credit.
    public let orderLookbackDays: Int
    public let callLookbackDays: Int
    public let invoiceLookbackDays: Int

    /// Days before a conversion of that kind within which a touchpoint may earn credit.
    func lookbackDays(of kind: Conversion.Kind) -> Int {
      switch kind {
      case .order: orderLookbackDays
      case .call: callLookbackDays
      case .invoice: invoiceLookbackDays
      }
    }
  }

  /// How the credit for conversions is shared.
  public struct Attribution: Sendable, Hashable {
    /// Days in which half of the credit of model `time-decay` is gone.
    public let halfLifeDays: Int
    /// Touchpoints in a row that make one state of model `markov`. Range: 1...4.
    public let markovOrder: Int
  }
}

/// A time of the shop's wall clock.
public struct TimeOfDay: Sendable, Hashable, CustomStringConvertible {
  /// 0...23.
  public let hour: Int
  /// 0...59.
  public let minute: Int

  static let midnight = TimeOfDay(hour: 0, minute: 0)

  private init(hour: Int, minute: Int) {
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
