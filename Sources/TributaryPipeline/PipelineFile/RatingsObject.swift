import TributaryAnalysis
import TributaryModel

/// What ratings of campaigns assume.
struct RatingsObject: PipelineObject {
  static let keys = RatingsObject()

  let types = PipelineKey(
    "types", .objects(CampaignTypeObject.self), default: [], remakes: [.facts],
    "What campaigns are for, where names and channels do not tell; asked in order.")
  let incrementality = PipelineKey(
    "incrementality", IncrementalityObject.self,
    "What part of the sales that are credited to campaigns of a type would not have come without them."
  )
  let changes = PipelineKey(
    "changes", .objects(SpendChangeObject.self), default: [], remakes: [],
    "Cuts that the shop made: orders are watched from that day on, besides the cuts that spend shows."
  )
  let budget = PipelineKey(
    "budget", BudgetObject.self, "What the advice on budgets may do.")
  let margin = PipelineKey(
    "margin", .number(0...1), note: "1", remakes: [],
    "The share of revenue that is left of a sale; taken where no file tells what goods cost.")
  let targetCost = PipelineKey(
    "target_cost", .number(0...1e12), unit: "of `currency`", note: "the margin of a sale",
    remakes: [],
    "The most that a sale may cost: what one is worth to its campaigns. Search queries that cost over twice as much are advised against."
  )
  let targetReturn = PipelineKey(
    "target_return", .number(0.01...1000), unit: "revenue by spend", note: "none", remakes: [],
    "The revenue that a unit of spend must bring (ROAS), for shops without a `target_cost`: at 5 a sale is worth a fifth of its revenue to its campaigns."
  )
}

/// A day on which the shop gave a campaign, or all of them, less money.
struct SpendChangeObject: PipelineObject {
  static let keys = SpendChangeObject()

  let on = PipelineKey(
    "on", .day, required: Day(number: 0), remakes: [], "The first day with less money.")
  let campaign = PipelineKey(
    "campaign", .text, note: "all advertising", remakes: [],
    "Pattern of the campaign's name; `*` stands for any text.")
}

/// The limits of the advice on budgets.
struct BudgetObject: PipelineObject {
  static let keys = BudgetObject()

  let total = PipelineKey(
    "total", .number(0...10), unit: "times the present spend", default: 1, remakes: [],
    "How much all campaigns together may spend.")
  let platforms = PipelineKey(
    "platforms", .map(.number(0...1e12)), unit: "of `currency` a week", default: [:], remakes: [],
    "The most that a platform may take, such as `{yandex: 40000}`.")
  let minimum = PipelineKey(
    "minimum", .number(0...1e12), unit: "of `currency` a week", default: 0, remakes: [],
    "A campaign that would be cut to less is stopped.")
  let frozen = PipelineKey(
    "frozen", .list(.text), default: [], remakes: [],
    "Campaigns that are left as they are: patterns of their names.")
  let cut = PipelineKey(
    "cut", .number(0...1), unit: "of the spend", default: 0.2, remakes: [],
    "What the plan of cuts alone saves.")
}

extension BudgetLimits {
  /// The limits over so many days.
  init(
    _ budget: PipelineValues<BudgetObject>, days: Int, _ currency: Currency,
    _ platforms: AdPlatforms
  ) {
    func minor(_ weekly: Double) -> Int64 {
      Int64((weekly * Double(days) / 7 * Double(currency.minorUnits)).rounded())
    }
    self.init(
      total: budget.total,
      platforms: Dictionary(
        budget.platforms.map { (platforms.platform(of: $0.key), minor($0.value)) },
        uniquingKeysWith: min),
      least: minor(budget.minimum),
      frozen: budget.frozen.map { Glob($0, ignoresCase: true) })
  }
}

/// What a campaign that fits every pattern is for; `*` stands for any text.
struct CampaignTypeObject: PipelineObject {
  static let keys = CampaignTypeObject()

  let type = PipelineKey(
    "type", .choice(CampaignType.self), required: .generic, remakes: [.facts],
    "`brand` advertises on the shop's own name, `generic` answers what people search for, "
      + "`upper` shows itself to people who do not search, `retention` speaks to people who know "
      + "the shop."
  )
  let campaign = PipelineKey(
    "campaign", .text, note: "any", remakes: [.facts], "Pattern of the campaign's name.")
  let source = PipelineKey(
    "source", .text, note: "any", remakes: [.facts], "Pattern of its source.")
  let medium = PipelineKey(
    "medium", .text, note: "any", remakes: [.facts], "Pattern of its medium.")
}

/// Of a number of credited sales, how many were brought and how many would have come anyway: the
/// larger the numbers, the surer.
struct IncrementalityObject: PipelineObject {
  static let keys = IncrementalityObject()

  let brand = IncrementalityObject.key(.brand, "Campaigns on the shop's own name")
  let generic = IncrementalityObject.key(.generic, "Campaigns that answer searches")
  let upper = IncrementalityObject.key(.upper, "Campaigns in networks and feeds")
  let retention = IncrementalityObject.key(
    .retention, "Newsletters, messages and advertisements that follow visitors")

  private static func key(_ type: CampaignType, _ meaning: String) -> PipelineKey<BetaPrior> {
    PipelineKey(
      type.rawValue, .cases, unit: "sales",
      default: RatingAssumptions.usual.incrementality(of: type), remakes: [],
      meaning + ": `[brought, would have come anyway]`.")
  }
}

extension PipelineType where Value == BetaPrior {
  /// Two numbers of cases: that were so, and that were not.
  fileprivate static var cases: Self {
    let spoken = "two numbers from 0.01 to 1000000, such as [3, 7]"
    let bounds = 0.01...1_000_000.0
    return Self(
      spoken, documentation: "list of two numbers",
      write: { "[\(JSON5Value.shortest($0.yes)), \(JSON5Value.shortest($0.no))]" },
      value: { content in
        guard case .list(let found) = content, found.count == 2 else { return nil }
        let numbers = found.compactMap { value -> Double? in
          guard case .number(let number) = value.content, bounds.contains(number) else {
            return nil
          }
          return number
        }
        return numbers.count == 2 ? BetaPrior(yes: numbers[0], no: numbers[1]) : nil
      })
  }
}

extension [DeclaredChange] {
  init(_ ratings: PipelineValues<RatingsObject>) {
    self = ratings.changes.map { change in
      DeclaredChange(
        on: change.on, campaign: change.campaign.map { Glob($0, ignoresCase: true) })
    }
  }
}

extension RatingAssumptions {
  /// - Parameter knowsCosts: whether files tell what goods cost.
  init(_ ratings: PipelineValues<RatingsObject>, _ currency: Currency, knowsCosts: Bool) {
    let shares = ratings.incrementality
    let worth: SaleWorth =
      if let cost = ratings.targetCost {
        .cost(Int64((cost * Double(currency.minorUnits)).rounded()))
      } else if let target = ratings.targetReturn {
        .revenue(share: 1 / target)
      } else {
        .margin(share: knowsCosts ? 1 : ratings.margin ?? 1)
      }
    self.init(
      incrementality: [
        .brand: shares.brand, .generic: shares.generic, .upper: shares.upper,
        .retention: shares.retention,
      ], worth: worth)
  }
}

extension [CampaignTypeRule] {
  init(_ ratings: PipelineValues<RatingsObject>) {
    self = ratings.types.map {
      CampaignTypeRule(campaign: $0.campaign, source: $0.source, medium: $0.medium, type: $0.type)
    }
  }
}
