import TributaryAnalysis
import TributaryModel

/// The words of the advice on budgets.
extension Words {
  /// Minor units a week, of those in so many days.
  func weekly(_ minor: Double, of days: Int) -> Double { minor * 7 / Double(max(1, days)) }
  func weekly(_ minor: Int64, of days: Int) -> Double { weekly(Double(minor), of: days) }

  private func weekly(_ estimate: Estimate, of days: Int) -> Estimate {
    estimate.scaled(by: weekly(1.0, of: days))
  }

  /// `₽12.4k → ₽3.1k`.
  func change(from: Double, to: Double) -> String { "\(money(from)) → \(money(to))" }

  func budgetClaim(_ plan: BudgetPlan?, days: Int) -> String {
    guard let plan else {
      return say(
        "No budget is worth changing this night.", "Менять бюджеты в эту ночь незачем.")
    }
    let profit = moneyEstimate(weekly(plan.profit, of: days))
    let moved = money(weekly(max(plan.taken, plan.given), of: days))
    if plan.given == 0 {
      return say(
        "Taking \(moved) a week away is expected to leave \(profit) more a week.",
        "Если забрать \(moved) в неделю, останется больше: \(profit) в неделю.")
    }
    if plan.taken == 0 {
      return say(
        "Adding \(moved) a week is expected to leave \(profit) more a week.",
        "Если добавить \(moved) в неделю, останется больше: \(profit) в неделю.")
    }
    return say(
      "Moving \(moved) a week is expected to leave \(profit) more a week.",
      "Если переложить \(moved) в неделю, останется больше: \(profit) в неделю.")
  }

  func verb(_ move: BudgetPlan.Move) -> String {
    capitalised(advice(move.advice))
  }

  /// Why a budget changes, and what that does a week.
  func reason(_ move: BudgetPlan.Move, days: Int) -> String {
    let sales = estimate(weekly(move.sales, of: days))
    let gain = moneyEstimate(weekly(move.margin, of: days))
    let back = move.rating.incrementalReturn.map { estimate($0) } ?? Words.unknown
    return say(
      "brings \(back) per \(currencySign)1; a week \(sales) sales, \(self.gain) \(gain)",
      "приводит \(back) на 1\(Words.noBreak)\(currencySign); в неделю продаж \(sales), "
        + "\(self.gain) \(gain)")
  }

  /// When to make the changes, and how sure it is that they pay.
  func stages(_ plan: BudgetPlan, after asOf: Day) -> Markup {
    let dates = (0..<plan.stages).map { day(asOf.adding(1 + 7 * $0)) }
    let chance =
      plan.chance > 0.99
      ? say("over 99%", "больше 99\(Words.noBreak)%") : percent(plan.chance, decimals: 0)
    let sales = shareEstimate(plan.sales)
    let steps =
      plan.stages == 1
      ? say("At once, on \(list(dates)).", "Сразу, \(list(dates)).")
      : say(
        "In \(plan.stages) equal steps, on \(list(dates)), and look at the ranges again before each.",
        "Равными шагами, их \(plan.stages): \(list(dates)); перед каждым посмотрите на интервалы "
          + "снова.")
    return rich(
      """
      \(steps) The sales that advertising brings change by \(sales). The chance that it pays is \
      \(chance). What brings nothing to be told from chance is left alone.
      """,
      """
      \(steps) Продажи, приведённые рекламой, изменятся на \(sales). Вероятность, что это \
      окупится: \(chance). О чём судить рано, то не тронуто.
      """)
  }

  /// The file of the next step.
  func budgetImport(_ file: String) -> Markup {
    let link: Markup = #"<a href="\#(file)">\#(file)</a>"#
    return rich(
      "\(link): daily budgets of the first step, for import into Google Ads Editor.",
      "\(link): дневные бюджеты первого шага, для импорта в Google Ads Editor.")
  }

  /// What cuts alone would do.
  func cutRemark(_ plan: BudgetPlan, days: Int) -> Markup {
    let saved = money(weekly(plan.spend - plan.spendAfter, of: days))
    let share = percent(
      Double(plan.spend - plan.spendAfter) / Double(max(1, plan.spend)), decimals: 0)
    let sales = shareEstimate(plan.sales)
    let profit = moneyEstimate(weekly(plan.profit, of: days))
    return rich(
      """
      Cutting alone: with the worst stopped until \(share) of the spend is saved (\(saved) a week), \
      the sales that advertising brings change by \(sales), and \(profit) more is left a week. A cut \
      without any loss is rarely possible.
      """,
      """
      Если только сокращать: остановив худшие кампании, пока не сбережётся \(share) расхода \
      (\(saved) в неделю), продажи, приведённые рекламой, изменятся на \(sales), останется больше: \
      \(profit) в неделю. Сократить совсем без потерь удаётся редко.
      """)
  }

  func budgetCaption(_ days: Int) -> String {
    say(
      "Spend of \(counted(days, .day)), now and as advised",
      "Расход за \(counted(days, .day)), сейчас и по совету")
  }

  func name(ofPlan plan: String) -> String {
    plan == "cut" ? say("if only cut", "если только сокращать") : say("moved", "переложить")
  }

  var spendNowHead: String { say("Spend now", "Расход сейчас") }
  var spendThenHead: String { say("Spend then", "Расход потом") }
  var salesChangeHead: String { say("Sales change (90%)", "Продажи (90\(Words.noBreak)%)") }
  var marginChangeHead: String {
    say("\(capitalised(gain)) change", "Изменение: \(gain)")
  }
}
