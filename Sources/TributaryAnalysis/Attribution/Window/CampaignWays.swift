import TributaryModel

/// In which ways a campaign had a part in the sales of a window.
///
/// By hand: of the paths `a`, `a > b`, `a > c > b` and `b > direct` campaign a had a part in three
/// sales: one alone, two opened; b in three: one alone, two closed; c in one, which it assisted.
public struct CampaignWays: Sendable, Hashable {
  /// What a campaign did for a sale; a visit without a source at the end counts as none.
  public enum Part: String, Sendable, CaseIterable {
    /// No other campaign or channel, but direct visits, led there.
    case alone
    case closed
    case opened
    /// It stands between others.
    case assisted
  }

  /// Contacts by campaign or channel, those of one in a row as one.
  public struct Path: Sendable, Hashable {
    /// Keys of campaigns, and `channel:...` for what is outside of any.
    public let steps: [String]
    public let sales: Int
    /// Minor units.
    public let value: Int64
  }

  public fileprivate(set) var sales: [Part: Int] = [:]
  /// Sales to which a call led that came by the campaign.
  public fileprivate(set) var byCall = 0
  /// Most sales first.
  public fileprivate(set) var paths: [Path] = []

  package init() {}

  /// Sales in which it had a part.
  public var all: Int { sales.values.reduce(0, +) }

  /// Sales in which others had a part, too.
  public var shared: Int { all - (sales[.alone] ?? 0) }

  /// Sales that it had a part in and did not close.
  public var helped: Int { (sales[.opened] ?? 0) + (sales[.assisted] ?? 0) }
}

/// Adds up the ways of campaigns.
public struct CampaignWayTally {
  private static let direct = AttributionGrain.rest(of: .direct)

  private var ways: [String: CampaignWays] = [:]
  private var paths: [String: [[String]: (sales: Int, value: Int64)]] = [:]

  /// Without any sale.
  public init() {}

  /// Adds a conversion; one that is no sale of its own is passed over.
  public mutating func add(_ conversion: CreditedConversion) {
    guard conversion.isSale else { return }
    let contacts = Contact.byPerson(conversion.touchpoints).values.first ?? []
    let touchpoints = contacts.map { conversion.touchpoints[$0.likeliest] }
    var steps: [String] = []
    for touchpoint in touchpoints {
      let step = AttributionGrain.campaign.dimension(of: touchpoint)
      if steps.last != step { steps.append(step) }
    }
    let sourced = steps.filter { $0 != CampaignWayTally.direct }
    for campaign in Set(sourced) where !AttributionGrain.isChannel(campaign) {
      var own = ways[campaign] ?? CampaignWays()
      own.sales[CampaignWayTally.part(of: campaign, in: sourced), default: 0] += 1
      if touchpoints.contains(where: { $0.kind == .call && $0.campaignKey == campaign }) {
        own.byCall += 1
      }
      ways[campaign] = own
      let path = paths[campaign]?[steps] ?? (0, 0)
      paths[campaign, default: [:]][steps] = (path.sales + 1, path.value + conversion.value)
    }
  }

  private static func part(of campaign: String, in steps: [String]) -> CampaignWays.Part {
    if steps.allSatisfy({ $0 == campaign }) { return .alone }
    if steps.last == campaign { return .closed }
    return steps.first == campaign ? .opened : .assisted
  }

  /// The ways of each campaign that had a part in a sale, by its key.
  ///
  /// - Parameter most: paths of each.
  public func byCampaign(most: Int = 10) -> [String: CampaignWays] {
    var found = ways
    for (campaign, own) in paths {
      let sorted = own.map {
        CampaignWays.Path(steps: $0.key, sales: $0.value.sales, value: $0.value.value)
      }
      .sorted {
        $0.sales == $1.sales
          ? $0.steps.lexicographicallyPrecedes($1.steps) : $0.sales > $1.sales
      }
      found[campaign]?.paths = Array(sorted.prefix(most))
    }
    return found
  }
}
