import TributaryAnalysis
import TributaryModel

/// The claims of the campaigns' page.
extension Words {
  /// What to do with the budget, in one sentence.
  func campaignAnswer(_ report: CampaignReport, _ summary: CampaignSummary) -> String {
    if report.ratings.isEmpty {
      return say(
        "No campaign can be rated yet: load ad spend.",
        "Оценить рекламу пока нельзя: загрузите расход.")
    }
    if report.covered == nil {
      return say(
        "Spend and visits share no day, so no campaign can be rated.",
        "У расхода и визитов нет общих дней, поэтому оценить кампании нельзя.")
    }
    let steps = budgetSteps(summary)
    if !steps.isEmpty { return capitalised(list(steps)) + "." }
    if summary.graded == 0, !summary.unrecognised.isEmpty {
      return say(
        "Mend the tags first: the visits of the campaigns that cost money are not recognised.",
        "Сначала почините метки: визиты кампаний с расходом не узнаны.")
    }
    if summary.graded > 0, summary.waits.count == summary.graded {
      return say(
        "Too little data for any verdict: leave the budget as it is.",
        "Для выводов данных мало: оставьте бюджет как есть.")
    }
    return say(
      "Leave the budget as it is: no campaign is sure to lose.",
      "Оставьте бюджет как есть: ни одна кампания не убыточна наверняка.")
  }

  private func budgetSteps(_ summary: CampaignSummary) -> [String] {
    var steps: [String] = []
    if !summary.stops.isEmpty {
      let count = summary.stops.count
      steps.append(say("stop \(counted(count, .campaign))", "остановите \(stopped(count))"))
    }
    if !summary.cuts.isEmpty {
      let count = summary.cuts.count
      steps.append(
        steps.isEmpty
          ? say("cut \(counted(count, .campaign))", "сократите \(stopped(count))")
          : say("cut \(number(count))", "сократите \(number(count))"))
    }
    if !summary.raises.isEmpty {
      let count = summary.raises.count
      steps.append(
        steps.isEmpty
          ? say(
            "raise \(counted(count, .campaign))",
            "увеличьте бюджет \(counted(count, .raisedCampaign))")
          : say("raise \(number(count))", "увеличьте бюджет \(counted(count, .raisedCampaign))"))
    }
    return steps
  }

  /// "9 of 20 campaigns pay, 4 lose money, and 7 cannot be told apart from break-even."
  func whatPaysClaim(_ summary: CampaignSummary) -> String {
    guard summary.graded > 0 else {
      return unrecognisedClaim(summary)
        ?? say("No campaign has spend to grade.", "Ни у одной кампании нет расхода для оценки.")
    }
    return [gradedClaim(summary), unrecognisedClaim(summary)].compactMap(\.self)
      .joined(separator: " ")
  }

  /// Nil when all visits are recognised.
  private func unrecognisedClaim(_ summary: CampaignSummary) -> String? {
    let count = summary.unrecognised.count
    guard count > 0 else { return nil }
    let spend = money(CampaignSummary.spend(summary.unrecognised))
    return say(
      "\(capitalised(counted(count, .campaign))) (\(spend)) cannot be judged: "
        + "\(count == 1 ? "its" : "their") visits are not recognised.",
      "Визиты не узнаны, судить нельзя: \(counted(count, .campaign)) (\(spend)).")
  }

  private func gradedClaim(_ summary: CampaignSummary) -> String {
    let total = number(summary.graded)
    let pays = summary.pays.count
    let loses = summary.loses.count
    let open = summary.open.count + summary.waits.count
    if pays == 0, loses == 0 {
      return say(
        "None of \(total) campaigns can be told apart from break-even.",
        "Ни одну из кампаний (\(total)) не отличить от безубыточной.")
    }
    let first = say(
      "\(number(pays)) of \(counted(summary.graded, .campaign)) \(pays == 1 ? "pays" : "pay")",
      "окупаются \(number(pays)) из \(total)")
    var parts = [first]
    parts.append(
      loses == 0
        ? say("none is sure to lose", "убыточных наверняка нет")
        : say(
          "\(number(loses)) \(loses == 1 ? "loses" : "lose") money", "убыточны \(number(loses))"))
    if open > 0 {
      parts.append(
        say(
          "\(number(open)) cannot be told apart from break-even",
          "о \(number(open)) судить рано"))
    }
    return capitalised(isRussian ? parts.joined(separator: ", ") : list(parts)) + "."
  }

