import TributaryModel

/// What the ratings say together: how many pay, how many lose, what to move.
public struct CampaignSummary: Sendable {
  public let pays: [CampaignRating]
  public let loses: [CampaignRating]
  /// Enough data, but the range holds break-even.
  public let open: [CampaignRating]
  /// Too little data for a verdict.
  public let waits: [CampaignRating]
  /// Spend, and no recognised visit.
  public let unrecognised: [CampaignRating]
  public let stops: [CampaignRating]
  public let cuts: [CampaignRating]
  public let raises: [CampaignRating]

  package init(_ ratings: [CampaignRating]) {
    let graded = ratings.filter { $0.grade != nil }
    waits = graded.filter(\.isOpen)
    let judged = graded.filter { !$0.isOpen }
    pays = judged.filter { $0.grade == .a || $0.grade == .b }
    loses = judged.filter { $0.grade == .d || $0.grade == .e }
    open = judged.filter { $0.grade == .c }
    unrecognised = ratings.filter { $0.advice == .mend }
    func advised(_ advice: CampaignAdvice) -> [CampaignRating] {
      ratings.filter { $0.advice == advice }
        .sorted { ($1.facts.spend, $0.facts.key) < ($0.facts.spend, $1.facts.key) }
    }
    stops = advised(.stop)
    cuts = advised(.cut)
    raises = advised(.raise)
  }

  public var graded: Int { pays.count + loses.count + open.count + waits.count }

  /// Minor units that the campaigns cost together.
  public static func spend(_ ratings: [CampaignRating]) -> Int64 {
    ratings.reduce(0) { $0 + $1.facts.spend }
  }
}
