import Foundation
import TributaryModel

@testable import TributaryAnalysis

/// A shop of 60 campaigns over 26 weeks whose truth is known: what each campaign brings, and what
/// is seen of it.
///
/// A port of `world` and `observe` of `../shared/methods/campaigns.py`, with numbers of its own.
struct SimulatedShop {
  /// What is other than the ratings take it to be.
  enum Twist {
    case none
    /// Six of ten credited sales of brand campaigns would not have come without them, not three.
    case brandIsWorthMore
    /// Sales saturate, s / (s + 1.2), where the advice takes a power.
    case saturates
    /// Spend and demand rise together in the last eight weeks.
    case seasonalSpend
  }

  struct Campaign {
    let type: CampaignType
    var spend: Double
    var clicks: Int
    var rate: Double
    let anyway: Double
    let assisted: Double
    /// Of its buyers, who orders by telephone.
    let calls: Double
    let margin: Double
    let power: Double
    /// Sales that it brings, true.
    var brought = 0.0
  }

  let twist: Twist
  private(set) var campaigns: [Campaign] = []
  private(set) var facts: [CampaignFacts] = []
  private var weeks: [[SpendResponse.Week]] = []
  /// Sales on the site by the campaign of the last click, as a counter shows them.
  private(set) var lastClicks: [Double] = []

  private static let types: [CampaignType] = [.brand, .generic, .upper]
  private static let weekCount = 26

  init(seed: UInt64, count: Int = 60, twist: Twist = .none) {
    self.twist = twist
    var stream = SeededStream(seed: seed)
    var spends: [Double] = []
    var kinds: [Int] = []
    for _ in 0..<count {
      let share = stream.share()
      let kind = share < 0.12 ? 0 : share < 0.70 ? 1 : 2
      kinds.append(kind)
      spends.append(exp(1.1 * stream.normal()) * [0.8, 1, 1.2][kind])
    }
    let scale = 2.6e6 / spends.reduce(0, +)
    for (kind, weight) in zip(kinds, spends) {
      let spend = weight * scale
      let cost = exp(log([15, 35, 18][kind]) + 0.4 * stream.normal())
      var rate = exp(log([0.045, 0.018, 0.009][kind]) + [0.3, 0.9, 1.0][kind] * stream.normal())
      if stream.share() < 0.15, kind != 0 { rate *= 0.05 }
      let usual = [twist == .brandIsWorthMore ? 0.40 : 0.70, 0.12, 0.08][kind]
      let anyway = min(0.95, max(0, usual + 0.05 * stream.normal()))
      campaigns.append(
        Campaign(
          type: SimulatedShop.types[kind], spend: spend, clicks: max(20, Int(spend / cost)),
          rate: min(0.6, rate), anyway: anyway, assisted: [0.10, 0.30, 0.65][kind],
          calls: min(
            0.9, stream.beta(BetaPrior(yes: 2, no: 5)) + (stream.share() < 0.25 ? 0.35 : 0)),
          margin: exp(log(1800) + 0.35 * stream.normal()), power: 0.5 + 0.4 * stream.share()))
    }
    let closing = 0.4 * stream.share()
    observeWeeks(&stream)
    observe(&stream, closing: closing)
  }

  private mutating func observe(_ stream: inout SeededStream, closing: Double) {
    let brands = campaigns.indices.filter { campaigns[$0].type == .brand }
    let brandClicks = brands.map { Double(campaigns[$0].clicks) }
    let allClicks = campaigns.map { Double($0.clicks) }
    var paths: [[Int]: (sales: Int, nulls: Int)] = [:]
    var closed = [Double](repeating: 0, count: campaigns.count)
    lastClicks = closed
    for (index, campaign) in campaigns.enumerated() {
      let buyers = stream.binomial(campaign.clicks, campaign.rate)
      for (isSale, count) in [(true, buyers), (false, campaign.clicks - buyers)] {
        func add(_ path: [Int], _ number: Int) {
          guard number > 0 else { return }
          paths[path, default: (0, 0)].sales += isSale ? number : 0
          paths[path, default: (0, 0)].nulls += isSale ? 0 : number
          if isSale, let last = path.last, last >= 0 {
            lastClicks[last] += Double(number - stream.binomial(number, campaign.calls))
          }
          if isSale, path.count > 1, path[1] >= 0, path[1] != path[0] {
            closed[path[1]] += Double(number)
          }
        }
        let again = stream.binomial(count, isSale ? campaign.assisted : 0.12)
        add([index], count - again)
        let direct = stream.binomial(again, 0.35)
        add([index, -1], direct)
        let branded = stream.binomial(again - direct, 0.40 / 0.65)
        if !brands.isEmpty {
          for (brand, number) in zip(brands, stream.multinomial(branded, brandClicks)) {
            add([index, brand], number)
          }
        }
        for (other, number) in stream.multinomial(again - direct - branded, allClicks).enumerated()
        { add([index, other], number) }
      }
    }
    for index in campaigns.indices {
      let campaign = campaigns[index]
      campaigns[index].brought =
        Double(campaign.clicks) * campaign.rate * (1 - campaign.anyway) + closing * closed[index]
    }
    facts = credited(paths)
  }