  /// Where the money went.
  func ratingsClaim(_ summary: CampaignSummary) -> String {
    let pays = CampaignSummary.spend(summary.pays)
    let loses = CampaignSummary.spend(summary.loses)
    let total =
      pays + loses
      + CampaignSummary.spend(summary.open + summary.waits + summary.unrecognised)
    guard total > 0 else {
      return say("Nothing was spent in these days.", "В эти дни ничего не потрачено.")
    }
    if loses == 0 {
      return say(
        """
        Of \(money(total)) spent, \(money(pays)) went to campaigns that pay and nothing to ones \
        sure to lose.
        """,
        """
        Из \(money(total)) на окупаемые кампании ушло \(money(pays)), на заведомо убыточные – \
        ничего.
        """)
    }
    return say(
      """
      Of \(money(total)) spent, \(money(pays)) went to campaigns that pay and \(money(loses)) to \
      ones that lose.
      """,
      """
      Из \(money(total)) на окупаемые кампании ушло \(money(pays)), на убыточные – \
      \(money(loses)).
      """)
  }

  func modelsClaim(_ parting: CampaignParting?) -> String {
    guard let parting else {
      return say("No model gives any campaign credit.", "Ни одна модель не зачла кампаниям продаж.")
    }
    if parting.isAgreed {
      let size = percent(parting.largestSpread, decimals: 0)
      return say(
        "The ways of giving credit agree: no campaign is more than \(size) apart.",
        "Модели согласны: ни одна кампания не расходится больше чем на \(size).")
    }
    let name = VisibleText.cut(parting.campaign, to: 40)
    let sales = Int(parting.sales.rounded())
    return say(
      "The ways of giving credit part most on “\(name)”: by \(counted(sales, .sale)).",
      "Сильнее всего модели расходятся на кампании «\(name)»: на \(counted(sales, .sale)).")
  }

  func unmatchedClaim(_ report: CampaignReport) -> String {
    let hasSpend = report.audit.spendAlone > 0
    let hasSessions = report.audit.sessionsAlone > 0
    let spend = money(report.audit.spendAlone)
    let sessions = counted(report.audit.sessionsAlone, .visit)
    switch (hasSpend, hasSessions) {
    case (true, true):
      return say(
        "\(spend) of spend brought no tagged visit, and \(sessions) carry a tag without spend.",
        "Расход \(spend) не привёл ни одного визита с меткой, а \(sessions) с меткой без расхода.")
    case (true, false):
      return say(
        "\(spend) of spend brought no tagged visit.",
        "Расход \(spend) не привёл ни одного визита с меткой.")
    case (false, true):
      return say(
        "\(sessions) carry a campaign’s tag without any spend.",
        "С меткой кампании, но без расхода: \(sessions).")
    case (false, false):
      return report.audit.macroSessions > 0
        ? say(
          "Spend and tags meet; \(counted(report.audit.macroSessions, .visit)) carry a broken tag.",
          """
          Расход и метки сходятся; со сломанной меткой: \
          \(counted(report.audit.macroSessions, .visit)).
          """)
        : say("All spend and all tags meet.", "Весь расход и все метки сходятся.")
    }
  }
}

/// The words of spend whose visits are missing.
extension Words {
  var findingHead: String { say("What is wrong", "Что не так") }
  var atRiskHead: String { say("At risk", "Под вопросом") }

  func name(_ finding: SpendAudit.Finding) -> String {
    switch finding {
    case .spendAlone: say("spend, no visit", "расход без визитов")
    case .fewSessions: say("under half of the clicks seen", "видно меньше половины кликов")
    case .sessionsAlone: say("visits, no spend", "визиты без расхода")
    case .macroNotReplaced: say("macro not replaced", "значение не подставлено")
    case .sharedName: say("one name, several numbers", "одно название у нескольких номеров")
    }
  }

  /// How much of the spend no visit answers for; nil when there is no such money.
  func atRiskRemark(_ audit: SpendAudit) -> Markup? {
    guard audit.atRisk > 0, audit.spend > 0 else { return nil }
    let share = percent(Double(audit.atRisk) / Double(audit.spend), decimals: 0)
    return rich(
      "<b>\(money(audit.atRisk))</b> of \(money(audit.spend)) (\(share)) is at risk: paid clicks that no visit with the campaign’s tag answers for.",
      "<b>\(money(audit.atRisk))</b> из \(money(audit.spend)) (\(share)) под вопросом: оплаченные клики, которым не отвечает ни один визит с меткой кампании."
    )
  }
}
