import TributaryModel

/// What campaigns cost and brought in the window of one night.
public struct RatedNight: Sendable, Hashable {
  /// The night's last day.
  public let day: Day
  public let campaigns: [CampaignFacts]

  package init(day: Day, campaigns: [CampaignFacts]) {
    self.day = day
    self.campaigns = campaigns
  }
}

/// The letter of a campaign on one night.
public struct CampaignLetter: Sendable, Hashable {
  public let key: String
  public let name: String
  /// The night's last day.
  public let day: Day
  public let grade: Grade
}

/// The letters of some nights, each held until another is likelier by a margin.
///
/// The nights are worked out anew from their facts as they are known now, and no letter is read from
/// an earlier run: a shop that runs every night and one that runs once see the same letters. The first
/// night takes the letters as the bars say; each later one moves a letter by
/// `CampaignEvidence.grade(held:)`.
struct GradeReplay {
  /// Nights whose letters are worked out, the last one among them.
  static let nights = 26
  /// Days that spend and visits must both cover before any letter is given.
  static let fewestDays = 28

  private(set) var letters: [String: [CampaignLetter]] = [:]

  /// - Parameter nights: in order of their days.
  init(_ nights: [RatedNight], _ assumptions: RatingAssumptions) {
    for night in nights {
      let campaigns = night.campaigns.filter(\.isRecognised)
      for evidence in CampaignEvidence.gathering(campaigns, assumptions)
      where evidence.facts.spend > 0 {
        add(evidence.facts, night.day, evidence.grade(held: held(evidence.facts.key)))
      }
    }
  }

  mutating func add(_ facts: CampaignFacts, _ day: Day, _ grade: Grade) {
    letters[facts.key, default: []].append(
      CampaignLetter(key: facts.key, name: facts.name, day: day, grade: grade))
  }

  /// The letter that a campaign had last.
  func held(_ key: String) -> Grade? { letters[key]?.last?.grade }

  /// The night on which a campaign got the letter that it has; nil where it had it on all nights.
  func since(_ key: String) -> Day? {
    let letters = letters[key] ?? []
    guard let held = letters.last?.grade, let other = letters.lastIndex(where: { $0.grade != held })
    else { return nil }
    return letters[other + 1].day
  }
}

extension CampaignLetter {
  public static let results = ResultTable<CampaignLetter>(
    "campaign_grade", grain: "campaign and night", lifetime: .latest,
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") { $0.key },
      .text("campaign", "its name") { $0.name },
      .day("night", isKey: true, "the last day of the 28 that the letter is of") { $0.day },
      .text(
        "grade", "A to E, from what is known now; it moves when another is likelier by a margin"
      ) { $0.grade.rawValue },
    ])
}
