import TributaryModel

/// A part of a campaign: one of its ad groups, keywords or cities.
public struct CampaignPart: Sendable, Hashable, Comparable {
  /// What a campaign is parted by.
  public enum Kind: String, Sendable, CaseIterable, Comparable {
    case adGroup = "ad_group"
    case keyword, city

    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  /// The campaign's key.
  public let campaign: String
  public let kind: Kind
  /// The name of the ad group, the keyword without its operators, the city's domain.
  public let name: String

  package init(campaign: String, kind: Kind, name: String) {
    self.campaign = campaign
    self.kind = kind
    self.name = name
  }

  public static func < (left: CampaignPart, right: CampaignPart) -> Bool {
    (left.campaign, left.kind, left.name) < (right.campaign, right.kind, right.name)
  }
}

extension CampaignPart {
  /// A keyword as a visit's tag has it: lower case, without its negative words and operators.
  ///
  /// Example: `"+купить !парик" -бесплатно`, `[купить парик]` and `Купить парик` are `купить парик`.
  ///
  /// Source: Yandex Direct, "Operators"; Google Ads, "Keyword matching options".
  static func keyword(_ text: String) -> String {
    // A placeholder of the platform, such as ---autotargeting.
    if text.hasPrefix("---") { return text.lowercased() }
    let words = text.lowercased().replacing("ё", with: "е").split(whereSeparator: \.isWhitespace)
    return words.filter { !($0.hasPrefix("-") && $0.count > 1) }
      .map { $0.filter { !operators.contains($0) } }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let operators: Set<Character> = ["\"", "[", "]", "+", "!", "(", ")", "|"]
}

/// What the parts of campaigns cost and brought on the covered days, as files and visits tell it.
public struct CampaignPartFacts {
  /// What a platform charged for rows that name the same parts.
  public struct Spent: Sendable {
    public let campaign: String
    /// '' where the row does not say, as the others.
    public let adGroup: String
    public let keyword: String
    public let city: String
    /// Minor units.
    public let spend: Int64
    public let clicks: Int

    package init(
      campaign: String, adGroup: String, keyword: String, city: String, spend: Int64, clicks: Int
    ) {
      self.campaign = campaign
      self.adGroup = adGroup
      self.keyword = CampaignPart.keyword(keyword)
      self.city = city
      self.spend = spend
      self.clicks = clicks
    }
  }

  /// Visits of one campaign that name the same parts.
  public struct Seen: Sendable {
    public let campaign: String
    /// '' where they do not say.
    public let keyword: String
    public let city: String
    public let sessions: Int

    package init(campaign: String, keyword: String, city: String, sessions: Int) {
      self.campaign = campaign
      self.keyword = CampaignPart.keyword(keyword)
      self.city = city
      self.sessions = sessions
    }
  }

  /// What is known of one part.
  struct Sum {
    var spend: Int64 = 0
    var clicks = 0
    var sessions = 0
    /// Whether the spend is the campaign's, shared among its cities as its visits are.
    var isShared = false
  }

  /// Parts of a campaign are told apart where they name this share of its spend and of its visits: what
  /// the rest sold would else be missing from all of them.
  static let leastNamed = 0.8

  private(set) var sums: [CampaignPart: Sum] = [:]
  /// The ad group of a campaign's keyword; nil for one of several.
  private var groups: [CampaignPart: String?] = [:]

  public init(_ spent: [Spent], _ seen: [Seen]) {
    for row in spent where !row.adGroup.isEmpty && !row.keyword.isEmpty {
      let keyword = CampaignPart(campaign: row.campaign, kind: .keyword, name: row.keyword)
      if let known = groups[keyword], known != row.adGroup {
        groups[keyword] = .some(nil)
      } else {
        groups[keyword] = row.adGroup
      }
    }
    let spentByCampaign = Dictionary(grouping: spent, by: \.campaign)
    let seenByCampaign = Dictionary(grouping: seen, by: \.campaign)
    for (campaign, rows) in spentByCampaign {
      for kind in CampaignPart.Kind.allCases {
        add(kind, campaign, rows, seenByCampaign[campaign] ?? [])
      }
    }
  }

  /// The parts that a visit, or a contact of a path, is of; none where its campaign is not parted so.
  func parts(campaign: String, keyword: String, city: String) -> [CampaignPart] {
    CampaignPart.Kind.allCases.compactMap { kind in
      part(kind, campaign, CampaignPart.keyword(keyword), city).flatMap {
        sums[$0] == nil ? nil : $0
      }
    }
  }

  private func part(
    _ kind: CampaignPart.Kind, _ campaign: String, _ keyword: String, _ city: String
  ) -> CampaignPart? {
    let name =
      switch kind {
      case .keyword: keyword
      case .city: city
      case .adGroup:
        (groups[CampaignPart(campaign: campaign, kind: .keyword, name: keyword)] ?? nil) ?? ""
      }
    return name.isEmpty ? nil : CampaignPart(campaign: campaign, kind: kind, name: name)
  }

  private mutating func add(
    _ kind: CampaignPart.Kind, _ campaign: String, _ spent: [Spent], _ seen: [Seen]
  ) {
    var found: [CampaignPart: Sum] = [:]
    var (named, visits, namedVisits): (Int64, Int, Int) = (0, 0, 0)
    for row in seen {
      visits += row.sessions
      guard let part = part(kind, campaign, row.keyword, row.city) else { continue }
      namedVisits += row.sessions
      found[part, default: Sum()].sessions += row.sessions
    }
    let total = spent.reduce(0) { $0 + $1.spend }
    for row in spent {
      let name =
        switch kind {
        case .adGroup: row.adGroup
        case .keyword: row.keyword
        case .city: row.city
        }
      guard !name.isEmpty else { continue }
      let part = CampaignPart(campaign: campaign, kind: kind, name: name)
      named += row.spend
      found[part, default: Sum()].spend += row.spend
      found[part, default: Sum()].clicks += row.clicks
    }
    guard Double(namedVisits) >= Self.leastNamed * Double(visits), namedVisits > 0, total > 0,
      found.count > 1
    else { return }
    if Double(named) < Self.leastNamed * Double(total) {
      guard kind == .city, named == 0 else { return }
      share(total, spent.reduce(0) { $0 + $1.clicks }, &found)
    }
    sums.merge(found) { $1 }
  }

  /// Gives cities the spend of a campaign that no file tells by city, as its visits are shared.
  private func share(_ spend: Int64, _ clicks: Int, _ found: inout [CampaignPart: Sum]) {
    let parts = found.keys.sorted()
    let weights = parts.map { Double(found[$0]?.sessions ?? 0) }
    let money = Money.split(spend, by: weights)
    let counts = Money.split(Int64(clicks), by: weights)
    for (index, part) in parts.enumerated() {
      found[part]?.spend = money[index]
      found[part]?.clicks = Int(counts[index])
      found[part]?.isShared = true
    }
  }
}
