import Foundation
import TributaryModel

/// What is known of one campaign's conversions, before it is judged.
///
/// For each attribution model m with credit c_m, the campaign's conversion rate per click is
/// Gamma(a + c_m, b + clicks): a and b are learned from the mean credits of the campaigns of the
/// same type (Gamma-Poisson empirical Bayes). Where clicks are unknown, spend takes their place.
/// The evidence is the even mixture of these posteriors, so that its interval holds both the
/// sampling error and the spread between the models.
///
/// R = rate x clicks x margin per conversion / spend. The margin per conversion is the campaign's
/// own, pulled to that of all campaigns with the weight of four conversions.
///
/// Deviation from the full method: even weights instead of Dirichlet draws over the models, and no
/// incrementality prior: a brand campaign is credited with people who would have come anyway, so
/// its R is an upper bound.
/// By hand: prior Gamma(2, 100), one model with 8 conversions of 300 clicks, 500 margin each,
/// spend 2,500: rate 10 / 400 = .025, 7.5 conversions, R = 7.5 x 500 / 2,500 = 1.5.
struct CampaignEvidence {
  let facts: CampaignFacts
  let prior: GammaPrior
  /// Clicks, or minor units of spend where clicks are unknown.
  let exposure: Double
  /// The models that credit any campaign at all, in their order.
  let models: [AttributionModel]
  /// Minor units a conversion; nil when no campaign has any.
  let marginPerConversion: Double?

  /// Weight of all campaigns in a campaign's margin per conversion, in conversions.
  static let marginWeight = 4.0

  static func gathering(_ campaigns: [CampaignFacts]) -> [CampaignEvidence] {
    let models = AttributionModel.rating.filter { model in
      campaigns.contains { $0.credits[model] != nil }
    }
    let pooled = pooledMargin(campaigns, models)
    let groups = Dictionary(grouping: campaigns) { Group(type: $0.type, hasClicks: $0.clicks > 0) }
    return groups.flatMap { group, members -> [CampaignEvidence] in
      let exposures = members.map { Double(group.hasClicks ? Int64($0.clicks) : $0.spend) }
      let prior =
        GammaPrior(counts: members.map { $0.meanConversions(models) }, exposures: exposures)
        ?? GammaPrior(shape: 0.5, rate: 1)
      return zip(members, exposures).map { facts, exposure in
        CampaignEvidence(
          facts: facts, prior: prior, exposure: exposure, models: models,
          marginPerConversion: pooled.map { facts.marginPerConversion(models, pulledTo: $0) })
      }
    }
  }

  private struct Group: Hashable {
    let type: CampaignType
    let hasClicks: Bool
  }

  private static func pooledMargin(_ campaigns: [CampaignFacts], _ models: [AttributionModel])
    -> Double?
  {
    let conversions = campaigns.reduce(0) { $0 + $1.meanConversions(models) }
    guard conversions > 0 else { return nil }
    return campaigns.reduce(0) { $0 + $1.mean(\.margin, models) } / conversions
  }

  /// The models' posteriors of the rate, as if the campaign had run `scale` times as long.
  func posteriors(scale: Double = 1) -> [GammaPrior] {
    guard !models.isEmpty else { return [prior.posterior(count: 0, exposure: exposure * scale)] }
    return models.map { model in
      let credit = max(0, facts.credits[model]?.conversions.value ?? 0)
      return prior.posterior(count: credit * scale, exposure: exposure * scale)
    }
  }

  /// Margin return per unit of rate; nil without spend or margin.
  var returnPerRate: Double? {
    guard facts.spend > 0, exposure > 0, let marginPerConversion, marginPerConversion > 0 else {
      return nil
    }
    return exposure * marginPerConversion / Double(facts.spend)
  }

  /// P(R > bar).
  func probability(above bar: Double, scale: Double = 1) -> Double? {
    returnPerRate.map { 1 - posteriors(scale: scale).lowerShare(bar / $0) }
  }
}

extension CampaignFacts {
  /// A model that credits this campaign nothing counts as 0.
  func meanConversions(_ models: [AttributionModel]) -> Double {
    guard !models.isEmpty else { return 0 }
    let conversions = models.map { max(0, credits[$0]?.conversions.value ?? 0) }
    return conversions.reduce(0, +) / Double(models.count)
  }

  func mean(_ part: KeyPath<Credit, Int64>, _ models: [AttributionModel]) -> Double {
    guard !models.isEmpty else { return 0 }
    return models.reduce(0) { $0 + Double(credits[$1]?[keyPath: part] ?? 0) }
      / Double(models.count)
  }

  func marginPerConversion(_ models: [AttributionModel], pulledTo pooled: Double) -> Double {
    let weight = CampaignEvidence.marginWeight
    return (mean(\.margin, models) + weight * pooled) / (meanConversions(models) + weight)
  }
}

extension [GammaPrior] {
  /// The share of the even mixture below `value`.
  func lowerShare(_ value: Double) -> Double {
    reduce(0) { $0 + $1.lower(value) } / Double(count)
  }

  var mixtureMean: Double { reduce(0) { $0 + $1.mean } / Double(count) }

  /// The value below which that share of the even mixture lies, by halving.
  func quantile(_ share: Double) -> Double {
    let each = map { GammaFunction.inverseLower($0.shape, share) / $0.rate }
    guard var low = each.min(), var high = each.max() else { return 0 }
    for _ in 0..<60 where high > low {
      let middle = (low + high) / 2
      if lowerShare(middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
