import TributaryModel

/// A tag on links between the shop's own pages.
public struct OwnTag: Sendable, Hashable, Comparable {
  public let source: String
  public let medium: String
  /// '' where the link names none.
  public let campaign: String

  package init(source: String, medium: String, campaign: String = "") {
    self.source = source
    self.medium = medium
    self.campaign = campaign
  }

  init(_ traffic: TrafficSource) {
    self.init(
      source: traffic.source, medium: traffic.medium, campaign: traffic.campaign ?? "")
  }

  /// By source, medium and campaign.
  public static func < (left: OwnTag, right: OwnTag) -> Bool {
    (left.source, left.medium, left.campaign) < (right.source, right.medium, right.campaign)
  }
}

/// Page views by such links, which begin no visit, added up by day and tag.
public struct OwnTagTally: Sendable {
  private var totals: [Day: [OwnTag: Int]] = [:]

  package init() {}

  public mutating func add(_ tag: OwnTag, on day: Day) {
    totals[day, default: [:]][tag, default: 0] += 1
  }

  /// Ordered by day and tag.
  public var counts: [(day: Day, tag: OwnTag, pageViews: Int)] {
    totals.sorted { $0.key < $1.key }.flatMap { day, tags in
      tags.sorted { $0.key < $1.key }.map { (day, $0.key, $0.value) }
    }
  }
}
