import TributaryModel

/// What the models of one contact each credit to the contacts of campaigns, for their parts.
///
/// The Markov chain is not solved for parts: of what it credits to a campaign a part has the share
/// that equal shares give it.
public struct PartCredits {
  /// What tells the parts of a contact, and its day.
  private struct Place: Hashable {
    let day: Day
    let campaign: String
    let keyword: String
    let city: String
  }

  private static let models: [AttributionModel] = AttributionModel.rating.filter {
    $0 != .markov
  }

  private var sums: [Place: [AttributionModel: Credit]] = [:]

  public init() {}

  /// Adds a conversion; one that is no sale of its own is passed over.
  public mutating func add(_ conversion: CreditedConversion) {
    guard conversion.isSale else { return }
    for credit in conversion.credits where Self.models.contains(credit.model) {
      guard let number = credit.touchpoint else { continue }
      let touchpoint = conversion.touchpoints[number]
      guard let campaign = touchpoint.campaignKey else { continue }
      let place = Place(
        day: conversion.day, campaign: campaign, keyword: touchpoint.keyword ?? "",
        city: touchpoint.geodomain ?? "")
      let sum = sums[place]?[credit.model] ?? .none
      sums[place, default: [:]][credit.model] =
        sum
        + Credit(
          conversions: Estimate(credit.credit), value: credit.value, margin: credit.margin)
    }
  }

  /// What each part is credited with in those days.
  ///
  /// - Parameter campaigns: what their campaigns are credited with, by their keys.
  func credits(
    in days: DayRange, _ facts: CampaignPartFacts,
    campaigns: [String: [AttributionModel: Credit]]
  ) -> [CampaignPart: [AttributionModel: Credit]] {
    var credits: [CampaignPart: [AttributionModel: Credit]] = [:]
    let places = sums.keys.filter { days.contains($0.day) }
      .sorted {
        ($0.day, $0.campaign, $0.keyword, $0.city) < ($1.day, $1.campaign, $1.keyword, $1.city)
      }
    for place in places {
      let parts = facts.parts(
        campaign: place.campaign, keyword: place.keyword, city: place.city)
      for part in parts {
        credits[part, default: [:]].merge(sums[place] ?? [:]) { $0 + $1 }
      }
    }
    for part in credits.keys {
      guard let own = credits[part]?[.shapley], let all = campaigns[part.campaign],
        let equal = all[.shapley]?.conversions.value, equal > 0
      else { continue }
      credits[part]?[.markov] = own.scaled(by: (all[.markov]?.conversions.value ?? 0) / equal)
    }
    return credits
  }
}
