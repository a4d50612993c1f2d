import TributaryModel

/// A part of a campaign with what it brought and its letter.
///
/// Parts are rated as campaigns are (`CampaignEvidence`), against their own campaign: what is learned
/// from the parts of all campaigns of a type is by how much their rates of sale differ from their
/// campaign's, so that a part with few clicks is as good as its campaign until its own sales say
/// otherwise. Exposure is in sales that the clicks would have brought at the campaign's rate.
///
/// By hand: a campaign sells .02 a click; a keyword with 300 clicks and 2 sales has the exposure 6. With
/// Gamma(4, 4) learned of the type it has (4 + 2) / (4 + 6) = .6 of the campaign's rate.
public struct CampaignPartRating: Sendable, Hashable {
  public let part: CampaignPart
  /// The campaign's name.
  public let campaign: String
  public let rating: CampaignRating
  /// Whether the spend is the campaign's, shared as its visits are.
  public let isShared: Bool
}

extension Grade {
  /// The certainty that the letter of a part asks for: there are many parts, and their campaign's own
  /// rate is not sure.
  static let ofPart = 0.9
}

extension CampaignEvidence {
  /// Whether a part has had a chance of its own: it has sold, or spent what two sales earn. Until then
  /// a letter would be its campaign's.
  fileprivate var isJudged: Bool {
    facts.meanConversions(models) >= CampaignEvidence.fewestConversions
      || Double(facts.spend) >= 2 * (marginPerConversion ?? .infinity)
  }
}

extension CampaignReport {
  /// Rates the parts of campaigns that spend and visits both name, by campaign and kind, the most
  /// spend first.
  ///
  /// - Parameter campaigns: the facts of all campaigns on those days.
  package static func parts(
    of campaigns: [CampaignFacts], _ facts: CampaignPartFacts, _ credits: PartCredits,
    in days: DayRange, _ assumptions: RatingAssumptions
  ) -> [CampaignPartRating] {
    let evidence = CampaignEvidence.gathering(campaigns.filter(\.isRecognised), assumptions)
    let known = Dictionary(
      evidence.map { ($0.facts.key, $0) }, uniquingKeysWith: { first, _ in first })
    let credited = credits.credits(
      in: days, facts, campaigns: known.mapValues { $0.facts.credits })
    let parts = facts.sums.keys.sorted().compactMap { part -> Rated? in
      guard let campaign = known[part.campaign], let sum = facts.sums[part] else { return nil }
      return Rated(
        part: part, campaign: campaign, isShared: sum.isShared,
        facts: campaign.facts.part(
          sum, (credited[part] ?? [:]).mapValues { $0.worth(assumptions.worth) }))
    }
    let groups = Dictionary(grouping: parts.filter { $0.facts.isRecognised }) {
      Group(kind: $0.part.kind, type: $0.facts.type)
    }
    return groups.flatMap { group, parts in
      rated(parts, shares: assumptions.incrementality(of: group.type).nodes(nodesOfPart))
    }
    .sorted { left, right in
      let (a, b) = (left.part, right.part)
      guard (a.campaign, a.kind) == (b.campaign, b.kind) else {
        return (a.campaign, a.kind) < (b.campaign, b.kind)
      }
      let spends = (left.rating.facts.spend, right.rating.facts.spend)
      return spends.0 == spends.1 ? a.name < b.name : spends.0 > spends.1
    }
  }

  /// Nodes of the share brought: a third of a campaign's, for there are many more parts.
  private static let nodesOfPart = 8

  private struct Group: Hashable {
    let kind: CampaignPart.Kind
    let type: CampaignType
  }

  private struct Rated {
    let part: CampaignPart
    let campaign: CampaignEvidence
    let isShared: Bool
    let facts: CampaignFacts

    /// Sales that its clicks, or its spend, would have brought at the campaign's rate.
    var exposure: Double {
      let own = campaign.facts.clicks > 0 ? Double(facts.clicks) : Double(facts.spend)
      return own * campaign.credited.mean
    }
  }

  private static func rated(
    _ parts: [Rated], shares: [(value: Double, weight: Double)]
  ) -> [CampaignPartRating] {
    let exposures = parts.map(\.exposure)
    let models = parts.first?.campaign.models ?? []
    let priors = models.compactMap { model in
      GammaPrior(counts: parts.map { $0.facts.conversions(model) }, exposures: exposures).map {
        CampaignEvidence.ModelPrior(model: model, prior: $0)
      }
    }
    guard !priors.isEmpty else { return [] }
    return zip(parts, exposures).map { part, exposure in
      let margin = part.campaign.marginPerConversion
      let evidence = CampaignEvidence(
        facts: part.facts, exposure: exposure, priors: priors, shares: shares,
        marginPerConversion: margin.map {
          part.facts.marginPerConversion(models, pulledTo: $0)
        })
      return CampaignPartRating(
        part: part.part, campaign: part.campaign.facts.name,
        rating: evidence.rating(
          graded: evidence.isJudged ? evidence.grade(at: Grade.ofPart) : .c),
        isShared: part.isShared)
    }
  }
}

extension CampaignFacts {
  /// The facts of a part of the campaign.
  fileprivate func part(
    _ sum: CampaignPartFacts.Sum, _ credits: [AttributionModel: Credit]
  ) -> CampaignFacts {
    CampaignFacts(
      key: key, name: name, source: source, medium: medium, type: type, spend: sum.spend,
      impressions: 0, clicks: sum.clicks, sessions: sum.sessions, credits: credits,
      isEnding: isEnding, isShared: isShared, platform: platform)
  }
}

extension CampaignPartRating {
  /// What a run stores of the parts of campaigns.
  public static let results = ResultTable<CampaignPartRating>(
    "campaign_part_rating", grain: "campaign, kind of part and part with spend or visits",
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") { $0.part.campaign },
      .text("campaign", "its name") { $0.campaign },
      .text("kind", isKey: true, "ad_group, keyword or city") { $0.part.kind.rawValue },
      .text("part", isKey: true, "the ad group, keyword without operators, or city's domain") {
        $0.part.name
      },
      .text("grade", "A to E by the odds that it pays, on tonight's evidence; null without spend") {
        $0.rating.grade?.rawValue
      },
      .money("spend", "what the platform charged for it") { $0.rating.facts.spend },
      .flag("is_shared", "no file tells its spend: the campaign's, shared as its visits are") {
        $0.isShared
      },
      .count("clicks", "as the platform counts") { $0.rating.facts.clicks },
      .number("cost_per_click", unit: .money, "spend over clicks; null without clicks") {
        $0.rating.facts.clicks > 0
          ? Double($0.rating.facts.spend) / Double($0.rating.facts.clicks) : nil
      },
      .count("sessions", "visits that name it") { $0.rating.facts.sessions },
      .estimate("conversions", unit: .count, "sales, mean over the attribution models") {
        $0.rating.conversions
      },
      .estimate("cost_per_conversion", unit: .money, "spend over conversions") {
        $0.rating.costPerConversion
      },
      .estimate("margin_return", unit: .ratio, "attributed margin over spend") {
        $0.rating.marginReturn
      },
      .estimate(
        "incremental_margin_return", unit: .ratio,
        "the part of margin_return that is taken to be brought, over spend: the grade is of it"
      ) { $0.rating.incrementalReturn },
    ])
}
