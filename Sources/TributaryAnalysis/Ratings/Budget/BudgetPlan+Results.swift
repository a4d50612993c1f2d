import TributaryModel

extension BudgetAdvice {
  /// The changes of both plans, as they are stored.
  package var rows: [BudgetPlan.Row] {
    [("move", move), ("cut", cut)].flatMap { name, plan in
      (plan?.moves ?? []).map { BudgetPlan.Row(plan: name, move: $0) }
    }
  }
}

extension BudgetPlan {
  /// A change with the plan that it is of.
  public struct Row: Sendable {
    /// move or cut
    public let plan: String
    public let move: Move
  }
}

extension BudgetPlan.Move {
  public static let results = ResultTable<BudgetPlan.Row>(
    "budget_move", grain: "plan and campaign whose budget it changes",
    [
      .text("plan", isKey: true, "move: money to where it brings most; cut: the worst stopped") {
        $0.plan
      },
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") {
        $0.move.rating.facts.key
      },
      .text("campaign", "its name") { $0.move.rating.facts.name },
      .money("spend_from", "of the days that spend and visits both cover") { $0.move.from },
      .money("spend_to", "in as many days") { $0.move.to },
      .estimate("sales_change", unit: .count, "of the sales that it brings") { $0.move.sales },
      .estimate("margin_change", unit: .money, "of the margin that it brings") {
        $0.move.margin
      },
    ])
}
