import TributaryModel

/// What the models say about each channel, and where they part.
public struct ChannelContrast: Sendable {
  /// One channel by every model.
  ///
  /// Units: orders.
  public struct Standing: Sendable, Hashable {
    public let channel: Channel
    public let first: Double
    /// By the last touchpoint that is not direct.
    public let last: Double
    /// By equal shares.
    public let equal: Double
    /// By whichever models there are.
    public let least: Double
    public let most: Double

    /// Half the distance between the models over the middle of them; nil without orders.
    public var apart: Double? {
      let middle = (least + most) / 2
      return middle > 0 ? (most - least) / 2 / middle : nil
    }
    /// Models more than a third apart.
    public var isDisputed: Bool { most - least > equal * ChannelContrast.disputed }
  }

  /// What kind of way an order took.
  public enum Origin: String, Sendable, CaseIterable {
    case paid, free, own, unknown
  }

  /// What the models say together.
  public enum Answer: Sendable, Hashable {
    case empty
    case mostlyUnknown(Int, of: Int)
    case agreed(Channel, least: Double, most: Double)
    case disputed(first: Channel, last: Channel)
  }

  /// A part of the orders of equal shares; models further apart disagree.
  public static let disputed = 1.0 / 3
  /// A channel that moves less from the first click to the last stands still. Units: orders.
  public static let leastMove = 0.5
  /// Orders without a known way, as a part of all, from which on every share is too low to be read.
  public static let muchUnknown = 0.3
  /// Fewer orders than these cannot part two models from chance.
  public static let ordersToCompare = 50.0

  /// Channels with orders by any model; most orders by equal shares first.
  public let standings: [Standing]
  /// All orders of the window.
  public let total: Double
  /// Orders that no touchpoint explains.
  public let unattributed: Double

  package init(_ report: ChannelReport) {
    standings = report.rows.map { row in
      func orders(_ model: AttributionModel) -> Double {
        row.credits[model]?.conversions.value ?? 0
      }
      return Standing(
        channel: row.channel, first: orders(.first), last: orders(.lastNonDirect),
        equal: orders(.linear), least: row.credits.values.map(\.conversions.value).min() ?? 0,
        most: row.credits.values.map(\.conversions.value).max() ?? 0)
    }
    .filter { $0.most > 0 }
    .sorted { ($0.equal, $1.channel.rawValue) > ($1.equal, $0.channel.rawValue) }
    total = report.total.conversions.value
    unattributed = report.unattributed.conversions.value
  }

  /// Who leads, by the first click and by the last.
  public var answer: Answer {
    guard total > 0 else { return .empty }
    guard let first = standings.max(by: { $0.first < $1.first }),
      let last = standings.max(by: { $0.last < $1.last }), unattributed < total / 2
    else { return .mostlyUnknown(Int(unattributed.rounded()), of: Int(total.rounded())) }
    return first.channel == last.channel
      ? .agreed(first.channel, least: first.least, most: first.most)
      : .disputed(first: first.channel, last: last.channel)
  }

  /// Too few orders with a touchpoint to compare models.
  public var isThin: Bool { total - unattributed < ChannelContrast.ordersToCompare }

  /// How many orders more it takes to compare models.
  public var ordersNeeded: Int {
    Int((ChannelContrast.ordersToCompare - (total - unattributed)).rounded(.up))
  }

  /// Channels that start clearly more ways than they finish; the largest difference first.
  public var openers: [Standing] {
    standings.filter { $0.isDisputed && $0.first - $0.last >= 5 }
      .sorted { $0.first - $0.last > $1.first - $1.last }
  }

  /// Channels that finish clearly more ways than they start; the largest difference first.
  public var closers: [Standing] {
    standings.filter { $0.isDisputed && $0.last - $0.first >= 5 }
      .sorted { $0.last - $0.first > $1.last - $1.first }
  }

  /// Orders by equal shares of one origin.
  public func orders(of origin: Origin) -> Double {
    guard origin != .unknown else { return unattributed }
    return standings.filter { ChannelContrast.origin($0.channel) == origin }
      .reduce(0) { $0 + $1.equal }
  }

  /// Of all orders, by equal shares. Units: 0...1.
  public func share(of origin: Origin) -> Double { total > 0 ? orders(of: origin) / total : 0 }

  /// So many orders have no known way that every share is too low.
  public var isMuchUnknown: Bool { share(of: .unknown) >= ChannelContrast.muchUnknown }

  /// Of all orders, by equal shares. Units: 0...1.
  public func share(of standing: Standing) -> Double { total > 0 ? standing.equal / total : 0 }

  /// Where orders of a channel come from.
  public static func origin(_ channel: Channel) -> Origin {
    switch channel {
    case .call, .letter: .own
    default: channel.isPaid ? .paid : .free
    }
  }
}
