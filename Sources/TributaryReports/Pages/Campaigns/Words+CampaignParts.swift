import TributaryAnalysis
import TributaryModel

/// The words of ad groups, keywords and cities on a campaign's page.
extension Words {
  var partsTopic: String {
    say("Ad groups, keywords and cities", "Группы объявлений, фразы и города")
  }
  var partHead: String { say("Part", "Часть") }
  var partsNote: String { say("How parts are rated", "Как оцениваются части") }

  func name(_ kind: CampaignPart.Kind) -> String {
    switch kind {
    case .adGroup: say("ad group", "группа объявлений")
    case .keyword: say("keyword", "ключевая фраза")
    case .city: say("city", "город")
    }
  }

  var citySplitTopic: String { say("Budgets by city", "Бюджеты по городам") }

  /// What the split is by, and the city that gains most.
  func citySplitRemark(_ cities: [CitySplit]) -> Markup {
    let shared = cities.contains(where: \.part.isShared)
    let spent: Markup =
      shared
      ? rich(
        " Where no file tells spend by city it is shared as visits are.",
        " Где файлы не называют расход по городам, он разделён как визиты.") : .empty
    return rich(
      "By city: so that the last unit of money brings the same in each, none under half or over twice its part of before.\(spent)",
      "По городам: так, чтобы последний рубль приносил в каждом одинаково; доля города меняется не больше чем вдвое.\(spent)"
    )
  }

  /// What its parts that do not pay cost, and which of them costs most; else which earns best.
  func partsClaim(_ parts: [CampaignPartRating]) -> String {
    // One kind of part has the money of all: another would tell it twice.
    let kinds = Dictionary(grouping: parts, by: \.part.kind)
    let losing = kinds.mapValues { $0.filter { ($0.rating.grade ?? .c) > .c } }
    let worst = losing.max { left, right in
      (cost(left.value), right.key.rawValue) < (cost(right.value), left.key.rawValue)
    }
    if let worst, let first = worst.value.first {
      let name = VisibleText.cut(first.part.name)
      return say(
        "Parts that do not pay: \(number(worst.value.count)) with \(money(cost(worst.value))), above all \(self.name(first.part.kind)) \(quoted(name)).",
        "Не окупаются: \(number(worst.value.count)) с расходом \(money(cost(worst.value))), прежде всего \(self.name(first.part.kind)) \(quoted(name))."
      )
    }
    let earning = parts.filter { [.a, .b].contains($0.rating.grade) }
    if let best = earning.first {
      let name = VisibleText.cut(best.part.name)
      return say(
        "No part is known not to pay; best known to pay is \(self.name(best.part.kind)) \(quoted(name)).",
        "Частей, которые точно не окупаются, нет; лучше всего видно, что окупается \(self.name(best.part.kind)) \(quoted(name))."
      )
    }
    return say(
      "Too few sales to tell its parts apart from the whole.",
      "Продаж мало, чтобы отличить части от кампании в целом.")
  }

  func partsMethod(_ parts: [CampaignPartRating]) -> Markup {
    let shared: Markup =
      parts.contains(where: \.isShared)
      ? rich(
        " No file tells what it spent by city: the spend is shared among cities as its visits are, so that only the share of visits that buy tells them apart.",
        " Расход по городам файлы не называют: он разделён по городам так же, как визиты, поэтому города различаются только долей покупающих визитов."
      ) : .empty
    return rich(
      """
      Each is rated against its campaign: until its own sales say otherwise it is taken to be as good. Parts \
      are told apart where at least 80% of spend and of visits name them.\(shared)
      """,
      """
      Каждая часть сравнивается со своей кампанией: пока её продажи не говорят иного, она считается такой же. \
      Части видны там, где их называют не меньше 80% расхода и визитов.\(shared)
      """)
  }

  private func cost(_ parts: [CampaignPartRating]) -> Int64 {
    parts.reduce(0) { $0 + $1.rating.facts.spend }
  }
}