  private func credited(_ paths: [[Int]: (sales: Int, nulls: Int)]) -> [CampaignFacts] {
    var credits = [[AttributionModel: Double]](repeating: [:], count: campaigns.count)
    var table = PathTable()
    for (path, ends) in paths.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      table.add(
        path: path.map { $0 < 0 ? "direct" : "c\($0)" }, conversions: Double(ends.sales),
        nulls: Double(ends.nulls))
      let own = path.filter { $0 >= 0 }
      credits[own[0]][.first, default: 0] += Double(ends.sales)
      credits[own[own.count - 1]][.lastNonDirect, default: 0] += Double(ends.sales)
      for campaign in Set(own) {
        credits[campaign][.shapley, default: 0] += Double(ends.sales) / Double(Set(own).count)
      }
    }
    for credit in PathAttribution(table).credit(by: .markov(order: 1)) {
      guard let index = Int(credit.dimension.dropFirst()) else { continue }
      credits[index][.markov] = credit.conversions.value
    }
    return campaigns.enumerated().map { index, campaign in
      CampaignFacts(
        key: "id:x/\(index)", name: "c\(index)", source: "x", medium: "cpc", type: campaign.type,
        spend: Int64(campaign.spend * 100), impressions: 0, clicks: campaign.clicks,
        sessions: campaign.clicks,
        credits: credits[index].mapValues {
          Credit(
            conversions: Estimate($0), value: 0, margin: Int64($0 * campaign.margin * 100))
        }, platform: "x", weeks: weeks[index])
    }
  }

  private mutating func observeWeeks(_ stream: inout SeededStream) {
    let count = SimulatedShop.weekCount
    let season = (0..<count).map { twist == .seasonalSpend && $0 >= count - 8 ? 2.5 : 1.0 }
    let seasonMean = season.reduce(0, +) / Double(count)
    for campaign in campaigns {
      let parts = season.map { stream.gamma(12) * $0 }
      let sum = parts.reduce(0, +)
      let mean = Double(campaign.clicks) * campaign.rate / Double(count)
      weeks.append(
        zip(parts, season).map { part, season in
          let multiplier = part / sum * Double(count)
          let demand = season / seasonMean
          return SpendResponse.Week(
            spend: Int64(campaign.spend * part / sum * 100),
            sales: stream.poisson(mean * demand * pow(multiplier, campaign.power)), demand: demand)
        })
    }
  }

  /// True sales that a campaign brings at so many times its spend.
  func sales(_ campaign: Campaign, at multiplier: Double) -> Double {
    guard multiplier > 0 else { return 0 }
    return twist == .saturates
      ? campaign.brought * 2.2 * multiplier / (multiplier + 1.2)
      : campaign.brought * pow(multiplier, campaign.power)
  }

  /// By how much all true sales, and their margin, change.
  func change(_ multipliers: [Double]) -> (sales: Double, margin: Double) {
    var (before, after, marginBefore, marginAfter) = (0.0, 0.0, 0.0, 0.0)
    for (campaign, multiplier) in zip(campaigns, multipliers) {
      let sales = sales(campaign, at: multiplier)
      before += campaign.brought
      after += sales
      marginBefore += campaign.brought * campaign.margin
      marginAfter += sales * campaign.margin
    }
    return (after / before - 1, marginAfter / marginBefore - 1)
  }

  func trueReturn(_ index: Int) -> Double {
    campaigns[index].brought * campaigns[index].margin / campaigns[index].spend
  }
}

extension SeededStream {
  mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
    var count = 0
    for _ in 0..<trials where share() < probability { count += 1 }
    return count
  }

  mutating func multinomial(_ trials: Int, _ weights: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: weights.count)
    var rest = trials
    var sum = weights.reduce(0, +)
    for (index, weight) in weights.enumerated() where rest > 0 && sum > 0 {
      let count = index == weights.count - 1 ? rest : binomial(rest, min(1, weight / sum))
      counts[index] = count
      rest -= count
      sum -= weight
    }
    return counts
  }
}
